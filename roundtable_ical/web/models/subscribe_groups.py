"""What a mix can be of: boxes to tick, folded where there are many."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.web.models.people import person
from roundtable_ical.web.models.said import NOTHING, Said, Voice
from roundtable_ical.web.models.topics import Topic, topics

MOST_OPEN = 12
"""A group of more boxes is folded."""
MOST_TOGETHER = 60
"""A group of more boxes is folded by first letters, too."""

_LEAST = {"venues": 1}
"""One room alone is the whole agenda."""

Counted = Callable[[Selection], int]
"""How many events a feed has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box to tick: what the query says, what it is called, how many events it has."""

    kind: str
    id: str
    name: Said
    about: Said = NOTHING
    count: int
    ticked: bool
    topic: Topic | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Boxes whose names begin with one letter; *letter* is empty where all are together."""

    letter: str
    boxes: tuple[Box, ...]

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(box.ticked for box in self.boxes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Themes, speakers, venues or segments."""

    kind: str
    folds: tuple[Fold, ...]

    @property
    def total(self) -> int:
        """How many boxes it has."""
        return sum(len(fold.boxes) for fold in self.folds)

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(fold.ticked for fold in self.folds)

    @property
    def folded(self) -> bool:
        """Whether it is shown when it is asked for."""
        return self.total > MOST_OPEN


def groups(event: SideEvent, ticked: Selection, say: Voice, counted: Counted) -> tuple[Group, ...]:
    """Return the boxes of *event*; what has no event is left out, unless it is ticked."""
    found = {
        "themes": _themes(event, say),
        "speakers": _speakers(event, say),
        "venues": _venues(event, say),
        "segments": _segments(event, ticked, say),
    }
    kinds = (
        Group(kind=kind, folds=_folds(_boxes(kind, rows, ticked, counted)))
        for kind, rows in found.items()
    )
    return tuple(group for group in kinds if group.total > _LEAST.get(group.kind, 0))


_Row = tuple[str, Said, Said, Topic | None]


def _themes(event: SideEvent, say: Voice) -> Iterator[_Row]:
    for topic in topics(event, say).values():
        yield topic.id, topic.title, NOTHING, topic


def _speakers(event: SideEvent, say: Voice) -> Iterator[_Row]:
    for speaker in event.speakers:
        who = person(event, speaker, say)
        yield who.id, who.name, who.position if who.known else NOTHING, None


def _venues(event: SideEvent, say: Voice) -> Iterator[_Row]:
    for id_, place in event.places.items():
        room, name = say(place.room), say(place.name)
        yield id_, room or name, name if room else NOTHING, None


def _segments(event: SideEvent, ticked: Selection, say: Voice) -> Iterator[_Row]:
    """Yield the segments that were chosen on their own pages; all of them are the agenda."""
    for id_ in ticked.segments:
        yield id_, say(event.agenda[id_].title), NOTHING, None


def _boxes(kind: str, rows: Iterable[_Row], ticked: Selection, counted: Counted) -> Iterator[Box]:
    chosen = set(getattr(ticked, kind))
    for id_, name, about, topic in rows:
        count = counted(Selection(**{kind: (id_,)}))
        if count or id_ in chosen:
            yield Box(
                kind=kind.removesuffix("s"),
                id=id_,
                name=name,
                about=about,
                count=count,
                ticked=id_ in chosen,
                topic=topic,
            )


def _folds(boxes: Iterable[Box]) -> tuple[Fold, ...]:
    """Return *boxes* together in their order, or by first letters where they are too many."""
    together = tuple(boxes)
    if len(together) <= MOST_TOGETHER or any(box.topic for box in together):
        return (Fold(letter="", boxes=together),) if together else ()
    ordered = sorted(together, key=lambda box: (_letter(box), box.name.text.casefold(), box.id))
    return tuple(
        Fold(letter=letter, boxes=tuple(same)) for letter, same in groupby(ordered, key=_letter)
    )


def _letter(box: Box) -> str:
    """Return the first letter of a name as it is written, without its accent."""
    for sign in unicodedata.normalize("NFKD", box.name.text):
        if sign.isalpha():
            return sign.upper()
    return "#"
