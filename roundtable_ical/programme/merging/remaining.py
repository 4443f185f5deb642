"""Walks and constraints name parts of an event; what they say when some of those are gone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from roundtable_ical.programme.constraints import Constraint, references
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.walks import Walk

Known = Mapping[str, frozenset[str]]
"""Ids by kind: ``segment``, ``theme``, ``venue``."""


def known(values: Mapping[str, Any]) -> Known:
    """Return the ids that an event of these *values*, its parts by field, would have."""
    places = (place for venue in values["venues"] for place in (venue, *venue.rooms))
    return {
        "segment": frozenset(each.id for each in values["segments"]),
        "theme": frozenset(each.id for each in values["themes"]),
        "venue": frozenset(each.id for each in places),
    }


def remaining_walks(walks: Sequence[Walk], known: Known) -> tuple[Walk, ...]:
    """Return those of *walks* whose two ends are both there."""
    return tuple(walk for walk in walks if known["venue"].issuperset(walk.between))


def remaining_constraints(
    constraints: Sequence[Constraint], known: Known
) -> tuple[Constraint, ...]:
    """Return *constraints* without what is gone; one that would say nothing, or more, goes too."""
    return tuple(_remaining(constraints, known))


def _remaining(constraints: Sequence[Constraint], known: Known) -> Iterator[Constraint]:
    for each in constraints:
        gone = [(path, id_) for kind, path, id_ in references(each) if id_ not in known[kind]]
        if not gone:
            yield each
        elif all(len(path) == 2 for path, _ in gone):
            ids = {id_ for _, id_ in gone}
            fields = {str(path[0]) for path, _ in gone}
            update = {
                name: tuple(id_ for id_ in getattr(each, name) if id_ not in ids) for name in fields
            }
            least = 2 if each.kind in {"before", "same-day", "not-together"} else 1
            if all(len(left) >= least for left in update.values()):
                yield each.model_copy(update=update)


def cut(fields: Mapping[str, Any], event: SideEvent) -> Iterator[Problem]:
    """Yield what is to be told of walks and constraints in *fields* that *event* has cut."""
    for section in ("walks", "constraints"):
        less = sum(each not in getattr(event, section) for each in fields[section])
        if less:
            words = f"{less} of `{section}` named what is gone: shortened, or removed"
            yield Problem.warning("removed", (section,), words)
