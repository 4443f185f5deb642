"""A `Problem` as a model of OR-tools: a start and a room for each task, and every rule on them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from roundtable_ical.errors import Unavailable
from roundtable_ical.scheduling.planning import rules
from roundtable_ical.scheduling.planning.problem import (
    Place,
    Problem,
    Task,
    grid_starts,
    limits_of,
    share_of,
    starts,
)

Literal = Any
"""A truth of the model."""


def solver_library() -> Any:
    """Return the solver's module.

    Raises:
        Unavailable: it is not installed; says how to get it.
    """
    try:
        return import_module("ortools.sat.python.cp_model")
    except ImportError as error:
        hint = "pip install 'roundtable-ical[plan]'"
        raise Unavailable(f"plans need OR-tools, which is not installed; {hint}") from error


class Model:
    """The model of *problem*.

    Args:
        problem: what is to be planned.
        reasons: whether each reason becomes a truth of its own that is only assumed: for finding
            those that contradict each other. Else every rule holds.
    """

    def __init__(self, problem: Problem, *, reasons: bool = False) -> None:
        self.library = solver_library()
        self.problem = problem
        self.model = self.library.CpModel()
        self.tasks = problem.by_id
        self.guards: dict[str, Literal] = {}
        if reasons:
            reasons_once = dict.fromkeys(rule.reason for rule in problem.rules)
            self.guards = {each: self.model.new_bool_var("") for each in reasons_once}
            self.model.add_assumptions(list(self.guards.values()))
        self.start: dict[str, Any] = {}
        self.here: dict[str, dict[str, Literal]] = {}
        self.counted: list[tuple[Any, str, Callable[[Place], int]]] = []
        self._spans: dict[str, Any] = {}
        self._days: dict[str, dict[object, Literal]] = {}
        self._groups: dict[tuple[str, frozenset[str]], Literal] = {}
        self._earlier: dict[tuple[str, str], Literal] = {}
        limits = limits_of(problem)
        for task in problem.tasks:
            self._task(task, limits[task.id])
        for rule in problem.rules:
            if self.guards or not isinstance(rule, rules.Limit):
                self.post(rule, [self.guards[rule.reason]] if self.guards else [])

    def _task(self, task: Task, limits: Sequence[rules.Limit]) -> None:
        model = self.model
        if self.guards:
            may = dict.fromkeys(task.rooms, grid_starts(task, self.problem.grid))
        else:
            may = starts(task, limits, self.problem.grid)
        every = sorted({at for those in may.values() for at in those})
        if not every:
            model.add_bool_or([])  # it can be nowhere
            may, every = {task.rooms[0]: (0,)}, [0]
        start = model.new_int_var_from_domain(self.library.Domain.from_values(every), task.id)
        here = {room: model.new_bool_var("") for room in may}
        model.add_exactly_one(here.values())
        for room, those in may.items():
            if len(those) < len(every):
                domain = self.library.Domain.from_values(those)
                model.add_linear_expression_in_domain(start, domain).only_enforce_if(here[room])
        self.start[task.id], self.here[task.id] = start, here
        self._spans[task.id] = model.new_fixed_size_interval_var(start, task.minutes, "")

    def post(self, rule: rules.Rule, on: Sequence[Literal]) -> None:
        """Add *rule*, which holds while all of *on* are true."""
        match rule:
            case rules.Limit():
                self._limit(rule, on)
            case rules.Once(tasks=tasks, rooms=rooms):
                spans = (self._span(task, rooms, on) for task in tasks)
                self.model.add_no_overlap([span for span in spans if span is not None])
            case rules.Way():
                self._way(rule, on)
            case rules.Order(first=first, later=later):
                self.after(later, first, 0, on)
            case rules.OneDay(tasks=tasks):
                self._equal([self.days(task) for task in tasks], on)
            case rules.OneRoom(tasks=tasks):
                self._equal([self.here[task] for task in tasks], on)
            case rules.Alike():
                for those in self.loads(rule.tasks):
                    self.model.add(sum(those) <= share_of(rule, self.tasks)).only_enforce_if(on)

    def _limit(self, rule: rules.Limit, on: Sequence[Literal]) -> None:
        here = self.here[rule.task]
        ranges = rule.ranges(self.tasks[rule.task].minutes)
        domain = self.library.Domain.from_intervals([list(each) for each in ranges])
        those = [[*on]]
        if rule.rooms is not None:
            those = [[*on, here[room]] for room in sorted(rule.rooms.intersection(here))]
        for literals in those:
            if ranges:
                limited = self.model.add_linear_expression_in_domain(self.start[rule.task], domain)
                limited.only_enforce_if(literals)
            else:
                self.model.add_bool_or([~each for each in literals])

    def _span(self, task: str, rooms: frozenset[str] | None, on: Sequence[Literal]) -> Any:
        """Return when *task* takes the one place there is; None where it never does."""
        if rooms is not None:
            literal = self._among(task, rooms)
            if literal is None:
                return None
            literals = [*on] if literal is True else [*on, literal]
        else:
            literals = [*on]
        if not literals:
            return self._spans[task]
        both = literals[0]
        if len(literals) > 1:
            both = self.model.new_bool_var("")
            self.model.add_bool_or([*(~each for each in literals), both])
        minutes = self.tasks[task].minutes
        return self.model.new_optional_fixed_size_interval_var(self.start[task], minutes, both, "")

    def _among(self, task: str, rooms: Collection[str]) -> Literal:
        """Return whether *task* is in one of *rooms*: None where it cannot be, True where it is."""
        here = self.here[task]
        those = frozenset(rooms).intersection(here)
        if not those or len(those) == len(here):
            return True if those else None
        if len(those) == 1:
            return here[min(those)]
        key = task, those
        if key not in self._groups:
            self._groups[key] = self.model.new_bool_var("")
            self.model.add(sum(here[room] for room in sorted(those)) == self._groups[key])
        return self._groups[key]

    def _way(self, rule: rules.Way, on: Sequence[Literal]) -> None:
        ours, theirs = self.here[rule.one], self.here[rule.other]
        rows = _alike(ours, lambda room: [rule.minutes.get((room, there), 0) for there in theirs])
        columns = _alike(theirs, lambda room: [rule.minutes.get((here, room), 0) for here in ours])
        for row in rows:
            for column in columns:
                minutes = rule.minutes.get((row[0], column[0]), 0)
                if minutes:
                    places = [self._among(rule.one, row), self._among(rule.other, column)]
                    literals = [*on, *(each for each in places if each is not True)]
                    earlier = self._is_earlier(rule.one, rule.other)
                    self.after(rule.other, rule.one, minutes, [*literals, earlier])
                    self.after(rule.one, rule.other, minutes, [*literals, ~earlier])

    def _is_earlier(self, one: str, other: str) -> Literal:
        """Return whether *one* comes before *other*, as far as a rule between them asks for it."""
        if (one, other) not in self._earlier:
            self._earlier[one, other] = self.model.new_bool_var("")
        return self._earlier[one, other]

    def after(self, later: str, first: str, minutes: int, on: Sequence[Literal]) -> None:
        """Let *later* begin so many *minutes* after *first* has ended, or later."""
        ends = self.start[first] + self.tasks[first].minutes
        self.model.add(self.start[later] >= ends + minutes).only_enforce_if(on)

    def days(self, task: str) -> dict[object, Literal]:
        """Return whether *task* is on each of its days."""
        if task not in self._days:
            found: dict[object, Literal] = {}
            for day, (first, end) in self.tasks[task].days:
                found[day] = self.model.new_bool_var("")
                domain = self.library.Domain(first, end - 1)
                inside = self.model.add_linear_expression_in_domain(self.start[task], domain)
                inside.only_enforce_if(found[day])
            self.model.add_exactly_one(found.values())
            self._days[task] = found
        return self._days[task]

    def _equal(self, those: Sequence[Mapping[Any, Literal]], on: Sequence[Literal]) -> None:
        for one, other in pairwise(those):
            for key in dict.fromkeys((*one, *other)):
                same = self.model.add(one.get(key, 0) == other.get(key, 0))
                same.only_enforce_if(on)

    def loads(self, tasks: Sequence[str]) -> list[list[Literal]]:
        """Return for each day which of *tasks* may be on it."""
        found: dict[object, list[Literal]] = {}
        for task in tasks:
            for day, literal in self.days(task).items():
                found.setdefault(day, []).append(literal)
        return list(found.values())

    def hint(self, places: Mapping[str, Place]) -> None:
        """Let the search begin at *places*."""
        self.model.clear_hints()
        for id_, place in places.items():
            self.model.add_hint(self.start[id_], place.start)
            for room, literal in self.here[id_].items():
                self.model.add_hint(literal, room == place.room)
        for variable, id_, count in self.counted:
            if id_ in places:
                self.model.add_hint(variable, count(places[id_]))

    def places(self, value: Any) -> dict[str, Place]:
        """Return where everything is; *value* tells what a variable is."""
        return {
            id_: Place(
                value(start), next(room for room, lit in self.here[id_].items() if value(lit))
            )
            for id_, start in self.start.items()
        }


def _alike(rooms: Iterable[str], told: Any) -> list[list[str]]:
    """Return *rooms* in groups of which *told* says the same."""
    found: dict[tuple[int, ...], list[str]] = {}
    for room in rooms:
        found.setdefault(tuple(told(room)), []).append(room)
    return list(found.values())
