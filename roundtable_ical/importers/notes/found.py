"""What the parts of the reader hand to each other."""

from dataclasses import dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Question
from roundtable_ical.programme.segments import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something to be told of a value: *field* is its name in its item, as ``end``.

    *sure* is how sure an inferred value is (0 to 1); None for what was not understood.
    """

    field: str
    line: int
    code: str
    message: str
    sure: float | None
    hint: str = ""
    question: Question | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named for a slot, or a place kept for somebody (no *name*, but a *label*)."""

    line: int
    name: str | None = None
    honorific: str | None = None
    function: str | None = None
    affiliation: str | None = None
    label: str | None = None
    role: Role | None = None
    tbc: bool = False
    remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is named in some lines, and what is left of these lines."""

    people: tuple[Person, ...] = ()
    rest: tuple[str, ...] = ()
    """Paragraphs that name nobody, in order: they become the abstract."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the agenda; *end* before *start* is on the next day.

    *title* is without the people and the bracketed duration; *body* are the lines under it.
    """

    line: int
    day: date | None
    start: time | None
    end: time | None
    title: str
    kind: Kind = Kind.OTHER
    room: str | None = None
    zone: ZoneInfo | None = None
    tentative: bool = False
    named: Named = field(default_factory=Named)
    body: tuple[Line, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The items in the order of the document, and the numbers of the lines they were made of."""

    items: tuple[Item, ...]
    lines: frozenset[int]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it is: the parts of a venue line."""

    line: int
    name: str
    room: str | None = None
    address: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A theme as the note lists it."""

    line: int
    title: str
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a note says outside its agenda."""

    title: str | None = None
    subtitle: str | None = None
    kind: str | None = None
    language: str = "en"
    days: tuple[date, ...] = ()
    hours: tuple[time, time] | None = None
    zone: ZoneInfo | None = None
    place: Place | None = None
    hosts: tuple[str, ...] = ()
    cohosts: tuple[str, ...] = ()
    objective: str | None = None
    background: str | None = None
    participants: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    year: int | None = None
    """That dates without a year are in, where the note tells."""
    speakers: tuple[Line, ...] = ()
    """Lines of a list of speakers outside the agenda."""
    unread: tuple[tuple[int, str], ...] = ()
    """Line and words that nothing was made of."""
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each field, by its name above."""
    used: frozenset[int] = frozenset()
    """Numbers of the lines that something was made of."""
    remarks: tuple[Remark, ...] = ()
