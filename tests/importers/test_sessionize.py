"""Sessionize: every view of its API."""

from typing import Any

from roundtable_ical.importers.sessionize import SessionizeImporter
from tests.importers.schedules.saying import codes, read, said

SESSION: dict[str, Any] = {
    "id": "1",
    "title": "Fair fees",
    "description": "In short.",
    "startsAt": "2026-10-29T10:00:00",
    "endsAt": "2026-10-29T10:30:00",
    "isServiceSession": False,
    "isPlenumSession": False,
    "speakers": ["p1"],
    "categoryItems": [20, 31],
    "roomId": 7,
}
LUNCH: dict[str, Any] = {
    "id": "2",
    "title": "Lunch",
    "startsAt": "2026-10-29T12:00:00",
    "endsAt": None,
    "isServiceSession": True,
    "speakers": [],
    "roomId": 7,
}
ALL = {
    "sessions": [SESSION, LUNCH],
    "speakers": [{"id": "p1", "fullName": "Li Wei", "tagLine": "Director, ACME"}],
    "questions": [],
    "categories": [
        {"id": 2, "title": "Track", "items": [{"id": 20, "name": "Rights"}]},
        {"id": 3, "title": "Session format", "items": [{"id": 31, "name": "Workshop"}]},
    ],
    "rooms": [{"id": 7, "name": "Hall"}],
}
ROW = ("2026-10-29 10:00", "10:30", "Fair fees", "Hall", ["Rights"], ["Li Wei"])


def sessionize(content: object, zone: str | None = "Europe/Zurich") -> Any:
    return read(SessionizeImporter(), content, zone)


def test_the_view_of_all_is_read() -> None:
    reading = sessionize(ALL)

    assert said(reading) == [ROW, ("2026-10-29 12:00", "12:30", "Lunch", "Hall", [], [])]
    event = reading.required()
    assert [segment.kind for segment in event.segments] == ["workshop", "meal"]
    assert str(event.speakers[0].function) == "Director, ACME"
    assert {"end-inferred", "title-inferred"} == codes(reading)


def test_a_time_with_a_z_is_in_utc() -> None:
    utc = {**SESSION, "startsAt": "2026-10-29T09:00:00Z", "endsAt": "2026-10-29T09:30:00Z"}

    assert said(sessionize({**ALL, "sessions": [utc]})) == [ROW]


def test_the_view_by_groups_names_rooms_and_speakers_itself() -> None:
    inside = {
        **SESSION,
        "room": "Hall",
        "speakers": [{"id": "p1", "name": "Li Wei"}],
        "categories": [
            {"id": 2, "name": "Track", "categoryItems": [{"id": 20, "name": "Rights"}], "sort": 1}
        ],
    }

    assert said(sessionize([{"groupId": None, "groupName": "All", "sessions": [inside]}])) == [ROW]


def test_a_session_that_the_grid_shows_several_times_is_one() -> None:
    inside = {**SESSION, "room": "Hall", "speakers": [{"id": "p1", "name": "Li Wei"}]}
    grid = [
        {
            "date": "2026-10-29T00:00:00",
            "rooms": [{"id": 7, "name": "Hall", "sessions": [inside]}],
            "timeSlots": [{"slotStart": "10:00:00", "rooms": [{"id": 7, "session": inside}]}],
        }
    ]

    assert said(sessionize(grid)) == [(*ROW[:4], [], ["Li Wei"])]


def test_the_view_of_the_speakers_has_no_times() -> None:
    people = [{"id": "p1", "fullName": "Li Wei", "sessions": [{"id": 1, "name": "Fair fees"}]}]

    reading = sessionize(people)

    assert said(reading) == [(None, None, "Fair fees", None, [], ["Li Wei"])]
    assert "no-times" in codes(reading)


def test_without_a_zone_the_question_is_asked() -> None:
    problems = sessionize(ALL, None).problems

    assert [p.question.name for p in problems if p.question] == ["tz", "title"]


def test_what_was_declined_is_left_out_and_told() -> None:
    reading = sessionize({**ALL, "sessions": [SESSION, {**LUNCH, "status": "Declined"}]})

    assert said(reading) == [ROW]
    assert "left-out" in codes(reading)
