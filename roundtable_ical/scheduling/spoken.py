"""Times in words: what a clock that is set back shows twice is told apart."""

from datetime import datetime

from roundtable_ical import zones


def wall(moment: datetime) -> str:
    """Return what the clock shows at *moment*, an aware one; which of both, where it does so twice.

    >>> from zoneinfo import ZoneInfo
    >>> wall(datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1))
    '01:30 (second, UTC-05:00)'
    """
    return f"{moment:%H:%M}{_which(moment)}"


def span(start: datetime, end: datetime) -> str:
    """Return ``08:15-08:30``, with the day of *end* where it is another one."""
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    if (which := _which(start)) == _which(end):
        return f"{start:%H:%M}-{last}{which}"
    return f"{wall(start)}-{last}{_which(end)}"


def hours(start: datetime, end: datetime) -> str:
    """Return ``2026-10-29 08:15-08:30``, as `span` with the day."""
    return f"{start:%Y-%m-%d} {span(start, end)}"


def _which(moment: datetime) -> str:
    if not zones.ambiguous(moment):
        return ""
    return f" ({('first', 'second')[moment.fold]}, UTC{moment.isoformat()[-6:]})"
