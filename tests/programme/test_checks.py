"""What an organiser should look at again."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical.programme.checks import warnings
from roundtable_ical.programme.event import SideEvent

MakeEvent = Callable[..., SideEvent]
ROOMS = [{"id": "hall", "name": "Hall"}, {"id": "bar", "name": "Bar"}]
AMINA = [{"id": "amina", "name": "Amina"}]


def told(event: SideEvent) -> list[tuple[str, str, str]]:
    return [(found.code, found.where.field, found.message) for found in warnings(event)]


def item(id_: str, start: str, end: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "start": start, "end": end, **fields}


def test_a_programme_in_order_gives_no_warning(make_event: MakeEvent) -> None:
    event = make_event(
        item("a", "09:00", "09:30", venue="hall", themes=["skills"], speakers=["amina"]),
        item("b", "09:30", "10:00", venue="hall", speakers=["amina"]),
        hours="09:00-10:00",
        venues=ROOMS,
        speakers=AMINA,
        themes=[{"id": "skills", "title": "Skills"}],
    )

    assert told(event) == []


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("08:55", "09:30", "start"),
        ("09:30", "10:05", "end"),
        ("09:30", "2026-10-30 09:40", "end"),
    ],
)
def test_a_segment_outside_the_stated_hours_is_told_and_kept(
    start: str, end: str, field: str, make_event: MakeEvent
) -> None:
    event = make_event(item("a", start, end), hours="09:00-10:00")

    found = [(code, place) for code, place, _ in told(event) if code == "outside-hours"]

    assert found == [("outside-hours", f"segments[0].{field}")]


def test_a_day_that_the_event_does_not_have_is_told(make_event: MakeEvent) -> None:
    event = make_event(item("a", "2026-10-30 09:00", "10:00"), dates=["2026-10-28"])

    assert told(event) == [
        (
            "outside-days",
            "segments[0].date",
            "'a' is on 2026-10-30, which is no day of the event (2026-10-28, 2026-10-29)",
        )
    ]


def test_two_segments_in_one_room_at_one_time_are_told(make_event: MakeEvent) -> None:
    event = make_event(
        item("late", "09:20", "10:00", venue="hall"),
        item("early", "09:00", "09:30", venue="hall"),
        item("elsewhere", "09:00", "10:00", venue="bar"),
        venues=ROOMS,
    )

    assert told(event) == [
        (
            "room-overlap",
            "segments[0].start",
            "'late' (09:20-10:00) is in 'hall' at the same time as 'early' (09:00-09:30)",
        )
    ]


def test_a_long_segment_clashes_with_each_that_falls_into_it(make_event: MakeEvent) -> None:
    event = make_event(
        item("fair", "09:00", "12:00", venue="hall"),
        item("a", "09:30", "10:00", venue="hall"),
        item("b", "11:00", "11:30", venue="hall"),
        venues=ROOMS,
    )

    found = [place for _, place, _ in told(event)]

    assert found == ["segments[1].start", "segments[2].start"]


def test_a_cancelled_segment_takes_no_room(make_event: MakeEvent) -> None:
    event = make_event(
        item("a", "09:00", "10:00", venue="hall", status="cancelled"),
        item("b", "09:00", "10:00", venue="hall"),
        venues=ROOMS,
        hours="09:30-10:00",
    )

    found = [(code, place) for code, place, _ in told(event)]

    assert found == [("outside-hours", "segments[1].start")]


def test_a_person_in_two_cities_at_one_moment_is_told_by_both_clocks(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        item("geneva", "14:30", "15:30", timezone="Europe/Zurich", speakers=["amina"]),
        item("new-york", "10:00", "11:00", speakers=["amina"]),
        speakers=AMINA,
    )

    assert told(event) == [
        (
            "speaker-overlap",
            "segments[1].speakers",
            "'amina' is in 'new-york' (10:00-11:00 America/New_York) at the same time as in "
            "'geneva' (14:30-15:30 Europe/Zurich)",
        )
    ]


def test_two_unnamed_representatives_may_be_two_people(make_event: MakeEvent) -> None:
    event = make_event(
        item("a", "09:00", "10:00", speakers=["sweden"]),
        item("b", "09:00", "10:00", speakers=["sweden"]),
        speakers=[{"id": "sweden", "label": "Representative of Sweden"}],
    )

    assert told(event) == []


def test_what_no_segment_uses_is_told(make_event: MakeEvent) -> None:
    event = make_event(
        item("a", "09:00", "10:00"),
        speakers=AMINA,
        themes=[{"id": "skills", "title": "Skills"}],
    )

    assert told(event) == [
        ("unused-theme", "themes[0]", "no segment has the theme 'skills'"),
        ("unused-speaker", "speakers[0]", "the speaker 'amina' is in no segment"),
    ]


def test_a_speaker_of_one_day_of_a_recurring_segment_is_used(make_event: MakeEvent) -> None:
    repeat = {
        "rule": "FREQ=DAILY;COUNT=1",
        "changes": {"2026-10-29": {"speakers": ["amina"]}},
    }

    event = make_event(item("a", "09:00", "10:00", repeat=repeat), speakers=AMINA)

    assert told(event) == []


def test_everything_still_open_is_told(make_event: MakeEvent) -> None:
    event = make_event(
        {"id": "signing", "speakers": [{"speaker": "amina", "tbc": True}]},
        speakers=[*AMINA, {"id": "sweden", "label": "Representative of Sweden", "tbc": True}],
    )

    assert told(event) == [
        ("unused-speaker", "speakers[1]", "the speaker 'sweden' is in no segment"),
        ("tbc-open", "speakers[1].tbc", "Representative of Sweden is still to be confirmed"),
        (
            "tbc-open",
            "segments[0].speakers[0].tbc",
            "'amina' is still to be confirmed for 'signing'",
        ),
        (
            "unscheduled",
            "segments[0]",
            "'signing' has no time yet; it is listed, and in no calendar",
        ),
    ]


@pytest.mark.parametrize(("end", "found"), [("21:00", []), ("21:01", ["'a' lasts 12 hours"])])
def test_a_segment_of_more_than_twelve_hours_is_told(
    end: str, found: list[str], make_event: MakeEvent
) -> None:
    event = make_event(item("a", "09:00", end))

    assert [message for _, _, message in told(event)] == found


def test_long_texts_and_hidden_marks_are_told_in_every_language(make_event: MakeEvent) -> None:
    event = make_event(
        title={"en": "a" * 256, "ar": "\u202eكلمة\u2066"},
        objective="b" * 8_001,
        venues=[{"id": "un", "name": "UN", "rooms": [{"id": "hall", "name": "c" * 256}]}],
        participants=["d" * 255],
    )

    assert told(event) == [
        (
            "long-text",
            "title",
            f"'{'a' * 39}…' is 256 characters long; some calendars cut after 255",
        ),
        (
            "bidi-control",
            "title",
            "'\\u202eكلمة\\u2066' has invisible marks of writing direction (U+202E, U+2066)",
        ),
        (
            "long-text",
            "objective",
            f"'{'b' * 39}…' is 8,001 characters long; some calendars cut after 8,000",
        ),
        (
            "long-text",
            "venues[0].rooms[0].name",
            f"'{'c' * 39}…' is 256 characters long; some calendars cut after 255",
        ),
    ]
