"""The page of a part of the programme: a theme, a speaker, a venue."""

from collections.abc import Mapping
from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.agenda import Agenda, Day, Row
from roundtable_ical.web.models.facts import Facts, facts
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.people import Person, person
from roundtable_ical.web.models.said import NOTHING, Said, Voice
from roundtable_ical.web.models.topics import Topic
from roundtable_ical.web.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """What the page of a theme, a speaker or a venue shows.

    *kind* is ``themes``, ``speakers`` or ``venues``; *name* what it is called, *about* what more is
    said of it; *topic* and *person* the one that it is.
    """

    head: Head
    facts: Facts
    kind: str
    id: str
    name: Said
    about: Said
    topic: Topic | None
    person: Person | None
    days: tuple[Day, ...]
    open: tuple[Row, ...]
    fallen: tuple[str, ...]
    whole: bool = True
    marks: Mapping[str, str] | None = None

    @property
    def count(self) -> int:
        """How many items have a time."""
        return sum(len(day.rows) for day in self.days)


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
    return PartPage(
        head=head(event, say, revision),
        facts=facts(event, say),
        kind=kind,
        id=id_,
        name=topic.title if topic else who.name if who else _called(event, id_, say),
        about=_about(event, kind, id_, say),
        topic=topic,
        person=who,
        days=agenda.days(selected(event, selection)),
        open=tuple(
            agenda.unscheduled(segment)
            for segment in event.unscheduled
            if id_ in segment.themes or any(part.speaker == id_ for part in segment.speakers)
        ),
        fallen=tuple(sorted(say.fallen)),
    )


def _called(event: SideEvent, id_: str, say: Voice) -> Said:
    place = event.places[id_]
    return say(place.room or place.name)


def _about(event: SideEvent, kind: str, id_: str, say: Voice) -> Said:
    if kind == "themes":
        return say(event.topics[id_].description)
    return say(event.places[id_].address) if kind == "venues" else NOTHING
