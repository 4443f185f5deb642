"""When one segment could be instead: its room free, its people there and not on their way."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from roundtable_ical.programme.constraints import At, Pause
from roundtable_ical.programme.segments import ELASTIC_KINDS
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.alone import paused
from roundtable_ical.scheduling.board import Board, Booking
from roundtable_ical.scheduling.intervals import Interval, met, without

_STEP = timedelta(minutes=5)
"""What starts are rounded to, where there is room."""


def starts(board: Board, booking: Booking, room: str | None = None) -> Iterator[datetime]:
    """Yield other starts of *booking*, in UTC, the nearest first: of its day, then of other days.

    Args:
        board: where it is booked.
        booking: what is to be moved; its length stays.
        room: where it would be; where it is when none is named.
    """
    item = booking.item
    days = sorted(board.days(booking.at), key=lambda day: (abs(day - item.start.date()), day))
    for day in days:
        found = []
        for free in free_on(board, booking, day, room):
            start = _nearest(free, booking.span)
            if start is not None and start != booking.span[0]:
                found.append(start)
        yield from sorted(found, key=lambda start: abs(start - booking.span[0]))


def free_on(
    board: Board, booking: Booking, day: date, room: str | None = None
) -> tuple[Interval, ...]:
    """Return when *booking* could run on *day*, beside all else that is booked."""
    event, item = board.events[booking.at], booking.item
    zone = item.zone
    around = board.hours(booking.at, day, zone)
    venue = event.places[room] if room else item.venue
    free = met([around], opening.usable(venue, around, event))
    for speaker in dict.fromkeys(part.speaker for part in item.segment.speakers):
        person = event.people[speaker]
        if person.available or person.away:
            free = met(free, opening.present(person, around, event))
    for each in event.constraints:
        match each:
            case At(segment=item.series, hard=True, when=when):
                free = met(free, opening.every(when, around, zone))
            case Pause(hard=True) if item.segment.kind not in ELASTIC_KINDS:
                free = without(free, paused(event, each, item, around))
    return without(free, _busy(board, booking, room))


def _busy(board: Board, booking: Booking, room: str | None) -> Iterator[Interval]:
    """Yield when the room is taken, or somebody is elsewhere or on the way."""
    here = room or (booking.item.venue and booking.item.venue.id)
    place = (booking.at, here) if here else None
    if place:
        for other in board.rooms.get(board.places.get(place, place), ()):
            if other.key != booking.key:
                yield other.span
    for speaker in booking.who:
        for part in board.parts.get(board.people[booking.at, speaker], ()):
            other = part.booking
            if other.key == booking.key:
                continue
            way = timedelta()
            there = other.item.venue
            if place and there and speaker not in booking.remote | other.remote:
                journey = board.way(place, (other.at, there.id))
                way = timedelta(minutes=journey.minutes if journey else 0)
            yield other.span[0] - way, other.span[1] + way


def _nearest(free: Interval, span: Interval) -> datetime | None:
    """Return the start nearest to that of *span* that fits into *free*; rounded if it can be."""
    length = span[1] - span[0]
    first, last = free[0], free[1] - length
    if last < first:
        return None
    start = min(max(span[0], first), last)
    over = timedelta(minutes=start.minute % 5, seconds=start.second)
    if over:
        for rounded in (start - over + _STEP, start - over):
            if first <= rounded <= last:
                return rounded
    return start
