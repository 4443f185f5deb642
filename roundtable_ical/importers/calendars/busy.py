"""When somebody is busy, as their calendar says: its events with recurrences, or its VFREEBUSY."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur
from recurring_ical_events import of  # type: ignore[import-untyped]  # it has no stubs

from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.components import Component, TooDeep, tree
from roundtable_ical.importers.calendars.lines import ContentLine, content_lines
from roundtable_ical.importers.calendars.stamps import Stamp, Unreadable, length, stamp, stamps
from roundtable_ical.importers.decoded import Undecodable
from roundtable_ical.programme.problems import Problem
from roundtable_ical.scheduling.intervals import Interval, met

LARGEST = 20_000_000
MOST = 20_000
_NEVER = frozenset({"CANCELLED", "CANCELED"})
_DAY = timedelta(days=1)
_TOO_OFTEN = ("SECONDLY", "MINUTELY")
_TIMES = ("RRULE", "RDATE", "RECURRENCE-ID")
_MARK = "X-BUSY"


@dataclass(frozen=True, slots=True)
class Busy:
    """When somebody is busy, in order, and what of their calendar could not be read."""

    times: tuple[Interval, ...]
    problems: tuple[Problem, ...] = ()


def busy_times(content: bytes, around: Interval, home: ZoneInfo) -> Busy:
    """Return when the owner of a calendar is busy within *around*.

    What is TRANSPARENT, CANCELLED or FREE does not count; TENTATIVE does (RFC 5545 sections
    3.8.2.7 and 3.8.1.11). Times without a zone, and whole days, are read on the clock of *home*.
    """
    if len(content) > LARGEST:
        message = f"the calendar has {len(content) // 1_000_000} MB"
        hint = f"at most {LARGEST // 1_000_000} MB are possible; export fewer events"
        return Busy((), (Problem.error("too-large", (), message, hint),))
    try:
        lines, problems = content_lines(content) if content.strip() else ([], ())
        root, _ = tree(lines)
    except (Undecodable, TooDeep) as error:
        return Busy((), (Problem.error("not-a-calendar", (), str(error)),))
    if not any(root.inside("VCALENDAR")):
        hint = "export it as iCalendar (.ics or .ifb)"
        message = "there is no calendar (VCALENDAR) in it"
        return Busy((), (Problem.error("not-a-calendar", (), message, hint),))
    definitions = {
        name.value: part for part in root.inside("VTIMEZONE") if (name := part.first("TZID"))
    }
    reader = _Reader(around, Clocks(home, definitions), [*problems])
    found = [*reader.events(root.inside("VEVENT")), *reader.periods(root.inside("VFREEBUSY"))]
    told = [problem for _, problem in reader.clocks.problems]
    return Busy(met(found, [around]), (*reader.problems, *told))


@dataclass(slots=True)
class _Reader:
    around: Interval
    clocks: Clocks
    problems: list[Problem] = field(default_factory=list)

    def events(self, items: Iterable[Component]) -> Iterator[Interval]:
        """Yield the times of VEVENTs that take their owner's time."""
        groups: dict[object, list[Component]] = defaultdict(list)
        for number, item in enumerate(items):
            if number >= MOST:
                message = f"the calendar has more than {MOST:,} events; the rest was left out"
                self._tell("too-many", message)
                break
            uid = item.first("UID")
            groups[uid.value if uid else item.line].append(item)
        for group in groups.values():
            if any(item.first(name) for item in group for name in _TIMES):
                yield from self._recurring(group)
            else:
                yield from (span for item in group if _counts(item) for span in self._span(item))

    def periods(self, items: Iterable[Component]) -> Iterator[Interval]:
        """Yield the busy periods of VFREEBUSYs (RFC 5545 section 3.6.4)."""
        for item in items:
            for line in item.every("FREEBUSY"):
                if line.parameters.get("FBTYPE", "BUSY").upper() == "FREE":
                    continue
                for words in line.value.split(","):
                    yield from self._period(words, line)

    def _period(self, words: str, line: ContentLine) -> Iterator[Interval]:
        begin, _, end = words.strip().partition("/")
        try:
            start = self._moment(stamp(_with(line, begin)))
            if end[:1].upper() in {"P", "+"}:
                yield start, start + length(_with(line, end))
            else:
                yield start, self._moment(stamp(_with(line, end)))
        except (Unreadable, OverflowError):
            self._tell("not-a-time", f"the period {words.strip()[:60]!r} was left out", line.line)

    def _span(self, item: Component) -> Iterator[Interval]:
        begin = item.first("DTSTART")
        try:
            if begin is None:
                raise Unreadable("it has no DTSTART")
            start = stamp(begin)
            yield self._moment(start), self._moment(start) + self._length(item, start)
        except (Unreadable, OverflowError) as error:
            self._tell("no-start", f"an event was left out: {error}", item.line)

    def _length(self, item: Component, start: Stamp) -> timedelta:
        """Return the elapsed time from DTSTART to the end; without one a day, or nothing."""
        ends, lasts = item.first("DTEND"), item.first("DURATION")
        if ends:
            return max(self._moment(stamp(ends)) - self._moment(start), timedelta())
        if lasts:
            return length(lasts)
        following = Stamp(start.wall + _DAY, all_day=True, zone=start.zone)
        return self._moment(following) - self._moment(start) if start.all_day else timedelta()

    def _recurring(self, group: list[Component]) -> Iterator[Interval]:
        """Yield the times of one UID; which ones, the library says."""
        calendar = Calendar()
        for item in group:
            try:
                calendar.add_component(self._event(item))
            except (Unreadable, ValueError, TypeError, OverflowError) as error:
                self._tell("no-start", f"an event was left out: {error}", item.line)
        first, last = self.around
        try:
            found = of(calendar).between(first - _DAY, last + _DAY)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError, ArithmeticError):
            message = "a rule could not be read: of the event only its first time counts"
            self._tell("not-a-rule", message, group[0].line)
            yield from (span for item in group if _counts(item) for span in self._span(item))
            return
        for each in found:
            if str(each[_MARK]) == "1":
                yield self._instant(each.start), self._instant(each.end)

    def _event(self, item: Component) -> Event:
        """Return *item* as the library wants it: on a clock it knows, with no value it trips on."""
        begin = item.first("DTSTART")
        if begin is None:
            raise Unreadable("it has no DTSTART")
        start = stamp(begin)
        event = Event()
        event.add("UID", "one")
        event.add("DTSTART", self._on_clock(start))
        lasts = self._length(item, start)
        event.add("DURATION", timedelta(days=round(lasts / _DAY)) if start.all_day else lasts)
        event.add(_MARK, "1" if _counts(item) else "0")
        sequence = item.first("SEQUENCE")
        if sequence and sequence.value.isdecimal() and len(sequence.value) < 10:
            event.add("SEQUENCE", int(sequence.value))
        if line := item.first("RECURRENCE-ID"):
            ranged = {"RANGE": "THISANDFUTURE"} if "RANGE" in line.parameters else {}
            event.add("RECURRENCE-ID", self._on_clock(stamp(line)), parameters=ranged)
        for name in ("RDATE", "EXDATE"):
            times = [self._on_clock(each) for line in item.every(name) for each in stamps(line)]
            if times:
                event.add(name, times[:MOST])
        for line in item.every("RRULE"):
            if (rule := self._rule(line)) is not None:
                event.add("RRULE", rule)
        return event

    def _rule(self, line: ContentLine) -> vRecur | None:
        why = "cannot be read"
        try:
            if not any(word in line.value.upper() for word in _TOO_OFTEN):
                rule: vRecur = vRecur.from_ical(line.value)
                return rule
            why = "repeats every minute or second"
        except (ValueError, TypeError):
            pass
        message = f"the rule {line.value[:60]!r} {why}: only the first time counts"
        self._tell("not-a-rule", message, line.line)
        return None

    def _on_clock(self, found: Stamp) -> date | datetime:
        return found.day if found.all_day else self.clocks.moment(found)

    def _moment(self, found: Stamp) -> datetime:
        return self.clocks.moment(found).astimezone(UTC)

    def _instant(self, found: date | datetime) -> datetime:
        if isinstance(found, datetime):
            aware = found if found.tzinfo else found.replace(tzinfo=self.clocks.home)
            return aware.astimezone(UTC)
        return datetime.combine(found, time(), tzinfo=self.clocks.home).astimezone(UTC)

    def _tell(self, code: str, message: str, line: int | None = None) -> None:
        where = f"line {line}: " if line else ""
        self.problems.append(Problem.warning(code, (), f"{where}{message}"))


def _counts(item: Component) -> bool:
    """Whether *item* takes its owner's time."""
    said = {
        name: line.value.strip().upper()
        for name in ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
        if (line := item.first(name))
    }
    return not (
        said.get("STATUS") in _NEVER
        or said.get("TRANSP") == "TRANSPARENT"
        or said.get("X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"
    )


def _with(line: ContentLine, value: str) -> ContentLine:
    parameters: Mapping[str, Any] = line.parameters
    return ContentLine(line.line, line.name, parameters, value)
