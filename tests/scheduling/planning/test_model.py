"""The model of a problem: every rule holds in it, and only then."""

from itertools import product

import pytest

from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.model import Model
from roundtable_ical.scheduling.planning.problem import Place
from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Once,
    OneDay,
    OneRoom,
    Order,
    Rule,
    Way,
)
from roundtable_ical.scheduling.planning.solving import look
from tests.scheduling.planning.conftest import DAY, NEXT, MakeTask, Pose

BOTH = ("one", "two")
RULES = [
    Limit("", "one", ((30, 100), (1400, 1600))),
    Limit("", "one", ((1440, 1500),), frozenset({"b"})),
    Limit("", "two", (), frozenset({"a"})),
    Once("", BOTH),
    Once("", BOTH, frozenset({"a"})),
    Way("", "one", "two", {("a", "b"): 30, ("b", "a"): 30}),
    Order("", "two", "one"),
    OneDay("", BOTH),
    OneRoom("", BOTH),
    Alike("", BOTH),
]


def solved(model: Model) -> bool:
    status = look(model, seconds=60, seed=0).status
    return bool(status in (model.library.OPTIMAL, model.library.FEASIBLE))


@pytest.mark.parametrize("guarded", [False, True])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_a_rule_allows_what_does_not_break_it_and_nothing_else(
    task: MakeTask, pose: Pose, rule: Rule, *, guarded: bool
) -> None:
    days = (DAY, (0, 60)), (NEXT, (1440, 1500))
    tasks = {id_: task(id_, days=days) for id_ in BOTH}
    places = [Place(start, room) for start in (0, 30, 1440, 1470) for room in ("a", "b")]
    wrong = []

    for one, two in list(product(places, places))[::3]:
        model = Model(pose(*tasks.values(), rules=(rule,)), reasons=guarded)
        there = {"one": one, "two": two}
        for id_, place in there.items():
            model.model.add(model.start[id_] == place.start)
            model.model.add(model.here[id_].get(place.room, 0) == 1)
        if solved(model) is bool(broken(tasks, rule, there)):
            wrong.append(there)

    assert wrong == []


def test_reasons_that_were_needed_are_named(task: MakeTask, pose: Pose) -> None:
    rules = (
        Limit("needed", "one", ((0, 60),)),
        Limit("needed too", "one", ((60, 120),)),
        Order("not needed", "one", "two"),
    )
    model = Model(pose(task("one"), task("two"), rules=rules), reasons=True)

    seen = look(model, seconds=60, seed=0)

    needed = set(seen.solver.sufficient_assumptions_for_infeasibility())
    assert seen.status == model.library.INFEASIBLE
    assert {name for name, guard in model.guards.items() if guard.index in needed} == {
        "needed",
        "needed too",
    }
