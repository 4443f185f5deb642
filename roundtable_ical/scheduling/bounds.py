"""How early an item may begin and how late it may end: stated hours, opening hours, midnight."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.intervals import Interval
from roundtable_ical.scheduling.opening import stated, usable, whole_day
from roundtable_ical.scheduling.spoken import wall
from roundtable_ical.scheduling.timetable import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A moment that nothing goes past: *moment* in UTC, read on the clock of *zone*, and *why*."""

    moment: datetime
    zone: ZoneInfo
    why: str

    def __str__(self) -> str:
        return f"{wall(self.moment.astimezone(self.zone))}, {self.why}"


def latest(event: SideEvent, item: Item, was: Item | None = None) -> Bound:
    """Return when *item* must have ended.

    Args:
        event: states hours, and those of rooms.
        item: as it is to be.
        was: as it was: what ended too late already counts from there.
    """
    found = []
    for (_, end), why in _around(event, item):
        if was is not None and was.day == item.day and was.end > end:
            ended = f"where its end was so far ({why[1]} earlier)"
            found.append(Bound(moment=was.end, zone=item.zone, why=ended))
        else:
            found.append(Bound(moment=end, zone=item.zone, why=f"when {why[1]}"))
    return min(found, key=lambda bound: bound.moment)


def earliest(event: SideEvent, item: Item, was: Item | None = None) -> Bound:
    """Return when *item* may begin; see `latest`."""
    found = []
    for (start, _), why in _around(event, item):
        if was is not None and was.day == item.day and was.start < start:
            begun = f"where its start was so far ({why[0]} later)"
            found.append(Bound(moment=was.start, zone=item.zone, why=begun))
        else:
            found.append(Bound(moment=start, zone=item.zone, why=f"when {why[0]}"))
    return max(found, key=lambda bound: bound.moment)


def _around(event: SideEvent, item: Item) -> Iterator[tuple[Interval, tuple[str, str]]]:
    """Yield the hours that *item* has to keep, and what begins and ends with them."""
    day = whole_day(item.day, item.zone)
    yield day, ("the day begins", "the day ends")
    if hours := stated(event, item.day, item.zone):
        yield hours, ("the stated hours begin", "the stated hours end")
    venue = event.places.get(item.room or "")
    if venue and venue.hours:
        open_ = usable(venue, day, event)
        here = [each for each in open_ if each[0] < item.end and item.start < each[1]]
        if not here and open_:
            here = [min(open_, key=lambda each: abs(each[0] - item.start))]
        if here:
            called = (venue.room or venue.name).said_in(event.language)
            yield (here[0][0], here[-1][1]), (f"{called} opens", f"{called} closes")
