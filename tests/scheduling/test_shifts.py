"""The day runs late, or early."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roundtable_ical import DoesNotFit, InvalidField, SideEvent, UnknownId, read
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.shifts import cancelled, compacted, extended, shifted
from roundtable_ical.testing.agendas import agendas

MINUTE = timedelta(minutes=1)
FITS = st.sampled_from([None, *Fit])


def taking_place(event: SideEvent) -> Mapping[str, Occurrence]:
    return {each.id: each for each in event.occurrences if not each.cancelled}


def rooms(event: SideEvent) -> Mapping[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for each in taking_place(event).values():
        assert each.venue
        found[each.venue.id].append(each)
    return found


def by(event: SideEvent, earlier: SideEvent) -> dict[str, tuple[int, int]]:
    """Return by how many minutes each start and end moved, of what moved."""
    old = taking_place(earlier)
    found = {}
    for id_, item in taking_place(event).items():
        if id_ in old and old[id_].span != item.span:
            start, end = (
                (now - was) // MINUTE for was, now in zip(old[id_].span, item.span, strict=True)
            )
            found[id_] = start, end
    return found


def check_kept(before: SideEvent, done: Proposed, lead: str) -> None:
    """Check what holds whatever is ordered."""
    old, new = taking_place(before), taking_place(done.event)
    for id_, was in old.items():
        if was.segment.fixed:
            assert new[id_].span == was.span
        if id_ not in new:
            assert done.fit is Fit.DROP
            continue
        now = new[id_]
        assert (now.venue, now.segment.open_end) == (was.venue, was.segment.open_end)
        if done.fit is not Fit.SHORTEN and id_ != lead:
            assert now.minutes >= was.segment.shortest(was.minutes)
        if done.fit in {None, Fit.OVERRUN} and not was.segment.gives_way and id_ != lead:
            assert now.minutes == was.minutes
        if not was.segment.gives_way and id_ != lead:
            assert now.minutes >= min(was.segment.least or 5, was.minutes)
    if done.fits:
        for room, items in rooms(before).items():
            kept = [each.id for each in items if each.id in new]
            assert [each.id for each in rooms(done.event)[room]] == kept


def check_room(before: SideEvent, done: Proposed) -> None:
    """Check that nothing overlaps in a room that did not before: nothing does, before."""
    if not done.fits or done.fit is Fit.OVERRUN:
        return
    for items in rooms(done.event).values():
        for one, other in zip(items, items[1:], strict=False):
            assert one.span[1] <= other.span[0]


def check_hours(before: SideEvent, done: Proposed, late: int) -> None:
    """Check that nothing goes past midnight, or past the stated hours, that did not before."""
    if not done.fits or done.fit is Fit.OVERRUN:
        return
    old = taking_place(before)
    for id_, now in taking_place(done.event).items():
        was = old[id_]
        if now.span == was.span:
            continue
        assert now.start.date() == was.start.date()
        ends = before.hours.end.time if before.hours else None
        if late > 0 and ends and now.span[1] > was.span[1]:
            assert now.end.replace(tzinfo=None).time() <= ends or now.end.time().hour == 0


@given(agendas(), st.data())
def test_a_shift_keeps_anchors_lengths_least_breaks_and_the_order_of_every_room(
    event: SideEvent, data: st.DataObject
) -> None:
    free = [each for each in event.occurrences if not each.segment.fixed]
    assume(free)
    lead = data.draw(st.sampled_from(free))
    late = data.draw(st.integers(-120, 120).filter(bool))
    absorb, fit = data.draw(st.booleans()), data.draw(FITS)
    more = data.draw(st.booleans())
    others = [venue.id for venue in event.venues] if more else []

    done = shifted(event, lead.id, late, absorb=absorb, fit=fit, rooms=others)

    check_kept(event, done, lead.id)
    check_room(event, done)
    check_hours(event, done, late)
    moved = by(done.event, event)
    old, new = taking_place(event), taking_place(done.event)
    assert moved[lead.id][0] == late
    for id_ in moved:
        assert more or old[id_].venue == lead.venue
        assert old[id_].start.date() == lead.start.date()
        if done.fit is not Fit.SHORTEN or late > 0:
            assert old[id_].span[0] >= lead.span[0]
    if late > 0 and done.fit is None and not absorb:
        assert all(0 <= start <= late for start, _ in moved.values())
    assert new.keys() == old.keys() or fit is Fit.DROP


@given(agendas(), st.data())
def test_what_lasts_longer_pushes_and_what_is_shorter_or_cancelled_pulls(
    event: SideEvent, data: st.DataObject
) -> None:
    free = [each for each in event.occurrences if not each.segment.fixed]
    assume(free)
    lead = data.draw(st.sampled_from(free))
    longer = data.draw(st.integers(1 - lead.minutes, 90).filter(bool))
    fit, close = data.draw(FITS), data.draw(st.booleans())

    done = extended(event, lead.id, longer, close_gap=close, fit=fit)
    gone = cancelled(event, lead.id, close_gap=True)

    check_kept(event, done, lead.id)
    check_room(event, done)
    check_room(event, gone)
    assert by(done.event, event)[lead.id] == (0, longer)
    assert all(start <= 0 for start, _ in by(gone.event, event).values())
    if longer < 0 and not close:
        assert by(done.event, event).keys() == {lead.id}


@given(agendas())
def test_closing_free_time_keeps_order_lengths_and_anchors(event: SideEvent) -> None:
    done = compacted(event)

    check_kept(event, done, "")
    check_room(event, done)
    assert all(start == end < 0 for start, end in by(done.event, event).values())
    assert compacted(done.event).event == done.event
