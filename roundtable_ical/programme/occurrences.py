"""Wall time and zone become moments: each segment, and each day of a recurring one."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.nested import inside
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.recurrence import days
from roundtable_ical.programme.segments import Changes, Fold, Segment, Status


class MissingDay(InvalidField):
    """Nobody said on which day a segment is."""


class MissingStart(InvalidField):
    """A segment has an end, and nothing else of its time."""


class MissingEnd(InvalidField):
    """A segment has neither an end nor a length."""


class UnknownDay(InvalidField):
    """Something is changed on a day that a recurring segment does not have."""


class EndBeforeStart(InvalidField):
    """A segment ends before it starts, or at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One segment at one time; *end* is the first moment after it.

    *segment* is as planned for this occurrence, its changes taken in. *id* is the segment's own,
    or for a recurring segment that of the day the rule gave it (``briefing-20261030``), which
    stays when this occurrence is moved to another day. *series* is the id of the segment in the
    file, the same for all its days.
    """

    id: str
    series: str
    segment: Segment
    venue: Venue | None
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        for field in ("start", "end"):
            moment: datetime = getattr(self, field)
            if moment.utcoffset() is None:
                raise InvalidField(field, moment.isoformat(), "has no time zone")
        if self.span[1] <= self.span[0]:
            raise EndBeforeStart(
                "end",
                f"{self.end:%Y-%m-%d %H:%M}",
                f"is not after the start {self.start:%Y-%m-%d %H:%M}",
                hint="write a later time; one on the next day is written with its date, "
                f"as {self.start.date() + timedelta(days=1)} {self.end:%H:%M}",
            )

    @property
    def zone(self) -> ZoneInfo:
        """The zone its wall times are in."""
        zone = self.start.tzinfo
        if not isinstance(zone, ZoneInfo):  # only a caller who builds one by hand gets here
            raise InvalidField("start", self.start.isoformat(), "is not in an IANA zone")
        return zone

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Start and end in UTC: two wall times of one zone compare by the clock, not the moment."""
        return self.start.astimezone(UTC), self.end.astimezone(UTC)

    @property
    def minutes(self) -> int:
        """Its length in elapsed minutes, across a clock change too."""
        start, end = self.span
        return (end - start) // timedelta(minutes=1)

    @property
    def cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.segment.status is Status.CANCELLED

    def overlaps(self, other: "Occurrence") -> bool:
        """Whether the two share a moment; touching ends do not."""
        (start, end), (other_start, other_end) = self.span, other.span
        return start < other_end and other_start < end


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a segment takes from its event: day, zone, and the place it is in.

    *venue* is the id of the place for segments that name none; *venues* holds every place and
    room by its id.
    """

    zone: ZoneInfo
    day: date | None = None
    venue: str | None = None
    venues: Mapping[str, Venue]
    status: Status = Status.CONFIRMED

    def status_of(self, segment: Segment) -> Status:
        """Return how sure *segment* is: nothing is surer than the event it is in."""
        sureness = (Status.CANCELLED, Status.TENTATIVE, Status.CONFIRMED)
        return min(segment.status, self.status, key=sureness.index)

    def venue_of(self, segment: Segment) -> Venue | None:
        """Return where *segment* is; None where nobody said, or the id is unknown."""
        return self.venues.get(segment.venue or self.venue or "")

    def zone_of(self, segment: Segment) -> ZoneInfo:
        """Return the zone of the segment's wall times: its own, its venue's or the event's."""
        venue = self.venue_of(segment)
        return segment.timezone or (venue and venue.timezone) or self.zone


def occurrences(segment: Segment, frame: Frame) -> Iterator[Occurrence]:
    """Yield *segment* at each of its times, in order of the days; nothing when unscheduled.

    Raises:
        InvalidField: no day, start or end is known, the end is not after the start, or the clock
            skips or repeats a wall time (`SkippedTime`, `RepeatedTime`); its *field* tells which,
            as ``end`` or ``repeat.changes.2026-10-30.end``.
    """
    if not segment.scheduled:
        if segment.end is not None and segment.status is not Status.UNSCHEDULED:
            hint = "write its `start`, or `status: unscheduled`"
            raise MissingStart("end", str(segment.end), "is an end without a start", hint=hint)
        return
    if segment.repeat is None:
        yield _occurrence(segment, segment.id, frame)
        return
    for day, planned in _planned(segment, frame):
        if not planned.scheduled:
            continue
        changed = day in segment.repeat.changes
        with inside(f"repeat.changes.{day}") if changed else nullcontext():
            occurrence = _occurrence(planned, segment.id, frame)
        yield occurrence


