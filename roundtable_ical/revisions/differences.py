"""Where two programmes differ at all, found without looking into what they share.

Programmes that come of each other share their parts as objects, so most of this compares by
identity.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence


class _Identified(Protocol):
    """A part of a programme."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Ids of what is not the same in two programmes, is new or is gone.

    *series* are those of the segments as the file has them. *everywhere* is whether a segment
    that is the same may still be at another time or place: the event's own zone, day, venue or
    status is another one.
    """

    series: frozenset[str]
    people: frozenset[str]
    themes: frozenset[str]
    places: frozenset[str]
    everywhere: bool

    def touch(self, item: Occurrence) -> bool:
        """Whether anything that the public sees of *item* may be different from before."""
        return (
            self.everywhere
            or item.series in self.series
            or (item.venue is not None and item.venue.id in self.places)
            or not self.themes.isdisjoint(item.segment.themes)
            or any(part.speaker in self.people for part in item.segment.speakers)
        )

    def touched(self, event: SideEvent) -> frozenset[str]:
        """Return the ids of all that `touch` is true of."""
        if self.everywhere or self.people or self.themes or self.places:
            return frozenset(item.id for item in event.occurrences if self.touch(item))
        return frozenset(item.id for item in event.occurrences if item.series in self.series)


def differences(before: SideEvent | None, after: SideEvent) -> Differences:
    """Return where *before* and *after* differ; everywhere, where there is no *before*."""
    places = tuple(before.places.values()) if before else ()
    return Differences(
        series=changed_ids(before.segments if before else (), after.segments),
        people=changed_ids(before.speakers if before else (), after.speakers),
        themes=changed_ids(before.themes if before else (), after.themes),
        places=changed_ids(places, tuple(after.places.values())),
        everywhere=before is None or _frame(before) != _frame(after),
    )


def _frame(event: SideEvent) -> tuple[object, ...]:
    """Return what segments take from *event* where they say nothing themselves."""
    frame = event.frame
    return frame.zone.key, frame.day, frame.venue, frame.status


def changed_ids(before: Sequence[_Identified], after: Sequence[_Identified]) -> frozenset[str]:
    """Return the ids of what is not the same in both, was added or was taken out.

    The order does not count. What both share at their beginning and end is passed over.
    """
    start = _shared(before, after)
    end = _shared(before[:start:-1], after[:start:-1])
    was = {part.id: part for part in before[start : len(before) - end]}
    now = {part.id: part for part in after[start : len(after) - end]}
    changed = {id_ for id_, part in now.items() if was.get(id_) != part}
    return frozenset(changed | (was.keys() - now.keys()))


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many objects both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    first = (position for position, (a, b) in pairs if a is not b)
    return next(first, min(len(one), len(other)))
