"""Small problems in numbers: tasks of one day, in rooms a and b."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from roundtable_ical.scheduling.planning.problem import Problem, Task
from roundtable_ical.scheduling.planning.rules import Once, Order, Rule, Soft

DAY, NEXT = date(2026, 10, 29), date(2026, 10, 30)
ORIGIN = datetime(2026, 10, 29, tzinfo=UTC)
MakeTask = Callable[..., Task]
Pose = Callable[..., Problem]


@pytest.fixture
def task() -> MakeTask:
    """Return a function that makes a task of an hour, without a time, for either room."""

    def make(id_: str, **changes: Any) -> Task:
        values: dict[str, Any] = {
            "title": f"‘{id_.title()}’",
            "minutes": 60,
            "start": None,
            "room": None,
            "rooms": ("a", "b"),
            "days": ((DAY, (0, 1440)), (NEXT, (1440, 2880))),
            "costs": {},
        }
        return Task(id=id_, **(values | changes))

    return make


@pytest.fixture
def pose() -> Pose:
    """Return a function that makes a problem of tasks, on a grid of half hours."""

    def make(*tasks: Task, rules: tuple[Rule, ...] = (), soft: tuple[Soft, ...] = ()) -> Problem:
        return Problem(origin=ORIGIN, grid=30, tasks=tasks, rules=rules, soft=soft)

    return make


@pytest.fixture
def busy(task: MakeTask, pose: Pose) -> Problem:
    """Return more than anybody can look through."""
    ids = tuple(f"task-{number}" for number in range(60))
    tasks = [task(id_, start=600 + 5 * (number % 9), room="a") for number, id_ in enumerate(ids)]
    rules = tuple(Once(room, ids, frozenset({room})) for room in ("a", "b"))
    wishes = tuple(
        Soft(1 + n % 7, Order("", ids[n * 7 % 60], ids[n * 11 % 60])) for n in range(1, 50)
    )
    return pose(*tasks, rules=rules, soft=wishes)
