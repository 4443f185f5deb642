"""What keeps a segment to its time and its room: anchors, hours, opening, size, equipment."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.identities import Named
from roundtable_ical.scheduling.intervals import without
from roundtable_ical.scheduling.planning.problem import Limit, Once, Rule, Task
from roundtable_ical.scheduling.planning.stated import Stated


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
    """Yield the hours that *tasks* keep to."""
    event = stated.event
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
        yield Limit(reason, id_, stated.minutes(spans))


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
    has = {thing.casefold() for thing in venue.equipment}
    for task in inside:
        segment = stated.bookings[task.id].item.segment
        if venue.capacity and segment.audience and segment.audience > venue.capacity:
            expects = f"{task.title} expects {segment.audience} people"
            yield Limit(f"{expects}, and {called} holds {venue.capacity}", task.id, (), here)
        if lacking := [thing for thing in segment.needs if thing.casefold() not in has]:
            reason = f"{task.title} needs {', '.join(lacking)}, which {called} lacks"
            yield Limit(reason, task.id, (), here)
