"""The agenda as spans that can be moved, and a programme with its spans moved."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Frame, Occurrence
from roundtable_ical.programme.segments import (
    LEAST_MINUTES,
    Changes,
    Fold,
    Kind,
    Segment,
    Status,
)

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One segment with a time, as far as times and rooms go.

    *start* and *end* are in UTC, so that lengths are elapsed minutes across a clock change too.
    *room* is the id of its place, None where none is said. *shortest* is how long it stays when
    others need time, in minutes: less than its length where it gives way. *least* is what is left
    when even others are shortened. *dropped* is whether it does not take place after all.
    """

    id: str
    title: str
    kind: Kind
    start: datetime
    end: datetime
    zone: ZoneInfo
    room: str | None
    fixed: bool
    gives_way: bool
    shortest: int
    least: int
    dropped: bool = False

    @property
    def minutes(self) -> int:
        """Its length."""
        return (self.end - self.start) // MINUTE

    @property
    def day(self) -> date:
        """The day it begins on, on the clock of its place."""
        return self.start.astimezone(self.zone).date()

    def moved(self, minutes: int, *, longer: int = 0) -> "Item":
        """Return it *minutes* later (earlier), and *longer* (shorter) at its end."""
        by = minutes * MINUTE
        return replace(self, start=self.start + by, end=self.end + by + longer * MINUTE)

    def left_out(self) -> "Item":
        """Return it as something that does not take place after all."""
        return replace(self, dropped=True)


def item_of(occurrence: Occurrence) -> Item:
    """Return a segment at its time as an item."""
    segment = occurrence.segment
    start, end = occurrence.span
    return Item(
        id=occurrence.id,
        title=str(segment.title),
        kind=segment.kind,
        start=start,
        end=end,
        zone=occurrence.zone,
        room=occurrence.venue.id if occurrence.venue else None,
        fixed=segment.fixed,
        gives_way=segment.gives_way,
        shortest=segment.shortest(occurrence.minutes),
        least=min(segment.least or LEAST_MINUTES, occurrence.minutes),
    )


def timetable(event: SideEvent) -> dict[str, Item]:
    """Return everything that has a time and takes place, by id, in order of time."""
    return {each.id: item_of(each) for each in event.occurrences if not each.cancelled}


def with_items(event: SideEvent, items: Iterable[Item]) -> SideEvent:
    """Return *event* with *items* where and when they say; what stays the same is left as written.

    Whether a length or an end is written stays too. A day of a series is changed by itself.

    Raises:
        InvalidProgramme: it would have an error.
    """
    planned = {item.id: item for item in items}
    of_series: dict[str, list[tuple[Occurrence, Item]]] = defaultdict(list)
    for was in event.occurrences:
        if was.id in planned and planned[was.id] != item_of(was):
            of_series[was.series].append((was, planned[was.id]))
    if not of_series:
        return event
    segments = (
        _segment(each, of_series[each.id], event.frame) if each.id in of_series else each
        for each in event.segments
    )
    return with_segments(event, segments)


def with_segments(event: SideEvent, segments: Iterable[Segment]) -> SideEvent:
    """Return *event* with other segments.

    Raises:
        InvalidProgramme: they do not fit each other.
    """
    values = {name: getattr(event, name) for name in SideEvent.model_fields}
    return SideEvent.model_validate({**values, "segments": tuple(segments)})


def _segment(segment: Segment, moved: Iterable[tuple[Occurrence, Item]], frame: Frame) -> Segment:
    if segment.repeat is None:
        update: dict[str, Any] = {}
        for was, item in moved:
            update |= _written(was, item, frame)
        return segment.model_copy(update=update)
    changes = dict(segment.repeat.changes)
    for was, item in moved:
        if (on := was.rule_day) is not None:
            update = {
                name: value
                for name, value in _written(was, item, frame).items()
                if name in Changes.model_fields
            }
            changes[on] = changes.get(on, Changes()).model_copy(update=update)
    repeat = segment.repeat.model_copy(update={"changes": dict(sorted(changes.items()))})
    return segment.model_copy(update={"repeat": repeat})


def _written(was: Occurrence, item: Item, frame: Frame) -> dict[str, Any]:
    """Return the fields that have to be other for *item*, each written as it was before."""
    if item.dropped:
        return {"status": Status.CANCELLED}
    segment, before = was.segment, item_of(was)
    update: dict[str, Any] = {} if item.room == before.room else {"venue": item.room}
    zone = frame.zone_of(segment.model_copy(update=update))
    start, end = item.start.astimezone(zone), item.end.astimezone(zone)
    if (item.start, item.end, zone) == (before.start, before.end, was.zone):
        return update
    in_start = segment.start is not None and segment.start.day is not None
    if start.replace(tzinfo=None) != was.start.replace(tzinfo=None):
        update["start"] = WallClock(start.time(), start.date() if in_start else None)
    if start.date() != was.start.date() and (segment.date or not in_start):
        update["date"] = start.date()
    if segment.open_end:
        # For a day of a series: an end that is written there would be known.
        update["open_end"] = True
    twice = [moment for moment in (start, end) if zones.ambiguous(moment)]
    update["fold"] = list(Fold)[twice[0].fold] if twice else None
    if segment.end is None or len({moment.fold for moment in twice}) > 1:
        # One word cannot say that it begins in the first pass and ends in the second.
        return update | {"end": None, "minutes": item.minutes}
    day = end.date() if segment.end.day or end.date() != start.date() else None
    update["end"] = WallClock(end.time(), day)
    if segment.minutes is not None:
        update["minutes"] = item.minutes
    return update
