"""Dates, times and durations as they are written.

Source: RFC 5545 sections 3.3.4, 3.3.5 and 3.3.6.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from roundtable_ical.ical.lint.content import Property

Form = Literal["date", "utc", "local", "floating"]

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?=[\dT])(?:(\d{1,6})W|(?:(\d{1,6})D)?"
    r"(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a DATE or DATE-TIME says: the naive *wall* time, and whose clock shows it.

    *form*: a date; UTC; local with a TZID; or floating, without one.
    """

    wall: datetime
    form: Form
    tzid: str


def moment(found: Property) -> Moment | None:
    """Return the one moment in the value, or None where it is malformed."""
    return _read(found.value, found.parameter("TZID"))


def moments(found: Property) -> list[Moment | None]:
    """Return every moment of a list; of periods, the start."""
    tzid = found.parameter("TZID")
    return [_read(value.partition("/")[0], tzid) for value in found.value.split(",")]


def wall_time(text: str) -> datetime | None:
    """Return a date-time without Z, as the parts of a VTIMEZONE have it, or None."""
    found = _read(text, "")
    return found.wall if found and found.form == "floating" else None


def duration(text: str) -> timedelta | None:
    """Return a DURATION, or None where it is malformed."""
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


@lru_cache(maxsize=4096)
def _read(text: str, tzid: str) -> Moment | None:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        # A leap second is the last of its minute to every library.
        wall = datetime(year, month, day, hour, minute, min(second, 59))
    except ValueError:
        return None
    if found[4] is None:
        return Moment(wall, "date", tzid)
    if found[7]:
        return Moment(wall, "utc", tzid)
    return Moment(wall, "local" if tzid else "floating", tzid)
