"""Which part of a programme somebody follows: all of it, a theme, a speaker, a venue, a mix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Self

from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A union: an occurrence belongs to it when it has one of the ids; empty means everything.

    Ids are kept in alphabetical order, each once, so that equal choices are equal values.
    """

    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, tuple(sorted(set(getattr(self, field.name)))))

    @classmethod
    def of(
        cls,
        event: SideEvent,
        *,
        themes: Iterable[str] = (),
        speakers: Iterable[str] = (),
        venues: Iterable[str] = (),
        segments: Iterable[str] = (),
    ) -> Self:
        """Return the selection of these ids of *event*.

        Raises:
            UnknownId: an id that the event does not have; lists those it has.
        """
        wanted: dict[str, tuple[Iterable[str], Iterable[str]]] = {
            "theme": (tuple(themes), event.topics),
            "speaker": (tuple(speakers), event.people),
            "venue": (tuple(venues), event.places),
            "segment": (tuple(segments), event.agenda),
        }
        for kind, (ids, known) in wanted.items():
            for id_ in ids:
                if id_ not in set(known):
                    raise UnknownId(kind, id_, known)
        chosen = {f"{kind}s": ids for kind, (ids, _) in wanted.items()}
        return cls(**{name: tuple(ids) for name, ids in chosen.items()})

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not any(getattr(self, field.name) for field in fields(self))

    @property
    def only(self) -> tuple[str, str] | None:
        """Kind and id where exactly one thing was chosen, as ``("themes", "governance")``."""
        chosen = [(field.name, id_) for field in fields(self) for id_ in getattr(self, field.name)]
        return chosen[0] if len(chosen) == 1 else None

    def holds(self, occurrence: Occurrence, rooms_of: Mapping[str, frozenset[str]]) -> bool:
        """Whether *occurrence* belongs to it; *rooms_of* tells the rooms of each venue."""
        segment = occurrence.segment
        here = occurrence.venue.id if occurrence.venue else None
        return (
            self.everything
            or not set(self.themes).isdisjoint(segment.themes)
            or not set(self.speakers).isdisjoint(part.speaker for part in segment.speakers)
            or any(here == id_ or here in rooms_of.get(id_, ()) for id_ in self.venues)
            or occurrence.id in self.segments
        )


def selected(event: SideEvent, selection: Selection) -> tuple[Occurrence, ...]:
    """Return the occurrences of *event* in *selection*, each once, in order of time."""
    rooms_of = {venue.id: frozenset(room.id for room in venue.rooms) for venue in event.venues}
    return tuple(item for item in event.occurrences if selection.holds(item, rooms_of))
