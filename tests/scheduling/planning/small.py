"""Problems that are small enough to try every plan there is."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from hypothesis import strategies as st

from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.problem import (
    Place,
    Problem,
    Task,
    cost_of,
    grid_starts,
    is_moved,
)
from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Once,
    OneDay,
    OneRoom,
    Order,
    Rule,
    Soft,
    Way,
)
from tests.scheduling.planning.conftest import DAY, NEXT, ORIGIN

IDS = ("one", "two", "three")
DAYS = ((DAY, (0, 180)), (NEXT, (180, 360)))


@st.composite
def small(draw: st.DrawFn) -> Problem:
    """Draw three tasks of two short days and two rooms, with rules and wishes of every sort."""
    tasks = []
    for id_ in IDS:
        start = draw(st.sampled_from((None, 0, 60, 60, 180)))
        room = draw(st.sampled_from(("a", "a", "b", None))) if start is None else "a"
        task = Task(
            id=id_,
            title=f"‘{id_}’",
            minutes=draw(st.sampled_from((60, 60, 90, 120))),
            start=start,
            room=room,
            rooms=("a", "b"),
            days=DAYS,
            costs={} if room is None else {"b" if room == "a" else "a": 10},
        )
        tasks.append(task)
    rules = [
        Once("a holds one", IDS, frozenset({"a"})),
        Once("b holds one", IDS, frozenset({"b"})),
        *(_limit(draw, number) for number in range(draw(st.integers(0, 3)))),
        *(_rule(draw, number) for number in range(draw(st.integers(0, 3)))),
    ]
    soft = [
        Soft(draw(st.integers(1, 5)), _rule(draw, 10 + number))
        for number in range(draw(st.integers(0, 2)))
    ]
    return Problem(origin=ORIGIN, grid=60, tasks=tuple(tasks), rules=tuple(rules), soft=tuple(soft))


def _limit(draw: st.DrawFn, number: int) -> Limit:
    windows = draw(
        st.sampled_from((((0, 150),), ((60, 360),), ((180, 360),), ((0, 60), (90, 270))))
    )
    rooms = draw(st.sampled_from((None, None, frozenset({"a"}))))
    return Limit(f"limit {number}", draw(st.sampled_from(IDS)), windows, rooms)


def _rule(draw: st.DrawFn, number: int) -> Rule:
    first, later = draw(st.permutations(IDS))[:2]
    ids = draw(st.sampled_from((IDS, (first, later))))
    apart = {("a", "b"): 30, ("b", "a"): 30}
    sorts: Mapping[str, Any] = {
        "order": Order(f"‘{first}’ before ‘{later}’ ({number})", first, later),
        "once": Once(f"once {number}", ids),
        "way": Way(f"way {number}", first, later, apart),
        "one day": OneDay(f"one day {number}", ids),
        "one room": OneRoom(f"one room {number}", ids),
        "alike": Alike(f"alike {number}", ids),
    }
    found: Rule = sorts[draw(st.sampled_from(tuple(sorts)))]
    return found


def every_plan(problem: Problem) -> Iterator[dict[str, Place]]:
    """Yield all that keep every rule, tried one by one."""
    tasks = problem.by_id
    places = [
        [Place(at, room) for at in grid_starts(task, problem.grid) for room in task.rooms]
        for task in problem.tasks
    ]
    for those in product(*places):
        plan = dict(zip(tasks, those, strict=True))
        if not any(broken(tasks, rule, plan) for rule in problem.rules):
            yield plan


def measured(problem: Problem, plan: Mapping[str, Place]) -> tuple[int, int, int]:
    """Return what a plan makes little, in order: moves, minutes, wishes that are not kept."""
    tasks = problem.by_id
    return (
        sum(is_moved(task, plan[id_]) for id_, task in tasks.items()),
        sum(cost_of(task, plan[id_]) for id_, task in tasks.items()),
        sum(soft.weight * broken(tasks, soft.rule, plan) for soft in problem.soft),
    )


def is_possible(problem: Problem) -> bool:
    """Whether any plan keeps every rule."""
    return next(every_plan(problem), None) is not None
