"""What a plan must keep, or should: an organiser's wishes about times and rooms."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.availability import Windows
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.texts import Line, Slug


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    for id_, times in Counter(ids).items():
        if times > 1:
            hint = "name each of them once"
            raise InvalidField("ids", id_, f"is named {times} times", hint=hint)
    return ids


Ids = Annotated[tuple[Slug, ...], AfterValidator(_once)]
Segments = Annotated[Ids, Field(min_length=2, description="ids of segments")]
When = Annotated[Windows, Field(min_length=1)]
Weight = Annotated[int, Field(ge=1, le=1_000, description="beside others, where it is not hard")]


class Wish(Part):
    """What every constraint has: a *hard* one must be kept, another one costs its *weight*."""

    kind: str
    weight: Weight = 10
    hard: bool = Field(True, description="must be kept; else it costs its weight")


class Before(Wish):
    """Segments that come in this order; none begins before the one ahead of it has ended."""

    kind: Literal["before"]
    segments: Segments


class SameDay(Wish):
    """Segments that are on one day, whichever."""

    kind: Literal["same-day"]
    segments: Segments


class NotTogether(Wish):
    """Segments of which no two are at the same time."""

    kind: Literal["not-together"]
    segments: Segments


class Spread(Wish):
    """A theme that is spread out: no two of its segments at once, its days filled alike."""

    kind: Literal["spread"]
    theme: Slug
    hard: bool = Field(False, description="must be kept; else it costs its weight")


class Together(Wish):
    """A theme that is kept together: its segments in one room, of one day where they fit."""

    kind: Literal["together"]
    theme: Slug
    hard: bool = Field(False, description="must be kept; else it costs its weight")


class At(Wish):
    """A segment that is within certain days and hours, on the clock of its venue."""

    kind: Literal["at"]
    segment: Slug
    when: When


class Pause(Wish):
    """Hours when nothing runs but breaks and meals: lunch, prayer, a plenary elsewhere."""

    kind: Literal["pause"]
    name: Line
    when: When
    venues: Ids = Field((), description="where; everywhere when none is named")


class Balance(Wish):
    """How many speakers of one affiliation a segment has at the most."""

    kind: Literal["balance"]
    segments: Ids = Field((), description="which; every panel when none is named")
    most: int = Field(ge=1, le=1_000, description="speakers of one affiliation")
    hard: bool = Field(False, description="must be kept; else it costs its weight")


Constraint = Annotated[
    Before | SameDay | NotTogether | Spread | Together | At | Pause | Balance,
    Field(discriminator="kind"),
]


def references(constraint: Wish) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield each id that *constraint* names: what it is of, where it stands, and the id."""
    for kind in ("segment", "theme", "venue"):
        one = getattr(constraint, kind, None)
        if one is not None:
            yield kind, (kind,), one
        for number, id_ in enumerate(getattr(constraint, f"{kind}s", ())):
            yield kind, (f"{kind}s", number), id_
