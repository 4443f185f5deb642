"""What does not go together: in one event, and across several.

People and rooms are swept over time, each by themselves; nobody compares every pair.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, islice

from roundtable_ical.programme.bookings import overlapping
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.alone import clashes_alone
from roundtable_ical.scheduling.board import Board, Booking, Part
from roundtable_ical.scheduling.found import Clash, ClashKind, Side

MOST = 1_000
"""Clashes of each kind that are told; who has more mends the first ones, and looks again."""
FARTHEST = timedelta(hours=36)
"""No way between two places on the map takes longer."""
_MINUTE = timedelta(minutes=1)


def clashes(events: Sequence[SideEvent], *, most: int = MOST) -> tuple[Clash, ...]:
    """Return what does not go together in *events*, in order of time.

    Args:
        events: programmes; people and rooms of different ones are the same when they are named
            alike (`identities`), and the clash says how sure that is.
        most: clashes that are told of people, of rooms, and of items by themselves.
    """
    return clashes_on(Board(events), most=most).clashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What was found, in order of time; *all_of_them*, or only so many of one sort or more."""

    clashes: tuple[Clash, ...]
    all_of_them: bool


def clashes_on(board: Board, *, most: int = MOST, about: Collection[str] | None = None) -> Scan:
    """Return the clashes of what is on *board*, as `clashes` does.

    Args:
        board: the events, with people and rooms looked up.
        most: clashes that are told of people, of rooms, and of items by themselves.
        about: ids of events; only clashes that one of these is in. All when it is None.
    """
    alone = (
        clash
        for booking in board.bookings
        for clash in clashes_alone(board.events[booking.at], booking.item)
    )
    sorts = [
        (
            clash
            for clash in sort
            if about is None or any(side.event.id in about for side in clash.sides)
        )
        for sort in (_of_rooms(board), _of_people(board), alone)
    ]
    found = [tuple(islice(sort, most + 1)) for sort in sorts]
    once: dict[tuple[object, ...], Clash] = {}
    for clash in chain.from_iterable(sort[:most] for sort in found):
        # Who is listed under two ids clashes under both.
        if clash.key not in once or once[clash.key].score < clash.score:
            once[clash.key] = clash
    return Scan(
        clashes=tuple(sorted(once.values(), key=_order)),
        all_of_them=all(len(sort) <= most for sort in found),
    )


def _order(clash: Clash) -> tuple[object, ...]:
    first = clash.sides[-1]
    return first.item.span, clash.kind, *(side.key for side in clash.sides), clash.what


def _of_rooms(board: Board) -> Iterator[Clash]:
    for bookings in board.rooms.values():
        for first, second in overlapping(bookings):
            yield from in_one_room(board, first, second)


def _of_people(board: Board) -> Iterator[Clash]:
    for parts in board.parts.values():
        if len(parts) > 1:
            for first, second in overlapping(parts):
                yield from in_two_places(board, first, second)
            yield from _of_ways(board, parts)


def _of_ways(board: Board, parts: Sequence[Part]) -> Iterator[Clash]:
    rooms = {board.room_of(part.booking) for part in parts}
    if len(rooms - {None}) < 2:
        return
    for at, later in enumerate(parts):
        begin = later.span[0]
        for earlier in parts[max(0, at - _LOOK_BACK) : at]:
            if earlier.span[1] <= begin < earlier.span[1] + FARTHEST:
                yield from too_far(board, earlier, later)


_LOOK_BACK = 200
"""Items of one person that the way to a later one is measured from: nobody has more in a day."""


def in_one_room(board: Board, first: Booking, second: Booking) -> Iterator[Clash]:
    """Yield the clash of two bookings that share a moment, where they share a room as well."""
    one, other = first.item.venue, second.item.venue
    if one is None or other is None:
        return
    score = board.one_room((first.at, one.id), (second.at, other.id))
    if score:
        event = board.events[first.at]
        yield Clash(
            kind=ClashKind.ROOM,
            one=Side(event, first.item),
            other=Side(board.events[second.at], second.item),
            what=one.id,
            called=(one.room or one.name).said_in(event.language),
            minutes=_shared(first, second),
            score=score,
        )


