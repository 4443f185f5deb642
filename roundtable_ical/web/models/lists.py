"""Everybody who speaks, every theme, every venue: the lists that lead to their pages."""

from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.web.models.head import Head, head
from roundtable_ical.web.models.people import Person, person
from roundtable_ical.web.models.places import Place, place
from roundtable_ical.web.models.said import Voice
from roundtable_ical.web.models.topics import Topic, topics
from roundtable_ical.web.reader import Reader
from roundtable_ical.zones.places import folded

KINDS = ("themes", "speakers", "venues")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of *kind*; the others are empty.

    *people* are by name, *seats* are places for somebody whose name is not known or not said, in
    the organiser's words; *unnamed* is how many more there are of whom nothing is said.
    """

    head: Head
    kind: str
    topics: tuple[Topic, ...] = ()
    people: tuple[Person, ...] = ()
    seats: tuple[Person, ...] = ()
    unnamed: int = 0
    places: tuple[Place, ...] = ()
    fallen: tuple[str, ...] = ()


def list_page(
    event: SideEvent, kind: str, reader: Reader, *, revision: Revision | None = None
) -> ListPage:
    """Return the list of *kind*, one of `KINDS`."""
    say = Voice(reader, event.language)
    everybody = tuple(person(event, each, say) for each in event.speakers)
    people = everybody if kind == "speakers" else ()
    unknown = [each for each in people if not each.known]
    seats = tuple(each for each in unknown if each.name.text != reader.words.withheld)
    known = [each for each in people if each.known]
    return ListPage(
        head=head(event, say, revision),
        kind=kind,
        topics=tuple(topics(event, say).values()) if kind == "themes" else (),
        people=tuple(sorted(known, key=lambda each: _key(event, each))),
        seats=seats,
        unnamed=len(unknown) - len(seats),
        places=_places(event, say) if kind == "venues" else (),
        fallen=tuple(sorted(say.fallen)),
    )


def _places(event: SideEvent, say: Voice) -> tuple[Place, ...]:
    return tuple(place(event, venue.id, say) for venue in event.venues)


def _key(event: SideEvent, each: Person) -> tuple[str, str]:
    """Return what people are sorted by: the name as it is written, its honorific left out."""
    name = event.people[each.id].name
    return folded(str(name)), each.id
