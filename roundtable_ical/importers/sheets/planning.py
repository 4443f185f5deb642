"""Rows become segments: at their moments, each once, with places, themes and people."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from roundtable_ical.importers.draft import Draft, Ids
from roundtable_ical.importers.kinds import kind_of, pause_of, status_of
from roundtable_ical.importers.listings import Listing, said_shortly, tell_only_place, text_of
from roundtable_ical.importers.notes.times.clocks import Clock
from roundtable_ical.importers.sheets.days import Days
from roundtable_ical.importers.sheets.moments import with_half
from roundtable_ical.importers.sheets.records import Record, lasting
from roundtable_ical.importers.sheets.zoned import Clocks
from roundtable_ical.importers.spans import Timed, ended, span
from roundtable_ical.importers.speakers import Cast, Somebody
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Kind, Status

_NOON = 12 * 60
_EARLIEST = 7 * 60
_LATEST_END = 8 * 60
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Item:
    """A segment being put together, out of one row or several of the same item."""

    record: Record
    start: datetime | None
    end: datetime | None
    people: list[Somebody] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    abstracts: list[str] = field(default_factory=list)


class Planner:
    """Puts the rows of all tables into *draft*."""

    def __init__(self, draft: Draft, days: Days, clocks: Clocks) -> None:
        self._draft = draft
        self._days = days
        self._clocks = clocks
        self._ids = Ids()
        self._venues = Listing(draft, "venues", "name")
        self._themes = Listing(draft, "themes", "title")
        self._cast = Cast(draft)
        self._afternoon = False

    def plan(self, records: Sequence[Record]) -> None:
        """Add a segment for every item; rows that repeat one add their people to it."""
        self._afternoon = self._twelve_hours(records)
        records = self._themed(records)
        items: dict[object, _Item] = {}
        repeated = 0
        for record in records:
            if record.status and status_of(record.status) is None:
                message = f"{record.title!r} was left out: its status is {record.status!r}"
                told = Problem.inferred("status", (), message, sure=0.9)
                self._draft.tell(told, record.line)
                continue
            start, end = self._when(record)
            room = (record.building.casefold(), record.room.casefold())
            key: object = (record.title.casefold(), start, end, room)
            if start is None:
                key = (record.title.casefold(), record.line)
            item = items.setdefault(key, _Item(record, start, end))
            repeated += item.record is not record
            item.people += [each for each in record.people if each not in item.people]
            item.themes += [each for each in record.themes if each not in item.themes]
            if record.abstract and record.abstract not in item.abstracts:
                item.abstracts.append(record.abstract)
        if repeated:
            message = f"{repeated} rows repeat an item; their speakers and themes were added to it"
            self._draft.tell(Problem.inferred("repeated", (), message, sure=0.9))
        self._write(list(items.values()))
        tell_only_place(self._draft)

    def _themed(self, records: Sequence[Record]) -> Sequence[Record]:
        """Return *records* with their kinds as themes, where some are no kinds that are known."""
        open_ones = [
            each
            for each in records
            if any(map(str.isalpha, each.kind))
            and kind_of(each.kind) is Kind.OTHER
            and "session" not in each.kind.lower()
        ]
        if not open_ones or any(each.themes for each in records):
            return records
        message = f"kinds as {open_ones[0].kind!r} were taken as themes"
        self._draft.tell(Problem.inferred("themes-inferred", (), message, sure=0.6))
        return [replace(each, themes=(each.kind,) if each.kind else ()) for each in records]

    def _write(self, items: Sequence[_Item]) -> None:
        draft = self._draft
        segments = draft.values.setdefault("segments", [])
        timed: list[Timed] = []
        for item in items:
            path = ("segments", len(segments))
            draft.lines[path] = item.record.line
            values = self._values(item)
            segments.append(values)
            if item.start is None:
                values["status"] = Status.UNSCHEDULED.value
                continue
            room = str(values.get("venue", ""))
            timed.append(Timed(path=path, start=item.start, end=item.end, room=room))
        for each, end, problem in ended(timed):
            segments[each.path[1]].update(span(each.start, end, self._clocks.home))
            if problem:
                draft.tell(problem)

    def _values(self, item: _Item) -> dict[str, Any]:
        record = item.record
        title = said_shortly(self._draft, record.title, record.line)
        values: dict[str, Any] = {"id": self._ids.new(title), "title": title}
        abstract = "\n\n".join(item.abstracts)
        if record.url and record.url not in abstract:
            abstract = f"{abstract}\n\n{record.url}".strip()
        if abstract:
            values["abstract"] = text_of(self._draft, abstract, record.line)
        kind = kind_of(record.kind) if record.kind else Kind.OTHER
        kind = kind if kind is not Kind.OTHER else pause_of(title)
        if kind is not Kind.OTHER:
            values["kind"] = kind.value
        status = status_of(record.status) if record.status else Status.CONFIRMED
        if status and status is not Status.CONFIRMED:
            values["status"] = status.value
        if record.room:
            values["venue"] = self._venues.id_of(record.room, record.line, house=record.building)
        if item.themes:
            ids = (self._themes.id_of(each, record.line) for each in item.themes)
            values["themes"] = list(dict.fromkeys(ids))
        if item.people:
            values["speakers"] = self._cast.appearances(item.people, record.line)
        return values

    def _when(self, record: Record) -> tuple[datetime | None, datetime | None]:
        """Return when *record* begins and ends, as moments; None for what it does not say."""
        start = self._start(record)
        if start is None:
            return None, None
        if record.end.moment:
            end: datetime | None = record.end.moment
        else:
            end = self._end(record, start)
        if end is not None and end <= start:
            if end < start:
                message = f"its end {end:%H:%M} is before its start {start:%H:%M}; it was left out"
                told = Problem.warning("end-before-start", (), message, "write the right end")
                self._draft.tell(told, record.line)
            end = None
        return start, end

    def _start(self, record: Record) -> datetime | None:
        if record.start.moment:
            return record.start.moment.astimezone(self._clocks.home)
        if record.day.moment and record.start.start is None:
            return record.day.moment.astimezone(self._clocks.home)
        day = self._day(record)
        clock = record.start.start
        if clock is None or day is None:
            if clock is not None:
                message = "no day is given for it; it is listed without a time"
                told = Problem.warning("no-day", (), message, "write its day")
                self._draft.tell(told, record.line)
            return None
        own_end = record.end.start or record.start.end
        wall = _wall(day, self._minutes(with_half(clock, own_end)))
        words = record.zone or record.start.zone
        moment = self._clocks.moment(wall, words)
        if self._clocks.skips(wall, words):
            message = f"{wall:%Y-%m-%d %H:%M} is skipped by the clock; {moment:%H:%M} was taken"
            told = Problem.warning("skipped-time", (), message, "pick a time outside the jump")
            self._draft.tell(told, record.line)
        return moment

    def _end(self, record: Record, start: datetime) -> datetime | None:
        length = lasting(record)
        clock = record.end.start or record.start.end
        day = self._days.of(record.end_day) or self._days.of(record.end)
        day = day or self._days.last(record.start)
        if clock is None:
            return start + length if length else None
        wall = _wall(day or start.date(), self._minutes(clock))
        begun = start.replace(tzinfo=None)
        words = record.zone or record.end.zone or record.start.zone
        if record.start.moment is None:
            begun = _wall(self._day(record) or start.date(), 0)
            minutes = self._minutes(with_half(record.start.start or clock, clock))
            begun += timedelta(minutes=minutes)
            wall = wall if day else _wall(self._day(record) or start.date(), self._minutes(clock))
        if day is None and wall < begun and self._minutes(clock) <= _LATEST_END:
            wall += _DAY  # after midnight
        return self._clocks.moment(wall, words)

    def _day(self, record: Record) -> date | None:
        for told in (record.start, record.day, record.section):
            if told and (day := self._days.of(told)):
                return day
        return None if self._days.first is None else self._days.first

    def _minutes(self, clock: Clock) -> int:
        """Return minutes after midnight; of a clock of twelve hours, in the likely half."""
        early = clock.half is None and 60 <= clock.minutes < _EARLIEST and not clock.padded
        return clock.minutes + (_NOON if self._afternoon and early else 0)

    def _twelve_hours(self, records: Sequence[Record]) -> bool:
        """Whether 1:30 means 13:30: nothing is later than 12:59, and that comes after noon."""
        seen = [
            clock
            for record in records
            for clock in (record.start.start, record.start.end, record.end.start)
            if clock is not None
        ]
        late = any(clock.minutes >= _NOON + 60 or clock.half for clock in seen)
        early = [clock for clock in seen if 60 <= clock.minutes < _EARLIEST and not clock.padded]
        morning = [clock for clock in seen if _EARLIEST <= clock.minutes < _NOON + 60]
        if late or not early or len(morning) < len(early):
            return False
        message = "no time is later than 12:59; those before 7:00 were read as in the afternoon"
        hint = "write times as 13:30 where that is wrong"
        told = Problem.inferred("half-of-day", ("segments",), message, sure=0.8, hint=hint)
        self._draft.tell(told)
        return True


def _wall(day: date, minutes: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)
