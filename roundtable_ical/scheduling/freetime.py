"""When people and rooms are all free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.board import Board, Part
from roundtable_ical.scheduling.intervals import Interval, merged, met, without

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTime:
    """A stretch in which all are free; *start* and *end* on the clock of the rooms."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Its length."""
        return (self.end - self.start) // _MINUTE

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "minutes": self.minutes,
        }


def free_times(
    board: Board,
    at: int = 0,
    *,
    people: Sequence[str] = (),
    rooms: Sequence[str] = (),
    minutes: int = 30,
    busy: Mapping[str, Iterable[Interval]] | None = None,
) -> tuple[FreeTime, ...]:
    """Return when all of *people* and *rooms* are free for *minutes*, within the event's hours.

    Days and hours are those on the clock of the first room, or of the event where none is named.
    The way between a room and where people are before and after counts as busy.

    Args:
        board: the events; what a person or room has in any of them counts.
        at: position of the event that is asked for.
        people: ids of its speakers.
        rooms: ids of its venues and rooms; a venue stands for all of its rooms.
        minutes: shortest length that is of use.
        busy: further times, by whose they are: from the calendars of people, ours or not.

    Raises:
        UnknownId: nobody and nothing has this id.
    """
    event = board.events[at]
    for kind, wanted, known in (
        ("speaker", people, event.people),
        ("venue", rooms, event.places),
    ):
        for id_ in wanted:
            if id_ not in known:
                raise UnknownId(kind, id_, nearest(id_, known) or known)
    room = event.places[rooms[0]] if rooms else None
    zone = (room and room.timezone) or event.timezone
    free = merged(board.hours(at, day, zone) for day in event.days or board.days(at))
    for id_ in people:
        there = (span for day in free for span in opening.present(event.people[id_], day, event))
        free = without(met(free, there), _of_person(board, at, id_, rooms))
    for id_ in rooms:
        usable = (span for day in free for span in opening.usable(event.places[id_], day, event))
        free = without(met(free, usable), _of_room(board, at, id_))
    for times in (busy or {}).values():
        free = without(free, times)
    least = minutes * _MINUTE
    return tuple(
        FreeTime(start=start.astimezone(zone), end=end.astimezone(zone))
        for start, end in free
        if end - start >= least
    )


def _of_person(board: Board, at: int, id_: str, rooms: Sequence[str]) -> Iterator[Interval]:
    named = board.people.get((at, id_))
    if named is not None:
        for part in board.parts.get(named, ()):
            (start, end), way = part.span, _way(board, at, part, rooms)
            yield start - way, end + way
        return
    # A place kept for a person without a name is nobody elsewhere, and booked here all the same.
    for booking in board.bookings:
        if booking.at == at and any(part.speaker == id_ for part in booking.item.segment.speakers):
            yield booking.span


def _way(board: Board, at: int, part: Part, rooms: Sequence[str]) -> timedelta:
    """Return how long the way is from *part* to the farthest of *rooms*; none of who is remote."""
    venue = part.booking.item.venue
    if venue is None or part.speaker in part.booking.remote:
        return timedelta()
    ways = (board.way((at, room), (part.booking.at, venue.id)) for room in rooms)
    return max((way.minutes for way in ways if way), default=0) * _MINUTE


def _of_room(board: Board, at: int, id_: str) -> Iterator[Interval]:
    event = board.events[at]
    ids = [id_, *(room for room in event.places if event.building_of(room) == id_)]
    for each in ids:
        named = board.places.get((at, each), (at, each))
        yield from (booking.span for booking in board.rooms.get(named, ()))
