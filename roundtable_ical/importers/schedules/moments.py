"""Moments, times of day and lengths as schedule files write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

LONGEST_MINUTES = 7 * 24 * 60
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)[T ]+(\d\d?)[:.]?(\d\d)(?:[:.]?(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?",
    re.ASCII,
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)(?:[:.]\d\d)?\s*([ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)
_HOURS = re.compile(r"(?:(\d+)\s*days?,?\s*)?(\d{1,3}):(\d\d)(?::\d\d)?", re.ASCII)
_WORDS = re.compile(
    r"P?(?:(\d+)\s*d[a-z]*\s*)?T?(?:(\d+)\s*h[a-z]*\s*)?(?:(\d+)\s*m[a-z]*\s*)?"
    r"(?:\d+\s*s[a-z]*)?",
    re.ASCII | re.IGNORECASE,
)


def moment(value: object) -> datetime | None:
    """Return the moment that *value* says, aware where it has an offset; None for none.

    >>> moment("2024-11-02T09:00:00+01:00").isoformat()
    '2024-11-02T09:00:00+01:00'
    """
    if not isinstance(value, str) or len(value) < 11:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    found = _MOMENT.fullmatch(value.strip())
    if not found:
        return None
    try:
        whole = day(f"{found[1]}-{found[2]}-{found[3]}")
        zone = _offset(found[7]) if found[7] else None
        hour, minute = int(found[4]), int(found[5])
        if whole is None or hour > 24 or minute > 59:
            return None
        midnight = datetime.combine(whole, time(), zone)
        return midnight + timedelta(hours=hour, minutes=minute, seconds=int(found[6] or 0))
    except (ValueError, OverflowError):
        return None


def _offset(words: str) -> timezone:
    if words in {"Z", "UTC", "GMT"}:
        return UTC
    digits = words[1:].replace(":", "").ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-length if words[0] == "-" else length)


def day(value: object) -> date | None:
    """Return the day that *value*, as ``2024-11-02`` or a moment, says; None for none."""
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def clock(value: object) -> time | None:
    """Return the time of day that *value*, as ``09:30`` or ``9:30 pm``, says; None for none."""
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3][0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def minutes(value: object) -> int | None:
    """Return the length in minutes that *value* says; None for none, and for nothing at all.

    >>> minutes("1:30"), minutes("PT45M"), minutes(20), minutes("00:00")
    (90, 45, 20, None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        found = int(value) if 0 < value <= LONGEST_MINUTES else 0
    else:
        found = _minutes(str(value).strip()[:40])
    return found if 0 < found <= LONGEST_MINUTES else None


def _minutes(words: str) -> int:
    if words.isdecimal():
        return int(words) if len(words) < 6 else 0
    if found := _HOURS.fullmatch(words):
        return int(found[1] or 0) * 1440 + int(found[2]) * 60 + int(found[3])
    if words and (found := _WORDS.fullmatch(words)):
        return int(found[1] or 0) * 1440 + int(found[2] or 0) * 60 + int(found[3] or 0)
    return 0
