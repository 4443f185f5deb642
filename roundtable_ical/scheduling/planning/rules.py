"""What must be kept, or should be: each rule is about tasks by their ids.

Times are minutes, rooms are ids. Each rule carries its reason in an organiser's words: the reasons
of a contradiction are what they are told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Span = tuple[int, int]
"""First minute, and the first one after it."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A task is within one of *windows*, wherever it is, or only while in one of *rooms*.

    Without windows it cannot be in these rooms at all.
    """

    reason: str
    task: str
    windows: tuple[Span, ...]
    rooms: frozenset[str] | None = None

    def ranges(self, minutes: int) -> tuple[Span, ...]:
        """Return first and last start that a task of so many *minutes* may have."""
        return tuple(
            (first, end - minutes) for first, end in self.windows if first + minutes <= end
        )


@dataclass(frozen=True, slots=True)
class Once:
    """Of *tasks* no two are at the same time: anywhere, or as far as they are in *rooms*."""

    reason: str
    tasks: tuple[str, ...]
    rooms: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Between two tasks there are so many *minutes*, by the rooms that they are in."""

    reason: str
    one: str
    other: str
    minutes: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Order:
    """*later* begins when *first* has ended, or after."""

    reason: str
    first: str
    later: str


@dataclass(frozen=True, slots=True)
class OneDay:
    """All of *tasks* begin on one day, each on the clock of its place."""

    reason: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneRoom:
    """All of *tasks* are in one room."""

    reason: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """*tasks* are spread over the days: none has more than it must."""

    reason: str
    tasks: tuple[str, ...]


Rule = Limit | Once | Way | Order | OneDay | OneRoom | Alike
"""What must be kept, or should be."""


@dataclass(frozen=True, slots=True)
class Soft:
    """A rule that costs *weight* each time it is not kept."""

    weight: int
    rule: Rule
