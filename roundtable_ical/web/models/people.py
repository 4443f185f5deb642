"""Who speaks, as pages show them: the name whole, then function and affiliation."""

from collections.abc import Iterator
from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Appearance, Role, Speaker
from roundtable_ical.programme.segments import Segment
from roundtable_ical.web.models.said import Said, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A speaker in one segment, or by themselves (then *role* is empty).

    *known* is whether they have a name that may be said; else *name* is the note's own words for
    the seat. *count* is how many items with a time they have.
    """

    id: str
    name: Said
    position: Said
    role: str = ""
    known: bool = True
    tbc: bool = False
    remote: bool = False
    count: int = 0


def person(event: SideEvent, speaker: Speaker, say: Voice) -> Person:
    """Return *speaker* by themselves."""
    name, position, known = _called(speaker, say)
    return Person(
        id=speaker.id,
        name=name,
        position=position,
        known=known,
        tbc=speaker.tbc,
        count=len(event.holders.get(("speakers", speaker.id), ())),
    )


def appearing(event: SideEvent, segment: Segment, say: Voice) -> Iterator[Person]:
    """Yield who is in *segment*, in the organiser's order."""
    for part in segment.speakers:
        yield _appearing(event.people[part.speaker], part, say)


def _appearing(speaker: Speaker, part: Appearance, say: Voice) -> Person:
    name, position, known = _called(speaker, say)
    roles = say.reader.words.roles
    return Person(
        id=speaker.id,
        name=name,
        position=position,
        role="" if part.role is Role.SPEAKER else roles[part.role],
        known=known,
        tbc=part.tbc or speaker.tbc,
        remote=part.remote,
    )


def _called(speaker: Speaker, say: Voice) -> tuple[Said, Said, bool]:
    """Return name and position, and whether the name is one."""
    if speaker.id not in say.called:
        say.called[speaker.id] = _found(speaker, say)
    return say.called[speaker.id]


def _found(speaker: Speaker, say: Voice) -> tuple[Said, Said, bool]:
    if not speaker.consent or not speaker.name:
        place = say(speaker.label)
        if not place:
            place = _position(speaker, say)
        return place or Said(say.reader.words.withheld), Said(""), False
    name = say(speaker.name)
    honorific = say(speaker.honorific)
    whole = f"{honorific} {name}" if honorific else name.text
    return Said(whole, name.language), _position(speaker, say), True


def _position(speaker: Speaker, say: Voice) -> Said:
    return say.joined((say(speaker.function), say(speaker.affiliation)))
