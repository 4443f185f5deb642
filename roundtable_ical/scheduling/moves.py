"""One occurrence at another time or in another room, tried out or taken."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.timetable import timetable, with_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where and when one occurrence would be; *venue* None: where it is. Times are aware."""

    event_id: str
    occurrence_id: str
    start: datetime
    end: datetime
    venue: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "event": self.event_id,
            "segment": self.occurrence_id,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "venue": self.venue,
        }


def moved(event: SideEvent, moves: Iterable[Move]) -> SideEvent:
    """Return *event* with *moves* made; those of other events are left alone.

    Raises:
        UnknownId: it has no such occurrence.
        InvalidProgramme: the clock skips such a time.
    """
    known = timetable(event)
    items = []
    for move in moves:
        if move.event_id != event.id:
            continue
        if move.occurrence_id not in known:
            raise UnknownId("segment", move.occurrence_id, known)
        item = known[move.occurrence_id]
        items.append(
            replace(
                item,
                start=move.start.astimezone(UTC),
                end=move.end.astimezone(UTC),
                room=move.venue or item.room,
            )
        )
    return with_items(event, items)


def placed(event: SideEvent, item: Occurrence, move: Move) -> Occurrence:
    """Return *item* as it would be after *move*, without the event around it."""
    segment = item.segment
    if move.venue:
        segment = segment.model_copy(update={"venue": move.venue})
    return Occurrence(
        id=item.id,
        series=item.series,
        segment=segment,
        venue=event.frame.venue_of(segment),
        start=move.start.astimezone(item.zone),
        end=move.end.astimezone(item.zone),
    )
