"""Single items put elsewhere."""

from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from roundtable_ical import DoesNotFit, InvalidField, Segment, SideEvent, UnknownId
from roundtable_ical.programme.segments import Fold
from roundtable_ical.scheduling.fits import Fit
from roundtable_ical.scheduling.placements import behind, inserted, moved, swapped
from roundtable_ical.scheduling.proposals import Proposed
from roundtable_ical.scheduling.timetable import timetable
from tests.scheduling.agendas import agendas, day


def times(done: Proposed) -> dict[str, str]:
    return {
        each.id: "cancelled"
        if each.cancelled
        else f"{each.start:%d %H:%M}-{each.end:%H:%M} {each.venue.id if each.venue else None}"
        for each in done.event.occurrences
    }


MORNING = day("a 09:00 30", "b 09:30 30", "c 10:30 30", "d 09:00 20 venue=side")


def test_one_moves_alone_to_a_free_time_or_room() -> None:
    assert times(moved(MORNING, "a", to="10:00"))["a"] == "01 10:00-10:30 hall"
    assert times(moved(MORNING, "a", room="side", to="09:20"))["a"] == "01 09:20-09:50 side"
    assert times(moved(MORNING, "a", to="2026-11-02 08:00"))["a"] == "02 08:00-08:30 hall"
    assert times(moved(MORNING, "a", to=datetime(2026, 11, 1, 15, tzinfo=UTC)))["a"] == (
        "01 10:00-10:30 hall"
    )


def test_a_place_that_is_taken_is_told_with_what_can_give() -> None:
    done = moved(MORNING, "a", to="10:20")

    assert list(done.told()) == [
        "20 min too many before 10:30, when 'c' begins, which stays; say what gives",
        "  --fit shorten  'a' 30 to 10 min",
        "  --fit drop     'c' (30 min) is cancelled",
        "  --fit overrun  'a' ends 20 min after 10:30, when 'c' begins, which stays",
    ]
    assert times(moved(MORNING, "a", to="10:20", fit=Fit.DROP)) == {
        "a": "01 10:20-10:50 hall",
        "b": "01 09:30-10:00 hall",
        "c": "cancelled",
        "d": "01 09:00-09:20 side",
    }


def test_what_still_runs_there_is_told_too() -> None:
    assert list(moved(MORNING, "c", to="09:50").told()) == [
        "10 min too many after 10:00, when 'b' ends; say what gives",
        "  --fit shorten  'b' 30 to 20 min",
        "  --fit drop     'b' (30 min) is cancelled",
        "  --fit overrun  'c' begins 10 min before 10:00, when 'b' ends",
    ]


def test_later_ones_give_way_where_they_are_pushed() -> None:
    assert times(moved(MORNING, "a", to="10:20", push=True)) == {
        "b": "01 09:30-10:00 hall",
        "a": "01 10:20-10:50 hall",
        "c": "01 10:50-11:20 hall",
        "d": "01 09:00-09:20 side",
    }


def test_a_room_on_another_clock_keeps_the_wall_time_that_is_asked_for() -> None:
    done = moved(MORNING, "a", room="geneva")

    assert times(done)["a"] == "01 09:00-09:30 geneva"
    assert str(done.event.occurrences[0].start.tzinfo) == "Europe/Zurich"


def test_a_time_that_the_clock_skips_or_shows_twice_is_refused_or_said() -> None:
    spring = day("a 09:00 30", date="2026-03-08")

    with pytest.raises(InvalidField) as skipped:
        moved(spring, "a", to="02:30")
    with pytest.raises(InvalidField) as twice:
        moved(MORNING, "a", to="01:30")
    second = moved(MORNING, "a", to="01:30", fold=Fold.SECOND)

    assert str(skipped.value).startswith("to: '2026-03-08 02:30' is skipped by the clock")
    assert str(twice.value).startswith("to: '2026-11-01 01:30' happens twice")
    assert f"{second.event.occurrences[0].start:%H:%M %z}" == "01:30 -0500"


def test_a_move_to_nowhere_or_to_where_it_is_is_refused() -> None:
    with pytest.raises(UnknownId):
        moved(MORNING, "a", room="moon")
    with pytest.raises(InvalidField) as refused:
        moved(MORNING, "a", to="09:00")
    assert str(refused.value) == (
        "to: '2026-11-01 09:00' is where 'a' is; say where to: another time, day or room"
    )


