"""How early an item may begin and how late it may end."""

from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.scheduling.bounds import earliest, latest
from roundtable_ical.scheduling.timetable import Item, timetable

BREAKFAST: dict[str, Any] = {
    "id": "breakfast",
    "title": "Breakfast",
    "timezone": "America/New_York",
    "date": "2026-11-01",
    "revised": "2026-01-01T00:00:00Z",
    "venues": [{"id": "hall", "name": "Hall"}],
    "segments": [{"id": "panel", "title": "Panel", "start": "09:00", "end": "09:30"}],
}


def limits(was: str = "09:00-09:30", hours: str | None = None, room: Any = None) -> tuple[str, str]:
    start, end = was.split("-")
    values = {
        **BREAKFAST,
        "venues": [{"id": "hall", "name": "Hall", **(room or {})}],
        "segments": [{"id": "panel", "title": "Panel", "start": start, "end": end}],
    }
    event = SideEvent.model_validate(values | ({"hours": hours} if hours else {}))
    item: Item = timetable(event)["panel"]
    return str(earliest(event, item, item)), str(latest(event, item, item))


def of_room(hours: Any, was: str = "09:00-09:30") -> tuple[str, str]:
    return limits(was, room={"hours": hours})


def test_a_day_goes_from_midnight_to_midnight() -> None:
    assert limits() == ("00:00, when the day begins", "00:00, when the day ends")


def test_stated_hours_are_kept() -> None:
    assert limits(hours="08:30-10:00") == (
        "08:30, when the stated hours begin",
        "10:00, when the stated hours end",
    )


def test_what_is_outside_of_the_hours_already_stays_where_it_is() -> None:
    assert limits(hours="09:10-09:20") == (
        "09:00, where its start was so far (the stated hours begin later)",
        "09:30, where its end was so far (the stated hours end earlier)",
    )


@pytest.mark.parametrize(
    ("was", "expected"),
    [
        ("09:00-09:30", ("08:00, when Hall opens", "12:00, when Hall closes")),
        ("15:00-15:30", ("14:00, when Hall opens", "18:00, when Hall closes")),
        (
            "11:30-14:30",
            ("08:00, when Hall opens", "18:00, when Hall closes"),
        ),
        (
            "12:30-13:00",
            (
                "12:30, where its start was so far (Hall opens later)",
                "18:00, when Hall closes",
            ),
        ),
    ],
)
def test_a_room_is_open_when_it_says(was: str, expected: tuple[str, str]) -> None:
    assert of_room(["08:00-12:00", "14:00-18:00"], was) == expected


def test_a_room_closed_all_day_bounds_nothing_here() -> None:
    assert of_room("2026-11-02 08:00-12:00") == limits()
