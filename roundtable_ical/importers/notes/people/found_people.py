"""Who is found in an entry while it is being read."""

from dataclasses import dataclass, field

from roundtable_ical.importers.notes.people.wording import Atom, Kind
from roundtable_ical.programme.people import Role

DETAILS = (Kind.FUNCTION, Kind.BODY, Kind.OTHER)
"""What is said of somebody."""


@dataclass(slots=True)
class Found:
    """Somebody while the entry is being read."""

    name: Atom | None = None
    before: list[Atom] = field(default_factory=list)
    details: list[Atom] = field(default_factory=list)
    role: Role | None = None
    tbc: bool = False
    remote: bool = False
    sure: float = 0.5
    spans: list[tuple[int, int]] = field(default_factory=list)
    given: str = ""
    speaks_on: bool = False
    """Whether a colon and other words follow: "Jane Doe: Title"."""

    @property
    def closed(self) -> bool:
        """Whether a bracket of details has ended what is said of it."""
        return any(each.bracketed for each in self.details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What an entry says: who is in it, how sure that is, and which words are about nobody."""

    people: tuple[Found, ...] = ()
    left: str = ""
    prose: bool = False
