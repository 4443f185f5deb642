"""A first plan, found by putting one task after the other: what is well stays where it is."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from heapq import merge

from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.problem import Place, Problem, Task, limits_of, starts
from roundtable_ical.scheduling.planning.rules import Limit, Once, Order, Rule, Span, Way


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


def _nearest(task: Task, may: Mapping[str, tuple[int, ...]]) -> Iterator[Place]:
    """Yield every place, from what moves *task* least; one after the other, as most find one."""
    streams = (_in_room(task, rank, room, may[room]) for rank, room in enumerate(may))
    for _, start, _, room in merge(*streams):
        yield Place(start, room)


def _in_room(
    task: Task, rank: int, room: str, those: tuple[int, ...]
) -> Iterator[tuple[int, int, int, str]]:
    was, cost = task.start, task.costs.get(room, 0)
    if was is None:
        return ((cost, start, rank, room) for start in those)
    return iter(sorted((cost + abs(start - was), start, rank, room) for start in those))


class _Placed:
    """What has a place so far, and what it takes to find one beside it."""

    def __init__(self, problem: Problem) -> None:
        self.places: dict[str, Place] = {}
        self._tasks = problem.by_id
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        self._once: dict[str, list[_Busy]] = defaultdict(list)
        for rule in problem.rules:
            if isinstance(rule, Once):
                busy = _Busy(rule)
                for id_ in rule.tasks:
                    self._once[id_].append(busy)
                continue
            for id_ in _tasks_of(rule):
                self._rules[id_].append(rule)

    def take(self, task: Task, place: Place) -> bool:
        """Put *task* at *place*, and return whether it fits there."""
        span = place.start, place.start + task.minutes
        once = [busy for busy in self._once[task.id] if busy.counts(place)]
        if any(busy.meets(span) for busy in once):
            return False
        self.places[task.id] = place
        if any(broken(self._tasks, rule, self.places) for rule in self._rules[task.id]):
            del self.places[task.id]
            return False
        for busy in once:
            insort(busy.spans, span)
        return True


class _Busy:
    """When a rule has one of its tasks already: *spans* in order, of which no two meet."""

    def __init__(self, rule: Once) -> None:
        self.rooms = rule.rooms
        self.spans: list[Span] = []

    def counts(self, place: Place) -> bool:
        """Whether the rule has to do with *place*."""
        return self.rooms is None or place.room in self.rooms

    def meets(self, span: Span) -> bool:
        """Whether something is there within *span*: what begins before its end ends in it."""
        at = bisect_left(self.spans, (span[1], span[1]))
        return at > 0 and self.spans[at - 1][1] > span[0]


def _tasks_of(rule: Rule) -> tuple[str, ...]:
    match rule:
        case Limit():
            return ()  # places are taken from those that keep all limits
        case Way(one=one, other=other) | Order(first=one, later=other):
            return one, other
    return rule.tasks
