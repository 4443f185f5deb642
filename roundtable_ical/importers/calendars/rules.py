"""VTIMEZONE: a zone as a calendar defines it itself (RFC 5545 section 3.6.5)."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrulestr

from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.stamps import Unreadable, stamp, stamps

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)(?::?(\d\d))?")
_YEARLY = re.compile(r"(?=.*\bFREQ=YEARLY\b)(?!.*\bBY(?:SECOND|MINUTE|HOUR|YEARDAY|WEEKNO)\b)")
_MOST = 100
_FOR_EVER = datetime(9999, 12, 31)
_MOST_RULES = 20
_LONGEST_RULE = 200


@dataclass(frozen=True, slots=True)
class _Onset:
    """STANDARD or DAYLIGHT: when clocks are put to *offset*, from *before*."""

    first: datetime
    before: timedelta
    offset: timedelta
    rule: str | None
    until: datetime
    days: tuple[datetime, ...]

    def last(self, wall: datetime) -> datetime | None:
        """Return the last time up to *wall* that clocks were put to this offset."""
        found = [day for day in (self.first, *self.days) if day <= wall]
        if self.rule is not None:
            years = (wall.year - 1, wall.year)
            ruled = (_in_year(self.rule, self.first.time(), year) for year in years)
            until = min(self.until, wall)
            found += [day for day in ruled if day and self.first <= day <= until]
        return max(found, default=None)


@dataclass(slots=True)
class OwnRules:
    """The clock that a VTIMEZONE describes."""

    onsets: list[_Onset]
    _known: dict[datetime, timedelta] = field(default_factory=dict)

    def instant(self, wall: datetime) -> datetime:
        """Return the moment (UTC) at which this clock shows *wall*."""
        if wall not in self._known:
            past = [(day, each) for each in self.onsets if (day := each.last(wall)) is not None]
            latest = max(past, key=lambda found: found[0], default=None)
            first = min(self.onsets, key=lambda each: each.first)
            self._known[wall] = latest[1].offset if latest else first.before
        return (wall - self._known[wall]).replace(tzinfo=UTC)


def own_rules(definition: Component) -> OwnRules | None:
    """Return what *definition* says; None where it says nothing that can be used."""
    onsets: list[_Onset] = []
    for part in definition.parts[:_MOST]:
        line = part.first("RRULE")
        start, before, offset = map(part.first, ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"))
        to = _offset(offset.value) if offset else None
        if start is None or to is None:
            continue
        try:
            first = stamp(start).wall
            days = [each for line in part.every("RDATE") for each in stamps(line)]
        except Unreadable:
            continue
        if line and sum(each.rule is not None for each in onsets) >= _MOST_RULES:
            continue
        since = _offset(before.value) if before else None
        rule = _rule(line.value) if line else None
        kept = tuple(each.wall for each in days[:_MOST])
        until = _until(line.value) if line else _FOR_EVER
        onsets.append(_Onset(first, to if since is None else since, to, rule, until, kept))
    return OwnRules(onsets) if onsets else None


def _offset(words: str) -> timedelta | None:
    match = _OFFSET.fullmatch(words.strip())
    if match is None:
        return None
    found = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return None if found >= timedelta(days=1) else -found if match[1] == "-" else found


def _rule(words: str) -> str | None:
    """Return the yearly rule in *words* without its end; None for any other rule."""
    text = re.sub(r";?UNTIL=[^;]*|;?INTERVAL=1\b", "", words.upper()).strip("; ")
    known = len(text) <= _LONGEST_RULE and _YEARLY.match(text)
    return text if known and "COUNT=" not in text and "INTERVAL=" not in text else None


def _until(words: str) -> datetime:
    match = re.search(r"UNTIL=(\d{8})", words.upper())
    try:
        day = datetime.strptime(match[1], "%Y%m%d") if match else None  # noqa: DTZ007  # a day
    except ValueError:
        day = None
    return day + timedelta(days=1) if day else _FOR_EVER


@lru_cache(maxsize=4096)
def _in_year(rule: str, clock: time, year: int) -> datetime | None:
    """Return when *rule* falls in *year*; None where it does not.

    Where a rule finds nothing, dateutil searches up to the year 9999: so it is asked for a year
    shortly before that, in which the days of the week are the same.
    """
    later = year + (9990 - year) // 400 * 400
    try:
        found = next(iter(rrulestr(rule, dtstart=datetime.combine(date(later, 1, 1), clock))), None)
        return found.replace(year=year) if found and found.year == later else None
    except (ValueError, TypeError, LookupError):
        return None
