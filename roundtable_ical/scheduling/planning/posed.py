"""The whole of what is to be planned: tasks, and the rules of rooms, people and wishes."""

from dataclasses import replace

from roundtable_ical.scheduling.planning import begun, room_rules
from roundtable_ical.scheduling.planning.people_rules import people
from roundtable_ical.scheduling.planning.problem import Problem
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.planning.wishes import hard_rules, soft_rules

GRIDS = (15, 5, 1)
"""What new starts are rounded to, in minutes: the first one that all starts so far keep."""

MOST_STARTS = 300_000
"""Starts of all segments together that a finer grid may have."""


def posed(stated: Stated) -> Problem:
    """Return what is *stated* in numbers."""
    tasks = stated.tasks
    by_id = {task.id: task for task in tasks}
    starts = [task.start for task in tasks if task.start is not None]
    rules = (
        *room_rules.fixed(stated, by_id),
        *room_rules.hours(stated, by_id),
        *room_rules.rooms(stated, by_id),
        *people(stated, by_id),
        *hard_rules(stated),
    )
    return Problem(
        origin=stated.origin,
        grid=next(grid for grid in GRIDS if all(start % grid == 0 for start in starts)),
        tasks=tasks,
        rules=(*begun.anchors(stated, by_id), *begun.still_open(stated, rules)),
        soft=tuple(soft_rules(stated)),
    )


def finer(problem: Problem) -> Problem | None:
    """Return *problem* on the finest grid that can be looked through; None where it is on it.

    Where round times do not do, others may.
    """
    minutes = sum(end - start for task in problem.tasks for _, (start, end) in task.days)
    for grid in sorted(GRIDS):
        if minutes // grid <= MOST_STARTS:
            return replace(problem, grid=grid) if grid < problem.grid else None
    return None
