"""The dates and times in a line, without the numbers that may be neither."""

from roundtable_ical.importers.notes.times import clocks, dates


def dated(text: str) -> tuple[dates.Written, ...]:
    """Return the dates in *text* that are dates for sure, bare weekdays among them.

    >>> [each.at for each in dated("September 26, 8.30 - 10.00 am")]
    [(0, 12)]
    """
    return tuple(each for each in dates.found(text) if not each.doubtful)


def timed(text: str) -> tuple[clocks.Hours, ...]:
    """Return the times in *text*; what is part of a date is none."""
    return clocks.found(text, [each.at for each in dated(text)])
