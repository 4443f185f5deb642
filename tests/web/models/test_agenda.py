"""Rows and days of an agenda."""

from collections.abc import Callable

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.programme.segments import Status
from roundtable_ical.web.models.agenda import Agenda
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.said import Said, Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]


def test_a_row_has_all_that_is_said_of_a_segment(planned: Planned, voice: Voices) -> None:
    event = planned(
        {
            "id": "panel",
            "start": "08:15",
            "end": "09:00",
            "status": "cancelled",
            "note": "No quorum",
            "themes": ["skills"],
            "speakers": [{"speaker": "guy", "role": "chair"}],
        },
        venues=[{"id": "hall", "name": "Palais", "room": "Hall", "city": "New York"}],
        themes=[{"id": "rights", "title": "Rights"}, {"id": "skills", "title": "Skills"}],
        speakers=[{"id": "guy", "name": "Guy Ryder"}],
    )

    [day] = Agenda(event, voice(tz="Geneva")).days()

    [row] = day.rows
    assert (day.title, day.anchor, day.short) == (
        "Thursday 24 September 2026",
        "day-2026-09-24",
        "Thu 24",
    )
    assert (str(row.hours), str(row.theirs), row.minutes) == (
        "08:15–09:00",
        "14:15–15:00",
        "45 min",
    )
    assert (row.title, row.note, row.status) == (
        Said("Panel"),
        Said("No quorum"),
        Status.CANCELLED,
    )
    assert (row.place, row.room, row.house, row.city) == (
        Said("Hall, Palais, New York"),
        Said("Hall"),
        Said("Palais, New York"),
        Said("New York"),
    )
    assert [(topic.number, topic.title.text) for topic in row.topics] == [(2, "Skills")]
    assert [(person.name.text, person.role) for person in row.people] == [("Guy Ryder", "Chair")]
    assert (row.anchor, row.rail, row.tone) == ("s-panel", 2, 2)


def test_without_a_venue_the_clock_has_the_zones_city(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "panel", "start": "08:15", "end": "09:00"})

    [day] = Agenda(event, voice("ru")).days()

    assert day.rows[0].city == Said("Нью-Йорк")


def test_what_has_no_time_is_listed_as_such(planned: Planned, voice: Voices) -> None:
    agenda = Agenda(planned({"id": "later"}), voice())

    [row] = agenda.open()

    assert (agenda.days(), row.status, row.hours, row.minutes) == (
        (),
        Status.UNSCHEDULED,
        None,
        "",
    )


def test_a_break_is_plain(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "coffee", "start": "08:15", "end": "09:00", "kind": "break"})

    assert Agenda(event, voice()).days()[0].rows[0].plain


def test_a_move_stands_beside_its_segment(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "panel", "start": "08:15", "end": "09:00"})
    move = Move(was="08:00–08:45", now="08:15–09:00")

    [day] = Agenda(event, voice(), {"panel": move, "other": move}).days()

    assert day.rows[0].move == move


def test_an_end_that_nobody_knows_has_no_length(planned: Planned, voice: Voices) -> None:
    event = planned({"id": "night", "start": "17:00", "minutes": 90, "open_end": True})

    [row] = Agenda(event, voice()).days()[0].rows

    assert (str(row.hours), row.minutes) == ("17:00–", "")


@pytest.mark.parametrize(
    ("segment", "saved"),
    [
        ({"start": "08:15", "end": "09:00"}, True),
        ({"start": "08:15", "end": "09:00", "status": "tentative"}, True),
        ({"start": "08:15", "end": "09:00", "status": "cancelled"}, False),
        ({}, False),
    ],
)
def test_what_has_no_time_or_is_cancelled_is_not_saved(
    planned: Planned, voice: Voices, segment: dict[str, str], saved: bool
) -> None:
    agenda = Agenda(planned({"id": "panel", **segment}), voice())

    rows = [*(row for day in agenda.days() for row in day.rows), *agenda.open()]

    assert [row.saved for row in rows] == [saved]
