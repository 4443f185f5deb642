"""What people allow: one place at a time, the way from one to the next, when they can come."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.board import Booking
from roundtable_ical.scheduling.identities import Named
from roundtable_ical.scheduling.intervals import without
from roundtable_ical.scheduling.planning.problem import Task
from roundtable_ical.scheduling.planning.rules import Limit, Once, Rule, Way
from roundtable_ical.scheduling.planning.stated import Stated


def people(stated: Stated, tasks: Mapping[str, Task]) -> Iterator[Rule]:
    """Yield what the people of *tasks* allow."""
    groups: dict[Named, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_, booking in stated.bookings.items():
        for speaker in dict.fromkeys(part.speaker for part in booking.item.segment.speakers):
            yield from _presence(stated, id_, speaker)
        for speaker in booking.who:
            groups[stated.board.people[0, speaker]][speaker].append(id_)
    known: set[tuple[object, ...]] = set()
    for named, members in groups.items():
        for speaker, ids in members.items():
            yield from _elsewhere(stated, named, speaker, [tasks[id_] for id_ in ids])
        for speakers in _sure(stated, members):
            together = tuple(dict.fromkeys(id_ for each in speakers for id_ in members[each]))
            if len(together) > 1:
                reason = f"{_name(stated, speakers[0])} is in one place at a time"
                yield Once(reason, together)
                for way in _ways(stated, speakers, [tasks[id_] for id_ in together]):
                    key = way.one, way.other, *way.minutes.items()
                    if key not in known:  # of those who share a way one is enough
                        known.add(key)
                        yield way


def _sure(stated: Stated, members: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield those of *members* that are surely one person, as many together as can be."""
    pairs = list(combinations(members, 2))
    sure = [pair for pair in pairs if stated.board.one_person((0, pair[0]), (0, pair[1]))]
    if len(sure) == len(pairs):
        yield tuple(members)
    else:
        yield from ((one,) for one in members)
        yield from sure


def _name(stated: Stated, speaker: str) -> str:
    return stated.event.people[speaker].public_name(stated.event.language) or speaker


def _presence(stated: Stated, id_: str, speaker: str) -> Iterator[Rule]:
    person, around = stated.event.people[speaker], stated.around
    zone = person.timezone or stated.event.timezone
    if person.available:
        there = opening.opening(person.available, around, zone)
        reason = f"{_name(stated, speaker)} can come only {', '.join(map(str, person.available))}"
        yield Limit(reason, id_, stated.minutes(there))
    if person.away:
        away = opening.every(person.away, around, zone)
        reason = f"{_name(stated, speaker)} is away {', '.join(map(str, person.away))}"
        yield Limit(reason, id_, stated.minutes(without([around], away)))


def _elsewhere(stated: Stated, named: Named, speaker: str, tasks: Sequence[Task]) -> Iterator[Rule]:
    """Yield when other events keep *speaker* away from *tasks*, with the way there and back."""
    board = stated.board
    for part in board.parts.get(named, ()):
        other = part.booking
        if not other.at or not board.one_person((0, speaker), (other.at, part.speaker)):
            continue
        where = f"{board.events[other.at].id}/{other.item.id}"
        reason = f"{_name(stated, speaker)} is in {where}"
        for task in tasks:
            remote = speaker in stated.bookings[task.id].remote or part.speaker in other.remote
            rooms: dict[int, list[str]] = defaultdict(list)
            for room in task.rooms:
                rooms[0 if remote else _minutes(stated, room, other)].append(room)
            for minutes, those in rooms.items():
                way = timedelta(minutes=minutes)
                busy = other.span[0] - way, other.span[1] + way
                free = stated.minutes(without([stated.around], [busy]))
                yield Limit(reason, task.id, free, frozenset(those))


def _minutes(stated: Stated, room: str, other: Booking) -> int:
    if not room or other.item.venue is None:
        return 0
    way = stated.board.way((0, room), (other.at, other.item.venue.id))
    return way.minutes if way else 0


def _ways(stated: Stated, speakers: Sequence[str], tasks: Sequence[Task]) -> Iterator[Way]:
    board = stated.board

    def is_there(task: Task) -> bool:
        """Whether somebody of *speakers*, who are one person, has to be in the room."""
        booking = stated.bookings[task.id]
        return any(each in booking.who and each not in booking.remote for each in speakers)

    there = [task for task in tasks if is_there(task)]
    for one, other in combinations(there, 2):
        found = {}
        for room in filter(None, one.rooms):
            for room_there in filter(None, other.rooms):
                way = board.way((0, room), (0, room_there))
                if way is not None and way.minutes:
                    found[room, room_there] = way.minutes
        if found:
            between = f"from {one.title} to {other.title} or back"
            reason = f"{_name(stated, speakers[0])} needs {_lengths(found.values())} {between}"
            yield Way(reason, one.id, other.id, found)


def _lengths(minutes: Collection[int]) -> str:
    least, most = min(minutes), max(minutes)
    return f"{most} min" if least == most else f"{least} to {most} min, by the rooms,"
