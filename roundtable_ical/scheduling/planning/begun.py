"""What is left to plan when a programme is under way: what has begun is as it is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from roundtable_ical.scheduling.planning.problem import Task
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
from roundtable_ical.scheduling.planning.stated import Stated


def anchors(stated: Stated, tasks: Mapping[str, Task]) -> Iterator[Rule]:
    """Yield that what has begun stays, and that nothing else begins before it is time."""
    if stated.since is None:
        return
    now = stated.minute(stated.since)
    end = stated.minute(stated.around[1])
    clock = f"it is {stated.since.astimezone(stated.event.timezone):%Y-%m-%d %H:%M} already"
    for id_, task in tasks.items():
        if id_ not in stated.begun:
            yield Limit(clock, id_, ((now, max(now, end)),))
        elif task.start is not None:
            reason = f"{task.title} has begun"
            yield Limit(reason, id_, ((task.start, task.start + task.minutes),))
            if others := frozenset(task.rooms) - {task.room or ""}:
                yield Limit(reason, id_, (), others)


def still_open(stated: Stated, rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield *rules* as far as a plan can still keep them.

    What has begun breaks them or does not: a plan is about the rest, beside what still runs.
    """
    if not stated.begun:
        yield from rules
        return
    for rule in rules:
        yield from _open(rule, stated.begun, stated.running)


def _open(rule: Rule, begun: Collection[str], running: Collection[str]) -> Iterator[Rule]:
    match rule:
        case Limit(task=id_) | Order(later=id_):
            if id_ not in begun:
                yield rule
            return
        case Way(one=one, other=other):
            if one not in begun or other not in begun:
                yield rule
            return
    ahead = tuple(id_ for id_ in rule.tasks if id_ not in begun)
    behind = tuple(id_ for id_ in rule.tasks if id_ in begun)
    match rule:
        case Once():
            there = [id_ for id_ in behind if id_ in running]
            groups = [(*ahead, id_) for id_ in there] if ahead and there else [ahead]
        case OneDay() | OneRoom():
            groups = [(*behind[-1:], *ahead)]
        case Alike():
            groups = [ahead]
    yield from (replace(rule, tasks=group) for group in groups if len(group) > 1)
