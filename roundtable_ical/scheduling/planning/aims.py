"""What a plan makes least: segments that move, how far they do, and wishes that are not kept."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from roundtable_ical.scheduling.planning.kept import broken
from roundtable_ical.scheduling.planning.model import Literal, Model
from roundtable_ical.scheduling.planning.problem import Place, Problem, cost_of, is_moved, share_of
from roundtable_ical.scheduling.planning.rules import Alike, Once, OneDay, OneRoom, Rule, Soft


def moved(model: Model) -> list[Literal]:
    """Return for each task that has a place whether it is moved from there."""
    found = []
    for task in model.problem.tasks:
        here = model.here[task.id]
        if task.start is None and task.room is None:
            continue
        moved = model.model.new_bool_var("")
        found.append(moved)
        model.counted.append((moved, task.id, partial(is_moved, task)))
        if task.start is not None:
            model.model.add(model.start[task.id] == task.start).only_enforce_if(~moved)
        if task.room is not None:
            stays = here.get(task.room)
            model.model.add_bool_or([moved] if stays is None else [moved, stays])
    return found


def sizes(model: Model) -> list[Any]:
    """Return how far each task is moved, in minutes; another room counts as some."""
    found = []
    for task in model.problem.tasks:
        if task.start is not None:
            first, last = _ends(model.start[task.id])
            most = max(abs(first - task.start), abs(last - task.start))
            far = model.model.new_int_var(0, most, "")
            model.model.add(far >= model.start[task.id] - task.start)
            model.model.add(far >= task.start - model.start[task.id])
            found.append(far)
            model.counted.append((far, task.id, partial(_shift, task.start)))
        found += [
            cost * model.here[task.id][room]
            for room, cost in task.costs.items()
            if cost and room in model.here[task.id]
        ]
    return found


def unkept(model: Model) -> list[tuple[Soft, Any]]:
    """Return how often each wish is not kept."""
    return [(soft, _cost(model, soft.rule)) for soft in model.problem.soft]


def measured(problem: Problem, places: Mapping[str, Place]) -> dict[str, int]:
    """Return what *places* come to in each aim."""
    tasks = problem.by_id
    return {
        "moved": sum(is_moved(task, places[id_]) for id_, task in tasks.items()),
        "minutes": sum(cost_of(task, places[id_]) for id_, task in tasks.items()),
        "wishes": sum(soft.weight * broken(tasks, soft.rule, places) for soft in problem.soft),
    }


def _cost(model: Model, rule: Rule) -> Any:
    match rule:
        case OneDay(tasks=tasks):
            return _used(model, [model.days(task) for task in tasks])
        case OneRoom(tasks=tasks):
            return _used(model, [model.here[task] for task in tasks])
        case Alike(tasks=tasks):
            share = share_of(rule, model.tasks)
            most = model.model.new_int_var(share, len(tasks), "")
            for those in model.loads(tasks):
                model.model.add(sum(those) <= most)
            return most - share
        case Once(tasks=tasks):
            return sum(_meet(model, one, other) for one, other in combinations(tasks, 2))
    broken = model.model.new_bool_var("")
    model.post(rule, [~broken])
    return broken


def _used(model: Model, those: Sequence[Mapping[Any, Literal]]) -> Any:
    """Return how many keys beyond one are taken by *those* together."""
    used: dict[Any, Literal] = {}
    for each in those:
        for key, literal in each.items():
            taken = used.setdefault(key, model.model.new_bool_var(""))
            model.model.add_implication(literal, taken)
    return sum(used.values()) - 1


def _meet(model: Model, one: str, other: str) -> Literal:
    broken, first, second = (model.model.new_bool_var("") for _ in range(3))
    model.after(other, one, 0, [first])
    model.after(one, other, 0, [second])
    model.model.add_bool_or([broken, first, second])
    return broken


def _shift(start: int, place: Place) -> int:
    return abs(place.start - start)


def _ends(variable: Any) -> tuple[int, int]:
    domain = variable.proto.domain
    return domain[0], domain[len(domain) - 1]
