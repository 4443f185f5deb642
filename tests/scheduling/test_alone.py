"""What is wrong with one segment by itself."""

from typing import Any

import pytest

from roundtable_ical.scheduling.alone import clashes_alone
from tests.scheduling.conftest import PEOPLE, MakeEvent

ROOM: dict[str, Any] = {
    "id": "hall",
    "name": "Hall",
    "capacity": 50,
    "equipment": ["Projector"],
    "hours": ["08:00-12:00"],
}
SHY = [PEOPLE[0] | {"available": "2026-10-29 09:30-18:00", "away": "thu 11:00-11:30"}]


@pytest.mark.parametrize(
    ("segment", "event", "told"),
    [
        ({"venue": "hall", "audience": 50, "needs": ["projector"]}, {}, []),
        (
            {"venue": "hall", "at": "11:30-12:45"},
            {},
            ["Hall is closed for 45 min of it: week/s-0 2026-10-29 11:30-12:45 in hall"],
        ),
        (
            {"venue": "hall", "audience": 51},
            {},
            [
                "Hall is too small: 51 people are expected, it holds 50: "
                "week/s-0 2026-10-29 09:00-10:00 in hall"
            ],
        ),
        (
            {"venue": "hall", "needs": ["projector", "booths", "piano"]},
            {},
            ["Hall lacks booths, piano: week/s-0 2026-10-29 09:00-10:00 in hall"],
        ),
        (
            {"speakers": ["ann"]},
            {"speakers": SHY},
            ["Ann Example is not available for 30 min: week/s-0 2026-10-29 09:00-10:00 in hall"],
        ),
        (
            {"speakers": ["ann"], "at": "10:00-12:00"},
            {"speakers": SHY},
            ["Ann Example is not available for 30 min: week/s-0 2026-10-29 10:00-12:00 in hall"],
        ),
        (
            {"at": "08:30-10:30"},
            {"hours": "09:00-10:00"},
            [
                "60 min are outside the event's hours (09:00-10:00): "
                "week/s-0 2026-10-29 08:30-10:30 in hall"
            ],
        ),
        (
            {"fixed": True},
            {"constraints": [{"kind": "at", "segment": "s-0", "when": "2026-10-29 09:30-12:00"}]},
            [
                "30 min are not where it is anchored (2026-10-29 09:30-12:00): "
                "week/s-0 2026-10-29 09:00-10:00 in hall, fixed"
            ],
        ),
        (
            {"at": "11:00-12:00"},
            {"constraints": [{"kind": "pause", "name": "Prayer", "when": "thu 11:45-12:30"}]},
            [
                "15 min are in the pause Prayer (thu 11:45-12:30): "
                "week/s-0 2026-10-29 11:00-12:00 in hall"
            ],
        ),
        (
            {"at": "11:00-12:00", "kind": "meal"},
            {"constraints": [{"kind": "pause", "name": "Lunch", "when": "11:45-12:30"}]},
            [],
        ),
        (
            {"at": "11:00-12:00"},
            {
                "constraints": [
                    {"kind": "pause", "name": "Lunch", "when": "11:45-12:30", "hard": False}
                ]
            },
            [],
        ),
    ],
)
def test_what_keeps_it_from_being_as_planned_is_told(
    make_event: MakeEvent, segment: dict[str, Any], event: dict[str, Any], told: list[str]
) -> None:
    found = make_event(segment, **{"venues": [ROOM], **event})

    assert [str(each) for each in clashes_alone(found, found.occurrences[0])] == told


def test_a_pause_is_only_where_it_says(make_event: MakeEvent) -> None:
    pause = {"kind": "pause", "name": "Lunch", "when": "09:00-10:00", "venues": ["palace"]}
    event = make_event({"venue": "room-1"}, {"venue": "mission"}, {}, constraints=[pause])

    found = [each.one.item.id for item in event.occurrences for each in clashes_alone(event, item)]

    assert found == ["s-0"]
