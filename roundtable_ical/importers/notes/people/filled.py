"""Places that were kept for somebody who is named after all."""

from collections.abc import Sequence

from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.times.letters import folded

_SMALL = frozenset("the of for and de du la le l el del des".split())


def without_filled(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return *people* of one item without the places whose office one of them holds.

    "Remarks by the Secretary-General of X" over "Jane Doe, Secretary-General of X" is one person.
    """
    offices = [_office(each) for each in people if each.name]
    return tuple(each for each in people if each.name or not _is_filled(each, offices))


def _is_filled(place: Person, offices: Sequence[frozenset[str]]) -> bool:
    words = _office(place)
    return bool(place.function and place.affiliation) and any(words <= each for each in offices)


def _office(person: Person) -> frozenset[str]:
    words = folded(f"{person.function or ''} {person.affiliation or ''}")
    parted = words.replace("-", " ").replace(",", " ").replace(".", " ").split()
    return frozenset(parted) - _SMALL
