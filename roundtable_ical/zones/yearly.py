"""A zone's clock as two yearly dates, the only form that every calendar program reads.

Source: RFC 5545 section 3.6.5; MS-OXCICAL 2.1.3.1.1.19 (one ordinal weekday, 1 to 4 or last).
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product

from roundtable_ical.zones.posix import DAY, LocalType, Onset
from roundtable_ical.zones.tzif import EPOCH, History, seconds

LAST = -1


@dataclass(frozen=True, slots=True)
class Yearly:
    """The *ordinal*-th (-1: last) *weekday* (0: Monday) of *month*, *seconds* into it."""

    month: int
    ordinal: int
    weekday: int
    seconds: int

    def wall(self, year: int) -> datetime:
        """Return the wall time in *year*, naive, on the clock as it was before the change."""
        first, days = monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7
        day += 7 * (self.ordinal - 1) if self.ordinal > 0 else (days - day) // 7 * 7
        return datetime(year, self.month, day) + timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clocks and the yearly dates at which they take turns; *daylight* is ahead."""

    standard: LocalType
    daylight: LocalType
    to_standard: Yearly
    to_daylight: Yearly

    def changes(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return (moment, offset before, offset after) for *start* <= moment < *end*."""
        sides = (
            (self.to_daylight, self.standard.offset, self.daylight.offset),
            (self.to_standard, self.daylight.offset, self.standard.offset),
        )
        years = range(_year(start) - 1, _year(end) + 2)
        found = (
            (seconds(date.wall(year), before), before, after)
            for year, (date, before, after) in product(years, sides)
        )
        return sorted(change for change in found if start <= change[0] < end)


def pair(history: History, start: int, end: int, *, whole_years: bool) -> Pair | None:
    """Return the two yearly dates that are right from *start* to *end*, or None.

    Args:
        history: the zone; its rule for the years to come says what is tried.
        start: first moment that must be right (seconds since 1970, UTC).
        end: first moment that need not be.
        whole_years: ask it to be right over every calendar year that is touched, so that
            feeds of one season have one and the same definition.

    Returns:
        A pair that has exactly the changes of *history*; None where it has no daylight
        rule, or its clock was not moved by two such dates. Never for moments before 1971:
        the definitions begin in 1970.
    """
    if history.rule is None or _year(start) < 1971:
        return None
    years = range(_year(start), _year(end - 1) + 1)
    if whole_years:
        start, end = _new_year(years.start), _new_year(years.stop)
    wanted = [(c.moment, c.before.offset, c.after.offset) for c in history.changes(start, end)]
    rule = history.rule.summer_first()
    ways = product(_dates(rule.to_standard, years), _dates(rule.to_daylight, years))
    for to_standard, to_daylight in ways:
        found = Pair(rule.standard, rule.daylight, to_standard, to_daylight)
        if wanted and found.changes(start, end) == wanted:
            return found
    return None


def _dates(onset: Onset, years: range) -> Iterator[Yearly]:
    """Yield the dates that may say *onset*, the exact one first.

    A time outside its day ("Saturday, 24:00") falls on the neighbouring weekday, and is then
    the n-th or the last of its month in some years only; which one holds must be tried.
    """
    if not onset.month:
        return
    if 0 <= onset.seconds < DAY:
        ordinal = LAST if onset.week == 5 else onset.week
        yield Yearly(onset.month, ordinal, (onset.day - 1) % 7, onset.seconds)
        return
    tried = set()
    for wall in map(onset.wall, years):
        nth = (wall.day - 1) // 7 + 1
        is_last = wall.day + 7 > monthrange(wall.year, wall.month)[1]
        ordinals = [n for n, fits in ((nth, nth < 5), (LAST, is_last)) if fits]
        for ordinal in sorted(ordinals, reverse=onset.week != 5):
            date = Yearly(wall.month, ordinal, wall.weekday(), onset.seconds % DAY)
            if date not in tried:
                tried.add(date)
                yield date


def _year(moment: int) -> int:
    return (EPOCH + timedelta(seconds=moment)).year


def _new_year(year: int) -> int:
    return seconds(datetime(year, 1, 1, tzinfo=UTC), 0)
