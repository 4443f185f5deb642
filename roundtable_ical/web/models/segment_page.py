"""The page of one segment."""

from collections.abc import Mapping
from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.agenda import Agenda, Row
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.hours import offset
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentPage:
    """What the page of a segment shows; *day* is empty while its time is open."""

    head: Head
    row: Row
    day: str
    offset: str
    fallen: tuple[str, ...]


def segment_page(
    event: SideEvent,
    id_: str,
    reader: Reader,
    *,
    revision: Revision | None = None,
    moves: Mapping[str, Move] | None = None,
) -> SegmentPage:
    """Return the page of segment *id_*, which *event* has on its agenda."""
    say = Voice(reader, event.language)
    agenda = Agenda(event, say, moves)
    item = next((item for item in event.occurrences if item.id == id_), None)
    row = agenda.row(item) if item else agenda.unscheduled(event.agenda[id_])
    return SegmentPage(
        head=head(event, say, revision),
        row=row,
        day=reader.day(item.start.date()) if item else "",
        offset=offset(item.start) if item else "",
        fallen=tuple(sorted(say.fallen)),
    )