def in_two_places(board: Board, first: Part, second: Part) -> Iterator[Clash]:
    """Yield the clash of two parts that share a moment, where they are one person's."""
    score = _one_person(board, first, second)
    if score:
        minutes = _shared(first.booking, second.booking)
        yield _of_person(board, ClashKind.PERSON, first, second, minutes, score)


def too_far(board: Board, first: Part, second: Part) -> Iterator[Clash]:
    """Yield the clash of one person's parts, *first* over before *second*, that are too far apart.

    Who speaks over the join link is nowhere, and has no way to go.
    """
    one, other = first.booking.item.venue, second.booking.item.venue
    if one is None or other is None or _is_remote(first) or _is_remote(second):
        return
    way = board.way((first.booking.at, one.id), (second.booking.at, other.id))
    gap = (second.span[0] - first.span[1]) // _MINUTE
    if way is None or gap >= way.minutes:
        return
    score = _one_person(board, first, second)
    if score:
        missing, detail = way.minutes - gap, f"{way}; there are {gap}"
        yield _of_person(board, ClashKind.WALK, first, second, missing, score, detail)


def _is_remote(part: Part) -> bool:
    return part.speaker in part.booking.remote


def _one_person(board: Board, first: Part, second: Part) -> float:
    if first.booking.key == second.booking.key:
        return 0.0
    return board.one_person((first.booking.at, first.speaker), (second.booking.at, second.speaker))


def _of_person(
    board: Board,
    kind: ClashKind,
    first: Part,
    second: Part,
    minutes: int,
    score: float,
    detail: str = "",
) -> Clash:
    event = board.events[first.booking.at]
    name = event.people[first.speaker].public_name(event.language)
    return Clash(
        kind=kind,
        one=Side(event, first.booking.item),
        other=Side(board.events[second.booking.at], second.booking.item),
        what=first.speaker,
        called=name or first.speaker,
        minutes=minutes,
        score=score,
        detail=detail,
    )


def _shared(first: Booking, second: Booking) -> int:
    start = max(first.span[0], second.span[0])
    return -(-(min(first.span[1], second.span[1]) - start) // _MINUTE)


def clashes_of(
    board: Board, bookings: Sequence[Booking], moved: frozenset[tuple[int, str]]
) -> Iterator[Clash]:
    """Yield every clash that *bookings* would have on *board*.

    Args:
        board: as it is.
        bookings: as they would be.
        moved: keys of bookings that are no longer where the board has them.
    """
    for at, booking in enumerate(bookings):
        yield from clashes_alone(board.events[booking.at], booking.item)
        beside = bookings[at + 1 :]
        room = board.room_of(booking)
        neighbours = (each for each in beside if room is not None and board.room_of(each) == room)
        for other in chain(board.others(booking, moved), neighbours):
            if booking.item.overlaps(other.item):
                yield from in_one_room(board, *_in_order(booking, other))
        for speaker in booking.who:
            yield from _of_part(board, Part(booking, speaker), beside, moved)


def _of_part(
    board: Board, part: Part, beside: Iterable[Booking], moved: frozenset[tuple[int, str]]
) -> Iterator[Clash]:
    person = board.people[part.booking.at, part.speaker]
    known = (each for each in board.parts.get(person, ()) if each.booking.key not in moved)
    new = (
        Part(each, speaker)
        for each in beside
        for speaker in each.who
        if board.people[each.at, speaker] == person
    )
    for other in chain(known, new):
        if part.booking.item.overlaps(other.booking.item):
            yield from in_two_places(board, *sorted((part, other), key=lambda each: each.span))
        else:
            yield from too_far(board, *sorted((part, other), key=lambda each: each.span))


def _in_order(one: Booking, other: Booking) -> tuple[Booking, Booking]:
    return (one, other) if one.span <= other.span else (other, one)
