"""What an order does to each segment: when and where it was, and when and where it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence


class Absence(StrEnum):
    """Why a segment has no time before an order, or after it."""

    NEW = "new"
    LEFT_OUT = "left out"
    CANCELLED = "cancelled"
    UNSCHEDULED = "no time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One segment that is not as it was; where *was* or *now* is None, *absence* says why."""

    segment: str
    title: str
    was: Occurrence | None
    now: Occurrence | None
    absence: Absence | None = None

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
        absence = None
        if was is None:
            absence = _absence(before, id_) or Absence.NEW
        elif now is None:
            absence = _absence(after, id_) or Absence.LEFT_OUT
        found.append(Effect(segment=id_, title=title, was=was, now=now, absence=absence))
    return tuple(sorted(found, key=lambda effect: effect.moment))


def _absence(event: SideEvent, id_: str) -> Absence | None:
    """Return why *id_* does not take place in *event*; None where it is not in it at all."""
    if any(each.id == id_ for each in event.occurrences):
        return Absence.CANCELLED
    return Absence.UNSCHEDULED if id_ in event.agenda else None


def _taking_place(event: SideEvent) -> dict[str, Occurrence]:
    return {each.id: each for each in event.occurrences if not each.cancelled}
