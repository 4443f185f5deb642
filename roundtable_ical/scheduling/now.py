"""What runs, what is late, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One item at a moment: *minutes* until it ends where it runs, else until it begins.

    *late* is how many minutes its start is behind what was first announced; less than none where
    it is ahead.
    """

    item: Occurrence
    minutes: int
    late: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it for programs; times carry the offset of the venue."""
        item = self.item
        return {
            "segment": item.id,
            "title": str(item.segment.title),
            "status": item.segment.status.value,
            "venue": item.venue.id if item.venue else None,
            "start": item.start.isoformat(),
            "end": item.end.isoformat(),
            "minutes": self.minutes,
            "late": self.late,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """An event at *moment*: what is *running*, and what comes *next* in each room, or elsewhere.

    *late* are those of today that begin, or began, later than announced.
    """

    moment: datetime
    running: tuple[Turn, ...]
    late: tuple[Turn, ...]
    next: tuple[Turn, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "moment": self.moment.isoformat(),
            "running": [turn.as_json() for turn in self.running],
            "late": [turn.as_json() for turn in self.late],
            "next": [turn.as_json() for turn in self.next],
        }


def now(event: SideEvent, moment: datetime, announced: SideEvent | None = None) -> Now:
    """Return where *event* is at *moment*, an aware one.

    Args:
        event: the programme; what is cancelled is not in it.
        moment: the present one.
        announced: the programme as it was before the day began, where that is known; only by it
            something is late.

    Returns:
        What runs, in order of its end. Next is the first that begins in each room later on the
        day of the nearest one: tomorrow's, when today there is nothing left.
    """
    was = {item.id: item.span[0] for item in announced.occurrences} if announced else {}
    taking_place = [item for item in event.occurrences if not item.cancelled]
    running = [
        _turn(item, item.span[1] - moment, was)
        for item in taking_place
        if item.span[0] <= moment < item.span[1]
    ]
    coming = [item for item in taking_place if item.span[0] > moment]
    following = [_turn(item, item.span[0] - moment, was) for item in _first_ones(coming)]
    today = [
        _turn(item, item.span[0] - moment, was) for item in coming if _one_day(item, coming[0])
    ]
    return Now(
        moment=moment,
        running=tuple(sorted(running, key=lambda turn: turn.item.span[1])),
        late=tuple(turn for turn in (*running, *today) if turn.late > 0),
        next=tuple(following),
    )


def _first_ones(coming: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield the first of *coming*, in order of time, in each room on the day of the first."""
    rooms: set[str | None] = set()
    for item in coming:
        room = item.venue.id if item.venue else None
        if room not in rooms and _one_day(item, coming[0]):
            rooms.add(room)
            yield item


def _one_day(item: Occurrence, first: Occurrence) -> bool:
    return item.span[0].astimezone(first.zone).date() == first.start.date()


def _turn(item: Occurrence, left: timedelta, was: dict[str, datetime]) -> Turn:
    late = (item.span[0] - was.get(item.id, item.span[0])) // _MINUTE
    return Turn(item=item, minutes=-(-left // _MINUTE), late=late)
