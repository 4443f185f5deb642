"""The agenda alone, for a frame in somebody's page, or as HTML to paste into one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.agenda import Agenda, Day, Row
from roundtable_ical.web.models.event_page import MOST_ROWS_WHOLE
from roundtable_ical.web.models.facts import Facts, facts
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.said import Said, Voice
from roundtable_ical.web.reader import Reader

MOST_PASTED = 100
"""Items in HTML to paste: a longer list is a burden to the page that it is pasted into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """What a frame shows.

    *chosen* are the names of what the agenda is narrowed to; none where it is all of it. *left* is
    how many items were left out because there are too many.
    """

    head: Head
    facts: Facts
    chosen: tuple[Said, ...]
    days: tuple[Day, ...]
    open: tuple[Row, ...]
    whole: bool
    left: int = 0
    marks: Mapping[str, str] | None = None


def embed_page(
    event: SideEvent,
    selection: Selection,
    reader: Reader,
    *,
    revision: Revision | None = None,
    moves: Mapping[str, Move] | None = None,
) -> EmbedPage:
    """Return what of *event* belongs to *selection*, day by day."""
    say = Voice(reader, event.language)
    agenda = Agenda(event, say, moves)
    items = selected(event, selection)
    places = (event.places[id_] for id_ in selection.venues)
    return EmbedPage(
        head=head(event, say, revision),
        facts=facts(event, say),
        chosen=(
            *(say(event.topics[id_].title) for id_ in selection.themes),
            *(Said(agenda_name(event, id_, reader)) for id_ in selection.speakers),
            *(say(place.room or place.name) for place in places),
        ),
        days=agenda.days(items),
        open=agenda.open() if selection.everything else (),
        whole=len(items) <= MOST_ROWS_WHOLE,
    )


def agenda_name(event: SideEvent, id_: str, reader: Reader) -> str:
    """Return what the agenda of speaker *id_* is called by: never a name that is withheld."""
    speaker = event.people[id_]
    named = speaker.public_name(reader.wanted, event.language)
    return named or speaker.place_words(reader.wanted, event.language) or reader.words.withheld


def shortened(page: EmbedPage, most: int = MOST_PASTED) -> EmbedPage:
    """Return *page* with the first *most* items only; those without a time come last."""
    left, days = most, []
    for day in page.days:
        if left > 0:
            days.append(replace(day, rows=day.rows[:left], items=day.items[:left]))
            left -= len(day.rows)
    total = sum(len(day.rows) for day in page.days) + len(page.open)
    unscheduled = page.open[: max(left, 0)]
    return replace(page, days=tuple(days), open=unscheduled, left=max(total - most, 0))
