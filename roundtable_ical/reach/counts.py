"""Counts of visits, as stores keep them: of a family and a day, and of nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from roundtable_ical.reach.families import Family


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Who of a family came on a day and holds a revision since.

    *number* is that of the revision; 0 where what is served has none. *readers* are those who hold
    it after their last visit of that day: when what is added is kept, it may be below zero, as
    someone moves on to the next revision. *last* is the moment of the last visit.
    """

    event_id: str
    family: Family
    day: date
    number: int
    fetches: int
    readers: int
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """How often on a day so much time (*step*, see `rhythms.step_of`) lay between two visits."""

    event_id: str
    family: Family
    day: date
    step: int
    times: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Visits, and the gaps between them."""

    visits: tuple[Visits, ...] = ()
    gaps: tuple[Gaps, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.visits or self.gaps)


def added(*several: Counted) -> Counted:
    """Return all of *several* in one, in the order of their keys."""
    visits: dict[tuple[str, str, date, int], Visits] = {}
    for each in (visit for counted in several for visit in counted.visits):
        key = (each.event_id, each.family.value, each.day, each.number)
        visits[key] = _both(visits[key], each) if key in visits else each
    return Counted(
        tuple(visits[key] for key in sorted(visits)),
        _summed(gap for counted in several for gap in counted.gaps),
    )


def _both(one: Visits, other: Visits) -> Visits:
    return Visits(
        event_id=one.event_id,
        family=one.family,
        day=one.day,
        number=one.number,
        fetches=one.fetches + other.fetches,
        readers=one.readers + other.readers,
        last=max(one.last, other.last),
    )


def _summed(gaps: Iterable[Gaps]) -> tuple[Gaps, ...]:
    times: dict[tuple[str, str, date, int], int] = {}
    for gap in gaps:
        key = (gap.event_id, gap.family.value, gap.day, gap.step)
        times[key] = times.get(key, 0) + gap.times
    return tuple(
        Gaps(event_id=key[0], family=Family(key[1]), day=key[2], step=key[3], times=times[key])
        for key in sorted(times)
    )
