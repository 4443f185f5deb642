"""The whole of what is to be planned: tasks, and the rules of rooms, people and wishes."""

from roundtable_ical.scheduling.planning import room_rules
from roundtable_ical.scheduling.planning.people_rules import people
from roundtable_ical.scheduling.planning.problem import Problem
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.planning.wishes import hard_rules, soft_rules

GRIDS = (15, 5, 1)
"""What new starts are rounded to, in minutes: the first one that all starts so far keep."""


def posed(stated: Stated) -> Problem:
    """Return what is *stated* in numbers."""
    tasks = stated.tasks
    by_id = {task.id: task for task in tasks}
    starts = [task.start for task in tasks if task.start is not None]
    return Problem(
        origin=stated.origin,
        grid=next(grid for grid in GRIDS if all(start % grid == 0 for start in starts)),
        tasks=tasks,
        rules=(
            *room_rules.fixed(stated, by_id),
            *room_rules.hours(stated, by_id),
            *room_rules.rooms(stated, by_id),
            *people(stated, by_id),
            *hard_rules(stated),
        ),
        soft=tuple(soft_rules(stated)),
    )
