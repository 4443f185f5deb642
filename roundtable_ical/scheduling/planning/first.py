"""A first plan, found by putting one task after the other: what is well stays where it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from roundtable_ical.scheduling.planning.problem import (
    Limit,
    Once,
    OneDay,
    OneRoom,
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
        fits = all(self._keeps(rule, task, place) for rule in self._rules[task.id])
        if fits:
            self.places[task.id] = place
        return fits

    def _keeps(self, rule: Rule, task: Task, place: Place) -> bool:
        match rule:
            case Once(rooms=rooms):
                return (rooms is not None and place.room not in rooms) or all(
                    (rooms is not None and there.room not in rooms)
                    or self._apart(task, place, other, there, 0)
                    for other, there in self._beside(rule.tasks, task)
                )
            case Way(one=one, other=two, minutes=minutes):
                for other, there in self._beside((one, two), task):
                    rooms = (place.room, there.room) if task.id == one else (there.room, place.room)
                    if not self._apart(task, place, other, there, minutes.get(rooms, 0)):
                        return False
            case Order(first=first, later=later):
                for other, there in self._beside((first, later), task):
                    begins, ends = (there, place) if task.id == first else (place, there)
                    minutes = (task if task.id == first else other).minutes
                    if begins.start < ends.start + minutes:
                        return False
            case OneDay(tasks=tasks):
                day = _day(task, place)
                return all(_day(*each) == day for each in self._beside(tasks, task))
            case OneRoom(tasks=tasks):
                return all(there.room == place.room for _, there in self._beside(tasks, task))
        return True

    def _beside(self, tasks: tuple[str, ...], task: Task) -> Iterator[tuple[Task, Place]]:
        for id_ in tasks:
            if id_ != task.id and id_ in self.places:
                yield self._tasks[id_], self.places[id_]

    @staticmethod
    def _apart(one: Task, here: Place, other: Task, there: Place, minutes: int) -> bool:
        return (
            here.start + one.minutes + minutes <= there.start
            or there.start + other.minutes + minutes <= here.start
        )


def _tasks_of(rule: Rule) -> tuple[str, ...]:
    match rule:
        case Limit():
            return ()  # places are taken from those that keep all limits
        case Way(one=one, other=other) | Order(first=one, later=other):
            return one, other
    return rule.tasks


def _day(task: Task, place: Place) -> object:
    return next((day for day, (first, end) in task.days if first <= place.start < end), None)