def test_two_in_one_room_change_places_and_what_is_between_moves_by_the_difference() -> None:
    event = day("a 09:00 30", "b 09:30 20", "c 10:00 60", "d 11:00 10")

    assert times(swapped(event, "c", "a")) == {
        "c": "01 09:00-10:00 hall",
        "b": "01 10:00-10:20 hall",
        "a": "01 10:30-11:00 hall",
        "d": "01 11:00-11:10 hall",
    }


def test_two_in_two_rooms_exchange_their_starts() -> None:
    assert times(swapped(MORNING, "d", "b")) == {
        "a": "01 09:00-09:30 hall",
        "b": "01 09:00-09:30 side",
        "d": "01 09:30-09:50 hall",
        "c": "01 10:30-11:00 hall",
    }
    told = list(swapped(day("a 09:00 30", "b 09:30 30", "c 09:10 60 venue=side"), "a", "c").told())
    assert told[0] == "30 min too many before 09:30, when 'b' begins, which stays; say what gives"


def test_an_anchor_between_two_of_other_lengths_is_told() -> None:
    event = day("a 09:00 30", "b 09:30 20 fixed", "c 09:50 60")

    with pytest.raises(DoesNotFit) as refused:
        swapped(event, "a", "c")

    assert str(refused.value) == (
        "'b' between 'a' and 'c' is fixed, and would be 30 min later; "
        "make the two equally long first: extend a --by 30m"
    )


def test_a_new_one_pushes_as_far_as_it_must_and_stands_in_the_file_where_it_belongs() -> None:
    new = Segment(id="new", title="New", start="10:00", minutes=45)

    done = inserted(MORNING, new)

    assert times(done)["c"] == "01 10:45-11:15 hall"
    assert [each.id for each in done.event.segments] == ["a", "b", "new", "c", "d"]
    assert done.before == MORNING


def test_a_new_one_needs_a_free_id_and_a_time() -> None:
    with pytest.raises(InvalidField) as taken:
        inserted(MORNING, MORNING.segments[0])
    with pytest.raises(InvalidField) as timeless:
        inserted(MORNING, Segment(id="new", title="New"))

    assert str(taken.value) == "id: 'a' is taken; write another one"
    assert str(timeless.value) == "segment: 'new' has not one time; write its start"


def test_what_comes_behind_another_is_in_its_room_on_its_clock() -> None:
    event = day("a 00:45 30 fold=first", "b 10:00 30 venue=geneva")
    items = timetable(event)
    new = {"id": "new", "title": "New", "minutes": 10}

    after_a = inserted(event, Segment.model_validate({**new, **behind(event, items["a"])}))
    after_b = inserted(event, Segment.model_validate({**new, **behind(event, items["b"])}))

    assert times(after_a)["new"] == "01 01:15-01:25 hall"
    assert times(after_b)["new"] == "01 10:30-10:40 geneva"


@given(agendas(), st.data())
def test_lengths_and_anchors_stay_when_two_change_places(
    event: SideEvent, data: st.DataObject
) -> None:
    free = [each for each in event.occurrences if not each.segment.fixed]
    assume(len(free) > 1)
    one, other = (data.draw(st.sampled_from(free)) for _ in range(2))
    assume(one.id != other.id)
    try:
        done = swapped(event, one.id, other.id)
    except DoesNotFit:
        return

    old = {each.id: each for each in event.occurrences}
    new = {each.id: each for each in done.event.occurrences}
    assert {id_: each.minutes for id_, each in new.items()} == {
        id_: each.minutes for id_, each in old.items()
    }
    assert all(new[id_].span == each.span for id_, each in old.items() if each.segment.fixed)
    if done.fits and one.venue != other.venue:
        assert (new[one.id].span[0], new[other.id].span[0]) == (other.span[0], one.span[0])


@given(agendas(), st.data())
def test_a_new_one_never_moves_anchors_or_overlaps_them_unasked(
    event: SideEvent, data: st.DataObject
) -> None:
    behind_it = data.draw(st.sampled_from(list(timetable(event).values())))
    minutes = data.draw(st.integers(1, 60))
    fields = {"id": "new", "title": "New", "minutes": minutes, **behind(event, behind_it)}

    done = inserted(
        event, Segment.model_validate(fields), fit=data.draw(st.sampled_from([None, *Fit]))
    )

    new = {each.id: each for each in done.event.occurrences if not each.cancelled}
    assert (new["new"].span[0], new["new"].minutes) == (behind_it.end, minutes)
    for each in event.occurrences:
        if each.segment.fixed:
            assert new[each.id].span == each.span
            overlaps = each.venue == new["new"].venue and each.overlaps(new["new"])
            assert not overlaps or not done.fits or done.fit is Fit.OVERRUN
