"""The page of an event: everything on it, before anybody lays it out."""

from collections.abc import Mapping
from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Status
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.agenda import Agenda, Day, Row
from roundtable_ical.web.models.facts import Facts, facts
from roundtable_ical.web.models.grid import MOST_COLUMNS, Grid, grid
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.people import Person, person
from roundtable_ical.web.models.said import Said, Voice
from roundtable_ical.web.models.topics import Topic
from roundtable_ical.web.reader import Reader

MOST_ROWS_WHOLE = 200
"""Beyond so many rows the people of a segment are on its own page, so that this one opens fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A room that the agenda can be narrowed to; *mark* is the class of its rows."""

    mark: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """What the page of an event shows.

    *grids* holds the days that are a grid on wide screens, by their anchors. *rooms* are offered as
    a filter where there are more than a grid can hold. *css* is all the style that is this page's
    own. *fallen* are the languages that texts are in which are not in the reader's.
    """

    head: Head
    status: Status
    facts: Facts
    topics: tuple[Topic, ...]
    days: tuple[Day, ...]
    open: tuple[Row, ...]
    grids: Mapping[str, Grid]
    rooms: tuple[Place, ...]
    marks: Mapping[str, str]
    people: tuple[Person, ...]
    unnamed: int
    objective: Said
    background: Said
    participants: tuple[Said, ...]
    whole: bool
    css: str
    fallen: tuple[str, ...]

    @property
    def saved(self) -> bool:
        """Whether some row offers a copy to save."""
        rows = (row for day in self.days for row in day.rows)
        return self.whole and any(row.saved and not row.plain for row in rows)

    @property
    def count(self) -> int:
        """How many items have a time."""
        return sum(len(day.rows) for day in self.days)


def event_page(
    event: SideEvent,
    reader: Reader,
    *,
    revision: Revision | None = None,
    moves: Mapping[str, Move] | None = None,
) -> EventPage:
    """Return the page of *event* for *reader*; *revision* and *moves* where a store knows them."""
    say = Voice(reader, event.language)
    agenda = Agenda(event, say, moves)
    days = agenda.days()
    grids = {day.anchor: found for day in days if (found := grid(agenda, day))}
    rooms = _rooms(agenda, days)
    marks = {place_id: place.mark for place_id, place in rooms.items()}
    top, told = head(event, say, revision), facts(event, say)
    rows = agenda.open()
    people = tuple(person(event, speaker, say) for speaker in event.speakers)
    about = say(event.objective), say(event.background)
    participants = tuple(map(say, event.participants))
    return EventPage(
        head=top,
        status=event.status,
        facts=told,
        topics=tuple(agenda.topics.values()),
        days=days,
        open=rows,
        grids=grids,
        rooms=tuple(rooms.values()),
        marks=marks,
        people=tuple(each for each in people if each.known),
        unnamed=sum(not each.known for each in people),
        objective=about[0],
        background=about[1],
        participants=participants,
        whole=len(event.occurrences) <= MOST_ROWS_WHOLE,
        css="\n".join(filter(None, (_filters(rooms), _wide(grids)))),
        fallen=tuple(sorted(say.fallen)),
    )


def _rooms(agenda: Agenda, days: tuple[Day, ...]) -> dict[str, Place]:
    """Return the rooms to narrow a list to; none where they are few."""
    rows = (row for day in days for row in day.rows if row.venue)
    used = {row.venue: row.room.text for row in rows}
    if len(used) <= MOST_COLUMNS:
        return {}
    ids = [id_ for id_ in agenda.event.places if id_ in used]
    return {id_: Place(mark=f"v{n}", name=used[id_]) for n, id_ in enumerate(ids, start=1)}


def _filters(rooms: Mapping[str, Place]) -> str:
    """Return the rules that hide what is not in the room chosen; without a script."""
    return "\n".join(
        f'.rt:has(#room option[value="{place.mark}"]:checked) .row:not(.{place.mark})'
        "{display:none}"
        for place in rooms.values()
    )


def _wide(grids: Mapping[str, Grid]) -> str:
    rules = "\n".join(each.css for each in grids.values())
    return f"@media screen and (min-width: 60rem) {{\n{rules}\n}}" if rules else ""
