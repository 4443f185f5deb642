"""Which wishes a plan does not keep, looked up in the plan itself."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from roundtable_ical.scheduling.planning import rules
from roundtable_ical.scheduling.planning.problem import Place, Problem, Task, share_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Unkept:
    """A wish that is not kept, so many *times*, at a *cost* that counts them by its weight."""

    words: str
    times: int
    cost: int

    def __str__(self) -> str:
        return f"{self.words}: not kept{f', {self.times} times' if self.times > 1 else ''}"


def unkept(problem: Problem, places: Mapping[str, Place]) -> tuple[Unkept, ...]:
    """Return the wishes of *problem* that *places* do not keep, in the file's order."""
    tasks = problem.by_id
    counted = ((soft, broken(tasks, soft.rule, places)) for soft in problem.soft)
    return tuple(
        Unkept(words=soft.rule.reason, times=times, cost=times * soft.weight)
        for soft, times in counted
        if times
    )


def broken(tasks: Mapping[str, Task], rule: rules.Rule, places: Mapping[str, Place]) -> int:
    """Return how often *places* break *rule*, as the search counts it; what has none breaks none.

    Args:
        tasks: every task by its id.
        rule: hard or soft.
        places: where they are, as far as they have a place.
    """
    match rule:
        case rules.Limit(task=id_, rooms=rooms):
            place = places.get(id_)
            if place is None or (rooms is not None and place.room not in rooms):
                return 0
            ranges = rule.ranges(tasks[id_].minutes)
            return int(not any(first <= place.start <= last for first, last in ranges))
        case rules.Way(one=one, other=two) | rules.Order(first=one, later=two):
            if one not in places or two not in places:
                return 0
            if isinstance(rule, rules.Order):
                return int(places[two].start < places[one].start + tasks[one].minutes)
            minutes = rule.minutes.get((places[one].room, places[two].room), 0)
            return int(minutes > 0 and not apart(tasks[one], tasks[two], places, minutes))
        case rules.Once(rooms=rooms):
            inside = [tasks[id_] for id_ in rule.tasks if id_ in places]
            inside = [each for each in inside if rooms is None or places[each.id].room in rooms]
            return sum(not apart(*pair, places) for pair in combinations(inside, 2))
    there = {id_: places[id_] for id_ in rule.tasks if id_ in places}
    days = Counter(day(tasks[id_], place) for id_, place in there.items())
    match rule:
        case rules.OneRoom():
            return max(0, len({place.room for place in there.values()}) - 1)
        case rules.OneDay():
            return max(0, len(days) - 1)
        case rules.Alike():
            return max(0, max(days.values(), default=0) - share_of(rule, tasks))


def apart(one: Task, other: Task, places: Mapping[str, Place], minutes: int = 0) -> bool:
    """Whether so many *minutes* are between two tasks, whichever is first."""
    here, there = places[one.id], places[other.id]
    return (
        here.start + one.minutes + minutes <= there.start
        or there.start + other.minutes + minutes <= here.start
    )


def day(task: Task, place: Place) -> object:
    """Return the day on which *task* begins at *place*."""
    return next((day for day, (first, end) in task.days if first <= place.start < end), None)
