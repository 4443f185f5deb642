"""One look of the solver."""

import os
import signal
from typing import Any

import pytest

from roundtable_ical.scheduling.planning import aims
from roundtable_ical.scheduling.planning.model import Model
from roundtable_ical.scheduling.planning.problem import Problem
from roundtable_ical.scheduling.planning.solving import look
from tests.scheduling.planning.conftest import MakeTask, Pose


def test_a_look_that_knows_all_is_over_by_itself(task: MakeTask, pose: Pose) -> None:
    model = Model(pose(task("one")))

    seen = look(model, seconds=60, seed=0)

    assert seen.status == model.library.OPTIMAL
    assert not seen.interrupted


def test_a_limit_ends_it_and_is_no_interrupt(busy: Problem) -> None:
    model = Model(busy)
    model.model.minimize(sum(aims.sizes(model)))

    seen = look(model, seconds=0.2, seed=0)

    assert seen.status in (model.library.FEASIBLE, model.library.UNKNOWN)
    assert not seen.interrupted


def test_interrupts_end_it_however_many_and_later_ones_are_as_ever(busy: Problem) -> None:
    model = Model(busy)
    model.model.minimize(sum(aims.sizes(model)))

    class Watch(model.library.CpSolverSolutionCallback):  # type: ignore[misc, name-defined]  # is loaded late
        def on_solution_callback(self) -> None:
            os.kill(os.getpid(), signal.SIGINT)

    watch: Any = Watch()
    seen = [look(model, seconds=60, seed=0, watch=watch) for _ in range(3)]

    assert [each.interrupted for each in seen] == [True, True, True]
    assert {each.status for each in seen} == {model.library.FEASIBLE}
    assert sum(each.solver.wall_time for each in seen) < 60
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
