"""A zone as calendar files define it: VTIMEZONE, so small that every program reads it right.

Never more than one STANDARD and one DAYLIGHT part, and only where they give exactly the
moments of the time zone database; icalendar's own generator does not (onsets on the wrong
clock, RDATEs that readers skip, short periods lost).

Source: RFC 5545 section 3.6.5; MS-OXCICAL 2.1.3.1.1.19.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from roundtable_ical.errors import InvalidField
from roundtable_ical.zones.database import current
from roundtable_ical.zones.posix import LocalType
from roundtable_ical.zones.tzif import EPOCH, seconds
from roundtable_ical.zones.yearly import Pair, Yearly, pair

_DAY = 24 * 60 * 60
_QUARTER = 15 * 60
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FIRST_YEAR = 1970
_NAMED = re.compile(r"^([A-Z-]+):(.*)\r$", re.MULTILINE)
_DATE = re.compile(r"^FREQ=YEARLY;BYDAY=([1-4]|-1)([A-Z]{2});BYMONTH=(\d+)$")


@dataclass(frozen=True, slots=True)
class Definition:
    """The VTIMEZONE of the zone *tzid*, and what a reader makes of it."""

    tzid: str
    ical: bytes

    def to_ical(self) -> bytes:
        """Return the component, BEGIN to END, its lines ended by CRLF."""
        return self.ical

    def instant(self, wall: datetime) -> datetime:
        """Return the moment (UTC) that a program reads for a naive *wall* time.

        By these bytes alone, as if the program did not know the zone's name: the part with
        the latest onset up to *wall* is in force; a time that comes twice is its first.

        Source: RFC 5545 sections 3.6.5 and 3.3.5.
        """
        for onset, offset in _onsets(self.ical, wall.year):
            if onset <= wall:
                return (wall - offset).replace(tzinfo=UTC)
        before = min(_parts(self.ical), key=lambda part: part.start).before
        return (wall - before).replace(tzinfo=UTC)

    def proves(self, moment: datetime) -> bool:
        """Tell whether a program that reads *moment* (aware) by these bytes gets it right.

        It is written as the wall time that the zone database gives; false for the second
        pass of a time that comes twice.
        """
        local = moment.astimezone(current().zone(self.tzid))
        return self.instant(local.replace(tzinfo=None, fold=0)) == moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class _Part:
    """A STANDARD or DAYLIGHT part as it was read back."""

    start: datetime
    before: timedelta
    after: timedelta
    rule: Yearly | None

    def onsets(self, year: int) -> list[datetime]:
        """Return the onsets of *year* and the year before, and not before the first one."""
        if self.rule is None:
            return [self.start]
        found = (self.rule.wall(year - 1), self.rule.wall(year))
        return [onset for onset in found if onset >= self.start]


def definition(zone: ZoneInfo, first: datetime, last: datetime) -> Definition | None:
    """Return how to define *zone* for events from *first* to *last*, or None: "say UTC".

    Args:
        zone: with an IANA id.
        first: earliest start, aware.
        last: latest end, aware.

    Returns:
        The first of these that is exact from a day before *first* to a day after *last*:
        the two yearly dates of the zone's rule, where they hold over all calendar years
        touched; one STANDARD, where the clock is not moved; the two dates again, where
        they hold just so long. None where the rules are irregular (Casablanca about
        Ramadan, Apia in 2011), offsets are no quarters of an hour, or before 1970.

    Raises:
        InvalidField: *first* or *last* has no time zone, or *last* comes before *first*.
        UnknownZone: the current database has no such zone.
    """
    start, end = _moment(first, "first") - _DAY, _moment(last, "last") + _DAY
    if end - start < 2 * _DAY:
        raise InvalidField("last", str(last), f"comes before the first moment, {first}")
    if start < 0:
        return None
    years = (EPOCH + timedelta(seconds=start)).year, (EPOCH + timedelta(seconds=end)).year
    regular = _regular(zone.key, *years)
    if regular is not None:
        return regular
    history = current().history(zone.key)
    # One second more: a change at the very end is inside, as a reader counts.
    if not history.changes(start, end + 1):
        return _fixed(zone.key, history.at(start))
    return _from_pair(zone.key, pair(history, start, end + 1, whole_years=False))


@lru_cache(maxsize=1024)
def _regular(key: str, first: int, last: int) -> Definition | None:
    """Return the definition that is right over the calendar years *first* to *last* (UTC)."""
    start, end = (seconds(datetime(year, 1, 1, tzinfo=UTC), 0) for year in (first, last + 1))
    return _from_pair(key, pair(current().history(key), start, end, whole_years=True))


@lru_cache(maxsize=1024)
def _fixed(key: str, clock: LocalType) -> Definition | None:
    if clock.offset % _QUARTER:
        return None
    part = TimezoneStandard()
    start = datetime(_FIRST_YEAR, 1, 1)
    _fill(part, start, clock, clock)
    return _rendered(key, [part])


@lru_cache(maxsize=1024)
def _from_pair(key: str, found: Pair | None) -> Definition | None:
    if found is None or found.standard.offset % _QUARTER or found.daylight.offset % _QUARTER:
        return None
    parts = []
    for part, date, before, after in (
        (TimezoneStandard(), found.to_standard, found.daylight, found.standard),
        (TimezoneDaylight(), found.to_daylight, found.standard, found.daylight),
    ):
        _fill(part, date.wall(_FIRST_YEAR), before, after)
        weekday = f"{date.ordinal}{_WEEKDAYS[date.weekday]}"
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": date.month, "BYDAY": weekday})
        parts.append(part)
    return _rendered(key, parts)


def _fill(
    part: TimezoneStandard | TimezoneDaylight,
    start: datetime,
    before: LocalType,
    after: LocalType,
) -> None:
    part.add("DTSTART", start)
    part.add("TZOFFSETFROM", timedelta(seconds=before.offset))
    part.add("TZOFFSETTO", timedelta(seconds=after.offset))
    part.add("TZNAME", after.abbreviation)


def _rendered(key: str, parts: list[TimezoneStandard | TimezoneDaylight]) -> Definition:
    component = Timezone()
    component.add("TZID", key)
    component.add("X-LIC-LOCATION", key)
    for part in parts:
        component.add_component(part)
    return Definition(key, component.to_ical())


@lru_cache(maxsize=1024)
def _parts(ical: bytes) -> tuple[_Part, ...]:
    """Read the parts back, as a program would that has nothing but these bytes."""
    parts = ical.decode().split("BEGIN:")[2:]
    return tuple(_part(dict(_NAMED.findall(part))) for part in parts)


@lru_cache(maxsize=4096)
def _onsets(ical: bytes, year: int) -> tuple[tuple[datetime, timedelta], ...]:
    """Return onsets (wall) and the offsets from then on, the latest first."""
    found = ((onset, part.after) for part in _parts(ical) for onset in part.onsets(year))
    return tuple(sorted(found, reverse=True))


def _part(values: dict[str, str]) -> _Part:
    start = datetime.fromisoformat(values["DTSTART"])
    rule = None
    if "RRULE" in values:
        ordinal, weekday, month = _DATE.findall(values["RRULE"])[0]
        elapsed = (start - start.replace(hour=0, minute=0, second=0)) // timedelta(seconds=1)
        rule = Yearly(int(month), int(ordinal), _WEEKDAYS.index(weekday), elapsed)
    return _Part(start, _offset(values["TZOFFSETFROM"]), _offset(values["TZOFFSETTO"]), rule)


def _offset(text: str) -> timedelta:
    ahead = timedelta(hours=int(text[1:3]), minutes=int(text[3:5]))
    return -ahead if text.startswith("-") else ahead


def _moment(value: datetime, field: str) -> int:
    if value.utcoffset() is None:
        raise InvalidField(field, str(value), "has no time zone")
    return (value - EPOCH) // timedelta(seconds=1)
