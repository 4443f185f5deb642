"""A schedule as every format has it: talks, people, rooms, tracks; and what they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from roundtable_ical.importers.schedules.words import Scribe, Words
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Kind, Status

Foreign = dict[str, Any]


@dataclass(slots=True)
class Person:
    """Somebody who speaks; *key* is what the format knows them by."""

    key: str
    name: str
    affiliation: str = ""
    function: str = ""
    honorific: str = ""
    email: str = ""
    foreign: Foreign = field(default_factory=dict)


@dataclass(slots=True)
class Place:
    """A room, in *building* where the format says so; *name* may be empty: the building itself."""

    name: Words
    building: str = ""
    foreign: Foreign = field(default_factory=dict)


@dataclass(slots=True)
class Track:
    """One thread through the schedule; *color* as ``#aabbcc`` or a name."""

    title: Words
    color: str = ""
    about: str = ""
    foreign: Foreign = field(default_factory=dict)


@dataclass(slots=True)
class Talk:
    """One item. *start* and *end* are aware, or on the clock at the venue.

    *place* and *tracks* are keys of the plan; *people* its keys with their roles. *line* is where
    it stands in the file, from 1.
    """

    title: Words
    start: datetime | None = None
    end: datetime | None = None
    minutes: int | None = None
    abstract: Words = ""
    place: str = ""
    tracks: tuple[str, ...] = ()
    people: tuple[tuple[str, Role], ...] = ()
    kind: Kind = Kind.OTHER
    status: Status = Status.CONFIRMED
    note: str = ""
    language: str = ""
    line: int | None = None
    foreign: Foreign = field(default_factory=dict)


@dataclass
class Plan:
    """All that a schedule file says; rooms, tracks and people by the key that talks have."""

    scribe: Scribe = field(default_factory=Scribe)
    title: Words = ""
    subtitle: Words = ""
    about: Words = ""
    acronym: str = ""
    zone: str = ""
    language: str = ""
    city: str = ""
    address: str = ""
    clues: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    foreign: Foreign = field(default_factory=dict)

    def place(self, name: object, building: object = "", **foreign: Any) -> str:
        """Return the key of the room of this name in this building; it is noted at its first."""
        words, house = self.scribe.lines(name), self.scribe.line(building)
        if not words and not house:
            return ""
        key = f"{house}\n{first(words)}"
        if key not in self.places:
            self.places[key] = Place(words, house, {k: v for k, v in foreign.items() if v})
        return key

    def track(self, title: object, color: object = "", about: str = "") -> str:
        """Return the key of the track of this title; empty where it is none."""
        words = self.scribe.lines(title)
        key = first(words)
        if not key or key.casefold() in {"no track", "-", "none", "null"}:
            return ""
        if key not in self.tracks:
            self.tracks[key] = Track(words, self.scribe.line(color), about)
        return key

    def person(self, key: object, name: object, **more: Any) -> str:
        """Return the key of somebody, by what the format calls them, or by their name.

        Empty where there is no name and no such key.
        """
        said = self.scribe.line(name)
        known = str(key) if isinstance(key, str | int) and str(key) else f"name:{said.casefold()}"
        found = self.people.get(known)
        if found is None and not said:
            return ""
        if found is None:
            found = self.people[known] = Person(known, said)
        for field_, value in more.items():
            if value and not getattr(found, field_):
                setattr(found, field_, value if field_ == "foreign" else self.scribe.line(value))
        return known

    def speakers(self, keys: Iterable[tuple[str, Role]]) -> tuple[tuple[str, Role], ...]:
        """Return *keys* without empty ones, and each person once."""
        found: dict[str, Role] = {}
        for key, role in keys:
            if key:
                found.setdefault(key, role)
        return tuple(found.items())


def first(words: Words) -> str:
    """Return *words* in the first language they are in."""
    return words if isinstance(words, str) else next(iter(words.values()), "")
