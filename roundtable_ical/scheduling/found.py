"""What a clash is, in words and as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.spoken import hours


class ClashKind(StrEnum):
    """What does not go together."""

    PERSON = "person-twice"
    ROOM = "room-twice"
    WALK = "too-far"
    PRESENCE = "not-available"
    ROOM_HOURS = "room-closed"
    HOURS = "outside-hours"
    CAPACITY = "too-small"
    EQUIPMENT = "not-equipped"
    ANCHOR = "against-anchor"
    PAUSE = "in-a-pause"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that clash: an occurrence in its event."""

    event: SideEvent
    item: Occurrence

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other one: the ids of event and occurrence."""
        return self.event.id, self.item.id

    @property
    def title(self) -> str:
        """Its title in the event's main language."""
        return self.item.segment.title.said_in(self.event.language)

    def as_json(self) -> dict[str, Any]:
        """Return it for programs; times carry the offset of the venue."""
        item = self.item
        return {
            "event": self.event.id,
            "segment": item.id,
            "title": self.title,
            "start": item.start.isoformat(),
            "end": item.end.isoformat(),
            "venue": item.venue.id if item.venue else None,
            "fixed": item.segment.fixed,
        }

    def __str__(self) -> str:
        item = self.item
        where = f" in {item.venue.id}" if item.venue else ""
        anchor = ", fixed" if item.segment.fixed else ""
        return f"{self.event.id}/{item.id} {hours(item.start, item.end)}{where}{anchor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two that cannot both be as planned, or one that cannot.

    *what* is the id of the person, room or thing that it is about, in the event of *one*; *called*
    is how people know it. *minutes* is how long the two overlap, or how many are missing or too
    many; None where it is about no time. *score* is how sure it is that both sides mean the same
    person or room: 1 by id, less by name. *detail* says more, as the way between two places.
    """

    kind: ClashKind
    one: Side
    other: Side | None = None
    what: str = ""
    called: str = ""
    minutes: int | None = None
    score: float = 1.0
    detail: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same clash in another scan."""
        sides = sorted(side.key for side in (self.one, self.other) if side)
        return self.kind, *sides, self.what

    @property
    def sides(self) -> tuple[Side, ...]:
        """Its one side or both."""
        return (self.one, self.other) if self.other else (self.one,)

    @property
    def anchor(self) -> Side | None:
        """The one side that is fixed, where only the other may move."""
        fixed = [side for side in self.sides if side.item.segment.fixed]
        return fixed[0] if len(fixed) == 1 and self.other else None

    def as_json(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "kind": self.kind.value,
            "what": self.what,
            "called": self.called,
            "minutes": self.minutes,
            "score": round(self.score, 2),
            "matched_by": "id" if self.score == 1 else "name",
            "detail": self.detail,
            "anchor": self.anchor.item.id if self.anchor else None,
            "sides": [side.as_json() for side in self.sides],
            "says": str(self),
        }

    def __str__(self) -> str:
        first, second = self.one, self.other
        words = _WORDS[self.kind].format(
            called=self.called or self.what, minutes=self.minutes, detail=self.detail
        )
        sides = f"{first} and {second}" if second else f"{first}"
        sure = "" if self.score == 1 else f" (the same by name and place, {self.score:.0%} sure)"
        if self.kind in {ClashKind.PERSON, ClashKind.WALK} and sure:
            sure = f" (the same by name and affiliation, {self.score:.0%} sure)"
        anchor = f"; against the anchor {self.anchor.item.id!r}" if self.anchor else ""
        return f"{words}: {sides}{sure}{anchor}"


_WORDS = {
    ClashKind.PERSON: "{called} is in two places for {minutes} min",
    ClashKind.ROOM: "{called} is booked twice for {minutes} min",
    ClashKind.WALK: "{called} is {minutes} min short of the way ({detail})",
    ClashKind.PRESENCE: "{called} is not available for {minutes} min",
    ClashKind.ROOM_HOURS: "{called} is closed for {minutes} min of it",
    ClashKind.HOURS: "{minutes} min are outside the event's hours ({detail})",
    ClashKind.CAPACITY: "{called} is too small: {detail}",
    ClashKind.EQUIPMENT: "{called} lacks {detail}",
    ClashKind.ANCHOR: "{minutes} min are not where it is anchored ({detail})",
    ClashKind.PAUSE: "{minutes} min are in the pause {called} ({detail})",
}
