"""Days, times and lengths as calendars write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import vDuration

from roundtable_ical.importers.calendars.lines import ContentLine

_STAMP = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)


class Unreadable(ValueError):
    """A value that is no day, time or length; the message shows it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or what a clock shows: *zone* names which clock, None is whichever hangs there.

    *zone* is a TZID as written, ``UTC``, or an offset as ``+0200``.
    """

    wall: datetime
    all_day: bool = False
    zone: str | None = None

    @property
    def day(self) -> date:
        """The day on that clock."""
        return self.wall.date()


def stamps(line: ContentLine) -> tuple[Stamp, ...]:
    """Return every stamp in a list of them; of a period, its start.

    Raises:
        Unreadable: one of them is none.
    """
    words = [word for word in line.value.split(",") if word.strip()]
    return tuple(_stamp(word.partition("/")[0], line) for word in words)


def stamp(line: ContentLine) -> Stamp:
    """Return the one stamp of DTSTART and its like.

    Raises:
        Unreadable: it is none.
    """
    return _stamp(line.value, line)


def length(line: ContentLine) -> timedelta:
    """Return the length that DURATION says.

    Raises:
        Unreadable: it says none.
    """
    try:
        found = vDuration.from_ical(line.value.strip().upper())  # type: ignore[no-untyped-call]  # it has no types
    except (ValueError, TypeError, OverflowError):
        found = None
    if not isinstance(found, timedelta) or found < timedelta(0):
        raise Unreadable(f"{line.value!r} is no length of time")
    return found


def _stamp(words: str, line: ContentLine) -> Stamp:
    match = _STAMP.fullmatch(words.strip())
    if match is None:
        raise Unreadable(f"{words.strip()[:40]!r} is no day and time")
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        midnight = datetime(int(year), int(month), int(day))
        if hour is None or line.parameters.get("VALUE", "").upper() == "DATE":
            return Stamp(midnight, all_day=True)
        clock = timedelta(hours=int(hour), minutes=int(minute), seconds=int(second or 0))
        if clock > timedelta(days=1) or int(minute) > 59:
            raise ValueError
        wall = midnight + clock
    except (ValueError, OverflowError):
        raise Unreadable(f"{words.strip()!r} does not exist") from None
    if zone:
        return Stamp(wall, zone="UTC" if zone.upper() == "Z" else zone)
    return Stamp(wall, zone=line.parameters.get("TZID") or None)
