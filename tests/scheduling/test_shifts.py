"""The day runs late, or early."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roundtable_ical import DoesNotFit, InvalidField, SideEvent, read
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.shifts import cancelled, compacted, extended, shifted
from tests.scheduling.agendas import agendas, day

MINUTE = timedelta(minutes=1)
FITS = st.sampled_from([None, *Fit])


def times(done: Proposed) -> dict[str, str]:
    """Return when what takes place is, and what is left of the rest."""
    return {
        each.id: "cancelled" if each.cancelled else f"{each.start:%H:%M}-{each.end:%H:%M}"
        for each in done.event.occurrences
    }


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
        for one, other in pairwise(items):
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


@pytest.fixture(scope="module")
def breakfast(samples: Path) -> SideEvent:
    """Return the breakfast of 2013: six items, from 08:15, until the stated end at 10:00."""
    return read(samples / "hld-2013")


def test_a_late_breakfast_is_told_against_its_stated_end(breakfast: SideEvent) -> None:
    done = shifted(breakfast, "welcome", 5)

    assert times(done) == {
        "welcome": "08:20-08:35",
        "video": "08:35-08:40",
        "perceptions": "08:40-09:05",
        "governance": "09:05-09:30",
        "mobility": "09:30-09:55",
        "closing": "09:55-10:05",
    }
    assert not done.fits
    assert list(done.told()) == [
        "5 min too many before 10:00, when the stated hours end; say what gives",
        "  --fit shorten  'perceptions' 25 to 23 min; 'governance' 25 to 23 min; "
        "'mobility' 25 to 24 min",
        "  --fit drop     'video' (5 min) is cancelled",
        "  --fit overrun  'closing' ends 5 min after 10:00, when the stated hours end",
    ]
    with pytest.raises(DoesNotFit) as refused:
        done.required()
    assert str(refused.value) == "\n".join(done.told())


def test_a_late_breakfast_ends_in_time_when_every_discussion_is_shortened_alike(
    breakfast: SideEvent,
) -> None:
    done = shifted(breakfast, "welcome", 5, fit=Fit.SHORTEN)

    assert done.required() == done.event
    assert times(done) == {
        "welcome": "08:20-08:35",
        "video": "08:35-08:40",
        "perceptions": "08:40-09:03",
        "governance": "09:03-09:26",
        "mobility": "09:26-09:50",
        "closing": "09:50-10:00",
    }


def test_a_late_breakfast_leaves_out_what_loses_the_fewest_minutes(breakfast: SideEvent) -> None:
    assert times(shifted(breakfast, "welcome", 5, fit=Fit.DROP)) == {
        "welcome": "08:20-08:35",
        "video": "cancelled",
        "perceptions": "08:35-09:00",
        "governance": "09:00-09:25",
        "mobility": "09:25-09:50",
        "closing": "09:50-10:00",
    }


MORNING = day(
    "talk 09:00 30",
    "coffee 09:30 30 kind=break least=20",
    "panel 10:00 60",
    "lunch 11:30 60 kind=meal least=30",
    "close 12:30 15",
)


def test_breaks_give_way_down_to_their_least_and_free_time_stays() -> None:
    assert times(shifted(MORNING, "talk", 15)) == {
        "talk": "09:15-09:45",
        "coffee": "09:45-10:05",
        "panel": "10:05-11:05",
        "lunch": "11:35-12:30",
        "close": "12:30-12:45",
    }


def test_absorbing_uses_free_time_first() -> None:
    assert times(shifted(MORNING, "talk", 15, absorb=True))["lunch"] == "11:30-12:30"


def test_free_time_is_used_where_it_has_to_be() -> None:
    done = shifted(day("a 09:00 30", "b 10:00 30", "c 10:30 30 fixed"), "a", 20)

    assert times(done) == {"a": "09:20-09:50", "b": "10:00-10:30", "c": "10:30-11:00"}
    assert done.fits


def test_an_anchor_stays_and_what_comes_after_it_too() -> None:
    event = day("a 09:00 30", "b 09:30 30 fixed", "c 10:00 30")

    done = shifted(event, "a", 10)

    assert times(done) == {"a": "09:10-09:40", "b": "09:30-10:00", "c": "10:00-10:30"}
    assert list(done.told()) == [
        "10 min too many before 09:30, when 'b' begins, which is fixed; say what gives",
        "  --fit shorten  'a' 30 to 20 min",
        "  --fit overrun  'a' ends 10 min after 09:30, when 'b' begins, which is fixed",
    ]
    assert next(iter(shifted(event, "a", 10, fit=Fit.DROP).told())) == (
        "10 min too many before 09:30, when 'b' begins, which is fixed; "
        "--fit drop does not make it fit"
    )


def test_nothing_passes_an_anchor_even_when_it_may_run_past() -> None:
    done = shifted(day("a 09:00 10", "b 09:10 30 fixed"), "a", 15, fit=Fit.OVERRUN)

    assert not done.fits
    assert list(done.told()) == [
        "15 min too many before 09:10, when 'b' begins, which is fixed; "
        "nothing that can give makes it fit",
        "  --by 5m --fit shorten  fits",
        "  --by 9m --fit overrun  fits",
    ]


def test_only_what_comes_until_the_last_one_moves() -> None:
    event = day("a 09:00 30", "b 09:30 30", "c 10:15 30")

    assert times(shifted(event, "a", 10, until="b")) == {
        "a": "09:10-09:40",
        "b": "09:40-10:10",
        "c": "10:15-10:45",
    }
    assert next(iter(shifted(event, "a", 20, until="b").told())) == (
        "5 min too many before 10:15, when 'c' begins, which stays; say what gives"
    )


def test_other_rooms_stay_unless_they_are_named() -> None:
    event = day("a 09:00 30", "b 08:50 30 venue=side", "c 09:20 30 venue=side")

    assert times(shifted(event, "a", 10))["c"] == "09:20-09:50"
    assert times(shifted(event, "a", 10, rooms=["side"])) == {
        "b": "08:50-09:20",
        "a": "09:10-09:40",
        "c": "09:30-10:00",
    }


def test_earlier_only_where_the_one_before_has_ended_and_breaks_do_not_grow() -> None:
    event = day("a 09:00 30", "b 09:40 20 kind=break", "c 10:00 30", "d 10:30 30 fixed")

    assert times(shifted(event, "b", -10)) == {
        "a": "09:00-09:30",
        "b": "09:30-09:50",
        "c": "09:50-10:20",
        "d": "10:30-11:00",
    }
    assert list(shifted(event, "b", -15).told()) == [
        "5 min too many after 09:30, when 'a' ends; say what gives",
        "  --fit shorten  'a' 30 to 25 min",
        "  --fit drop     'a' (30 min) is cancelled",
        "  --fit overrun  'b' begins 5 min before 09:30, when 'a' ends",
        "  --by -10m      fits as it is",
    ]


def test_minutes_are_elapsed_ones_across_a_clock_change() -> None:
    event = day("a 00:30 45 fold=first", "b 01:45 60 fold=first", "c 02:30 30")

    done = shifted(event, "a", 45)

    assert by(done.event, event) == {"a": (45, 45), "b": (45, 45), "c": (45, 45)}
    assert [f"{each.start:%H:%M %z}" for each in done.event.occurrences] == [
        "01:15 -0400",
        "01:30 -0500",
        "03:15 -0500",
    ]


def test_what_is_longer_pushes_and_what_is_shorter_pulls_only_when_told() -> None:
    event = day("a 09:00 30", "b 09:30 30")

    assert times(extended(event, "a", 10)) == {"a": "09:00-09:40", "b": "09:40-10:10"}
    assert times(extended(event, "a", -10)) == {"a": "09:00-09:20", "b": "09:30-10:00"}
    assert times(extended(event, "a", -10, close_gap=True)) == {
        "a": "09:00-09:20",
        "b": "09:20-09:50",
    }
    with pytest.raises(InvalidField) as refused:
        extended(event, "a", -30)
    assert str(refused.value) == (
        "by: -30 leaves nothing of 'a'; it has 30 min; cancel it, if it does not take place"
    )


def test_what_lasts_longer_does_not_pay_for_itself() -> None:
    done = extended(day("a 09:00 30", "b 09:30 30", "c 10:00 5 fixed"), "a", 10, fit=Fit.SHORTEN)

    assert times(done) == {"a": "09:00-09:40", "b": "09:40-10:00", "c": "10:00-10:05"}


def test_what_is_cancelled_stays_in_the_file_and_the_gap_is_closed_when_told() -> None:
    event = day("a 09:00 30", "b 09:30 30", "c 10:10 20", "d 10:30 5 fixed")

    assert times(cancelled(event, "b"))["c"] == "10:10-10:30"
    assert times(cancelled(event, "b", close_gap=True)) == {
        "a": "09:00-09:30",
        "b": "cancelled",
        "c": "09:40-10:00",
        "d": "10:30-10:35",
    }


def test_free_time_is_closed_up_to_what_is_before_and_from_anchors_on() -> None:
    event = day("a 09:00 30", "b 09:40 30", "c 10:30 30 fixed", "d 11:30 30", "e 12:10 20")

    assert times(compacted(event)) == {
        "a": "09:00-09:30",
        "b": "09:30-10:00",
        "c": "10:30-11:00",
        "d": "11:00-11:30",
        "e": "11:30-11:50",
    }
    assert compacted(event, rooms=["side"]).event == event


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"by": 0}, "by: 0 moves nothing; "),
        ({"by": 2000}, "by: 2000 is more than a day; "),
        (
            {"by": 5, "segment": "panel", "until": "talk"},
            "until: 'talk' does not come after 'panel' in its room on that day; "
            "there is 'lunch', 'close'",
        ),
    ],
)
def test_orders_that_make_no_sense_are_refused(wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidField) as refused:
        shifted(MORNING, **{"segment": "talk", **wrong})

    assert str(refused.value).startswith(words)
