"""A delay going down a room: who moves by how much, what gives way, and what goes too far."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    """What moves in one room, and why.

    *lead* is where the order puts it, *carry* the minutes that what follows is later, *later* what
    may move, in order of time. *limits* is when each of them must have ended, by id; *stays* the
    starts of what stays, each with its id. With *spared*, no fit takes anything from the lead.
    """

    lead: Item | None
    carry: int
    later: tuple[Item, ...]
    limits: Mapping[str, Bound]
    stays: Mapping[str, datetime] = field(default_factory=dict)
    spared: bool = False

    @property
    def all(self) -> tuple[Item, ...]:
        """The lead, where there is one, and what follows; as planned so far but for the lead."""
        return (self.lead, *self.later) if self.lead else self.later


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """How many *minutes* the item *id* ends later than it may."""

    id: str
    minutes: int
    bound: Bound


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
    lane: Sequence[Item],
    start: datetime,
    *,
    lead: Item | None = None,
    was: Item | None = None,
    carry: int = 0,
    until: str | None = None,
    pushes: bool = True,
    spared: bool = False,
) -> Run:
    """Return what moves in *lane* when *lead* is put somewhere.

    Args:
        event: states hours.
        lane: one room on one day, in order of time.
        start: what begins after it follows; what begins then too, where there is no lead or the
            lead was not in this room.
        lead: the item that an order is about, where the order puts it.
        was: the same as planned so far; None for a new one.
        carry: minutes that what follows is later.
        until: id of the last one that moves; None for all.
        pushes: whether anything moves but the lead.
        spared: whether a fit takes nothing from the lead.

    A fixed item ends what moves, unless it runs beside one that does.
    """
    own = lead.id if lead else ""
    follows = [
        each
        for each in lane
        if each.id != own and (each.start > start or (each.start == start and was is None))
    ]
    later: list[Item] = []
    runs_to = was.end if was else lead.start if lead else start
    for each in follows if pushes else ():
        alone = each.start >= runs_to
        if each.fixed:
            if alone:
                break
        else:
            later.append(each)
            runs_to = max(runs_to, each.end)
        if each.id == until:
            break
    moving = {own, *(each.id for each in later)}
    staying = [each for each in follows if each.id not in moving]
    moments = [each.start for each in staying]

    def limit(item: Item, before: Item | None) -> Bound:
        bound = latest(event, item, before)
        at = bisect_left(moments, before.end if before else item.start)
        if at == len(moments) or moments[at] >= bound.moment:
            return bound
        next_ = staying[at]
        why = "is fixed" if next_.fixed else "stays"
        return Bound(
            moment=next_.start, zone=item.zone, why=f"when {next_.id!r} begins, which {why}"
        )

    limits = {each.id: limit(each, each) for each in later}
    if lead:
        limits[lead.id] = limit(lead if was is None or was.day != lead.day else was, was)
    return Run(
        lead=lead,
        carry=carry,
        later=tuple(later),
        limits=limits,
        stays={each.id: each.start for each in staying},
        spared=spared,
    )


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
        carry -= taken
    beside = _beside(run.later)
    runs_to: datetime | None = None
    for at, item in enumerate(run.later):
        if runs_to is not None and item.start > runs_to:
            used = min((item.start - runs_to) // MINUTE, carry, spare)
            carry, spare = carry - used, spare - used
        runs_to = item.end if runs_to is None else max(runs_to, item.end)
        if item.id in dropped:
            found.append(replace(item, dropped=True))
            carry -= min(carry, item.minutes)
            continue
        taken = cut.get(item.id, 0)
        if at not in beside:
            taken += min(carry - taken, item.minutes - item.shortest)
        found.append(item.moved(carry, longer=-taken))
        carry -= taken
    return Laid(items=tuple(found), excess=tuple(_excess(run, found)))


def _beside(items: Sequence[Item]) -> set[int]:
    """Return the places in *items* of those that share a moment with another one."""
    found: set[int] = set()
    last = 0
    for at, item in enumerate(items):
        if at and item.start < items[last].end:
            found |= {last, at}
        if not at or item.end > items[last].end:
            last = at
    return found


def _excess(run: Run, found: Iterable[Item]) -> Iterable[Excess]:
    for item in found:
        bound = run.limits[item.id]
        if not item.dropped and item.end > bound.moment:
            minutes = (item.end - bound.moment) // MINUTE
            yield Excess(id=item.id, minutes=minutes, bound=bound)
