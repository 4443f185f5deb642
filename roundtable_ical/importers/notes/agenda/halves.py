"""Which half of the day the times of an agenda mean, told from their order.

"1.00" after "11.30" is the afternoon, "12:00 AM" between 11:30 and 12:30 is noon.  Every reading of
every time has a price; the cheapest line of readings through a day is taken.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from roundtable_ical.importers.notes.times.clocks import DAY, Clock, Half, Hours, Style

NOON = DAY // 2
_MORNING = 8
"""Hour before which no day begins: a smaller one behind a larger one is the afternoon."""
_TYPO, _NOON_TYPO, _LONG_CLOCK, _BACKWARDS, _OVERLAP, _NEXT_DAY = 7.0, 2.5, 6.0, 3.0, 0.4, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A span in minutes after midnight of its day; *end* may be past `DAY`.

    *turned* tells that the other half than printed is meant, *inferred* that none was printed on
    a clock of twelve hours; *sure* is from 0 to 1.
    """

    start: int
    end: int | None
    turned: bool = False
    inferred: bool = False
    sure: float = 1.0


def is_long_clock(hours: Iterable[Hours]) -> bool:
    """Whether these times are written on a clock of 24 hours."""
    clocks = [clock for each in hours for clock in each.clocks]
    long_ones = sum(clock.is_long for clock in clocks)
    halves = sum(clock.half is not None for clock in clocks)
    letters = sum(clock.style in {Style.LETTER, Style.DIGITS} or clock.padded for clock in clocks)
    if long_ones:
        return long_ones >= halves
    return letters > 0 and halves == 0 and letters * 4 >= len(clocks)


def spans(hours: Sequence[Hours], *, first: Half | None = None) -> tuple[Span, ...]:
    """Return the *hours* of one day, in the order of the agenda, as spans of that day.

    Args:
        hours: each with a start.
        first: the half that the first time is in, where somebody said so.
    """
    clock = _kind_of_clock(hours)
    long_clock = clock is not _Clock.SHORT
    paths: list[tuple[float, tuple[_Reading, ...]]] = [(0.0, ())]
    for position, each in enumerate(hours):
        readings = list(_readings(each, clock, first if position == 0 else None))
        nexts: list[tuple[float, tuple[_Reading, ...]]] = []
        for reading in readings:
            best = min(
                (price + _step(path[-1] if path else None, reading), path) for price, path in paths
            )
            nexts.append((best[0] + reading.price, (*best[1], reading)))
        paths = sorted(nexts)[:8]
    price, chosen = paths[0] if paths else (0.0, ())
    margin = paths[1][0] - price if len(paths) > 1 else 9.0
    return tuple(
        _span(each, reading, long_clock, margin)
        for each, reading in zip(hours, chosen, strict=True)
    )


@dataclass(frozen=True, slots=True, order=True)
class _Reading:
    start: int
    end: int
    """Of a time without an end, the start."""
    price: float
    turned: bool
    shifted: bool


def _kind_of_clock(hours: Sequence[Hours]) -> "_Clock":
    if not is_long_clock(hours):
        return _Clock.SHORT
    if any(clock.is_long for each in hours for clock in each.clocks):
        return _Clock.LONG
    starts = [each.start.hour for each in hours if each.start]
    falls = any(a >= _MORNING > b > 0 for a, b in itertools.pairwise(starts))
    return _Clock.SHORT if falls else _Clock.UNSHOWN


class _Clock(Enum):
    """How the hours of a document count: to 24, maybe to 24 (none is past 12), to 12."""

    LONG = "long"
    UNSHOWN = "unshown"
    SHORT = "short"


def _span(hours: Hours, reading: _Reading, long_clock: bool, margin: float) -> Span:
    open_ones = [clock for clock in hours.clocks if not clock.certain]
    inferred = bool(open_ones) and not long_clock
    sure = 0.9 if margin > 1 else 0.6
    return Span(
        start=reading.start,
        end=None if hours.end is None or hours.start is None else reading.end,
        turned=reading.turned,
        inferred=inferred or reading.shifted,
        sure=1.0 if not (inferred or reading.shifted or reading.turned) else sure,
    )


def _readings(hours: Hours, kind: _Clock, first: Half | None) -> Iterable[_Reading]:
    start = hours.start or hours.end
    if start is None:
        return
    for begin, price, turned, shifted in _values(start, kind):
        if first and not start.certain and (begin % DAY >= NOON) != (first is Half.PM):
            price += 20
        if hours.end is None:
            yield _Reading(begin, begin, price, turned, shifted)
            continue
        for value, cost, end_turned, end_shifted in _values(hours.end, kind, after=begin):
            end, extra = value, 0.0
            if end <= begin:
                end += DAY
                extra = 0.5 if begin >= 17 * 60 and value <= 6 * 60 else _NEXT_DAY
            extra += _length_price(end - begin)
            # "8.30 - 10.00 pm": the half stands for both, where it can.
            shared = start.half is None and hours.end.half is not None and not start.certain
            if shared and (begin < NOON) != (value % DAY < NOON):
                extra += 0.6
            yield _Reading(
                begin,
                end,
                price + cost + extra,
                turned or end_turned,
                shifted or end_shifted,
            )


def _values(
    clock: Clock, kind: _Clock, after: int | None = None
) -> list[tuple[int, float, bool, bool]]:
    """Return minutes, price, whether turned against the print, whether in the later half."""
    minutes = clock.minutes
    if clock.style is Style.WORD and clock.hour == 24:
        return [(DAY if after is not None else 0, 0.0, False, False)]
    if clock.half is not None and clock.hour <= 12:
        other = (minutes + NOON) % DAY
        typo = _NOON_TYPO if clock.hour == 12 else _TYPO
        return [(minutes, 0.0, False, False), (other, typo, True, False)]
    if clock.certain:
        return [(minutes, 0.0, False, False)]
    if clock.hour == 12:
        midnight = minutes - NOON
        return [(minutes, 0.0, False, False), (midnight, 5.0, False, True)]
    late = minutes + NOON
    early_price, late_price = _HABIT[clock.hour]
    if kind is _Clock.LONG or (clock.padded and kind is _Clock.SHORT and clock.hour >= 7):
        price = _LONG_CLOCK if not clock.padded else _LONG_CLOCK + 2
        return [(minutes, 0.0, False, False), (late, price, False, True)]
    if kind is _Clock.UNSHOWN:
        early_price, late_price = early_price / 4, late_price + 2.0
    return [(minutes, early_price, False, False), (late, late_price, False, True)]


_HABIT = {
    1: (4.0, 0.0), 2: (4.0, 0.0), 3: (4.0, 0.0), 4: (4.0, 0.0), 5: (3.0, 0.0), 6: (1.2, 0.3),
    7: (0.4, 0.6), 8: (0.0, 1.6), 9: (0.0, 2.0), 10: (0.0, 2.5), 11: (0.0, 2.5),
}  # fmt: skip
"""What it costs to read an hour without a half as early or late: people meet by day."""


def _length_price(minutes: int) -> float:
    if minutes <= 4 * 60:
        return 0.0
    if minutes <= 10 * 60:
        return 0.3 + (minutes - 240) / 600
    return 2.5 + (minutes - 600) / 240


def _step(before: _Reading | None, after: _Reading) -> float:
    """Return what it costs that *after* stands behind *before* in the agenda."""
    if before is None:
        return 0.0
    if after.start < before.start:
        return _BACKWARDS + min(2.0, (before.start - after.start) / 480)
    if before.end > after.start > before.start:
        return _OVERLAP
    return min(1.5, max(0, after.start - before.end - 90) / 480)
