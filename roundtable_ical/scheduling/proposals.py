"""What would become of a programme: the new one, what does not fit, and what can give."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from roundtable_ical.errors import DoesNotFit
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.bounds import Bound
from roundtable_ical.scheduling.fits import Fit, Outcome
from roundtable_ical.scheduling.less import Less
from roundtable_ical.scheduling.timetable import Item, timetable, with_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """What does not fit in one room.

    *segment* is the id of the item that goes furthest too far, *minutes* how far it goes past
    *bound*; *late* is whether it ends too late, else it begins too early. *ways* is what each fit
    does, in words for each item; None where it does not make it fit.
    """

    segment: str
    minutes: int
    bound: Bound
    late: bool
    ways: Mapping[Fit, tuple[str, ...] | None]

    def __str__(self) -> str:
        side = "before" if self.late else "after"
        return f"{self.minutes} min too many {side} {self.bound}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What would become of a programme.

    *event* is the new one; where something does not fit and no *fit* says what gives, it is what
    it would be if nothing gave. *less* is how much of the order fits, where that can be told.
    """

    before: SideEvent
    event: SideEvent
    misfits: tuple[Misfit, ...] = ()
    fit: Fit | None = None
    less: Less | None = None

    @property
    def fits(self) -> bool:
        """Whether it can be taken as it is."""
        return all(self.fit and each.ways[self.fit] is not None for each in self.misfits)

    def required(self) -> SideEvent:
        """Return the new programme.

        Raises:
            DoesNotFit: there is not enough time; the message says what can give.
        """
        if not self.fits:
            raise DoesNotFit("\n".join(self.told()))
        return self.event

    def told(self) -> Iterator[str]:
        """Yield what does not fit, and what gives or can give, as lines."""
        fewer = [] if self.fits or not self.less else [*self.less.told()]
        ways: list[tuple[str, str]] = []
        for misfit in self.misfits:
            if self.fit and (words := misfit.ways[self.fit]) is not None:
                yield f"{misfit}: {self.fit}: {'; '.join(words)}"
                continue
            open_ = {fit: words for fit, words in misfit.ways.items() if words is not None}
            helpless = f"--fit {self.fit} does not make it fit" if self.fit else "say what gives"
            if not open_:
                helpless = (
                    f"nothing that can give makes it fit{'' if fewer else '; put it elsewhere'}"
                )
            yield f"{misfit}; {helpless}"
            ways = [(f"--fit {fit}", "; ".join(words)) for fit, words in open_.items()]
            yield from _aligned(ways, fewer)
        yield from _aligned(fewer, ways)


def proposed(
    event: SideEvent,
    outcomes: Iterable[Outcome],
    fit: Fit | None = None,
    *,
    before: SideEvent | None = None,
    less: Less | None = None,
) -> Proposed:
    """Return what would become of *event* by *outcomes*, one for each room.

    Args:
        event: as it is, what is new in it included.
        outcomes: what comes of an order.
        fit: what gives where not everything fits.
        before: *event* without what is new.
        less: how much of the order fits, where not all of it does.

    Raises:
        InvalidProgramme: the new one would have an error.
    """
    found = tuple(outcomes)
    known = timetable(event)
    items: dict[str, Item] = {}
    for each in found:
        way = each.ways.get(fit) if fit else None
        items |= {item.id: item for item in (each.items if way is None else way)}
    return Proposed(
        before=before or event,
        event=with_items(event, items.values()),
        misfits=tuple(_misfits(found, known)),
        fit=fit,
        less=less,
    )


def _aligned(lines: Iterable[tuple[str, str]], beside: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield *lines* in two columns, as wide as those of *beside* are."""
    lines = tuple(lines)
    width = max((len(head) for head, _ in (*lines, *beside)), default=0)
    yield from (f"  {head:{width}}  {words}" for head, words in lines)


def _misfits(outcomes: Iterable[Outcome], known: Mapping[str, Item]) -> Iterator[Misfit]:
    for each in outcomes:
        if (excess := each.excess) is None:
            continue
        untouched = {item.id: item for item in each.items}
        side = ("ends", "after") if excess.late else ("begins", "before")
        past = f"{excess.id!r} {side[0]} {excess.minutes} min {side[1]} {excess.bound}"
        yield Misfit(
            segment=excess.id,
            minutes=excess.minutes,
            bound=excess.bound,
            late=excess.late,
            ways={
                fit: None
                if way is None
                else (past,)
                if fit is Fit.OVERRUN
                else tuple(_given(way, untouched, known))
                for fit, way in each.ways.items()
            },
        )


def _given(
    way: Iterable[Item], untouched: Mapping[str, Item], known: Mapping[str, Item]
) -> Iterator[str]:
    """Yield what each item of *way* gives, beyond what it does anyhow."""
    for item in way:
        planned = known[item.id]
        otherwise = untouched.get(item.id, planned)
        if item.dropped:
            yield f"{item.id!r} ({planned.minutes} min) is cancelled"
        elif item.minutes < otherwise.minutes:
            yield f"{item.id!r} {planned.minutes} to {item.minutes} min"
