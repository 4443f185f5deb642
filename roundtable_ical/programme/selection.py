"""Which part of a programme somebody follows: all of it, a theme, a speaker, a venue, a mix."""

from collections.abc import Iterable
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


def selected(event: SideEvent, selection: Selection) -> tuple[Occurrence, ...]:
    """Return the occurrences of *event* in *selection*, each once, in order of time."""
    if selection.everything:
        return event.occurrences
    keys = (
        (field.name, id_) for field in fields(selection) for id_ in getattr(selection, field.name)
    )
    positions = {position for key in keys for position in event.holders.get(key, ())}
    return tuple(event.occurrences[position] for position in sorted(positions))
