"""Places that were kept for somebody who is named after all."""

import re
from collections.abc import Sequence

from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.people.wording import Kind, kind_of
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.people import Role

_OR = re.compile(
    r"\s(?:or|ou|o|oder|oppure)\s(?:d[eu]\s|del?\s|dell['’]|d['’]|by\s|par\s|por\s)?"
    r"(?:(?:Monsieur|Madame|M\.|Mme|Sr\.|Sra\.|Herrn?|Frau|the|le|la|el|der|die|den|il|o|a)\s)*",
    re.IGNORECASE,
)
"""Between two offices, one of which will speak."""
_SMALL = frozenset("the of for and de du la le l el del des".split())


def without_filled(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return *people* of one item without the places whose office one of them holds.

    "Remarks by the Secretary-General of X" over "Jane Doe, Secretary-General of X" is one person;
    "by the Rector or the Dean" over "Speaker: Jane Doe" too, as one of two offices is settled so.
    """
    offices = [_office(each) for each in people if each.name]
    settled = any(each.name and each.role is Role.SPEAKER for each in people)
    return tuple(
        each
        for each in people
        if each.name or not (_is_filled(each, offices) or (settled and _is_one_of_two(each)))
    )


def _is_one_of_two(place: Person) -> bool:
    words = place.label or place.function or ""
    parts = _OR.split(words)
    return len(parts) > 1 and all(kind_of(part) is Kind.FUNCTION for part in parts)


def _is_filled(place: Person, offices: Sequence[frozenset[str]]) -> bool:
    words = _office(place)
    return bool(place.function and place.affiliation) and any(words <= each for each in offices)


def _office(person: Person) -> frozenset[str]:
    words = folded(f"{person.function or ''} {person.affiliation or ''}")
    parted = words.replace("-", " ").replace(",", " ").replace(".", " ").split()
    return frozenset(parted) - _SMALL
