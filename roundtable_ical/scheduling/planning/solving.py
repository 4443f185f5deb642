"""One look of the solver at a model, which somebody at the keyboard may end."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any

from roundtable_ical.scheduling.planning.model import Model

_AGAIN = 0.1
"""Seconds after which a solver that was not yet under way is told again to stop."""


@dataclass(frozen=True, slots=True)
class Look:
    """What came of it: the *solver* with all it knows, its *status*; whether it was interrupted."""

    solver: Any
    status: Any
    interrupted: bool


def look(
    model: Model,
    *,
    seconds: float,
    seed: int,
    work: float | None = None,
    parts: bool = False,
    watch: Any = None,
) -> Look:
    """Let the solver look at *model*, until it knows all or a limit ends it.

    Args:
        model: what is looked at.
        seconds: how long, on the wall.
        seed: where it begins; the same one finds the same.
        work: how long, as the solver counts its work itself; None for no such limit.
        parts: whether it also takes parts of its best solution apart, in turns.
        watch: is told of each better solution, in a thread beside this one.

    An interrupt (SIGINT) ends it with what it has. It is waited for beside the solver, which would
    take interrupts itself, tell nobody, and end the whole program at the third.
    """
    solver = model.library.CpSolver()
    limits = solver.parameters
    limits.max_time_in_seconds = seconds
    if work is not None:
        limits.max_deterministic_time = work
    limits.random_seed = seed
    limits.num_workers = 1  # several would race, and who wins differ
    limits.catch_sigint_signal = False
    if parts:
        limits.interleave_search = True
        limits.subsolvers.extend(["default_lp"])
    with ThreadPoolExecutor(1) as beside:
        solving = beside.submit(solver.solve, model.model, watch)
        try:
            return Look(solver, solving.result(), interrupted=False)
        except KeyboardInterrupt:
            while not solving.done():
                solver.stop_search()
                wait([solving], timeout=_AGAIN)
            return Look(solver, solving.result(), interrupted=True)
