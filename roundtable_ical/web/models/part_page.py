"""The page of a part of the programme: a theme, a speaker, a venue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.agenda import Agenda, Day, Row
from roundtable_ical.web.models.facts import Facts, facts
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.people import Person, person
from roundtable_ical.web.models.places import Place, place
from roundtable_ical.web.models.said import NOTHING, Said, Voice
from roundtable_ical.web.models.topics import Topic
from roundtable_ical.web.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What a speaker does in one segment."""

    role: str
    tbc: bool
    remote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """What the page of a theme, a speaker or a venue shows.

    *kind* is ``themes``, ``speakers`` or ``venues``; *name* what it is called, *about* what more is
    said of it; *topic*, *person* and *place* the one that it is. *seats* is by segment what the
    speaker does there. *named* is false where the name is withheld: then no word of the page is it.
    """

    head: Head
    facts: Facts
    kind: str
    id: str
    name: Said
    about: Said
    topic: Topic | None
    person: Person | None
    place: Place | None
    days: tuple[Day, ...]
    open: tuple[Row, ...]
    seats: Mapping[str, tuple[Seat, ...]]
    fallen: tuple[str, ...]
    whole: bool = True
    marks: Mapping[str, str] | None = None

    @property
    def named(self) -> bool:
        """Whether it has a name that may be said."""
        return self.person is None or self.person.known

    @property
    def count(self) -> int:
        """How many items have a time."""
        return sum(len(day.rows) for day in self.days)

    @property
    def cancelled(self) -> int:
        """How many of them are cancelled, and shown as such."""
        rows = (row for day in self.days for row in day.rows)
        return sum(row.status is Status.CANCELLED for row in rows)


def part_page(
    event: SideEvent,
    selection: Selection,
    reader: Reader,
    *,
    revision: Revision | None = None,
    moves: Mapping[str, Move] | None = None,
) -> PartPage:
    """Return the page of the one thing that *selection* has."""
    kind, id_ = selection.only or ("themes", "")
    say = Voice(reader, event.language)
    agenda = Agenda(event, say, moves)
    topic = agenda.topics[id_] if kind == "themes" else None
    who = person(event, event.people[id_], say) if kind == "speakers" else None
    where = place(event, id_, say) if kind == "venues" else None
    named = topic.title if topic else who.name if who else where.name if where else NOTHING
    about = event.topics[id_].description if topic else None
    days = agenda.days(selected(event, selection))
    rows = tuple(map(agenda.unscheduled, _unscheduled(event, kind, id_)))
    shown = partial(_shown, topic=topic, alone=who is not None)
    return PartPage(
        head=head(event, say, revision),
        facts=facts(event, say),
        kind=kind,
        id=id_,
        name=named,
        about=say(about),
        topic=topic,
        person=who,
        place=where,
        days=tuple(replace(day, rows=tuple(map(shown, day.rows))) for day in days),
        open=tuple(map(shown, rows)),
        seats=dict(_seats(event, id_, say)) if who else {},
        fallen=tuple(sorted(say.fallen)),
    )


def _unscheduled(event: SideEvent, kind: str, id_: str) -> Iterator[Segment]:
    """Yield what belongs to the part and has no time yet."""
    for segment in event.unscheduled:
        venue = event.frame.venue_of(segment)
        found = {
            "themes": segment.themes,
            "speakers": tuple(part.speaker for part in segment.speakers),
            "venues": (venue.id, event.building_of(venue.id)) if venue else (),
        }
        if id_ in found[kind]:
            yield segment


def _shown(row: Row, *, topic: Topic | None, alone: bool) -> Row:
    """Return *row* with the rail of *topic*, and without people where a speaker's seat is said."""
    if topic:
        others = (each for each in row.topics if each.id != topic.id)
        return replace(row, topics=(topic, *others))
    return replace(row, people=()) if alone else row


def _seats(event: SideEvent, id_: str, say: Voice) -> Iterator[tuple[str, tuple[Seat, ...]]]:
    """Yield by segment what speaker *id_* does there, where that is more than to speak."""
    roles, speaker = say.reader.words.roles, event.people[id_]
    segments = (
        *(event.occurrences[n].segment for n in event.holders.get(("speakers", id_), ())),
        *event.unscheduled,
    )
    for segment in segments:
        seats = tuple(
            Seat(
                role=roles[part.role],
                tbc=part.tbc and not speaker.tbc,
                remote=part.remote,
            )
            for part in segment.speakers
            if part.speaker == id_
        )
        if seats and seats != (Seat(role=roles[Role.SPEAKER], tbc=False, remote=False),):
            yield segment.id, seats
