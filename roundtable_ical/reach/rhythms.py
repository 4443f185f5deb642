"""How often a family of calendar programs comes: from counts of the gaps between visits."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from roundtable_ical.reach.counts import Gaps

SAME_VISIT = 60.0
"""Seconds within which fetches are one visit: programs ask twice, people press the key twice."""
ENOUGH = 20
"""Gaps from which on a rhythm is told."""
_STEPS = 8
"""Steps to the double; so a gap is known to 9 percent."""
_LOWEST, _HIGHEST = 0.1, 0.9


def step_of(seconds: float) -> int:
    """Return the step of a gap of *seconds*: a number that rises with its logarithm."""
    return max(0, math.floor(_STEPS * math.log2(seconds / SAME_VISIT)))


def seconds_of(step: int) -> float:
    """Return the shortest gap of a step, in seconds."""
    return SAME_VISIT * math.exp2(step / _STEPS)


class Length(NamedTuple):
    """A length of time as people say it: *number* of a *unit*, ``minute``, ``hour`` or ``day``."""

    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Between which bounds eight of ten gaps lie, as people say it.

    Whole minutes, hours or days, so that it is the same from one day to the next.
    """

    least: Length
    most: Length


def rhythm(gaps: Iterable[Gaps]) -> Rhythm | None:
    """Return the rhythm that *gaps* show; None where they are fewer than `ENOUGH`."""
    steps: Counter[int] = Counter()
    for gap in gaps:
        steps[gap.step] += gap.times
    total = steps.total()
    if total < ENOUGH:
        return None
    return Rhythm(rounded(_part(steps, total * _LOWEST)), rounded(_part(steps, total * _HIGHEST)))


def rounded(length: timedelta) -> Length:
    """Return *length* in whole minutes, from 90 minutes on in hours, from two days on in days.

    Minutes beyond ten are rounded to five: nobody comes every 59 minutes.
    """
    minutes = length.total_seconds() / 60
    if minutes < 90:
        whole = round(minutes) if minutes < 10 else 5 * round(minutes / 5)
        return Length(1, "hour") if whole == 60 else Length(max(whole, 1), "minute")
    hours = round(minutes / 60)
    return Length(hours, "hour") if hours < 48 else Length(round(hours / 24), "day")


def duration_of(length: Length) -> timedelta:
    """Return *length* as a length of time."""
    return length.number * timedelta(**{f"{length.unit}s": 1})


def _part(steps: Counter[int], wanted: float) -> timedelta:
    """Return the length below which *wanted* gaps are; within a step they are taken as even."""
    before = 0
    for step in sorted(steps):
        if before + steps[step] >= wanted:
            return timedelta(seconds=seconds_of(step) * _share(wanted - before, steps[step]))
        before += steps[step]
    return timedelta(seconds=seconds_of(max(steps) + 1))


def _share(wanted: float, times: int) -> float:
    return math.exp2(wanted / times / _STEPS)
