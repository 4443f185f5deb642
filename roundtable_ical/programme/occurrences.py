"""Wall time and zone become moments: each segment, and each day of a recurring one."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.nested import inside
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.recurrence import days
from roundtable_ical.programme.segments import Changes, Fold, Repeat, Segment, Status


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
    file, the same for all its days. *span* is start and end in UTC: two wall times of one zone
    compare by the clock, not the moment.
    """

    id: str
    series: str
    segment: Segment
    venue: Venue | None
    start: datetime
    end: datetime
    span: tuple[datetime, datetime] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            moment: datetime = getattr(self, name)
            if moment.utcoffset() is None:
                raise InvalidField(name, moment.isoformat(), "has no time zone")
        span = self.start.astimezone(UTC), self.end.astimezone(UTC)
        object.__setattr__(self, "span", span)
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
    def minutes(self) -> int:
        """Its length in elapsed minutes, across a clock change too."""
        start, end = self.span
        return (end - start) // timedelta(minutes=1)

    @property
    def rule_day(self) -> date | None:
        """The day that the rule gave it, for one of a series; it keeps that when it is moved."""
        suffix = self.id.removeprefix(f"{self.series}-")
        return None if self.id == self.series else datetime.strptime(suffix, "%Y%m%d").date()  # noqa: DTZ007  # a day

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
    if segment.repeat is None and not segment.scheduled:
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
    if segment.repeat is None:
        yield from (() if segment.scheduled else (segment,))
    else:
        yield from (planned for _, planned in _planned(segment, frame) if not planned.scheduled)


def _planned(segment: Segment, frame: Frame) -> Iterator[tuple[date, Segment]]:
    """Yield each day of the recurring *segment*, and what is planned for it under its own id."""
    repeat = segment.repeat
    if repeat is None:
        return
    first = _day(segment, frame)
    with inside("repeat"):
        found = tuple(days(repeat.rule, first, without=repeat.without, also=repeat.also))
    _check_days(segment, repeat, first, found)
    for day in found:
        yield day, _changed(segment, first, day, repeat.changes.get(day))


def _check_days(segment: Segment, repeat: Repeat, first: date, found: tuple[date, ...]) -> None:
    """Refuse a day that the rule does not have: a wrong number would go unnoticed.

    Raises:
        UnknownDay: names it, and the days there are.
    """
    shown = ", ".join(map(str, found[:7])) + (", ..." if len(found) > 7 else "")
    hint = f"its days are {shown}"
    left_out = frozenset(repeat.without)
    for wrong in sorted(repeat.changes.keys() - set(found)):
        place = f"repeat.changes.{wrong}"
        raise UnknownDay(place, str(wrong), f"is not a day of {segment.id!r}", hint=hint)
    ruled = {*days(repeat.rule, first, also=repeat.also)}
    for wrong in sorted(left_out - ruled):
        reason = f"is left out, and was no day of {segment.id!r}"
        raise UnknownDay("repeat.without", str(wrong), reason, hint=hint)
    if first not in ruled:
        field = "date" if segment.date else "start"
        reason = f"is the first day of {segment.id!r}, and its rule does not have it"
        raise UnknownDay(field, str(first), reason, hint=f"{hint}; begin with one of them")


def _changed(segment: Segment, first: date, day: date, changes: Changes | None) -> Segment:
    """Return *segment*, a series that begins on *first*, as planned for *day*."""
    begins = day
    if changes is not None:
        begins = changes.date or (changes.start and changes.start.day) or day
    update: dict[str, object] = {"id": f"{segment.id}-{day:%Y%m%d}", "repeat": None}
    if segment.start:
        update["start"] = WallClock(segment.start.time)
    if segment.end:
        length = segment.end.day - first if segment.end.day else None
        update["end"] = WallClock(segment.end.time, begins + length if length else None)
    if changes is not None:
        update |= {name: value for name, value in changes if value is not None}
        if (changes.end or changes.minutes) and changes.open_end is None:
            update["open_end"] = False
        if changes.end is not None:
            update["minutes"] = None
        elif changes.minutes is not None:
            update["end"] = None
        if changes.start and segment.status is Status.UNSCHEDULED and not changes.status:
            update["status"] = Status.CONFIRMED
    return segment.model_copy(update={**update, "date": begins})


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
    status = frame.status_of(segment)
    occurrence = Occurrence(
        id=segment.id,
        series=series,
        segment=segment if status is segment.status else _of_status(segment, status),
        venue=frame.venue_of(segment),
        start=start,
        end=end,
    )
    if segment.minutes not in {None, occurrence.minutes}:
        reason = f"is not the number of minutes from {start:%H:%M} to {end:%H:%M}"
        hint = "keep `end` or `minutes`, one of the two"
        raise InvalidField("minutes", segment.minutes, reason, hint=hint)
    return occurrence


def _of_status(segment: Segment, status: Status) -> Segment:
    return segment.model_copy(update={"status": status})


def _day(segment: Segment, frame: Frame) -> date:
    stated = segment.start.day if segment.start else None
    if segment.date and stated and segment.date != stated:
        reason = f"is not the day of its start, {stated}"
        raise InvalidField("date", str(segment.date), reason, hint="keep one of the two")
    day = segment.date or stated or frame.day
    if day is None:
        hint = "write it, as `date: 2026-10-29`"
        raise MissingDay("date", segment.id, "has no day", hint=hint)
    return day
