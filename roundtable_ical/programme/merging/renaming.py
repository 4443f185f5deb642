"""An event with other ids, so that its parts are called as those of another one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from roundtable_ical.programme.constraints import Constraint, references
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.remaining import (
    known,
    remaining_constraints,
    remaining_walks,
)
from roundtable_ical.programme.people import Appearance, Host, Speaker
from roundtable_ical.programme.places import Room, Venue
from roundtable_ical.programme.segments import Changes, Segment
from roundtable_ical.programme.themes import Theme

_LONGEST = 64
_Part = TypeVar("_Part", Host, Room, Speaker, Theme, Venue)


@dataclass(frozen=True, slots=True)
class Names:
    """New ids by old ones; what is not in them keeps its id."""

    hosts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)


def named(ids: Iterable[str], known: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    """Return a name for each of *ids*: the *known* one, else its own where that is not *taken*."""
    used = {*taken, *known.values()}
    found: dict[str, str] = {}
    for id_ in ids:
        name, number = known.get(id_, id_), 1
        while id_ not in known and name in used:
            number += 1
            name = f"{id_[: _LONGEST - 1 - len(str(number))].rstrip('-')}-{number}"
        used.add(name)
        found[id_] = name
    return found


def renamed(event: SideEvent, names: Names) -> SideEvent:
    """Return *event* with the ids that *names* has, wherever they are written."""

    def one(known: Mapping[str, str], id_: str | None) -> str | None:
        return None if id_ is None else known.get(id_, id_)

    def parts(found: Iterable[Appearance]) -> tuple[Appearance, ...]:
        return tuple(
            each.model_copy(update={"speaker": one(names.speakers, each.speaker)}) for each in found
        )

    def changed(each: Changes) -> Changes:
        update: dict[str, Any] = {"venue": one(names.places, each.venue)}
        if each.speakers is not None:
            update["speakers"] = parts(each.speakers)
        return each.model_copy(update=update)

    def segment(each: Segment) -> Segment:
        update: dict[str, Any] = {
            "id": one(names.segments, each.id),
            "venue": one(names.places, each.venue),
            "themes": tuple(names.themes.get(id_, id_) for id_ in each.themes),
            "speakers": parts(each.speakers),
        }
        if each.repeat:
            days = {day: changed(found) for day, found in each.repeat.changes.items()}
            update["repeat"] = each.repeat.model_copy(update={"changes": days})
        return each.model_copy(update=update)

    def venue(each: Venue) -> Venue:
        rooms = tuple(_with_id(room, names.places) for room in each.rooms)
        return _with_id(each, names.places).model_copy(update={"rooms": rooms})

    return rebuilt(
        event,
        venue=one(names.places, event.venue),
        hosts=tuple(_with_id(host, names.hosts) for host in event.hosts),
        venues=tuple(map(venue, event.venues)),
        walks=tuple(
            walk.model_copy(
                update={"between": tuple(names.places.get(id_, id_) for id_ in walk.between)}
            )
            for walk in event.walks
        ),
        themes=tuple(_with_id(theme, names.themes) for theme in event.themes),
        speakers=tuple(_with_id(speaker, names.speakers) for speaker in event.speakers),
        segments=tuple(map(segment, event.segments)),
        constraints=tuple(_renamed(each, names) for each in event.constraints),
    )


def _renamed(constraint: Constraint, names: Names) -> Constraint:
    tables = {"segment": names.segments, "theme": names.themes, "venue": names.places}
    update: dict[str, Any] = {}
    for kind, (name, *place), id_ in references(constraint):
        new = tables[kind].get(id_, id_)
        update[str(name)] = (*update.get(str(name), ()), new) if place else new
    return constraint.model_copy(update=update)


def rebuilt(event: SideEvent, **fields: Any) -> SideEvent:
    """Return *event* with other *fields*, looked at as a whole again.

    Walks and constraints say no more of what is gone.

    Raises:
        InvalidProgramme: they do not fit each other.
    """
    values = {name: getattr(event, name) for name in SideEvent.model_fields}
    values |= fields
    if values["walks"] or values["constraints"]:
        there = known(values)
        values["walks"] = remaining_walks(values["walks"], there)
        values["constraints"] = remaining_constraints(values["constraints"], there)
    return SideEvent.model_validate(values)


def _with_id(part: _Part, names: Mapping[str, str]) -> _Part:
    return part.model_copy(update={"id": names.get(part.id, part.id)})
