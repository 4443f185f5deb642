"""What is to be planned, as numbers: tasks, what limits them, and what is wished for.

Times are minutes from one moment, *origin*; rooms are ids, ``""`` is nowhere. Each limit carries
its reason in an organiser's words: the reasons of a contradiction are what they are told.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

Span = tuple[int, int]
"""First minute, and the first one after it."""


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
class Limit:
    """A task is within one of *windows*, wherever it is, or only while in one of *rooms*.

    Without windows it cannot be in these rooms at all.
    """

    reason: str
    task: str
    windows: tuple[Span, ...]
    rooms: frozenset[str] | None = None

    def ranges(self, minutes: int) -> tuple[Span, ...]:
        """Return first and last start that a task of so many *minutes* may have."""
        return tuple(
            (first, end - minutes) for first, end in self.windows if first + minutes <= end
        )


@dataclass(frozen=True, slots=True)
class Once:
    """Of *tasks* no two are at the same time: anywhere, or as far as they are in *rooms*."""

    reason: str
    tasks: tuple[str, ...]
    rooms: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Between two tasks there are so many *minutes*, by the rooms that they are in."""

    reason: str
    one: str
    other: str
    minutes: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Order:
    """*later* begins when *first* has ended, or after."""

    reason: str
    first: str
    later: str


@dataclass(frozen=True, slots=True)
class OneDay:
    """All of *tasks* begin on one day, each on the clock of its place."""

    reason: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneRoom:
    """All of *tasks* are in one room."""

    reason: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """*tasks* are spread over the days: none has more than it must."""

    reason: str
    tasks: tuple[str, ...]

    def share(self, tasks: Mapping[str, Task]) -> int:
        """Return how many of them a day has when all days have alike."""
        days = {day for id_ in self.tasks for day, _ in tasks[id_].days}
        return -(-len(self.tasks) // max(1, len(days)))


Rule = Limit | Once | Way | Order | OneDay | OneRoom | Alike
"""What must be kept, or should be."""


@dataclass(frozen=True, slots=True)
class Soft:
    """A rule that costs *weight* each time it is not kept."""

    weight: int
    rule: Rule


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


def cost_of(task: Task, place: Place) -> int:
    """Return how far *task* is moved at *place*: in minutes, another room counting as some."""
    shift = abs(place.start - task.start) if task.start is not None else 0
    return shift + task.costs.get(place.room, 0)


def is_moved(task: Task, place: Place) -> bool:
    """Whether *task* is not where and when it was, or was said to be."""
    return (task.start is not None and place.start != task.start) or (
        task.room is not None and place.room != task.room
    )