def unscheduled(segment: Segment, frame: Frame) -> Iterator[Segment]:
    """Yield *segment* as long as its time is open, with the id it will keep."""
    if not segment.scheduled:
        yield segment
    elif segment.repeat is not None:
        yield from (planned for _, planned in _planned(segment, frame) if not planned.scheduled)


def _planned(segment: Segment, frame: Frame) -> Iterator[tuple[date, Segment]]:
    """Yield each day of the recurring *segment*, and what is planned for it under its own id."""
    repeat = segment.repeat
    if repeat is None:
        return
    first = _day(segment, frame)
    with inside("repeat"):
        found = tuple(days(repeat.rule, first, without=repeat.without, also=repeat.also))
    if unknown := repeat.changes.keys() - set(found):
        wrong = min(unknown)
        shown = ", ".join(map(str, found[:7])) + (", ..." if len(found) > 7 else "")
        raise UnknownDay(
            f"repeat.changes.{wrong}",
            str(wrong),
            f"is not a day of {segment.id!r}",
            hint=f"its days are {shown}",
        )
    for day in found:
        yield day, _changed(segment, day, repeat.changes.get(day))


def _changed(segment: Segment, day: date, changes: Changes | None) -> Segment:
    """Return *segment* as planned for *day*."""
    update: dict[str, object] = {"id": f"{segment.id}-{day:%Y%m%d}", "date": day, "repeat": None}
    if segment.start:
        update["start"] = WallClock(segment.start.time)
    if segment.end:
        length = (segment.end.day or day) - ((segment.start and segment.start.day) or day)
        update["end"] = WallClock(segment.end.time, day + length if segment.end.day else None)
    if changes is not None:
        update |= {name: value for name, value in changes if value is not None}
        if changes.end is not None:
            update["minutes"] = None
    return segment.model_copy(update=update)


def _occurrence(segment: Segment, series: str, frame: Frame) -> Occurrence:
    zone = frame.zone_of(segment)
    if segment.start is None:
        raise InvalidField("start", segment.id, "has no start")  # `scheduled` was not asked
    start_wall = segment.start.on(_day(segment, frame))
    fold = None if segment.fold is None else list(Fold).index(segment.fold)
    start = zones.moment(start_wall, zone, fold=fold, field="start")
    if segment.end is not None:
        end_wall = segment.end.on(start_wall.date())
        end = zones.moment(end_wall, zone, fold=fold, field="end")
        if end.astimezone(UTC) <= start.astimezone(UTC) and zones.ambiguous(end):
            end = zones.moment(end_wall, zone, fold=1, field="end")
    elif segment.minutes is not None:
        elapsed = timedelta(minutes=segment.minutes)
        end = (start.astimezone(UTC) + elapsed).astimezone(zone)
    else:
        hint = "write its `end`, or its length as `minutes`"
        raise MissingEnd("start", str(segment.start), "is a start without an end", hint=hint)
    occurrence = Occurrence(
        id=segment.id,
        series=series,
        segment=segment.model_copy(update={"status": frame.status_of(segment)}),
        venue=frame.venue_of(segment),
        start=start,
        end=end,
    )
    if segment.minutes not in {None, occurrence.minutes}:
        reason = f"is not the number of minutes from {start:%H:%M} to {end:%H:%M}"
        hint = "keep `end` or `minutes`, one of the two"
        raise InvalidField("minutes", segment.minutes, reason, hint=hint)
    return occurrence


def _day(segment: Segment, frame: Frame) -> date:
    day = segment.date or (segment.start.day if segment.start else None) or frame.day
    if day is None:
        hint = "write it, as `date: 2026-10-29`"
        raise MissingDay("date", segment.id, "has no day", hint=hint)
    return day
