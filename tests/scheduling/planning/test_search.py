"""The search: the fewest moves first, then the smallest, then the wishes."""

import os
import signal
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings

from roundtable_ical.scheduling.planning.problem import Place, Problem
from roundtable_ical.scheduling.planning.rules import Limit, Once, OneRoom, Order, Soft
from roundtable_ical.scheduling.planning.search import Aim, Progress, search
from tests.scheduling.planning.conftest import MakeTask, Pose
from tests.scheduling.planning.small import every_plan, measured, small

ROOM_A, ROOM_B = frozenset({"a"}), frozenset({"b"})


def crowded(task: MakeTask, pose: Pose) -> Problem:
    """Return a long task that meets two short ones in one room: one move is less than two."""
    tasks = (
        task("long", minutes=120, start=600, room="a", costs={"b": 200}),
        task("short", start=600, room="a", costs={"b": 30}),
        task("late", start=660, room="a", costs={"b": 30}),
    )
    ids = tuple(each.id for each in tasks)
    return pose(*tasks, rules=(Once("a", ids, ROOM_A), Once("b", ids, ROOM_B)))


def test_one_far_move_is_better_than_two_near_ones(task: MakeTask, pose: Pose) -> None:
    found = search(crowded(task, pose), seconds=10, seed=0)

    assert found.places == {
        "long": Place(480, "a"),
        "short": Place(600, "a"),
        "late": Place(660, "a"),
    }
    assert found.aims == (
        Aim(name="moved", value=1, bound=1),
        Aim(name="minutes", value=120, bound=120),
    )
    assert all(aim.proven for aim in found.aims)


def test_wishes_decide_among_what_moves_alike(task: MakeTask, pose: Pose) -> None:
    tasks = task("one", start=600, room="a"), task("two"), task("three")
    ids = ("one", "two", "three")
    rules = Once("x", ids), *(Limit("day", id_, ((0, 1440),)) for id_ in ids)
    soft = (
        Soft(5, OneRoom("one room", ids)),
        Soft(2, Order("two first", "two", "one")),
        Soft(1, Order("three last", "two", "three")),
    )

    found = search(pose(*tasks, rules=rules, soft=soft), seconds=10, seed=0)

    assert found.places is not None
    assert found.places["one"] == Place(600, "a")
    assert {place.room for place in found.places.values()} == {"a"}
    assert found.aims[-1] == Aim(name="wishes", value=0, bound=0)


def test_the_same_problem_gives_the_same_plan(task: MakeTask, pose: Pose) -> None:
    problem = crowded(task, pose)

    one, other = (search(problem, seconds=10, seed=4) for _ in range(2))

    assert replace(one, seconds=0) == replace(other, seconds=0)


def test_what_is_impossible_is_known_to_be(task: MakeTask, pose: Pose) -> None:
    rules = Order("a", "one", "two"), Order("b", "two", "one")

    found = search(pose(task("one"), task("two"), rules=rules), seconds=10, seed=0)

    assert (found.places, found.impossible, found.by_the_clock) == (None, True, False)


def test_better_plans_are_told_as_they_are_found(task: MakeTask, pose: Pose) -> None:
    told: list[Progress] = []

    search(crowded(task, pose), seconds=10, seed=0, told=told.append)

    assert list(dict.fromkeys(each.aim for each in told)) == ["", "moved", "minutes"]
    assert told[-1].value == 120


def test_the_time_limit_ends_the_search_with_the_best_so_far(busy: Problem) -> None:
    begun = time.monotonic()

    found = search(busy, seconds=1.5, seed=0)

    assert found.seconds < 3
    assert time.monotonic() - begun < 15
    assert found.places is None or len(found.places) == 60


def test_what_no_time_was_left_for_is_told_all_the_same(busy: Problem) -> None:
    found = search(busy, seconds=0, seed=0)

    assert found.places is not None
    assert not found.interrupted
    assert tuple(aim.value for aim in found.aims) == measured(busy, found.places)
    assert [aim.name for aim in found.aims] == ["moved", "minutes", "wishes"]
    assert not found.aims[-1].proven


@pytest.mark.parametrize("at", ["", "moved", "minutes"])
def test_an_interrupt_ends_the_search_with_the_best_so_far(busy: Problem, at: str) -> None:
    told: list[str] = []

    def interrupt(progress: Progress) -> None:
        told.append(progress.aim)
        if told.count(at) == 1 and progress.aim == at:
            os.kill(os.getpid(), signal.SIGINT)

    found = search(busy, seconds=60, seed=0, told=interrupt)

    assert found.interrupted
    assert found.seconds < 30
    assert found.places is not None
    assert len(found.places) == 60
    assert "wishes" not in told


@settings(max_examples=60)
@given(small())
def test_of_all_plans_that_there_are_none_is_better(problem: Problem) -> None:
    """Every one is tried: fewest moves, then fewest minutes, then what the wishes weigh."""
    best = min((measured(problem, plan) for plan in every_plan(problem)), default=None)

    found = search(problem, seconds=10, seed=0)

    assert found.impossible == (best is None)
    if found.places is None or best is None:
        return
    assert found.places in list(every_plan(problem))
    assert measured(problem, found.places) == best
    values = {aim.name: aim.value for aim in found.aims}
    assert values == {
        name: value
        for name, value in zip(("moved", "minutes", "wishes"), best, strict=True)
        if name in values
    }
    assert all(aim.proven for aim in found.aims)
