"""Where two programmes differ at all, found without looking into what they share.

Programmes that come of each other share their parts as objects, so most of this compares by
identity.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Differences:
    """Ids of the speakers and themes that are not the same in two programmes."""

    people: frozenset[str]
    themes: frozenset[str]
    before: Mapping[str, Occurrence]

    def touch(self, item: Occurrence) -> bool:
        """Whether anything that the public sees of *item* may be different from before."""
        was = self.before.get(item.id)
        return (
            was is None
            or not _same(was.segment, item.segment)
            or not _same(was.venue, item.venue)
            or was.span != item.span
            or was.zone.key != item.zone.key
            or not self.themes.isdisjoint(item.segment.themes)
            or any(part.speaker in self.people for part in item.segment.speakers)
        )


def differences(before: SideEvent | None, after: SideEvent) -> Differences:
    """Return where *before* and *after* differ."""
    return Differences(
        people=changed_ids(before.people if before else {}, after.people),
        themes=changed_ids(before.topics if before else {}, after.topics),
        before={item.id: item for item in before.occurrences} if before else {},
    )


def changed_ids(before: Mapping[str, _Value], after: Mapping[str, _Value]) -> frozenset[str]:
    """Return the ids of what is not the same in both, was added or was taken out."""
    changed = {id_ for id_, value in after.items() if not _same(before.get(id_), value)}
    return frozenset(changed | (before.keys() - after.keys()))


def _same(one: object, other: object) -> bool:
    return one is other or one == other
