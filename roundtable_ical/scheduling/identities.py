"""Who is one person, and what is one room, under several ids and in several events."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.likeness import alike, alike_to_the_word, normal, same_person
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.texts import Text
from roundtable_ical.scheduling.walking import metres_between

Named = tuple[int, str]
"""Position of an event, and the id of a person or a place in it."""
SURE = 0.7
"""How alike two must be to be taken as one."""
_UNSAID = 0.6
"""What counts in place of an affiliation, or a city, that one of two does not state."""
_FAR = 1_000
"""Metres from which on two places are certainly not one."""
_LARGEST_BLOCK = 400
_Part = TypeVar("_Part")


def same_speaker(one: Speaker, other: Speaker) -> float:
    """Return how sure it is, from 0 to 1, that two are one person: by name and affiliation."""
    found = _one_name(normal(one.name), normal(other.name))
    ours, theirs = normal(one.affiliation), normal(other.affiliation)
    if not ours or not theirs:
        return found * (0.5 + 0.5 * _UNSAID)
    near = 0.9 if _initials(ours, theirs) or _initials(theirs, ours) else alike(ours, theirs)
    return found * (0.5 + 0.5 * near)


def same_place(one: Venue, other: Venue) -> float:
    """Return how sure it is that two are one room: by room, name, and city or place on the map."""
    if bool(one.room) is not bool(other.room):
        return 0.0
    room = alike(normal(one.room), normal(other.room)) if one.room else 1.0
    name = alike(normal(one.name), normal(other.name))
    if one.geo and other.geo:
        metres = metres_between(one.geo, other.geo)
        near = max(0.0, 1 - metres / _FAR)
        return room * (0.4 * name + 0.6 * near) if near else 0.0
    cities = normal(one.city), normal(other.city)
    city = alike(*cities) if all(cities) else _UNSAID
    return room * name * (0.5 + 0.5 * city) if city > 0.5 else 0.0


def people(events: Sequence[SideEvent]) -> Mapping[Named, Named]:
    """Return who stands for each person: the first one that may be the same. Nameless: nobody."""
    found = {
        (at, speaker.id): speaker
        for at, event in enumerate(events)
        for speaker in event.speakers
        if speaker.name
    }

    def keys(speaker: Speaker) -> Iterator[Hashable]:
        words = _words(speaker.name)
        yield words[-1], words[0][:1]
        yield tuple(sorted(words))

    def exact(speaker: Speaker) -> Hashable:
        return normal(speaker.name), normal(speaker.affiliation)

    return _grouped(found, keys, exact, same_speaker)


def places(events: Sequence[SideEvent]) -> Mapping[Named, Named]:
    """Return what stands for each place: the first one that may be the same room.

    A building with rooms is none: two may be in it at once.
    """
    found = {
        (at, id_): venue
        for at, event in enumerate(events)
        for id_, venue in event.places.items()
        if not venue.rooms
    }

    def keys(venue: Venue) -> Iterator[Hashable]:
        yield _words(venue.room or venue.name)[-1]

    def exact(venue: Venue) -> Hashable:
        return normal(venue.room), normal(venue.name), normal(venue.city), venue.geo

    return _grouped(found, keys, exact, same_place)


def _words(text: Text | str | None) -> list[str]:
    """Return the words of a name; one without letters is a word of none."""
    return normal(text).split() or [""]


def _one_name(one: str, other: str) -> float:
    """Return how alike two names are: John and Jane Smith have most of their letters in common."""
    found = same_person(one, other)
    initials = any(len(_words(name)[0]) == 1 for name in (one, other))
    return found if initials else min(found, alike_to_the_word(one, other))


def _initials(short: str, long: str) -> bool:
    """Whether *short*, as ``ilo``, is made of the first letters of *long*."""
    words = [word for word in long.split() if word not in {"of", "the", "for", "and", "in"}]
    return len(words) > 1 and short == "".join(word[0] for word in words)


def _grouped(
    found: Mapping[Named, _Part],
    keys: Callable[[_Part], Iterable[Hashable]],
    exact: Callable[[_Part], Hashable],
    likeness: Callable[[_Part, _Part], float],
) -> dict[Named, Named]:
    """Return the first of its group for each of *found*; only those of one key are compared."""
    leader: dict[Named, Named] = {}
    first: dict[Hashable, Named] = {}
    for named, part in found.items():
        leader[named] = first.setdefault(exact(part), named)
    blocks: dict[Hashable, list[Named]] = defaultdict(list)
    for named in first.values():
        for key in dict.fromkeys(keys(found[named])):
            blocks[key].append(named)

    def root(named: Named) -> Named:
        while leader[named] != named:
            named = leader[named]
        return named

    for block in blocks.values():
        # In a block that large a word is no name: what is alike to the letter is one already.
        if len(block) > _LARGEST_BLOCK:
            continue
        for one, other in combinations(block, 2):
            if likeness(found[one], found[other]) >= SURE:
                ours, theirs = root(one), root(other)
                leader[max(ours, theirs)] = min(ours, theirs)
    return {named: root(named) for named in found}
