"""JSON that one program writes: whether it is there, and what it says."""

from collections.abc import Callable
from typing import Any

from roundtable_ical.importers.schedules.drafted import drafted
from roundtable_ical.importers.schedules.jsons import looks_like_json, tree, unrecognised
from roundtable_ical.importers.schedules.plan import Plan
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

Sure = Callable[[Any], float]
"""Says how sure it is, from 0 to 1, that a tree of values was written by its program."""


def sureness(source: Source, sure: Sure) -> float:
    """Return how sure *sure* is of what *source* holds; 0 for what is no JSON."""
    return sure(tree(source).value) if looks_like_json(source) else 0.0


def reading(source: Source, sure: Sure, planned: Callable[[Any], Plan]) -> Reading:
    """Return the event in *source* and every problem; only the problem where *sure* says 0."""
    found = tree(source)
    if not sure(found.value):
        return unrecognised(source, found)
    plan = planned(found.value)
    plan.problems += found.problems
    return drafted(plan, source)
