"""Single items put elsewhere: moved to another time or room, swapped, or new."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import DoesNotFit, InvalidField
from roundtable_ical.programme.clock import WallClock, wall_clock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Fold, Segment
from roundtable_ical.scheduling.bounds import earliest
from roundtable_ical.scheduling.fits import Fit, Outcome, outcome
from roundtable_ical.scheduling.lanes import Lanes
from roundtable_ical.scheduling.less import less
from roundtable_ical.scheduling.proposals import Proposed, proposed
from roundtable_ical.scheduling.pulls import begun_early
from roundtable_ical.scheduling.runs import run
from roundtable_ical.scheduling.timetable import MINUTE, Item, with_segments


def moved(
    event: SideEvent,
    segment: str,
    *,
    to: str | WallClock | datetime | None = None,
    room: str | None = None,
    push: bool = False,
    absorb: bool = False,
    fit: Fit | None = None,
    fold: Fold | None = None,
) -> Proposed:
    """Return what becomes of *event* when one segment is at another time or place.

    Args:
        event: as it is; not changed.
        segment: id of the segment; its length stays.
        to: the wall time there, as ``10:30`` (on the day that it has) or ``2026-10-30 10:30``, or
            an aware moment; None for the time that it has.
        room: id of the new place; None for the one that it has.
        push: whether later segments there give way; else it has to be free.
        absorb: whether free time is used up first where they do.
        fit: what gives where not everything fits.
        fold: which time is meant, where the clock shows *to* twice.

    Raises:
        UnknownId: there is no such segment or place.
        InvalidField: the segment is fixed or cancelled, or stays where it is; *to* is a time that
            the clock skips, or shows twice.
    """
    lanes = Lanes(event)
    was = lanes.movable(segment)
    if room is not None:
        lanes.rooms([room])
    lead = _put(event, was, to, room or was.room, fold)
    if (lead.start, lead.room) == (was.start, was.room):
        hint = "say where to: another time, day or room"
        raise InvalidField("to", _wall(lead), f"is where {segment!r} is", hint=hint)
    lane = [each for each in lanes.lane(lead.room, lead.day) if each.id != segment]
    return proposed(event, [_placed(event, lane, lead, was, push=push, absorb=absorb)], fit)


def swapped(event: SideEvent, one: str, other: str, *, fit: Fit | None = None) -> Proposed:
    """Return what becomes of *event* when two segments take each other's place; lengths stay.

    In one room, what is between them moves by the difference of their lengths; in two rooms they
    exchange their starts.

    Args:
        event: as it is; not changed.
        one: id of a segment.
        other: id of another one.
        fit: what gives where the longer one does not fit.

    Raises:
        UnknownId, InvalidField: there is none, or it is fixed, or cancelled.
        DoesNotFit: what is fixed between them would have to move.
    """
    lanes = Lanes(event)
    pair = (lanes.movable(one), lanes.movable(other))
    if one == other:
        raise InvalidField("swap", one, "is the same segment", hint="name two")
    first, second = sorted(pair, key=lambda item: (item.start, item.end))
    if first.room == second.room and first.day == second.day and first.end <= second.start:
        return proposed(event, [_turned(lanes, first, second)], fit)
    new = (
        _at(event, first, second.start, second.room),
        _at(event, second, first.start, first.room),
    )
    found = []
    for lead, was in zip(new, (first, second), strict=True):
        lane = [each for each in lanes.lane(lead.room, lead.day) if each.id not in {one, other}]
        beside = next(each for each in new if each.id != lead.id)
        if (beside.room, beside.day) == (lead.room, lead.day):
            lane = sorted([*lane, beside], key=lambda item: (item.start, item.end))
        found.append(_placed(event, lane, lead, was, push=False, absorb=False))
    return proposed(event, found, fit)


def inserted(
    event: SideEvent,
    segment: Segment,
    *,
    absorb: bool = False,
    fit: Fit | None = None,
) -> Proposed:
    """Return what becomes of *event* when a new segment is put in; later ones there give way.

    Args:
        event: as it is; not changed.
        segment: the new one, with a time.
        absorb: whether free time is used up first.
        fit: what gives where not everything fits.

    Raises:
        InvalidField: its id is taken, or it has no time.
        InvalidProgramme: it does not fit the programme, as an unknown room.
    """
    if any(each.id == segment.id for each in event.segments):
        raise InvalidField("id", segment.id, "is taken", hint="write another one")
    if segment.repeat is not None or not segment.scheduled:
        raise InvalidField("segment", segment.id, "has not one time", hint="write its start")
    alone = with_segments(event, (*event.segments, segment))
    lanes = Lanes(alone)
    lead = lanes.item(segment.id)
    lane = [each for each in lanes.lane(lead.room, lead.day) if each.id != lead.id]
    at = _place(alone, lane, lead)
    after = with_segments(event, (*event.segments[:at], segment, *event.segments[at:]))

    def outcomes(minutes: int) -> list[Outcome]:
        there = lead.moved(0, longer=minutes - lead.minutes)
        return [_placed(after, lane, there, None, push=True, absorb=absorb)]

    fewer = less("--for", outcomes, lead.minutes)
    return proposed(after, outcomes(lead.minutes), fit, before=event, less=fewer)


def _turned(lanes: Lanes, first: Item, second: Item) -> Outcome:
    """Return *first* and *second* in the other order, and what is between them."""
    longer = second.minutes - first.minutes
    between = [
        each
        for each in lanes.lane(first.room, first.day)
        if first.start <= each.start < second.start and each.id != first.id
    ]
    fixed = [each for each in between if each.fixed]
    if fixed and longer:
        raise DoesNotFit(
            f"{fixed[0].id!r} between {first.id!r} and {second.id!r} is fixed, and would be "
            f"{abs(longer)} min {'later' if longer > 0 else 'earlier'}; "
            f"make the two equally long first: extend {first.id} --by {longer}m"
        )
    up = (second.start - first.start) // MINUTE
    back = (second.end - first.end) // MINUTE
    items = (second.moved(-up), *(each.moved(longer) for each in between), first.moved(back))
    return Outcome(items=items, excess=None, ways={})


def _placed(
    event: SideEvent,
    lane: Sequence[Item],
    lead: Item,
    was: Item | None,
    *,
    push: bool,
    absorb: bool,
) -> Outcome:
    """Return what comes of *lead* among what else is in a room on that day."""
    before = [each for each in lane if each.start < lead.start]
    follows = lane[len(before) :]
    first, ways = begun_early(earliest(event, lead, was), before, lead)
    carry = max(0, (lead.end - follows[0].start) // MINUTE) if push and follows else 0
    putting = run(
        event, follows, carry=carry, ends=None, lead=lead, was=was, pushes=push, spared=push
    )
    then = outcome(putting, absorb=absorb)
    later = dict(then.ways)
    in_way = [each for each in follows if each.start < lead.end]
    if then.excess and not push and in_way and not any(each.fixed for each in in_way):
        alone = outcome(run(event, (), carry=0, ends=None, lead=lead, was=was))
        if alone.excess is None:
            later[Fit.DROP] = (lead, *(each.left_out() for each in in_way))
    if first is None:
        return Outcome(items=then.items, excess=then.excess, ways=later)
    if then.excess is None:
        both = {fit: None if way is None else (*way, *then.items) for fit, way in ways.items()}
        return Outcome(items=then.items, excess=first, ways=both)
    both = {
        fit: None if way is None or (end := later[fit]) is None else (*way, *end)
        for fit, way in ways.items()
    }
    worse = max((first, then.excess), key=lambda each: each.minutes)
    return Outcome(items=then.items, excess=worse, ways=both)


def _place(event: SideEvent, lane: Sequence[Item], lead: Item) -> int:
    """Return the place of *lead* in the file: behind what comes before it in its room."""
    series = {each.id: each.series for each in event.occurrences}
    ids = [each.id for each in event.segments]
    before = [each for each in lane if each.start < lead.start]
    if before:
        return ids.index(series[before[-1].id]) + 1
    return ids.index(series[lane[0].id]) if lane else len(ids) - 1


def _put(
    event: SideEvent,
    was: Item,
    to: str | WallClock | datetime | None,
    room: str | None,
    fold: Fold | None,
) -> Item:
    """Return *was* at *to* in *room*."""
    if isinstance(to, datetime) and to.tzinfo is not None:
        return _at(event, was, zones.normalised(to, field="to").astimezone(UTC), room)
    here = was.start.astimezone(was.zone)
    if to is None:
        wall, which = here.replace(tzinfo=None), here.fold
    else:
        wall, which = wall_clock(to).on(was.day), None
    if fold is not None:
        which = list(Fold).index(fold)
    there = zones.moment(wall, _zone(event, was, room), fold=which, field="to")
    return _at(event, was, there.astimezone(UTC), room)


def _at(event: SideEvent, item: Item, start: datetime, room: str | None) -> Item:
    there = replace(item, room=room, zone=_zone(event, item, room))
    return there.moved((start - item.start) // MINUTE)


def _zone(event: SideEvent, item: Item, room: str | None) -> ZoneInfo:
    planned = event.agenda[item.id]
    return event.frame.zone_of(planned.model_copy(update={"venue": room or planned.venue}))


def _wall(item: Item) -> str:
    return f"{item.start.astimezone(item.zone):%Y-%m-%d %H:%M}"


def behind(event: SideEvent, item: Item) -> dict[str, object]:
    """Return the fields of a new segment that say that it begins when *item* ends, in its room."""
    end = item.end.astimezone(item.zone)
    default = event.frame.venue_of(Segment(id="new", title="new"))
    other_zone = event.frame.zone_of(event.agenda[item.id].model_copy(update={"timezone": None}))
    return {
        "start": WallClock(end.time()),
        "date": end.date() if end.date() != event.frame.day else None,
        "fold": list(Fold)[end.fold] if zones.ambiguous(end) else None,
        "venue": None if default and default.id == item.room else item.room,
        "timezone": item.zone if other_zone != item.zone else None,
    }
