"""Events that repeat: as the programme says it where it can, or else day by day."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event, vRecur
from recurring_ical_events import of  # type: ignore[import-untyped]  # it has no stubs

from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.patterns import Patterns, ruled_days
from roundtable_ical.importers.calendars.planned import Planned
from roundtable_ical.importers.calendars.stamps import Stamp, Unreadable, stamps
from roundtable_ical.importers.draft import Draft
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.recurrence import LIMIT, LONGEST

_UNTIL = re.compile(r"UNTIL=(\d{8})")
_NIGHT = time(4)
_YEAR = timedelta(days=365)
_INDEX = "X-INDEX"


@dataclass(frozen=True, slots=True)
class Once:
    """One occurrence: *plan* at *wall* on the plan's clock; *repeat* where it stands for more."""

    plan: Planned
    wall: datetime
    repeat: Mapping[str, Any] | None = None


class Series:
    """Reads the rules of one calendar."""

    def __init__(self, draft: Draft, clocks: Clocks) -> None:
        self._draft = draft
        self._clocks = clocks
        self._patterns = Patterns(draft, clocks)

    def occurrences(self, master: Planned, others: Sequence[Planned]) -> list[Once]:
        """Return *master* at all its times, *others* of its instances in their places."""
        rules = master.item.every("RRULE")
        rule = self._patterns.rule(master) if rules else None
        further = self._stamps(master, "RDATE")
        if rule is None and not further:
            return [
                Once(master, master.start.wall),
                *(Once(each, each.start.wall) for each in others),
            ]
        first = master.start.day
        ruled = ruled_days(rule, first) if rule else (first,)
        without = self._stamps(master, "EXDATE")
        if rule and first in ruled and len(rules) == 1 and not self._patterns.clock_parts(master):
            repeat = self._repeat(master, others, rule, ruled, without, further)
            if repeat is not None:
                return [Once(master, master.start.wall, repeat)]
        return self._one_by_one(master, others, rule, without, further)

    def _repeat(
        self,
        master: Planned,
        others: Sequence[Planned],
        rule: str,
        ruled: Sequence[date],
        without: Sequence[Stamp],
        further: Sequence[Stamp],
    ) -> dict[str, Any] | None:
        """Return *rule* as the programme says it; None where it cannot say all of it."""
        start = master.start.wall
        gone = [day for each in without if (day := self._day(master, each))]
        also = [self._wall(master, each) for each in further]
        if start.time() < _NIGHT and not master.start.all_day:
            return None  # clocks are put forward and back at night
        if not self._clocks.keeps(master.start.zone) or master.length is None:
            return None
        if any(each.time() != start.time() for each in also):
            return None
        known = {*ruled, *(each.date() for each in also)} - set(gone)
        changes: dict[str, Any] = {}
        for each in others:
            day = self._day(master, each.instance) if each.instance else None
            recurrence = each.item.first("RECURRENCE-ID")
            if day not in known or (recurrence and "RANGE" in recurrence.parameters):
                return None
            changes[str(day)] = self._changes(master, each, day)
        if not known or len(known) > LIMIT:
            return None
        repeat: dict[str, Any] = {"rule": rule}
        if gone := sorted({day for day in gone if day in ruled}):
            repeat["without"] = [str(day) for day in gone]
        if also:
            repeat["also"] = sorted({str(each.date()) for each in also})
        if changes:
            repeat["changes"] = dict(sorted(changes.items()))
        return repeat

    def _changes(self, master: Planned, other: Planned, day: date) -> dict[str, Any]:
        """Return what is different in *other*, which takes the place of *day*."""
        fields = ("title", "abstract", "status", "venue", "speakers")
        found = {
            field: other.values[field]
            for field in fields
            if other.values.get(field) not in (None, master.values.get(field))
        }
        begin = self._wall(master, other.start)
        length = other.length or master.length or timedelta(hours=1)
        usual = datetime.combine(day, master.start.wall.time())
        if begin != usual or length != master.length:
            found["start"] = f"{begin:%H:%M}"
            end = begin + length
            form = "%H:%M" if end.date() == begin.date() else "%Y-%m-%d %H:%M"
            found["end"] = f"{end:{form}}"
        if begin.date() != day:
            found["date"] = str(begin.date())
        return found or {"title": master.values["title"]}

    def _one_by_one(
        self,
        master: Planned,
        others: Sequence[Planned],
        rule: str | None,
        without: Sequence[Stamp],
        further: Sequence[Stamp],
    ) -> list[Once]:
        """Return each time as an occurrence of its own; which ones the library says."""
        start = master.start.wall
        length = master.length or timedelta(hours=1)
        calendar = Calendar()
        event = Event()
        event.add("UID", "series")
        event.add("DTSTART", start)
        event.add("DURATION", length)
        if rule:
            text = ";".join(
                [_UNTIL.sub(r"UNTIL=\1T235959", rule), *self._patterns.clock_parts(master)]
            )
            event.add("RRULE", vRecur.from_ical(text))
        if further:
            event.add("RDATE", [self._wall(master, each) for each in further])
        if gone := self._gone(master, without):
            event.add("EXDATE", gone)
        event.add(_INDEX, "-1")
        calendar.add_component(event)
        for position, other in enumerate(others):
            if other.instance is None:
                continue
            instance = Event()
            instance.add("UID", "series")
            instance.add("DTSTART", self._wall(master, other.start))
            instance.add("DURATION", other.length or length)
            moved = self._wall(master, other.instance)
            if other.instance.all_day and not master.start.all_day:
                moved = datetime.combine(moved.date(), start.time())
            line = other.item.first("RECURRENCE-ID")
            ranged = {"RANGE": "THISANDFUTURE"} if line and "RANGE" in line.parameters else {}
            instance.add("RECURRENCE-ID", moved, parameters=ranged)
            instance.add(_INDEX, str(position))
            calendar.add_component(instance)
        found = self._found(calendar, start)
        if len(found) > LIMIT:
            message = f"{self._called(master)} has more than {LIMIT} times; the rest was left out"
            told = Problem.warning("series-cut", (), message, "end it earlier")
            self._draft.tell(told, master.line)
        plans = {-1: master, **dict(enumerate(others))}
        kept = [Once(_on_clock_of(plans[index], master), wall) for wall, index in found[:LIMIT]]
        seen = {each.plan.item.line for each in kept}
        alone = [each for each in others if each.item.line not in seen]
        return [*kept, *(Once(each, each.start.wall) for each in alone)]

    def _found(self, calendar: Calendar, start: datetime) -> list[tuple[datetime, int]]:
        span = (start - _YEAR, start + LONGEST + _YEAR)
        try:
            events = of(calendar).between(*span)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
            return [(start, -1)]
        return sorted((each.decoded("DTSTART"), int(str(each[_INDEX]))) for each in events)

    def _gone(self, master: Planned, without: Iterable[Stamp]) -> list[datetime]:
        times = master.start.wall.time()
        return [
            datetime.combine(each.day, times) if each.all_day else self._wall(master, each)
            for each in without
        ]

    def _stamps(self, master: Planned, name: str) -> list[Stamp]:
        found: list[Stamp] = []
        for line in master.item.every(name):
            try:
                found += stamps(line)
            except Unreadable as error:
                message = f"{name} was left out: {error}"
                self._draft.tell(Problem.warning("not-a-time", (), message), line.line)
            if len(found) > LIMIT:
                message = f"{self._called(master)} has more than {LIMIT} days in {name}; the rest "
                told = Problem.warning("series-cut", (), f"{message}was left out")
                self._draft.tell(told, line.line)
                return found[:LIMIT]
        return found

    def _wall(self, master: Planned, stamp: Stamp) -> datetime:
        """Return *stamp* as the clock of *master* shows it."""
        if stamp.all_day or stamp.zone is None or stamp.zone == master.start.zone:
            return stamp.wall
        return self._clocks.wall(self._clocks.moment(stamp), master.start.zone)

    def _day(self, master: Planned, stamp: Stamp) -> date | None:
        """Return the day that *stamp* means in the series; None where it is at another time."""
        wall = self._wall(master, stamp)
        fits = stamp.all_day or wall.time() == master.start.wall.time()
        return wall.date() if fits else None

    def _called(self, master: Planned) -> str:
        return repr(master.values["title"])


def _on_clock_of(plan: Planned, master: Planned) -> Planned:
    """Return *plan* with its times on the clock of *master*, which tells when it repeats."""
    if plan is master:
        return plan
    start = Stamp(plan.start.wall, all_day=plan.start.all_day, zone=master.start.zone)
    return replace(plan, start=start)
