"""Ways out of a clash: moves that were tried, and after which what moved has no clash left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.board import Board, Booking
from roundtable_ical.scheduling.clashes import clashes_of
from roundtable_ical.scheduling.found import Clash, ClashKind, Side
from roundtable_ical.scheduling.gaps import starts
from roundtable_ical.scheduling.moves import Move, moved, placed

MOST_ROOMS = 20
"""Other rooms that are tried for a segment, those of its building first."""
MOST_SWAPS = 40
"""Segments that one is tried to be swapped with, those nearest in time first."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """*moves* that end a clash, and what an organiser is told."""

    moves: tuple[Move, ...]
    says: str

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {"says": self.says, "moves": [move.as_json() for move in self.moves]}


def taken(events: Iterable[SideEvent], way: WayOut) -> tuple[SideEvent, ...]:
    """Return *events* after *way* was taken.

    Raises:
        InvalidProgramme: the clock skips a time; of ways that were offered none does.
    """
    return tuple(moved(event, way.moves) for event in events)


def ways_out(board: Board, clash: Clash, *, most: int = 3) -> tuple[WayOut, ...]:
    """Return up to *most* ways out of *clash*, the smallest ones of each sort.

    Another room at the same time comes first, then another time in the same room, then two
    segments in each other's place, then another time in another room. A fixed segment stays. Each
    was tried: after it the clash is gone, and what it moves has none.
    """
    free = [_booked(board, side) for side in clash.sides if not side.item.segment.fixed]
    free.sort(key=lambda booking: (len(booking.who), -booking.span[0].timestamp()))
    found: list[WayOut] = []
    for sort in (_other_room, _other_time, _swapped, _other_room_and_time):
        ways = (way for booking in free for way in sort(board, booking, clash))
        found += islice(ways, 1)
        if len(found) >= most:
            break
    return tuple(found[:most])


def _booked(board: Board, side: Side) -> Booking:
    at = next(at for at, event in enumerate(board.events) if event.id == side.event.id)
    return board.booking(at, side.item)


def _other_room(board: Board, booking: Booking, clash: Clash) -> Iterator[WayOut]:
    if clash.kind in _OF_TIME:
        return
    item = booking.item
    for room in rooms_beside(board, booking):
        yield from _tried(board, [booking], [_move(board, booking, *item.span, room)])


def _other_time(board: Board, booking: Booking, clash: Clash) -> Iterator[WayOut]:
    if clash.kind in _OF_ROOM:
        return
    for start in starts(board, booking):
        end = start + _length(booking.item)
        yield from _tried(board, [booking], [_move(board, booking, start, end)])


def _swapped(board: Board, booking: Booking, _: Clash) -> Iterator[WayOut]:
    for other in _partners(board, booking):
        pair = booking, other
        moves = [
            _move(
                board,
                one,
                two.item.span[0],
                two.item.span[0] + _length(one.item),
                two.item.venue.id if two.item.venue else None,
            )
            for one, two in (pair, pair[::-1])
        ]
        yield from _tried(board, pair, moves)


def _other_room_and_time(board: Board, booking: Booking, _: Clash) -> Iterator[WayOut]:
    found = (
        (abs(start - booking.span[0]), start, room)
        for room in rooms_beside(board, booking)
        for start in islice(starts(board, booking, room), 2)
    )
    for _shift, start, room in sorted(found):
        end = start + _length(booking.item)
        yield from _tried(board, [booking], [_move(board, booking, start, end, room)])


_OF_ROOM = frozenset({ClashKind.CAPACITY, ClashKind.EQUIPMENT})
"""What no other time mends."""
_OF_TIME = frozenset({ClashKind.PERSON, ClashKind.PRESENCE, ClashKind.HOURS, ClashKind.ANCHOR})
"""What no other room mends."""


def rooms_beside(board: Board, booking: Booking) -> list[str]:
    """Return ids of other rooms on the clock of the one *booking* is in: its building's first."""
    event, venue = board.events[booking.at], booking.item.venue
    if venue is None:
        return []
    building = event.building_of(venue.id) or venue.id
    zone = event.frame.zone_of(booking.item.segment)

    def order(id_: str) -> tuple[bool, bool]:
        place = event.places[id_]
        return event.building_of(id_) != building, str(place.city) != str(venue.city)

    found = [
        id_
        for id_, place in event.places.items()
        if id_ != venue.id
        and not place.rooms
        and bool(place.url and not place.city) is bool(venue.url and not venue.city)
        and (place.timezone or event.timezone).key == zone.key
    ]
    return sorted(found, key=order)[:MOST_ROOMS]


def _partners(board: Board, booking: Booking) -> list[Booking]:
    """Return what *booking* could be swapped with: of its event and day, on its clock."""
    item = booking.item
    found = [
        other
        for other in board.by_day[booking.at, item.zone.key, item.start.date()]
        if other.key != booking.key
        and not other.item.segment.fixed
        and other.span != booking.span
        and (other.item.venue is None) is (item.venue is None)
    ]
    found.sort(key=lambda other: (abs(other.span[0] - booking.span[0]), other.key))
    return found[:MOST_SWAPS]


def _length(item: Occurrence) -> timedelta:
    start, end = item.span
    return end - start


def _move(
    board: Board, booking: Booking, start: datetime, end: datetime, venue: str | None = None
) -> Move:
    zone, here = booking.item.zone, booking.item.venue
    return Move(
        event_id=board.events[booking.at].id,
        occurrence_id=booking.item.id,
        start=start.astimezone(zone),
        end=end.astimezone(zone),
        venue=None if here and here.id == venue else venue,
    )


def _tried(board: Board, bookings: Sequence[Booking], moves: Sequence[Move]) -> Iterator[WayOut]:
    """Yield the way that *moves* are, where all that moves is free of clashes after it."""
    event = board.events[bookings[0].at]
    there = [
        board.booking(booking.at, placed(event, booking.item, move))
        for booking, move in zip(bookings, moves, strict=True)
    ]
    gone = frozenset(booking.key for booking in bookings)
    if next(clashes_of(board, there, gone), None) is None:
        says = " and ".join(
            _said(board, booking, move) for booking, move in zip(bookings, moves, strict=True)
        )
        yield WayOut(moves=tuple(moves), says=says)


def _said(board: Board, booking: Booking, move: Move) -> str:
    item = booking.item
    # Two events may call different segments alike.
    words = [f"move {move.event_id}/{item.id}" if len(board.events) > 1 else f"move {item.id}"]
    if move.start.astimezone(UTC) != item.span[0]:
        day = f"{move.start.date()} " if move.start.date() != item.start.date() else ""
        minutes = (move.start.astimezone(UTC) - item.span[0]) // _MINUTE
        words.append(f"to {day}{move.start:%H:%M} ({minutes:+d} min)")
    if move.venue:
        words.append(f"to {move.venue}" if len(words) == 1 else f"in {move.venue}")
    return " ".join(words)
