"""When people and rooms are all free."""

from datetime import UTC, datetime
from typing import Any

import pytest

from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.freetime import FreeTime, free_times
from tests.scheduling.conftest import PEOPLE, MakeEvent


def shown(found: tuple[FreeTime, ...]) -> list[str]:
    return [f"{each.start:%a %H:%M}-{each.end:%H:%M}" for each in found]


def test_common_times_of_people_and_rooms_are_within_the_hours_of_the_event(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        {"at": "09:00-10:00", "venue": "room-1"},
        {"at": "10:30-11:00", "venue": "room-2", "speakers": ["ann"]},
        {"at": "11:20-12:00", "venue": "room-2", "speakers": ["bob"]},
        hours="08:30-12:30",
    )

    found = free_times(Board([event]), people=["ann", "bob"], rooms=["room-1"], minutes=30)

    assert shown(found) == ["Thu 08:30-09:00", "Thu 10:00-10:30", "Thu 12:00-12:30"]


def test_absences_hours_of_rooms_and_other_calendars_count(make_event: MakeEvent) -> None:
    event = make_event(
        speakers=[PEOPLE[0] | {"away": "2026-10-29 09:00-10:00"}],
        venues=[{"id": "hall", "name": "Hall", "hours": "08:30-12:00"}],
    )
    dentist = (datetime(2026, 10, 29, 10, tzinfo=UTC), datetime(2026, 10, 29, 10, 30, tzinfo=UTC))

    found = free_times(Board([event]), people=["ann"], rooms=["hall"], busy={"ann": [dentist]})

    assert shown(found) == ["Thu 08:30-09:00", "Thu 10:00-11:00", "Thu 11:30-12:00"]


def test_what_a_person_has_in_another_event_counts(make_event: MakeEvent) -> None:
    event = make_event(hours="09:00-12:00")
    values: dict[str, Any] = {
        **make_event({"at": "09:00-11:00", "speakers": ["ann"]}).model_dump(mode="json"),
        "id": "other",
    }

    found = free_times(Board([event, SideEvent.model_validate(values)]), people=["ann"])

    assert shown(found) == ["Thu 11:00-12:00"]


def test_who_has_to_walk_to_the_room_is_free_only_when_they_can_be_there(
    make_event: MakeEvent,
) -> None:
    here = {"at": "09:00-10:00", "venue": "room-1", "speakers": ["ann"]}
    remote = here | {"speakers": [{"speaker": "ann", "remote": True}]}
    walks = [{"between": ["palace", "mission"], "minutes": 12}]

    found = [
        shown(free_times(Board([event]), people=["ann"], rooms=[room]))
        for event, room in (
            (make_event(here, hours="08:00-12:00", walks=walks), "mission"),
            (make_event(here, hours="08:00-12:00", walks=walks), "room-2"),
            (make_event(remote, hours="08:00-12:00", walks=walks), "mission"),
        )
    ]

    assert found == [
        ["Thu 08:00-08:48", "Thu 10:12-12:00"],
        ["Thu 08:00-09:00", "Thu 10:00-12:00"],
        ["Thu 08:00-09:00", "Thu 10:00-12:00"],
    ]


def test_a_venue_is_free_when_all_of_its_rooms_are(make_event: MakeEvent) -> None:
    event = make_event(
        {"at": "09:00-10:00", "venue": "room-1"},
        {"at": "10:00-11:00", "venue": "room-2"},
        hours="09:00-12:00",
    )

    assert shown(free_times(Board([event]), rooms=["palace"])) == ["Thu 11:00-12:00"]


def test_a_place_kept_for_somebody_is_booked_too(make_event: MakeEvent) -> None:
    event = make_event({"at": "09:00-11:00", "speakers": ["host"]}, hours="09:00-12:00")

    assert shown(free_times(Board([event]), people=["host"])) == ["Thu 11:00-12:00"]


def test_days_without_stated_hours_have_office_hours_and_what_is_on(make_event: MakeEvent) -> None:
    event = make_event(
        {"at": "19:00-20:00", "date": "2026-10-29"}, dates=["2026-10-29", "2026-10-30"], date=None
    )

    assert shown(free_times(Board([event]), people=["ann"])) == [
        "Thu 08:00-20:00",
        "Fri 08:00-18:00",
    ]


def test_the_clock_is_that_of_the_room(make_event: MakeEvent) -> None:
    hall = {"id": "hall", "name": "Hall", "city": "New York", "timezone": "America/New_York"}
    event = make_event({"at": "09:00-10:00", "venue": "hall", "speakers": ["ann"]}, venues=[hall])

    [before, after] = free_times(Board([event]), people=["ann"], rooms=["hall"])

    assert before.as_json() == {
        "start": "2026-10-29T08:00:00-04:00",
        "end": "2026-10-29T09:00:00-04:00",
        "minutes": 60,
    }
    assert shown((after,)) == ["Thu 10:00-18:00"]


def test_an_unknown_person_or_room_is_told_with_those_there_are(make_event: MakeEvent) -> None:
    board = Board([make_event()])

    with pytest.raises(UnknownId, match=r"there is no speaker 'anna'; there is: ann$"):
        free_times(board, people=["anna"])
    with pytest.raises(UnknownId, match="there is no venue 'foyer'; there is: palace, "):
        free_times(board, rooms=["foyer"])
