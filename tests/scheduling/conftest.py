"""A programme of two houses in Geneva that the tests of this folder bend to their purpose."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent

MakeEvent = Callable[..., SideEvent]
PALACE = {"lat": 46.2266, "lon": 6.1402}
MISSION = {"lat": 46.2190, "lon": 6.1400}
VENUES: list[dict[str, Any]] = [
    {
        "id": "palace",
        "name": "Palace",
        "city": "Geneva",
        "geo": PALACE,
        "rooms": [{"id": "room-1", "name": "Room 1"}, {"id": "room-2", "name": "Room 2"}],
    },
    {"id": "mission", "name": "Mission", "city": "Geneva", "geo": MISSION},
    {"id": "call", "name": "On line", "url": "https://meet.example.org/call"},
]
PEOPLE: list[dict[str, Any]] = [
    {"id": "ann", "name": "Ann Example", "affiliation": "ILO"},
    {"id": "bob", "name": "Bob Example", "affiliation": "Sweden"},
    {"id": "host", "label": "Representative of the host"},
]


@pytest.fixture
def make_event() -> MakeEvent:
    """Return a function that builds a day of segments; keywords replace fields of the event.

    Each segment is a mapping; ``at`` stands for start and end.
    """

    def make(*segments: dict[str, Any], **changes: Any) -> SideEvent:
        listed = []
        for number, given in enumerate(segments):
            start, _, end = given.get("at", "09:00-10:00").partition("-")
            rest = {key: value for key, value in given.items() if key != "at"}
            listed.append(
                {"id": f"s-{number}", "title": f"Segment {number}", "start": start, "end": end}
                | rest
            )
        values: dict[str, Any] = {
            "id": "week",
            "title": "Week",
            "timezone": "Europe/Zurich",
            "date": "2026-10-29",
            "revised": "2026-10-01T09:00:00Z",
            "venues": VENUES,
            "speakers": PEOPLE,
            "segments": listed,
        }
        return SideEvent.model_validate(values | changes)

    return make
