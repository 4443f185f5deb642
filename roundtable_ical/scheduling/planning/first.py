"""A first plan, found by putting one task after the other: what is well stays where it is."""

from collections import defaultdict
from collections.abc import Mapping

from roundtable_ical.scheduling.planning.kept import apart, broken
from roundtable_ical.scheduling.planning.problem import (
    Limit,
    Once,
    Order,
    Place,
    Problem,
    Rule,
    Task,
    Way,
    cost_of,
    limits_of,
    starts,
)


def first_plan(problem: Problem) -> dict[str, Place]:
    """Return a place for each task that finds one beside those before it; wishes are not asked.

    What is at its place already, and does not meet another, keeps it. The others come in the
    order of how few places they have, each as near as it can be to where it was, or as early.
    """
    limits = limits_of(problem)
    may = {task.id: starts(task, limits[task.id], problem.grid) for task in problem.tasks}
    board = _Placed(problem)
    waiting = []
    for task in sorted(problem.tasks, key=lambda task: _room_for_choice(may[task.id])):
        here = _here(task, may[task.id])
        if here is None or not board.take(task, here):
            waiting.append(task)
    later = {rule.later for rule in problem.rules if isinstance(rule, Order)}
    for task in sorted(waiting, key=lambda task: task.id in later):
        next((place for place in _nearest(task, may[task.id]) if board.take(task, place)), None)
    return board.places


def _room_for_choice(may: Mapping[str, tuple[int, ...]]) -> int:
    return sum(map(len, may.values()))


def _here(task: Task, may: Mapping[str, tuple[int, ...]]) -> Place | None:
    if task.start is None or task.room is None or task.start not in may.get(task.room, ()):
        return None
    return Place(task.start, task.room)


def _nearest(task: Task, may: Mapping[str, tuple[int, ...]]) -> list[Place]:
    places = [Place(start, room) for room, those in may.items() for start in those]
    return sorted(places, key=lambda place: (cost_of(task, place), place.start))


class _Placed:
    """What has a place so far, and what it takes to find one beside it."""

    def __init__(self, problem: Problem) -> None:
        self.places: dict[str, Place] = {}
        self._tasks = problem.by_id
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        for rule in problem.rules:
            for id_ in _tasks_of(rule):
                self._rules[id_].append(rule)

    def take(self, task: Task, place: Place) -> bool:
        """Put *task* at *place*, and return whether it fits there."""
        self.places[task.id] = place
        fits = not any(self._broken(rule, task) for rule in self._rules[task.id])
        if not fits:
            del self.places[task.id]
        return fits

    def _broken(self, rule: Rule, task: Task) -> bool:
        if not isinstance(rule, Once):
            return broken(self._tasks, rule, self.places) > 0
        rooms = rule.rooms  # the others among themselves were looked at before
        if rooms is not None and self.places[task.id].room not in rooms:
            return False
        return any(
            not apart(task, self._tasks[other], self.places)
            for other in rule.tasks
            if other != task.id
            and other in self.places
            and (rooms is None or self.places[other].room in rooms)
        )


def _tasks_of(rule: Rule) -> tuple[str, ...]:
    match rule:
        case Limit():
            return ()  # places are taken from those that keep all limits
        case Way(one=one, other=other) | Order(first=one, later=other):
            return one, other
    return rule.tasks
