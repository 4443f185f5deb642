"""Do the parts of a programme fit each other? Every way in which they do not is an error."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from roundtable_ical.programme.constraints import Constraint, references
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance
from roundtable_ical.programme.places import Room, Venue
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.segments import Segment
from roundtable_ical.programme.walks import Walk


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its short id."""
        ...


Place = tuple[Path, Named]


def doubled_ids(kind: str, named: Iterable[Place]) -> Iterator[Problem]:
    """Yield an error for each id that a *kind* (as ``speaker``) has after another one."""
    seen: dict[str, Path] = {}
    for path, item in named:
        if item.id in seen:
            first = Problem.error("", seen[item.id], "").where.field
            message = f"{item.id!r} is the id of another {kind} already ({first})"
            yield Problem.error("duplicate-id", (*path, "id"), message, "give each its own id")
        else:
            seen[item.id] = path


def doubled_occurrences(found: Sequence[tuple[Path, Occurrence]]) -> Iterator[Problem]:
    """Yield an error where a day of a recurring segment has the id of another segment."""
    seen: dict[str, Occurrence] = {}
    for path, item in found:
        other = seen.setdefault(item.id, item)
        recurring = item.id != item.series or other.id != other.series
        if recurring and other.series != item.series:
            message = f"{item.id!r} is also the id of a day of {other.series!r}"
            yield Problem.error("duplicate-id", (*path, "id"), message, "give each its own id")


def rooms(venues: Sequence[Venue]) -> Iterator[tuple[Path, Venue | Room]]:
    """Yield every venue and every room with its path: they share one set of ids."""
    for position, venue in enumerate(venues):
        yield ("venues", position), venue
        for number, room in enumerate(venue.rooms):
            yield ("venues", position, "rooms", number), room


def listed(field: str, items: Sequence[Named]) -> list[Place]:
    """Return *items* with the paths they have in *field* of the event."""
    return [((field, position), item) for position, item in enumerate(items)]


def unknown_ids(
    segments: Sequence[Segment], known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """Yield an error for each theme, speaker and venue that *segments* name and nobody defined.

    Args:
        segments: as in the event.
        known: ids by kind: ``theme``, ``speaker``, ``venue``.
    """
    for position, segment in enumerate(segments):
        path: Path = ("segments", position)
        for number, theme in enumerate(segment.themes):
            yield from unknown_id("theme", theme, (*path, "themes", number), known)
        yield from _unknown_speakers(segment.speakers, path, known)
        yield from unknown_id("venue", segment.venue, (*path, "venue"), known)
        for day, changes in segment.repeat.changes.items() if segment.repeat else ():
            place = (*path, "repeat", "changes", str(day))
            yield from unknown_id("venue", changes.venue, (*place, "venue"), known)
            yield from _unknown_speakers(changes.speakers or (), place, known)


def unknown_places(walks: Sequence[Walk], known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Yield an error for each end of *walks* that is no venue and no room; ids by kind."""
    for position, walk in enumerate(walks):
        for end, venue in enumerate(walk.between):
            yield from unknown_id("venue", venue, ("walks", position, "between", end), known)


def unknown_wishes(
    constraints: Sequence[Constraint], known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """Yield an error for each id in *constraints* that nobody defined; *known* are ids by kind."""
    for position, constraint in enumerate(constraints):
        for kind, place, id_ in references(constraint):
            yield from unknown_id(kind, id_, ("constraints", position, *place), known)


def _unknown_speakers(
    appearances: Sequence[Appearance], path: Path, known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    yield from _listed_twice(appearances, path)
    yield from chain.from_iterable(
        unknown_id("speaker", appearance.speaker, (*path, "speakers", number), known)
        for number, appearance in enumerate(appearances)
    )


def _listed_twice(appearances: Sequence[Appearance], path: Path) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for number, appearance in enumerate(appearances):
        if (appearance.speaker, appearance.role) in seen:
            message = f"{appearance.speaker!r} is listed twice as {appearance.role}"
            hint = "keep one, or give the other its own `role`"
            yield Problem.error("duplicate-id", (*path, "speakers", number), message, hint)
        seen.add((appearance.speaker, appearance.role))


def unknown_id(
    kind: str, id_: str | None, path: Path, known: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    """Yield an error when no *kind* has *id_*; the hint holds the nearest ids."""
    if id_ is None or id_ in known[kind]:
        return
    hint = f"add it to `{kind}s`"
    if near := nearest(id_, known[kind]):
        hint = f"write {' or '.join(near)}, or {hint}"
    elif known[kind]:
        hint = f"{hint}, or write one of those there: {', '.join(sorted(known[kind])[:5])}"
    yield Problem.error("unknown-id", path, f"there is no {kind} {id_!r}", hint)
