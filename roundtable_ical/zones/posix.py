"""The footer of a TZif file: how the clock will change in every year to come.

Source: RFC 8536 section 3.3; POSIX.1-2017 section 8.3 (TZ).
"""

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAY = 24 * 60 * 60
_NAME = r"(?:<[A-Za-z0-9+-]+>|[A-Za-z]{3,})"
_HOURS = r"[+-]?\d{1,3}(?::\d{2}){0,2}"
_DATE = r"(?:M\d{1,2}\.[1-5]\.[0-6]|J\d{1,3}|\d{1,3})"
_FOOTER = re.compile(
    rf"(?P<standard>{_NAME})(?P<offset>{_HOURS})"
    rf"(?:(?P<daylight>{_NAME})(?P<ahead>{_HOURS})?"
    rf",(?P<start>{_DATE}(?:/{_HOURS})?),(?P<end>{_DATE}(?:/{_HOURS})?))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class LocalType:
    """How a clock stands: *offset* in seconds east of UTC, and what people call it."""

    offset: int
    daylight: bool
    abbreviation: str


@dataclass(frozen=True, slots=True)
class Onset:
    """The day and time of a yearly change, on the clock as it was before the change.

    *month* is 1..12 with *week* 1..5 (5 is the last) and *day* 0..6 (0 is Sunday); or it is
    0, and *day* is the day of the year from 0, of 365 days where *leapless*. *seconds* count
    from midnight of that day and may lie outside it (-167..167 hours).
    """

    month: int
    week: int
    day: int
    seconds: int
    leapless: bool = False

    def wall(self, year: int) -> datetime:
        """Return the wall time of the change in *year*, naive."""
        return datetime.combine(self._day(year), datetime.min.time()) + timedelta(
            seconds=self.seconds
        )

    def _day(self, year: int) -> date:
        if not self.month:
            leap = self.leapless and self.day >= 59 and isleap(year)
            return date(year, 1, 1) + timedelta(days=self.day + leap)
        first = date(year, self.month, 1)
        wait = (self.day - first.isoweekday()) % 7 + 7 * (self.week - 1)
        found = first + timedelta(days=wait)
        return found if found.month == self.month else found - timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Rule:
    """A zone's two clocks and when each of them begins, every year."""

    standard: LocalType
    daylight: LocalType
    to_daylight: Onset
    to_standard: Onset

    def summer_first(self) -> "Rule":
        """Return the same rule with the clock that is further ahead as daylight time.

        Ireland's law has it the other way round, and most readers do not expect that.
        """
        if self.daylight.offset > self.standard.offset:
            return self
        return Rule(self.daylight, self.standard, self.to_standard, self.to_daylight)


def parsed(footer: str) -> LocalType | Rule | None:
    """Return what *footer* says: one clock for ever, a yearly rule, or nothing (empty).

    Raises:
        ValueError: *footer* is no POSIX TZ string of this form.
    """
    if not footer:
        return None
    match = _FOOTER.fullmatch(footer)
    if match is None:
        raise ValueError(f"{footer!r} is not a time zone rule as POSIX writes it")
    offset = -_seconds(match["offset"])
    standard = LocalType(offset, False, match["standard"].strip("<>"))
    if not match["daylight"]:
        return standard
    ahead = -_seconds(match["ahead"]) if match["ahead"] else offset + 3600
    daylight = LocalType(ahead, True, match["daylight"].strip("<>"))
    return Rule(standard, daylight, _onset(match["start"]), _onset(match["end"]))


def _onset(text: str) -> Onset:
    day, _, time = text.partition("/")
    seconds = _seconds(time) if time else 2 * 3600
    if day.startswith("M"):
        month, week, weekday = map(int, day[1:].split("."))
        return Onset(month, week, weekday, seconds)
    if day.startswith("J"):
        return Onset(0, 0, int(day[1:]) - 1, seconds, leapless=True)
    return Onset(0, 0, int(day), seconds)


def _seconds(text: str) -> int:
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    total = sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))
    return -total if text.startswith("-") else total
