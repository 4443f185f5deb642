"""What follows each other in a room, and what an order names."""

from typing import Any

import pytest

from roundtable_ical import InvalidField, SideEvent, UnknownId
from roundtable_ical.scheduling.lanes import Lanes

VALUES: dict[str, Any] = {
    "id": "week",
    "title": "Week",
    "timezone": "America/New_York",
    "dates": ["2026-10-30", "2026-10-31"],
    "revised": "2026-01-01T00:00:00Z",
    "venues": [
        {
            "id": "palace",
            "name": "Palace",
            "rooms": [{"id": "east", "name": "East"}, {"id": "west", "name": "West"}],
        },
        {"id": "hall", "name": "Hall"},
    ],
    "segments": [
        {
            "id": "late",
            "title": "L",
            "date": "2026-10-30",
            "start": "10:00",
            "minutes": 5,
            "venue": "east",
        },
        {
            "id": "early",
            "title": "E",
            "date": "2026-10-30",
            "start": "09:00",
            "minutes": 5,
            "venue": "east",
        },
        {
            "id": "other",
            "title": "O",
            "date": "2026-10-30",
            "start": "09:00",
            "minutes": 5,
            "venue": "west",
        },
        {
            "id": "briefing",
            "title": "B",
            "date": "2026-10-30",
            "start": "08:00",
            "minutes": 5,
            "venue": "east",
            "repeat": {"rule": "FREQ=DAILY;COUNT=2"},
            "fixed": True,
        },
        {
            "id": "gone",
            "title": "G",
            "date": "2026-10-30",
            "start": "08:00",
            "minutes": 5,
            "status": "cancelled",
        },
        {"id": "open", "title": "Open"},
    ],
}
LANES = Lanes(SideEvent.model_validate(VALUES))


def test_a_lane_is_one_room_on_one_day_in_order_of_time() -> None:
    found = {(room, f"{day:%d}"): [each.id for each in lane] for room, day, lane in LANES.all()}

    assert found == {
        ("east", "30"): ["briefing-20261030", "early", "late"],
        ("west", "30"): ["other"],
        ("east", "31"): ["briefing-20261031"],
    }


@pytest.mark.parametrize(
    ("named", "error", "words"),
    [
        ("erly", UnknownId, "there is no segment 'erly'; there is: early, ..."),
        (
            "briefing",
            InvalidField,
            "segment: 'briefing' is on several days; "
            "name one: briefing-20261030, briefing-20261031",
        ),
        (
            "gone",
            InvalidField,
            "segment: 'gone' is cancelled; "
            "take its `status: cancelled` out of the file, if it takes place after all",
        ),
        (
            "open",
            InvalidField,
            "segment: 'open' has no time yet; write its `start` and `end` into the file",
        ),
        (
            "briefing-20261030",
            InvalidField,
            "segment: 'briefing-20261030' is fixed; "
            "it is an anchor: take `fixed` out of the file, if it may move after all",
        ),
    ],
)
def test_what_cannot_be_moved_is_told_with_the_way_out(
    named: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as refused:
        LANES.movable(named)

    assert str(refused.value) == words


def test_a_venue_means_its_rooms_too() -> None:
    assert LANES.rooms(["palace"]) == ("palace", "east", "west")
    assert LANES.rooms(["west", "hall"]) == ("west", "hall")


def test_an_unknown_room_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownId) as refused:
        LANES.rooms(["moon"])

    assert str(refused.value) == ("there is no venue 'moon'; there is: palace, east, west, hall")
