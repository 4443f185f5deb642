"""What keeps a segment to its time and its room: anchors, hours, opening, size, equipment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from roundtable_ical.programme.availability import Window
from roundtable_ical.programme.constraints import At
from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.identities import Named
from roundtable_ical.scheduling.intervals import merged, without
from roundtable_ical.scheduling.planning.problem import Task
from roundtable_ical.scheduling.planning.rules import Limit, Once, Rule
from roundtable_ical.scheduling.planning.stated import Stated, listed


def fixed(stated: Stated, tasks: Mapping[str, Task]) -> Iterator[Rule]:
    """Yield where and when *tasks* are anchored, and on what day those without a time are."""
    for id_, task in tasks.items():
        item = stated.bookings[id_].item
        if task.start is not None and item.segment.fixed:
            where = f" in {stated.called(task.room)}" if task.room else ""
            reason = f"{task.title} is fixed at {item.start:%Y-%m-%d %H:%M}{where}"
            yield Limit(reason, id_, ((task.start, task.start + task.minutes),))
            others = frozenset(task.rooms) - {task.room or ""}
            if others:
                yield Limit(reason, id_, (), others)
        elif task.start is None and item.segment.date:
            first, end = stated.minutes([opening.whole_day(item.segment.date, item.zone)])[0]
            reason = f"{task.title} is on {item.segment.date}"
            yield Limit(reason, id_, ((first, end - 1 + task.minutes),))


def hours(stated: Stated, tasks: Mapping[str, Task]) -> Iterator[Rule]:
    """Yield the hours that *tasks* keep to; where none are stated, those that are wished count."""
    event = stated.event
    wished: dict[str, list[Window]] = defaultdict(list)
    for wish in event.constraints:
        if isinstance(wish, At) and event.hours is None:
            for id_ in stated.tasks_of([wish.segment]):
                wished[id_] += (each for each in wish.when if each.start is not None)
    for id_, task in tasks.items():
        zone = stated.bookings[id_].item.zone
        if event.hours is not None:
            reason = f"the event's hours are {event.hours}"
        else:
            reason = "where no hours are stated, 08:00 to 18:00 and what is there now count"
        fresh = task.start is None and event.hours is None
        spans = [
            opening.office_hours(day, zone) if fresh else stated.board.hours(0, day, zone)
            for day in stated.days
        ]
        also = opening.every(wished[id_], stated.around, zone)
        yield Limit(reason, id_, stated.minutes(merged([*spans, *also])))


def rooms(stated: Stated, tasks: Mapping[str, Task]) -> Iterator[Rule]:
    """Yield what the rooms allow: open or not, one thing at a time, how many, with what."""
    used = dict.fromkeys(room for task in tasks.values() for room in task.rooms if room)
    same: dict[Named, list[str]] = defaultdict(list)
    for room in used:
        venue = stated.event.places[room]
        inside = [task for task in tasks.values() if room in task.rooms]
        yield from _of_room(stated, room, venue, inside)
        if not venue.rooms:  # two may be in a building at once
            same[stated.board.places.get((0, room), (0, room))].append(room)
    for task in tasks.values():
        yield from _of_needs(stated, task)
    for named, names in same.items():
        ids = frozenset(names)
        inside = [task for task in tasks.values() if ids & set(task.rooms)]
        called = stated.called(names[0])
        if len(inside) > 1:
            reason = f"{called} holds one thing at a time"
            yield Once(reason, tuple(task.id for task in inside), ids)
        for other in stated.board.rooms.get(named, ()):
            if other.at:
                where = stated.board.events[other.at].id
                reason = f"{called} is taken by {where}/{other.item.id}"
                free = stated.minutes(without([stated.around], [other.span]))
                yield from (Limit(reason, task.id, free, ids) for task in inside)


def _of_room(stated: Stated, room: str, venue: Venue, inside: Sequence[Task]) -> Iterator[Rule]:
    here, called = frozenset({room}), stated.called(room)
    if room in stated.lost:
        reason = f"{called} cannot be used"
        yield from (Limit(reason, task.id, (), here) for task in inside)
    if venue.hours:
        open_ = stated.minutes(opening.usable(venue, stated.around, stated.event))
        reason = f"{called} is open only {', '.join(map(str, venue.hours))}"
        yield from (Limit(reason, task.id, open_, here) for task in inside)


def _of_needs(stated: Stated, task: Task) -> Iterator[Limit]:
    """Yield which rooms lack what a task needs, and which are too small for it."""
    segment = stated.bookings[task.id].item.segment
    lacking: dict[tuple[str, ...], list[str]] = defaultdict(list)
    small = {}
    for room in filter(None, task.rooms):
        venue = stated.event.places[room]
        has = {thing.casefold() for thing in venue.equipment}
        if lacks := tuple(thing for thing in segment.needs if thing.casefold() not in has):
            lacking[lacks].append(room)
        if venue.capacity and segment.audience and segment.audience > venue.capacity:
            small[room] = venue.capacity
    for things, ids in lacking.items():
        called = listed([stated.called(id_) for id_ in ids])
        verb = "lacks" if len(ids) == 1 else "lack"
        reason = f"{task.title} needs {listed(things)}, which {called} {verb}"
        yield Limit(reason, task.id, (), frozenset(ids))
    if small:
        holds = [f"{stated.called(room)} holds {capacity}" for room, capacity in small.items()]
        reason = f"{task.title} expects {segment.audience} people, and {listed(holds)}"
        yield Limit(reason, task.id, (), frozenset(small))
