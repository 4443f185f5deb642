"""What a programme has to be planned."""

from datetime import date, timedelta

import pytest

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.scheduling.planning.stated import Stated
from tests.scheduling.conftest import VENUES, MakeEvent

OPEN = {"start": None, "end": None, "minutes": 30}


def test_what_has_a_time_keeps_it_and_its_room_unless_it_must_not(make_event: MakeEvent) -> None:
    stated = Stated(make_event({"venue": "room-1"}))

    [task] = stated.tasks

    assert (task.id, task.title, task.minutes, task.room) == ("s-0", "‘Segment 0’", 60, "room-1")
    assert task.start is not None
    assert f"{stated.moment(task.start).astimezone():%M}" == "00"
    assert stated.moment(task.start) == stated.event.occurrences[0].span[0]
    assert task.rooms == ("room-1", "room-2", "mission")
    assert task.costs == {"room-2": 10, "mission": 60}


def test_what_has_no_time_may_be_in_any_room_or_in_those_of_its_building(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        OPEN,
        OPEN | {"venue": "palace"},
        OPEN | {"venue": "mission"},
        OPEN | {"venue": "call"},
    )

    found = [(task.start, task.room, task.rooms) for task in Stated(event).tasks]

    assert found == [
        (None, None, ("room-1", "room-2", "mission")),
        (None, None, ("room-1", "room-2")),
        (None, "mission", ("mission", "room-1", "room-2")),
        (None, "call", ("call",)),
    ]


def test_what_is_nowhere_stays_nowhere(make_event: MakeEvent) -> None:
    [task] = Stated(make_event({})).tasks

    assert (task.room, task.rooms) == ("", ("",))


def test_another_city_and_another_clock_are_no_choice(make_event: MakeEvent) -> None:
    venues = [
        *VENUES,
        {"id": "bern", "name": "Hall", "city": "Bern"},
        {"id": "hall", "name": "Hall", "city": "Geneva", "timezone": "America/New_York"},
    ]

    [task] = Stated(make_event({"venue": "mission"}, venues=venues)).tasks

    assert task.rooms == ("mission", "room-1", "room-2")


def test_what_has_a_day_may_be_moved_to_any_other(make_event: MakeEvent) -> None:
    event = make_event({"date": "2026-01-01"}, OPEN, date=None, dates=["2026-01-01", "2026-12-09"])

    found = [[f"{day:%m-%d}" for day, _ in task.days] for task in Stated(event).tasks]

    assert found == [["01-01", "12-09"], ["01-01", "12-09"]]


def test_in_a_vast_programme_it_stays_within_a_week_and_that_is_told(
    make_event: MakeEvent,
) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(201)]
    event = make_event({"date": days[100]}, *[OPEN] * 49, date=None, dates=days)

    stated = Stated(event)

    found = [[day for day, _ in task.days] for task in stated.tasks[:2]]
    assert found == [days[93:108], days]
    assert stated.left_out == ["what has a day is not moved by more than 7 days"]


def test_without_a_length_it_is_left_alone_and_said_so(make_event: MakeEvent) -> None:
    event = make_event({}, {"start": None, "end": None})

    assert Stated(event).left_out == ["s-1 says no length: write its `minutes`"]
    assert [task.minutes for task in Stated(event, length=20).tasks] == [60, 20]


def test_the_length_is_also_known_from_a_time_that_is_no_longer_sure(
    make_event: MakeEvent,
) -> None:
    [task] = Stated(make_event({"at": "09:00-09:45", "status": "unscheduled"})).tasks

    assert (task.start, task.minutes) == (None, 45)


def test_a_day_of_a_series_without_a_time_is_left_to_its_file(make_event: MakeEvent) -> None:
    repeat = {
        "rule": "FREQ=DAILY;COUNT=2",
        "changes": {"2026-10-30": {"status": "unscheduled"}},
    }

    stated = Stated(make_event({"repeat": repeat, "date": "2026-10-29"}))

    assert [task.id for task in stated.tasks] == ["s-0-20261029"]
    assert stated.left_out == ["s-0-20261030 is a day of a series: write its time there"]
    assert stated.tasks_of(["s-0"]) == ("s-0-20261029",)


def test_titles_that_are_not_the_only_ones_come_with_their_ids(make_event: MakeEvent) -> None:
    stated = Stated(make_event({"title": "Panel"}, {"title": "Panel"}, {"title": "Lunch"}))

    assert [task.title for task in stated.tasks] == ["‘Panel’ (s-0)", "‘Panel’ (s-1)", "‘Lunch’"]


def test_an_unknown_room_is_refused(make_event: MakeEvent) -> None:
    with pytest.raises(UnknownId, match="no room 'hall'"):
        Stated(make_event({}), without=["hall"])


def test_without_any_day_there_is_nothing_to_plan_on(make_event: MakeEvent) -> None:
    with pytest.raises(InvalidField, match="has no day to plan on; write `date`"):
        Stated(make_event(OPEN, date=None))


def test_too_many_segments_are_refused(
    make_event: MakeEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_ical.scheduling.planning.stated.MOST_TASKS", 1)

    with pytest.raises(InvalidField, match="are too many; a plan takes 1"):
        Stated(make_event({}, {}))
