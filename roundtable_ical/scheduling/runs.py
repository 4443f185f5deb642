"""A delay going down a room: who moves by how much, what gives way, and what goes too far."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.bounds import Bound, latest
from roundtable_ical.scheduling.timetable import MINUTE, Item

NOTHING: Mapping[str, int] = MappingProxyType({})
ANY = 7 * 24 * 60
"""More free minutes than a day has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What moves in one room, and how far it may.

    *lead* is where an order puts an item, *carry* the minutes that what follows is later, *later*
    what may move, in order of time. *ends* is when what is before them ended so far, None where
    they have been pushed by what was not there. *limits* is when each must have ended, by id.
    *stays* is what comes after and stays. With *spared*, no fit takes anything from the lead.
    """

    lead: Item | None
    carry: int
    later: tuple[Item, ...]
    ends: datetime | None
    limits: Mapping[str, Bound]
    stays: tuple[Item, ...]
    spared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """How many *minutes* the item *id* ends later than it may; not *late*: begins earlier."""

    id: str
    minutes: int
    bound: Bound
    late: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Items at their new times, in the old order, and what goes too far, in that order."""

    items: tuple[Item, ...]
    excess: tuple[Excess, ...]

    @property
    def worst(self) -> Excess:
        """The first of those that go furthest; there must be one."""
        return max(self.excess, key=lambda each: each.minutes)


def run(
    event: SideEvent,
    follows: Sequence[Item],
    *,
    carry: int,
    ends: datetime | None,
    lead: Item | None = None,
    was: Item | None = None,
    until: datetime | None = None,
    pushes: bool = True,
    spared: bool = False,
) -> Run:
    """Return what moves in a room.

    Args:
        event: states hours.
        follows: what comes after in the room on that day, in order of time.
        carry: minutes that it is later.
        ends: when what is before *follows* ended so far; None where *lead* was put before it.
        lead: the item that an order is about, where the order puts it.
        was: the same as planned so far; None for a new one.
        until: what begins after it stays; None for nothing.
        pushes: whether anything moves but the lead.
        spared: whether a fit takes nothing from the lead.

    A fixed item ends what moves, unless it runs beside one that does.
    """
    later: list[Item] = []
    runs_to = ends
    for each in follows if pushes else ():
        if until is not None and each.start > until:
            break
        if not each.fixed:
            later.append(each)
            runs_to = max(runs_to or each.end, each.end)
        elif runs_to is None or each.start >= runs_to:
            break
    moving = {each.id for each in later}
    stays = tuple(each for each in follows if each.id not in moving)
    limits = {each.id: _limit(latest(event, each, each), stays, each.end) for each in later}
    if lead and was and ends:
        limits[lead.id] = _limit(latest(event, was, was), stays, was.end)
    elif lead:
        limits[lead.id] = _limit(latest(event, lead, was), stays, lead.start)
    return Run(
        lead=lead,
        carry=carry,
        later=tuple(later),
        ends=ends,
        limits=limits,
        stays=stays,
        spared=spared,
    )


def _limit(bound: Bound, stays: Sequence[Item], end: datetime) -> Bound:
    """Return *bound*, or the start of the first that *stays* from *end* on."""
    at = bisect_left(stays, end, key=lambda item: item.start)
    if at == len(stays) or stays[at].start >= bound.moment:
        return bound
    next_ = stays[at]
    why = f"when {next_.id!r} begins, which {'is fixed' if next_.fixed else 'stays'}"
    return Bound(moment=next_.start, zone=next_.zone, why=why)


def laid(
    run: Run,
    *,
    spare: int = 0,
    cut: Mapping[str, int] = NOTHING,
    dropped: Collection[str] = (),
) -> Laid:
    """Return the items of *run* at their new times.

    Args:
        run: what moves.
        spare: minutes of free time that may be used up, the earliest first.
        cut: minutes that are taken off items.
        dropped: ids of what does not take place.

    Those that give way become shorter by what is carried to them. What runs beside another one
    gives no way: nobody would gain by it.
    """
    found: list[Item] = []
    carry = run.carry
    if run.lead:
        taken = cut.get(run.lead.id, 0)
        found.append(run.lead.moved(0, longer=-taken))
        carry = max(0, carry - taken)
    beside = _beside(run.later, run.ends)
    runs_to = run.ends
    for at, item in enumerate(run.later):
        if runs_to is not None and item.start > runs_to:
            used = min((item.start - runs_to) // MINUTE, carry, spare)
            carry, spare = carry - used, spare - used
        runs_to = item.end if runs_to is None else max(runs_to, item.end)
        if item.id in dropped:
            found.append(item.left_out())
            carry -= min(carry, item.minutes)
            continue
        taken = min(cut.get(item.id, 0), carry)
        if at not in beside:
            taken += min(carry - taken, item.minutes - item.shortest)
        found.append(item.moved(carry, longer=-taken))
        carry -= taken
    return Laid(items=tuple(found), excess=tuple(_excess(run, found)))


def _beside(items: Sequence[Item], ends: datetime | None) -> set[int]:
    """Return the places in *items* of those that share a moment with another one."""
    found: set[int] = set()
    longest: int | None = None
    for at, item in enumerate(items):
        if ends is not None and item.start < ends:
            found |= {at} if longest is None else {at, longest}
        if ends is None or item.end > ends:
            ends, longest = item.end, at
    return found


def _excess(run: Run, found: Iterable[Item]) -> Iterable[Excess]:
    for item in found:
        bound = run.limits[item.id]
        if not item.dropped and item.end > bound.moment:
            minutes = (item.end - bound.moment) // MINUTE
            yield Excess(id=item.id, minutes=minutes, bound=bound)
