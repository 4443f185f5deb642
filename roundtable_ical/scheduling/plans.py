"""Plan a programme: times and rooms for what has none, and the fewest moves that mend the rest."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roundtable_ical import zones
from roundtable_ical.programme.clock import WallClock
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Fold, Segment, Status
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.found import Clash
from roundtable_ical.scheduling.planning.contradictions import Contradiction, contradiction
from roundtable_ical.scheduling.planning.kept import Unkept, unkept
from roundtable_ical.scheduling.planning.posed import finer, posed
from roundtable_ical.scheduling.planning.problem import Place, Task, is_moved
from roundtable_ical.scheduling.planning.search import Aim, Told, search
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.planning.wishes import unbalanced
from roundtable_ical.scheduling.timetable import timetable, with_items, with_segments

SECONDS = 60.0
"""How long a plan is looked for where nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was found.

    Args:
        before: the programme as it was.
        event: as planned; None where there is no plan.
        moved: segments with a time that are at another one or in another room, and those without
            one that are not in the room that was said for them.
        placed: segments that had no time.
        aims: what was made least, in order: ``moved`` segments, ``minutes`` they move (another room
            counts as some), ``wishes`` that are not kept, by weight; with what is proven of each.
        unkept: wishes that are not kept, and what they cost.
        notes: what no plan mends, and what was left alone.
        clashes: those that the planned event still has; none, unless the programme has people or
            rooms that are one by a likeness that is unsure, or what has begun clashes.
        contradiction: why there is no plan; None while that is not known.
        by_the_clock: whether seconds ended the search: another run may find another plan then.
        interrupted: whether somebody at the keyboard ended it: this is the best by then.
        seconds: how long the search took.
    """

    before: SideEvent
    event: SideEvent | None
    moved: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    unkept: tuple[Unkept, ...] = ()
    notes: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    contradiction: Contradiction | None = None
    by_the_clock: bool = False
    interrupted: bool = False
    seconds: float = 0.0


def planned(
    event: SideEvent,
    others: Sequence[SideEvent] = (),
    *,
    without: Collection[str] = (),
    length: int | None = None,
    since: datetime | None = None,
    seconds: float = SECONDS,
    seed: int = 0,
    told: Told | None = None,
) -> Plan:
    """Return *event* with a time and a room for everything, changed as little as it must be.

    What has a time moves only where it must: the fewest segments first, then the fewest minutes;
    wishes of the programme that are not hard decide among what is alike in that. Lengths stay.

    Args:
        event: a programme; its `constraints` are kept.
        others: programmes that share people and rooms with it; they stay as they are.
        without: ids of rooms that cannot be used; a building stands for its rooms.
        length: minutes of segments without a time that say no length; None leaves these alone.
        since: the moment of planning: what has begun by then stays, nothing is put before it. None,
            or a moment when all is over, plans as if everything lay ahead.
        seconds: how long to search; what is best by then is returned.
        seed: another one may find another plan that is as good.
        told: is told of each better plan.

    Raises:
        UnknownId: no such room.
        InvalidField: nothing says on which day to plan, there are too many segments, or *since* has
            no zone.
        Unavailable: OR-tools is not installed.
    """
    stated = Stated(event, others, without=without, length=length, since=since)
    notes = (*stated.left_out, *unbalanced(stated))
    problem = posed(stated)
    if not problem.tasks:
        return Plan(before=event, event=event, notes=notes)
    found = search(problem, seconds=seconds, seed=seed, told=told)
    took = found.seconds
    if found.impossible and (closer := finer(problem)):
        problem = closer
        found = search(problem, seconds=max(seconds - took, 1.0), seed=seed, told=told)
        took += found.seconds
    if found.places is None:
        left = max(seconds - took, 1.0)
        why = contradiction(problem, seconds=left, seed=seed) if found.impossible else None
        return Plan(
            before=event,
            event=None,
            notes=notes,
            contradiction=why,
            by_the_clock=found.by_the_clock,
            interrupted=found.interrupted,
            seconds=took,
        )
    tasks = problem.by_id
    after = _written(stated, tasks, found.places)
    left_over = [
        clash
        for clash in clashes([after, *others])
        if any(side.event.id == event.id for side in clash.sides)
    ]
    return Plan(
        before=event,
        event=after,
        moved=tuple(id_ for id_, task in tasks.items() if is_moved(task, found.places[id_])),
        placed=tuple(id_ for id_, task in tasks.items() if task.start is None),
        aims=found.aims,
        unkept=unkept(problem, found.places),
        notes=notes,
        clashes=tuple(left_over),
        by_the_clock=found.by_the_clock,
        interrupted=found.interrupted,
        seconds=took,
    )


def _written(stated: Stated, tasks: Mapping[str, Task], places: Mapping[str, Place]) -> SideEvent:
    """Return the programme with everything where *places* say."""
    event = stated.event
    items = []
    for id_, item in timetable(event).items():
        task, place = tasks[id_], places[id_]
        if is_moved(task, place):
            start = stated.moment(place.start)
            end = start + timedelta(minutes=task.minutes)
            items.append(replace(item, start=start, end=end, room=place.room or None))
    moved = with_items(event, items)
    fresh = {id_: places[id_] for id_, task in tasks.items() if task.start is None}
    if not fresh:
        return moved
    return with_segments(
        moved,
        (
            _timed(stated, each, tasks[each.id], fresh[each.id]) if each.id in fresh else each
            for each in moved.segments
        ),
    )


def _timed(stated: Stated, segment: Segment, task: Task, place: Place) -> Segment:
    """Return a segment without a time at *place*."""
    frame, booking = stated.event.frame, stated.bookings[segment.id]
    start = stated.moment(place.start).astimezone(booking.item.zone)
    here = frame.venue_of(segment)
    return segment.model_copy(
        update={
            "status": Status.CONFIRMED if segment.status is Status.UNSCHEDULED else segment.status,
            "date": start.date() if segment.date or start.date() != frame.day else None,
            "start": WallClock(start.time().replace(fold=0)),
            "end": None,
            "minutes": task.minutes,
            "fold": list(Fold)[start.fold] if zones.ambiguous(start) else None,
            "venue": segment.venue if here and here.id == place.room else place.room or None,
        }
    )
