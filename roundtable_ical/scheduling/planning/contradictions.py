"""Why there is no plan: the fewest reasons that contradict each other, none of which can go."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from roundtable_ical.scheduling.planning.model import Model
from roundtable_ical.scheduling.planning.problem import Problem, Task, limits_of, starts
from roundtable_ical.scheduling.planning.rules import Limit
from roundtable_ical.scheduling.planning.solving import look

_ONE_TRY = 5.0
"""Seconds to see whether some reasons contradict each other; those that take longer may not."""

_DAYS = 5
"""Days that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """*reasons* cannot all hold; *least* is whether it was shown that none of them can go."""

    reasons: tuple[str, ...]
    least: bool

    def __str__(self) -> str:
        return ", and ".join(self.reasons)


def contradiction(problem: Problem, *, seconds: float, seed: int) -> Contradiction:
    """Return the reasons that make *problem* impossible, as few as leave nothing to take away.

    One segment that can be nowhere is looked for first; else the solver names reasons that it
    needed, and one after the other is left out and tried without.
    """
    limits = limits_of(problem)
    for task in problem.tasks:
        if not starts(task, limits[task.id], problem.grid):
            return _alone(problem, task.id, limits[task.id])
    judge = _Judge(problem, seconds, seed)
    named = judge.named()
    kept = _least(named, judge.impossible)
    sure = judge.sure
    still = {id_: [each for each in those if each.reason in kept] for id_, those in limits.items()}
    tasks = [task for task in problem.tasks if task.reason in kept]
    short = tuple(
        task if _is_pinned(task, still[task.id]) else replace(task, minutes=1) for task in tasks
    )
    reasons = {*kept, *(task.reason for task in short)}
    long = len(tasks) > 1 and not judge.impossible(reasons, replace(problem, tasks=short))
    return _told(problem, kept, least=sure, long=long)


def _told(
    problem: Problem, kept: Collection[str], *, least: bool, long: bool = False
) -> Contradiction:
    """Return the reasons *kept*, those that are segments themselves in one sentence at the end.

    Where the other reasons name them all, nothing more is said of them, unless they are too *long*.
    """
    tasks = [task for task in problem.tasks if task.reason in kept]
    lengths = {task.reason for task in tasks}
    reasons = [reason for reason in kept if reason not in lengths]
    if long or not all(any(task.title in reason for reason in reasons) for task in tasks):
        *first, last = [f"{task.title} ({task.minutes} min)" for task in tasks]
        together = f"{', '.join(first)} and {last} take {sum(task.minutes for task in tasks)} min"
        reasons.append(f"{together} together" if first else tasks[0].reason)
    return Contradiction(reasons=tuple(reasons), least=least)


def _alone(problem: Problem, id_: str, limits: Sequence[Limit]) -> Contradiction:
    """Return why one task can be nowhere, whatever else there is."""
    task = problem.by_id[id_]

    def impossible(reasons: Collection[str]) -> bool:
        kept = [each for each in limits if each.reason in reasons]
        return not starts(task, kept, problem.grid)

    kept = _least(tuple(dict.fromkeys(each.reason for each in limits)), impossible)
    those = [each for each in limits if each.reason in kept]
    days = [_days(task)] if _on_other_days(task, those, problem.grid) else []
    if not _is_pinned(task, those) and starts(replace(task, minutes=1), those, 1):
        return _told(problem, [*kept, *days, task.reason], least=True, long=True)
    named = any(task.title in reason for reason in kept)
    end = [] if named else [f"{task.title} takes place"]
    return Contradiction(reasons=(*kept, *days, *end), least=True)


def _is_pinned(task: Task, limits: Sequence[Limit]) -> bool:
    """Whether *limits* say when *task* is to the minute: then nobody asks how long it takes."""
    return any([end - start for start, end in each.windows] == [task.minutes] for each in limits)


def _on_other_days(task: Task, limits: Sequence[Limit], grid: int) -> bool:
    """Whether *limits* would let *task* be somewhere, if there were other days."""
    if any(not limit.windows and limit.rooms is None for limit in limits):
        return True  # what they say is on no day near those of the event
    spans = [span for limit in limits for span in limit.windows]
    if not spans:
        return False
    always = min(start for start, _ in spans), max(end for _, end in spans)
    whenever = replace(task, days=tuple((day, always) for day, _ in task.days[:1]))
    return bool(starts(whenever, limits, grid))


def _days(task: Task) -> str:
    """Return the days that *task* may be on, in words."""
    days = [f"{day:%a %Y-%m-%d}" for day, _ in task.days]
    if len(days) > _DAYS:
        return f"the days are from {days[0]} to {days[-1]}"
    return f"the {'days are' if days[1:] else 'day is'} {', '.join(days)}"


def _least(reasons: Sequence[str], impossible: Callable[[Collection[str]], bool]) -> list[str]:
    """Return *reasons* without those that are not needed (QuickXplain, Junker 2004)."""

    def needed(known: Sequence[str], new: bool, among: Sequence[str]) -> list[str]:
        if new and impossible(known):
            return []
        if len(among) == 1:
            return [*among]
        half = len(among) // 2
        first, second = among[:half], among[half:]
        of_second = needed([*known, *first], bool(first), second)
        of_first = needed([*known, *of_second], bool(of_second), first)
        return [*of_first, *of_second]

    if not reasons or impossible(()):
        return []
    found = frozenset(needed((), False, reasons))
    return [reason for reason in reasons if reason in found]


class _Judge:
    """Says whether some reasons contradict each other, as long as there is time."""

    def __init__(self, problem: Problem, seconds: float, seed: int) -> None:
        self._problem, self._left, self._seed = problem, seconds, seed
        self.sure = True

    def named(self) -> tuple[str, ...]:
        """Return reasons that the solver needed to see that there is no plan; often too many."""
        model = Model(self._problem, reasons=True)
        solver, status = self._solved(model)
        if status != model.library.INFEASIBLE:
            return self._problem.reasons
        needed = frozenset(solver.sufficient_assumptions_for_infeasibility())
        named = {reason for reason, guard in model.guards.items() if guard.index in needed}
        named |= {task.reason for task in self._problem.tasks}  # no truth stands for these
        return tuple(reason for reason in self._problem.reasons if reason in named)

    def impossible(self, reasons: Collection[str], problem: Problem | None = None) -> bool:
        """Whether *reasons* contradict each other; taken as not where it takes too long."""
        if self._left <= 0:
            self.sure = False
            return False
        model = Model((problem or self._problem).only(frozenset(reasons)))
        _, status = self._solved(model)
        self.sure &= status != model.library.UNKNOWN
        return bool(status == model.library.INFEASIBLE)

    def _solved(self, model: Model) -> tuple[Any, Any]:
        limit = min(max(self._left, 0.1), _ONE_TRY)
        seen = look(model, seconds=limit, seed=self._seed)
        self._left = 0.0 if seen.interrupted else self._left - seen.solver.wall_time
        return seen.solver, seen.status
