"""The people of an event, each once, and their appearances in its items."""

from dataclasses import dataclass, field, replace
from typing import Any

from roundtable_ical.importers.draft import Ids
from roundtable_ical.importers.notes.found import Person
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.people import Role

_FIELDS = ("honorific", "name", "function", "affiliation", "label")


@dataclass
class Cast:
    """Everybody named so far, in the order of the note.

    *tbc* of a speaker is set where every mention says so; otherwise it is the appearance's.
    """

    ids: Ids
    people: list[Person] = field(default_factory=list)
    _ids: list[str] = field(default_factory=list)
    _tbc: list[list[bool]] = field(default_factory=list)

    def add(self, person: Person) -> int:
        """Return the position of *person*, who is the same as one of this name before."""
        position = next((at for at, each in enumerate(self.people) if _same(each, person)), None)
        if position is None:
            self.people.append(person)
            self._ids.append(self.ids.new(_called(person)))
            self._tbc.append([person.tbc])
            return len(self.people) - 1
        self.people[position] = _merged(self.people[position], person)
        self._tbc[position].append(person.tbc)
        return position

    def known(self, person: Person) -> bool:
        """Whether somebody of this name is there already."""
        return any(_same(each, person) for each in self.people)

    def speakers(self) -> list[dict[str, Any]]:
        """Return the values of ``speakers``."""
        return [self._speaker(position) for position in range(len(self.people))]

    def appearance(self, position: int, person: Person) -> dict[str, Any]:
        """Return the values of one appearance of the speaker at *position*."""
        values: dict[str, Any] = {"speaker": self._ids[position]}
        role = person.role or Role.SPEAKER
        if role is not Role.SPEAKER:
            values["role"] = role.value
        if person.tbc and not all(self._tbc[position]):
            values["tbc"] = True
        if person.remote:
            values["remote"] = True
        return values

    def _speaker(self, position: int) -> dict[str, Any]:
        person = self.people[position]
        values: dict[str, Any] = {"id": self._ids[position]}
        values |= {name: value for name in _FIELDS if (value := getattr(person, name))}
        if all(self._tbc[position]):
            values["tbc"] = True
        return values


def _called(person: Person) -> str:
    return person.name or person.affiliation or person.label or person.function or "speaker"


def _same(one: Person, other: Person) -> bool:
    if one.name and other.name:
        return _plain(one.name) == _plain(other.name)
    if one.name or other.name:
        return False
    keys = [
        tuple(_plain(each or "") for each in (who.label or who.function, who.affiliation))
        for who in (one, other)
    ]
    return keys[0] == keys[1]


def _plain(words: str) -> str:
    return " ".join(folded(words).replace(".", " ").split())


def _merged(first: Person, other: Person) -> Person:
    """Return *first* with what only *other* tells."""
    missing = {
        name: value
        for name in ("honorific", "function", "affiliation", "label")
        if not getattr(first, name) and (value := getattr(other, name))
    }
    if first.function or first.affiliation:
        missing.pop("function", None)
        missing.pop("affiliation", None)
    return replace(first, **missing)
