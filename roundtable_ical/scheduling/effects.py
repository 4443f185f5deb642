"""What an order does to each segment: when and where it was, and when and where it is."""

from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One segment that is not as it was; *was* is None for a new one, *now* for one left out."""

    segment: str
    title: str
    was: Occurrence | None
    now: Occurrence | None

    @property
    def moment(self) -> datetime:
        """When it begins, or began."""
        here = self.now or self.was
        if here is None:
            raise LookupError(self.segment)  # nothing makes such an effect
        return here.span[0]


def effects(before: SideEvent, after: SideEvent) -> tuple[Effect, ...]:
    """Return which segments are at another time or place, new, or left out, in order of time.

    What was cancelled already is nowhere; what is the same in both is not told.
    """
    old, new = _taking_place(before), _taking_place(after)
    found = []
    for id_ in {**old, **new}:
        was, now = old.get(id_), new.get(id_)
        if was and now and (was.span, was.venue) == (now.span, now.venue):
            continue
        title = (now or old[id_]).segment.title.said_in(after.language)
        found.append(Effect(segment=id_, title=title, was=was, now=now))
    return tuple(sorted(found, key=lambda effect: effect.moment))


def _taking_place(event: SideEvent) -> dict[str, Occurrence]:
    return {each.id: each for each in event.occurrences if not each.cancelled}
