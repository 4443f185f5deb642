"""The day runs late or early: items move, last longer, fall away, and what follows them goes on."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.fits import Fit, Outcome, outcome
from roundtable_ical.scheduling.lanes import Lane, Lanes
from roundtable_ical.scheduling.less import less
from roundtable_ical.scheduling.proposals import Proposed, proposed
from roundtable_ical.scheduling.pulls import compacted as closed_up
from roundtable_ical.scheduling.pulls import led, pulled
from roundtable_ical.scheduling.runs import run
from roundtable_ical.scheduling.timetable import Item

MOST = 24 * 60
"""Minutes that an item can be shifted by."""


def shifted(
    event: SideEvent,
    segment: str,
    by: int,
    *,
    until: str | None = None,
    absorb: bool = False,
    rooms: Sequence[str] = (),
    fit: Fit | None = None,
) -> Proposed:
    """Return what becomes of *event* when a segment is later, or earlier.

    What follows it in its room on that day goes on: those that give way become shorter first,
    fixed ones stay, free time stays as long as it is not needed. Nothing goes past the stated
    hours, the closing of a room or midnight unless *fit* says so. Minutes are elapsed ones.

    Args:
        event: as it is; not changed.
        segment: id of the segment, with its day for one of a series.
        by: minutes; below zero for earlier.
        until: id of the last segment that moves; None for all that follow.
        absorb: whether free time is used up first.
        rooms: ids of further rooms, where what begins from the same moment on moves too.
        fit: what gives where not everything fits; None: it is only said what could.

    Raises:
        UnknownId: there is no such segment or room.
        InvalidField: the segment is fixed or cancelled, *by* is no number of minutes to move by,
            or *until* does not come after it.
    """
    lanes = Lanes(event)
    lead = lanes.movable(segment)
    _check(by)
    lane = lanes.lane(lead.room, lead.day)
    last = _last(lanes, lead, lane, until) if until else None
    others = [each for each in lanes.rooms(rooms) if each != lead.room]
    follows = [each for each in lane if each.start > lead.start]
    before = [each for each in lane if each.id != lead.id and each not in follows]

    def outcomes(minutes: int) -> list[Outcome]:
        if minutes > 0:
            moving = run(
                event,
                follows,
                carry=minutes,
                ends=lead.end,
                lead=lead.moved(minutes),
                was=lead,
                until=last,
            )
            found = [outcome(moving, absorb=absorb)]
        else:
            found = [led(event, before, lead, _until(follows, last), -minutes)]
        for room in others:
            beside = lanes.lane(room, lead.day)
            found += _beside(event, beside, lead.start, last, minutes, absorb=absorb)
        return found

    return proposed(event, outcomes(by), fit, less=less("--by", outcomes, by))


def _beside(
    event: SideEvent,
    lane: Lane,
    start: datetime,
    last: datetime | None,
    by: int,
    *,
    absorb: bool,
) -> Iterator[Outcome]:
    """Yield what comes of a shift in another room."""
    before = [each for each in lane if each.start < start]
    follows = lane[len(before) :]
    if by > 0:
        ends = max((each.end for each in before), default=None)
        yield outcome(run(event, follows, carry=by, ends=ends, until=last), absorb=absorb)
    else:
        yield _moved_up(pulled(event, before, _until(follows, last), -by))


def extended(
    event: SideEvent,
    segment: str,
    by: int,
    *,
    close_gap: bool = False,
    absorb: bool = False,
    fit: Fit | None = None,
) -> Proposed:
    """Return what becomes of *event* when a segment is longer, or shorter.

    Args:
        event: as it is; not changed.
        segment: id of the segment.
        by: minutes; below zero for shorter.
        close_gap: whether what follows a shorter one moves up.
        absorb: whether free time is used up first, before what follows a longer one moves.
        fit: what gives where not everything fits; see `shifted`.

    Raises:
        UnknownId, InvalidField: as `shifted`; or nothing would be left of it.
    """
    lanes = Lanes(event)
    was = lanes.movable(segment)
    _check(by)
    if was.minutes + by < 1:
        hint = f"it has {was.minutes} min; cancel it, if it does not take place"
        raise InvalidField("by", by, f"leaves nothing of {segment!r}", hint=hint)
    lane = lanes.lane(was.room, was.day)
    follows = [each for each in lane if each.start > was.start]
    if by < 0:
        lead = was.moved(0, longer=by)
        still = [lead, *(each for each in lane if each not in follows and each.id != segment)]
        up = pulled(event, still, follows, -by) if close_gap else ()
        return proposed(event, [_moved_up((lead, *up))], fit)

    def outcomes(minutes: int) -> list[Outcome]:
        lead = was.moved(0, longer=minutes)
        longer = run(event, follows, carry=minutes, ends=was.end, lead=lead, was=was, spared=True)
        return [outcome(longer, absorb=absorb)]

    return proposed(event, outcomes(by), fit, less=less("--by", outcomes, by))


def cancelled(event: SideEvent, segment: str, *, close_gap: bool = False) -> Proposed:
    """Return what becomes of *event* when a segment does not take place; it stays, as cancelled.

    Args:
        event: as it is; not changed.
        segment: id of the segment.
        close_gap: whether what follows in its room moves up by its length.

    Raises:
        UnknownId, InvalidField: there is none, or it is cancelled already.
    """
    lanes = Lanes(event)
    item = lanes.item(segment)
    up: tuple[Item, ...] = ()
    if close_gap:
        lane = lanes.lane(item.room, item.day)
        follows = [each for each in lane if each.start > item.start]
        still = [each for each in lane if each not in follows and each.id != segment]
        up = pulled(event, still, follows, item.minutes)
    return proposed(event, [_moved_up((item.left_out(), *up))])


def compacted(event: SideEvent, *, rooms: Sequence[str] = (), day: date | None = None) -> Proposed:
    """Return what becomes of *event* when what follows in a room moves up to what is before it.

    Args:
        event: as it is; not changed.
        rooms: ids of the rooms; all where none is named.
        day: None for every day.

    Raises:
        UnknownId: there is no such room.
    """
    lanes = Lanes(event)
    wanted = lanes.rooms(rooms)
    found = [
        _moved_up(closed_up(event, lane))
        for room, on, lane in lanes.all()
        if (not rooms or room in wanted) and day in {None, on}
    ]
    return proposed(event, found)


def _moved_up(items: Sequence[Item]) -> Outcome:
    return Outcome(items=tuple(items), excess=None, ways={})


def _until(items: Sequence[Item], last: datetime | None) -> Sequence[Item]:
    return [each for each in items if last is None or each.start <= last]


def _check(by: int) -> None:
    if not by or abs(by) > MOST:
        reason = "moves nothing" if not by else "is more than a day"
        hint = "write minutes, as 5m or -5m; `move` takes a segment to another day"
        raise InvalidField("by", by, reason, hint=hint)


def _last(lanes: Lanes, lead: Item, lane: Lane, until: str) -> datetime:
    last = lanes.item(until)
    if last not in lane or last.start < lead.start:
        reason = f"does not come after {lead.id!r} in its room on that day"
        known = ", ".join(repr(each.id) for each in lane if each.start > lead.start)
        raise InvalidField("until", until, reason, hint=f"there is {known or 'nothing'}")
    return last.start
