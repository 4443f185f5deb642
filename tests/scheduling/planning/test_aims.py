"""What a plan makes least is counted as it is told of the plan."""

from itertools import product

from roundtable_ical.scheduling.planning import aims
from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.model import Model
from roundtable_ical.scheduling.planning.problem import Place, cost_of, is_moved
from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Once,
    OneDay,
    OneRoom,
    Order,
    Soft,
)
from roundtable_ical.scheduling.planning.solving import look
from tests.scheduling.planning.conftest import MakeTask, Pose

ALL = ("one", "two", "three")
SOFT = [
    Soft(1, Limit("", "one", ((0, 60),))),
    Soft(1, Once("", ALL)),
    Soft(1, Order("", "one", "two")),
    Soft(1, OneDay("", ALL)),
    Soft(1, OneRoom("", ALL)),
    Soft(1, Alike("", ALL)),
]


def test_moves_minutes_and_wishes_are_counted_alike_in_model_and_plan(
    task: MakeTask, pose: Pose
) -> None:
    tasks = {
        "one": task("one", start=0, room="a", costs={"b": 30}),
        "two": task("two", start=60, room="b"),
        "three": task("three", room="a"),
    }
    places = [Place(0, "a"), Place(60, "b"), Place(1440, "b")]
    found, wanted = [], []

    for those in list(product(places, repeat=3))[::4]:
        there = dict(zip(ALL, those, strict=True))
        model = Model(pose(*tasks.values(), soft=tuple(SOFT)))
        for id_, place in there.items():
            model.model.add(model.start[id_] == place.start)
            model.model.add(model.here[id_][place.room] == 1)
        counted = (
            sum(aims.moved(model)),
            sum(aims.sizes(model)),
            *(cost for _, cost in aims.unkept(model)),
        )
        model.model.minimize(sum(counted))
        solver = look(model, seconds=60, seed=0).solver
        found.append([solver.value(each) for each in counted])
        wanted.append(
            [
                sum(is_moved(tasks[id_], place) for id_, place in there.items()),
                sum(cost_of(tasks[id_], place) for id_, place in there.items()),
                *(broken(tasks, soft.rule, there) for soft in SOFT),
            ]
        )

    assert found == wanted


def test_what_a_plan_comes_to_is_as_the_model_counts_it(task: MakeTask, pose: Pose) -> None:
    tasks = task("one", start=60, room="a", costs={"b": 10}), task("two"), task("three")
    soft = Soft(5, OneRoom("", ALL)), Soft(2, Order("", "one", "two"))
    places = {"one": Place(90, "b"), "two": Place(60, "a"), "three": Place(0, "b")}

    assert aims.measured(pose(*tasks, soft=soft), places) == {
        "moved": 1,
        "minutes": 40,
        "wishes": 7,
    }
