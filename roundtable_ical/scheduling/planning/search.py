"""The search: first what moves fewest, then least far, then what keeps the most wishes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from roundtable_ical.scheduling.planning import aims
from roundtable_ical.scheduling.planning.first import first_plan
from roundtable_ical.scheduling.planning.model import Model
from roundtable_ical.scheduling.planning.problem import Place, Problem
from roundtable_ical.scheduling.planning.solving import look

STEADY = 0.03
"""The solver's own count of its work that stands for a second, and ends the search before it does:

that count is the same on every computer. One that is not busy does about 0.1 in a second.
"""
_SHARE = 0.6
"""What of the time that is left an aim may take while others come after it."""
_OF_PARTS = 0.1
"""What of its work the second look is given: it counts less for each second."""
_LEAST_SECONDS, _LEAST_WORK = 0.1, 0.01
"""What every aim is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What one aim came to: its *value*, and the *bound* that no plan can be under."""

    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing is less."""
        return self.value <= self.bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The best plan so far, after so many *seconds*; *aim* is what is made less, none at first."""

    aim: str
    seconds: float
    value: int
    bound: int


Told = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the search came to.

    *places* is None where there is none, for good when *impossible*, else for want of time.
    *by_the_clock* is whether seconds ended it, and not what it had looked through: then another
    run may find another plan; so is *interrupted*, whether somebody at the keyboard ended it.
    """

    places: Mapping[str, Place] | None
    aims: tuple[Aim, ...]
    impossible: bool
    by_the_clock: bool
    interrupted: bool
    seconds: float


def search(problem: Problem, *, seconds: float, seed: int, told: Told | None = None) -> Found:
    """Return the best plan that is found for *problem* within *seconds*.

    The same problem and *seed* give the same plan, unless the clock ends the search, or an
    interrupt (SIGINT): what is best by then is returned.
    """
    run = _Run(Model(problem), seconds, seed, told)
    begin = first_plan(problem)
    if len(begin) == len(problem.tasks):
        run.places = begin
    try:
        _searched(run, begin)
    except KeyboardInterrupt:  # between two looks of the solver
        if run.places is None:
            raise
        run.interrupted = True
    return run.found()


def _searched(run: "_Run", begin: Mapping[str, Place]) -> None:
    if run.places is not None and run.told:
        run.told(Progress(aim="", seconds=0, value=0, bound=0))
    moves = aims.moved(run.model)
    stages: list[tuple[str, Any]] = []
    if moves:
        stages = [("moved", sum(moves)), ("minutes", sum(aims.sizes(run.model)))]
    wishes = aims.unkept(run.model)
    if wishes:
        stages.append(("wishes", sum(soft.weight * cost for soft, cost in wishes)))
    run.bounds = {name: 0 for name, _ in stages}
    run.model.hint(begin)
    if not stages:
        run.solve("", None, last=True)
    for at, (name, expression) in enumerate(stages):
        if not run.solve(name, expression, last=at + 1 == len(stages)):
            break


class _Run:
    def __init__(self, model: Model, seconds: float, seed: int, told: Told | None) -> None:
        self.model = model
        self.left, self.work = seconds, seconds * STEADY
        self.seed, self.told = seed, told
        self.spent = 0.0
        self.places: dict[str, Place] | None = None
        self.bounds: dict[str, int] = {}
        self.impossible = self.by_the_clock = self.interrupted = False

    def solve(self, name: str, expression: Any, *, last: bool) -> bool:
        """Make *expression* the least it can be, keep it so, and return whether to go on."""
        library, model = self.model.library, self.model.model
        if expression is not None:
            model.minimize(expression)
        share = 1 if last else _SHARE
        seconds, work = self.left * share, self.work * share
        status, aim = self._solved(name, seconds * _SHARE, work * _SHARE)
        if status == library.FEASIBLE and expression is not None and not self.interrupted:
            _, better = self._solved(name, seconds * (1 - _SHARE), work * _OF_PARTS, parts=True)
            if aim and better:
                aim = replace(better, bound=max(aim.bound, better.bound))
        self.impossible = status == library.INFEASIBLE
        if expression is not None and aim is not None:
            self.bounds[name] = aim.bound
            model.add(expression <= aim.value)
        return status in (library.OPTIMAL, library.FEASIBLE) and not self.interrupted

    def _solved(
        self, name: str, seconds: float, work: float, *, parts: bool = False
    ) -> tuple[Any, Aim | None]:
        """Search from the best so far; *parts* also takes parts of it apart, in turns."""
        library = self.model.library
        work = max(work, _LEAST_WORK)
        seen = look(
            self.model,
            seconds=max(seconds, _LEAST_SECONDS),
            seed=self.seed,
            work=work,
            parts=parts,
            watch=self._watch(library, name),
        )
        solver, status = seen.solver, seen.status
        self.spent += solver.wall_time
        self.left -= solver.wall_time
        self.work -= solver.deterministic_time
        ended = status not in (library.OPTIMAL, library.INFEASIBLE)
        self.by_the_clock |= ended and solver.deterministic_time < work
        self.interrupted |= seen.interrupted
        if status not in (library.OPTIMAL, library.FEASIBLE):
            return status, None
        self.places = self.model.places(solver.value)
        self.model.hint(self.places)
        value = round(solver.objective_value)
        bound = ceil(solver.best_objective_bound - 1e-6)
        return status, Aim(name=name, value=value, bound=bound)

    def _watch(self, library: Any, name: str) -> Any:
        if self.told is None:
            return None
        told, spent = self.told, self.spent

        def better(watch: Any) -> None:
            value, bound = round(watch.objective_value), ceil(watch.best_objective_bound - 1e-6)
            seconds = spent + watch.wall_time
            told(Progress(aim=name, seconds=seconds, value=value, bound=bound))

        watched = library.CpSolverSolutionCallback
        return type("Watch", (watched,), {"on_solution_callback": better})()

    def found(self) -> Found:
        """Return what it came to; aims that it did not come to are as its places have them."""
        places = None if self.impossible else self.places
        values = aims.measured(self.model.problem, places) if places is not None else {}
        return Found(
            places=places,
            aims=tuple(
                Aim(name=name, value=values[name], bound=bound)
                for name, bound in self.bounds.items()
                if name in values
            ),
            impossible=self.impossible,
            by_the_clock=self.by_the_clock,
            interrupted=self.interrupted,
            seconds=self.spent,
        )
