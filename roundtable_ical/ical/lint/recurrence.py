"""The yearly rule of a STANDARD or DAYLIGHT part, as calendar programs write them.

Source: RFC 5545 sections 3.3.10 and 3.6.5.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from roundtable_ical.ical.lint.moments import wall_time

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,2}", re.ASCII)
_KNOWN = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "WKST"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A date in each year: the *ordinal*-th *weekday* among the days of *month*.

    *weekday* is None for any; *days* of the month are all where it is empty; *until* is the
    last wall time that counts, on the clock before the change.
    """

    month: int
    weekday: int | None
    ordinal: int
    days: tuple[int, ...]
    until: datetime | None

    def onset(self, year: int, start: datetime) -> datetime | None:
        """Return the onset in *year* of the part that begins at *start*, or None."""
        first, length = monthrange(year, self.month)
        days = [length + 1 + day if day < 0 else day for day in self.days]
        found = [
            day
            for day in sorted(days or range(1, length + 1))
            if 1 <= day <= length and self.weekday in (None, (first + day - 1) % 7)
        ]
        index = self.ordinal - 1 if self.ordinal > 0 else self.ordinal
        if not -len(found) <= index < len(found):
            return None
        wall = start.replace(year=year, month=self.month, day=found[index])
        return wall if self.until is None or wall <= self.until else None


def parts_of(value: str) -> dict[str, str]:
    """Return the parts of an RRULE by name, in capitals."""
    pairs = (part.partition("=") for part in value.upper().split(";", 20))
    return {name: text for name, _, text in pairs}


def rule(value: str, start: datetime, before: timedelta) -> Rule | None:
    """Return the rule in an RRULE of a part, or None where it is not one date in each year.

    Args:
        value: as it is written.
        start: DTSTART of the part; it supplies what the rule does not say.
        before: TZOFFSETFROM of the part, on whose clock the rule runs.
    """
    parts = parts_of(value)
    if parts.get("FREQ") != "YEARLY" or not parts.keys() <= _KNOWN:
        return None
    if parts.get("INTERVAL", "1") != "1":
        return None
    months, days = _numbers(parts.get("BYMONTH", "")), _numbers(parts.get("BYMONTHDAY", ""))
    by_day = _BYDAY.fullmatch(parts["BYDAY"]) if "BYDAY" in parts else None
    if months is None or days is None or len(months) > 1 or ("BYDAY" in parts and not by_day):
        return None
    if not months and (by_day or days):
        return None
    month = months[0] if months else start.month
    if not 1 <= month <= 12 or 0 in days:
        return None
    ordinal = int(by_day[1]) if by_day and by_day[1] else 1
    weekday = _WEEKDAYS.index(by_day[2]) if by_day else None
    until = None
    if "UNTIL" in parts:
        until = _until(parts["UNTIL"], before)
        if until is None:
            return None
    fallback = () if days or by_day else (start.day,)
    return Rule(month, weekday, ordinal, days or fallback, until)


def _numbers(text: str) -> tuple[int, ...] | None:
    words = text.split(",") if text else []
    if len(words) > 31 or not all(_NUMBER.fullmatch(word) for word in words):
        return None
    return tuple(int(word) for word in words)


def _until(text: str, before: timedelta) -> datetime | None:
    wall = wall_time(text.removesuffix("Z"))
    if wall is None and (day := wall_time(f"{text}T000000")):
        return day.replace(hour=23, minute=59)
    if wall is None or not 1 < wall.year < 9999:
        return wall
    return wall + before if text.endswith("Z") else wall
