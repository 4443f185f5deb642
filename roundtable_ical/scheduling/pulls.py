"""Items that move earlier: after one that began or ended earlier, or into free time."""

from collections.abc import Sequence
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.bounds import Bound, earliest
from roundtable_ical.scheduling.fits import Fit, Outcome
from roundtable_ical.scheduling.runs import Excess
from roundtable_ical.scheduling.timetable import MINUTE, Item


def pulled(
    event: SideEvent, stays: Sequence[Item], follows: Sequence[Item], minutes: int
) -> tuple[Item, ...]:
    """Return what of *follows* moves earlier, *minutes* at most, at its new times.

    Args:
        event: states hours.
        stays: what comes before in the room, and stays.
        follows: what comes after it, in order of time.
        minutes: how many.

    Free time stays as it is, breaks do not grow; a fixed item ends what moves, unless it runs
    beside one that does. Nothing begins before what stays has ended, or hours begin.
    """
    found: list[Item] = []
    still = list(stays)
    runs_to: datetime | None = None
    for item in follows:
        if item.fixed:
            still.append(item)
            if runs_to is None or item.start >= runs_to:
                break
            continue
        runs_to = max(runs_to or item.end, item.end)
        minutes = min(minutes, _room(event, still, item))
        found.append(item.moved(-minutes))
    return tuple(found)


def compacted(event: SideEvent, lane: Sequence[Item]) -> tuple[Item, ...]:
    """Return what of *lane* moves when its free time is closed, at its new times.

    The first item and the fixed ones stay; what follows moves up to what is before it.
    """
    found: list[Item] = []
    still: list[Item] = []
    runs_to: datetime | None = None
    earlier = 0
    for item in lane:
        gap = 0 if runs_to is None else max(0, (item.start - runs_to) // MINUTE)
        alone = runs_to is None or item.start >= runs_to
        runs_to = max(runs_to or item.end, item.end)
        if item.fixed or not still:
            still.append(item)
            earlier = 0 if alone else earlier
            continue
        earlier = min(earlier + gap, _room(event, still, item))
        found.append(item.moved(-earlier))
    return tuple(found)


def led(
    event: SideEvent,
    before: Sequence[Item],
    was: Item,
    follows: Sequence[Item],
    minutes: int,
) -> Outcome:
    """Return what comes of moving *was* and what *follows* earlier.

    Args:
        event: states hours.
        before: what comes before in the room; it stays, and must have ended.
        was: the item that an order is about.
        follows: what moves with it, in order of time; see `pulled`.
        minutes: how many.
    """
    lead = was.moved(-minutes)
    over = [each for each in before if each.end <= was.start]
    excess, ways = begun_early(earliest(event, was, was), over, lead)
    # What follows had no more to do with those before: it comes after the lead.
    beside = [each for each in before if each.end > was.start]
    moved = pulled(event, beside, follows, minutes)
    return Outcome(
        items=(lead, *moved),
        excess=excess,
        ways={fit: None if way is None else (*way, lead, *moved) for fit, way in ways.items()},
    )


def begun_early(
    hours: Bound, before: Sequence[Item], lead: Item
) -> tuple[Excess | None, dict[Fit, tuple[Item, ...] | None]]:
    """Return how much too early *lead* begins, and what those *before* would be by each fit.

    Args:
        hours: when it may begin, as far as hours go; where that is later, only an overrun helps.
        before: what must have ended.
        lead: where an order puts an item.
    """
    bound = hours
    in_way = [each for each in before if each.end > lead.start]
    if in_way:
        last = max(in_way, key=lambda each: each.end)
        if last.end > hours.moment:
            bound = Bound(moment=last.end, zone=lead.zone, why=f"when {last.id!r} ends")
    minutes = (bound.moment - lead.start) // MINUTE
    if minutes <= 0:
        return None, {}
    ways: dict[Fit, tuple[Item, ...] | None] = dict.fromkeys(Fit)
    if hours.moment <= lead.start and not any(each.fixed for each in in_way):
        ways[Fit.SHORTEN] = _ended(in_way, lead.start)
        ways[Fit.DROP] = tuple(each.left_out() for each in in_way)
    if all(each.start < lead.start for each in in_way):
        ways[Fit.OVERRUN] = ()
    return Excess(id=lead.id, minutes=minutes, bound=bound, late=False), ways


def _ended(items: Sequence[Item], end: datetime) -> tuple[Item, ...] | None:
    """Return *items* as they would be when they end by *end*; None where too little is left."""
    found = tuple(each.moved(0, longer=-((each.end - end) // MINUTE)) for each in items)
    short = any(new.minutes < old.least for new, old in zip(found, items, strict=True))
    return None if short else found


def _room(event: SideEvent, stays: Sequence[Item], item: Item) -> int:
    """Return how many minutes earlier *item* may begin."""
    ended = [each.end for each in stays if each.end <= item.start]
    first = max([earliest(event, item, item).moment, *ended])
    return max(0, (item.start - first) // MINUTE)
