"""What of the rules a plan breaks, and how often."""

import pytest

from roundtable_ical.scheduling.planning.kept import Unkept, broken, unkept
from roundtable_ical.scheduling.planning.problem import Place
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
from tests.scheduling.planning.conftest import MakeTask, Pose

ALL = ("one", "two", "three")
PLACES = {"one": Place(0, "a"), "two": Place(30, "b"), "three": Place(60, "a")}


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        (Limit("", "one", ((0, 60),)), 0),
        (Limit("", "one", ((0, 59), (60, 200))), 1),
        (Limit("", "one", (), frozenset({"b"})), 0),
        (Once("", ALL), 2),
        (Once("", ALL, frozenset({"a"})), 0),
        (Way("", "one", "three", {("a", "a"): 5}), 1),
        (Way("", "one", "three", {("a", "b"): 5}), 0),
        (Order("", "one", "three"), 0),
        (Order("", "one", "two"), 1),
        (OneDay("", ALL), 0),
        (OneRoom("", ALL), 1),
        (Alike("", ALL), 1),
        (Order("", "one", "who has no place"), 0),
    ],
)
def test_rules_are_counted_as_often_as_they_are_broken(
    task: MakeTask, rule: Rule, times: int
) -> None:
    tasks = {id_: task(id_) for id_ in ALL}

    assert broken(tasks, rule, PLACES) == times


def test_wishes_that_are_not_kept_are_told_with_what_they_cost(task: MakeTask, pose: Pose) -> None:
    soft = Soft(10, Once("no two at once", ALL)), Soft(3, OneDay("one day", ALL))

    found = unkept(pose(*map(task, ALL), soft=soft), PLACES)

    assert found == (Unkept(words="no two at once", times=2, cost=20),)
    assert str(found[0]) == "no two at once: not kept, 2 times"
