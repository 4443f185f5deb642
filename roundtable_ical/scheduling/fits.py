"""What gives where not everything fits: items become shorter, are left out, or run past."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from roundtable_ical.programme.segments import ELASTIC_KINDS, Kind
from roundtable_ical.scheduling.runs import ANY, Excess, Laid, Run, laid
from roundtable_ical.scheduling.shares import Giver, fewest, shared
from roundtable_ical.scheduling.timetable import Item

SET_LENGTH = frozenset(
    {
        Kind.VIDEO,
        Kind.WELCOME,
        Kind.OPENING,
        Kind.CLOSING,
        Kind.CEREMONY,
        Kind.PERFORMANCE,
        Kind.STATEMENT,
    }
)
"""Kinds whose length is not free: they are shortened where all others do not suffice."""


class Fit(StrEnum):
    """What gives where not everything fits."""

    SHORTEN = "shorten"
    DROP = "drop"
    OVERRUN = "overrun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an order in one room.

    *items* are those it is about at their new times, as if nothing gave; *excess* is what goes
    furthest too far then, None where all fits. *ways* is what they would be by each fit, None
    where it does not make them fit either; empty where nothing has to.
    """

    items: tuple[Item, ...]
    excess: Excess | None
    ways: dict[Fit, tuple[Item, ...] | None]


def outcome(run: Run, *, absorb: bool = False) -> Outcome:
    """Return what comes of *run*.

    Args:
        run: what moves, and how far it may.
        absorb: whether free time is used up in any case, and not only where it has to be.
    """
    spare = ANY if absorb else 0
    found = laid(run, spare=spare)
    if found.excess and not absorb:
        spare = found.worst.minutes
        found = laid(run, spare=spare)
    if not found.excess:
        return Outcome(items=found.items, excess=None, ways={})
    shorter, fewer = _shortened(run, spare), _dropped(run, spare)
    return Outcome(
        items=found.items,
        excess=found.worst,
        ways={
            Fit.SHORTEN: shorter.items if shorter else None,
            Fit.DROP: fewer.items if fewer else None,
            Fit.OVERRUN: None if _passes(run, found) else found.items,
        },
    )


def _shortened(run: Run, spare: int) -> Laid | None:
    cut: dict[str, int] = {}
    for _ in range(len(run.later) + 2):  # each time one more of them fits
        found = laid(run, spare=spare, cut=cut)
        if not found.excess:
            return found
        needed = found.excess[0].minutes
        before = _up_to(found, run)
        for kinds in (False, True):
            givers = [
                Giver(
                    each.id, each.minutes + cut.get(each.id, 0), max(0, each.minutes - each.least)
                )
                for each in before
                if _is_set(each) is kinds
            ]
            for id_, minutes in shared(needed, givers).items():
                cut[id_] = cut.get(id_, 0) + minutes
                needed -= minutes
        if needed:
            return None
    return None


def _dropped(run: Run, spare: int) -> Laid | None:
    dropped: frozenset[str] = frozenset()
    lead = run.lead.id if run.lead else None
    while True:
        found = laid(run, spare=spare, dropped=dropped)
        if not found.excess:
            return found
        givers = [
            Giver(each.id, each.minutes, each.minutes)
            for each in _up_to(found, run)
            if each.id != lead and not each.dropped
        ]
        more = fewest(found.excess[0].minutes, givers)
        if more is None:
            return None
        dropped |= {*more}


def _up_to(found: Laid, run: Run) -> Sequence[Item]:
    """Return the items that could give for the first one that goes too far: it, and those before.

    An item that gives way has done so already.
    """
    spared = {run.lead.id} if run.lead and run.spared else set()
    last = next(at for at, each in enumerate(found.items) if each.id == found.excess[0].id)
    return [each for each in found.items[: last + 1] if each.id not in spared]


def _is_set(item: Item) -> bool:
    return item.kind in SET_LENGTH or (item.kind in ELASTIC_KINDS and not item.gives_way)


def _passes(run: Run, found: Laid) -> bool:
    """Whether an item would begin after one that stays and so far comes later."""
    ended = {each.id: each.end for each in run.later}
    if run.lead and run.ends:
        ended[run.lead.id] = run.ends
    return any(
        item.id in ended and ended[item.id] <= each.start <= item.start
        for item in found.items
        for each in run.stays
    )
