"""What is to be planned, as numbers: tasks, what limits them, and what is wished for.

Times are minutes from one moment, *origin*; rooms are ids, ``""`` is nowhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Order,
    Rule,
    Soft,
    Span,
    Way,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A segment that needs a time and a room.

    *start* is when it is so far, None when it is unscheduled; *room* is where it is, or was said to
    be, None where any of *rooms* will do. *days* are those it may begin on, each with the minutes
    of that day on the clock of its place. *costs* is what another room counts, as minutes of a
    move.
    """

    id: str
    title: str
    minutes: int
    start: int | None
    room: str | None
    rooms: tuple[str, ...]
    days: tuple[tuple[date, Span], ...]
    costs: Mapping[str, int]

    @property
    def reason(self) -> str:
        """How it counts among the reasons why something is impossible."""
        return f"{self.title} takes {self.minutes} min"


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a task is."""

    start: int
    room: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """All that a plan is made of; *grid* is what new starts are rounded to, in minutes."""

    origin: datetime
    grid: int
    tasks: tuple[Task, ...]
    rules: tuple[Rule, ...]
    soft: tuple[Soft, ...] = ()

    @property
    def by_id(self) -> dict[str, Task]:
        """Every task by its id."""
        return {task.id: task for task in self.tasks}

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason once: those of the rules, then those of the tasks themselves."""
        found = (each.reason for each in (*self.rules, *self.tasks))
        return tuple(dict.fromkeys(found))

    def only(self, reasons: Collection[str]) -> "Problem":
        """Return the problem that has no other reasons, and no wishes."""
        tasks = tuple(task for task in self.tasks if task.reason in reasons)
        kept = {task.id for task in tasks}
        rules = (_among(rule, kept) for rule in self.rules if rule.reason in reasons)
        return replace(
            self, tasks=tasks, rules=tuple(rule for rule in rules if rule is not None), soft=()
        )


def _among(rule: Rule, kept: Collection[str]) -> Rule | None:
    """Return *rule* for those of its tasks that are *kept*; None where too few are."""
    match rule:
        case Limit(task=task):
            return rule if task in kept else None
        case Way(one=one, other=other) | Order(first=one, later=other):
            return rule if one in kept and other in kept else None
    tasks = tuple(task for task in rule.tasks if task in kept)
    return replace(rule, tasks=tasks) if len(tasks) > 1 else None


def limits_of(problem: Problem) -> dict[str, tuple[Limit, ...]]:
    """Return the hard limits of each task."""
    found: dict[str, list[Limit]] = {task.id: [] for task in problem.tasks}
    for rule in problem.rules:
        if isinstance(rule, Limit):
            found[rule.task].append(rule)
    return {id_: tuple(limits) for id_, limits in found.items()}


def grid_starts(task: Task, grid: int) -> tuple[int, ...]:
    """Return every start on the grid on the days of *task*, and the one that it has."""
    starts = {
        minute
        for _, (first, end) in task.days
        for minute in range(-(-first // grid) * grid, end, grid)
    }
    return tuple(sorted(starts | ({task.start} if task.start is not None else set())))


def starts(task: Task, limits: Iterable[Limit], grid: int) -> dict[str, tuple[int, ...]]:
    """Return the starts that *task* may have in each room; rooms without any are left out."""
    everywhere = [each for each in limits if each.rooms is None]
    common = _kept(grid_starts(task, grid), everywhere, task.minutes)
    found = {}
    for room in task.rooms:
        here = [each for each in limits if each.rooms is not None and room in each.rooms]
        if kept := _kept(common, here, task.minutes):
            found[room] = kept
    return found


def _kept(given: tuple[int, ...], limits: Sequence[Limit], minutes: int) -> tuple[int, ...]:
    for limit in limits:
        ranges = limit.ranges(minutes)
        given = tuple(at for at in given if any(first <= at <= last for first, last in ranges))
    return given


def share_of(rule: Alike, tasks: Mapping[str, Task]) -> int:
    """Return how many tasks of *rule* a day has when all days have alike."""
    days = {day for id_ in rule.tasks for day, _ in tasks[id_].days}
    return -(-len(rule.tasks) // max(1, len(days)))


def cost_of(task: Task, place: Place) -> int:
    """Return how far *task* is moved at *place*: in minutes, another room counting as some."""
    shift = abs(place.start - task.start) if task.start is not None else 0
    return shift + task.costs.get(place.room, 0)


def is_moved(task: Task, place: Place) -> bool:
    """Whether *task* is not where and when it was, or was said to be."""
    return (task.start is not None and place.start != task.start) or (
        task.room is not None and place.room != task.room
    )
