"""A first plan without a search."""

import time
from dataclasses import replace

from hypothesis import given

from roundtable_ical.scheduling.planning.first import first_plan
from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.problem import Place, Problem
from roundtable_ical.scheduling.planning.rules import Limit, Once, Order, Way
from tests.scheduling.planning.conftest import MakeTask, Pose
from tests.scheduling.planning.small import small

ROOM_A, ROOM_B = frozenset({"a"}), frozenset({"b"})


def test_what_is_well_stays_and_the_other_goes_as_near_as_it_can(
    task: MakeTask, pose: Pose
) -> None:
    at = {"start": 600, "room": "a", "costs": {"b": 90}}
    problem = pose(task("one", **at), task("two", **at), rules=(Once("a", ("one", "two"), ROOM_A),))

    assert first_plan(problem) == {"one": Place(600, "a"), "two": Place(540, "a")}


def test_what_has_few_places_is_put_first_and_followers_last(task: MakeTask, pose: Pose) -> None:
    rules = (
        Once("a", ("later", "first", "tight"), ROOM_A),
        Order("in order", "first", "later"),
        Limit("hours", "tight", ((0, 60),)),
        *(Limit("one room", each, (), ROOM_B) for each in ("later", "first", "tight")),
    )

    found = first_plan(pose(task("later"), task("first"), task("tight"), rules=rules))

    assert found == {"tight": Place(0, "a"), "first": Place(60, "a"), "later": Place(120, "a")}


def test_the_way_between_rooms_is_left_free(task: MakeTask, pose: Pose) -> None:
    way = Way("way", "one", "two", {("a", "b"): 20, ("b", "a"): 20})
    rules = Limit("a", "one", (), ROOM_B), Limit("b", "two", (), ROOM_A), Once("x", ("one", "two"))

    found = first_plan(pose(task("one"), task("two"), rules=(*rules, way)))

    assert found == {"one": Place(0, "a"), "two": Place(90, "b")}


def test_what_finds_no_place_is_left_out(task: MakeTask, pose: Pose) -> None:
    rules = (
        Once("one at a time", ("one", "two")),
        *(Limit("hours", each, ((0, 90),)) for each in ("one", "two")),
    )

    assert first_plan(pose(task("one"), task("two"), rules=rules)) == {"one": Place(0, "a")}


@given(small())
def test_nothing_that_has_a_place_breaks_a_rule(problem: Problem) -> None:
    places = first_plan(problem)

    assert [rule for rule in problem.rules if broken(problem.by_id, rule, places)] == []


def test_a_thousand_in_one_room_find_their_places_soon(task: MakeTask, pose: Pose) -> None:
    ids = [f"task-{number}" for number in range(1_000)]
    tasks = [task(id_, minutes=1, rooms=("a",)) for id_ in ids]
    problem = replace(pose(*tasks, rules=(Once("one at a time", tuple(ids)),)), grid=1)
    begun = time.monotonic()

    places = first_plan(problem)

    assert sorted(place.start for place in places.values()) == list(range(1_000))
    assert time.monotonic() - begun < 30
