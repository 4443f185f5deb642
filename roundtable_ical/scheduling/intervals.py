"""Stretches of time: put together, cut out of each other, met."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

Interval = tuple[datetime, datetime]
"""Start and first moment after it, both aware, in UTC."""
_MINUTE = timedelta(minutes=1)


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the same time in order, as few intervals as there can be; empty ones are dropped."""
    found: list[Interval] = []
    for start, end in sorted(each for each in intervals if each[0] < each[1]):
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def without(one: Iterable[Interval], other: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the time of *one* that is not in *other*."""
    return tuple(_without(merged(one), merged(other)))


def _without(one: tuple[Interval, ...], other: tuple[Interval, ...]) -> Iterator[Interval]:
    at = 0
    for start, end in one:
        while at < len(other) and other[at][1] <= start:
            at += 1
        place, begin = at, start
        while place < len(other) and other[place][0] < end:
            if begin < other[place][0]:
                yield begin, other[place][0]
            begin = max(begin, other[place][1])
            place += 1
        if begin < end:
            yield begin, end


def met(one: Iterable[Interval], other: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return the time that is in both."""
    first = merged(one)
    return without(first, without(first, other))


def minutes(intervals: Iterable[Interval]) -> int:
    """Return how long *intervals* are together, in whole minutes; a started one counts."""
    length = sum((end - start for start, end in intervals), timedelta())
    return -(-length // _MINUTE)
