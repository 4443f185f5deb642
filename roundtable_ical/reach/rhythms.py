"""How often a family of calendar programs comes: from counts of the gaps between visits."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

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


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Between which bounds eight of ten gaps lie, and of how many gaps that is known."""

    least: timedelta
    most: timedelta
    visits: int


def rhythm(gaps: Iterable[Gaps]) -> Rhythm | None:
    """Return the rhythm that *gaps* show; None where they are fewer than `ENOUGH`."""
    steps: Counter[int] = Counter()
    for gap in gaps:
        steps[gap.step] += gap.times
    total = steps.total()
    if total < ENOUGH:
        return None
    return Rhythm(_part(steps, total * _LOWEST), _part(steps, total * _HIGHEST), total)


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
