"""A small event that the tests of this folder bend to their purpose."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent

MakeEvent = Callable[..., SideEvent]


@pytest.fixture
def make_event() -> MakeEvent:
    """Return a function that builds a breakfast in New York; its arguments replace fields."""

    def make(**changes: Any) -> SideEvent:
        values: dict[str, Any] = {
            "id": "breakfast",
            "title": "Ministerial breakfast",
            "timezone": "America/New_York",
            "date": "2026-09-24",
            "revised": "2026-09-01T12:00:00Z",
            "created": "2026-08-01T09:00:00Z",
            "url": "https://events.example.org/breakfast/",
            "hosts": [{"id": "sweden", "name": "Government of Sweden"}],
            "venues": [
                {
                    "id": "dining-room",
                    "name": "United Nations",
                    "room": "Delegates Dining Room",
                    "city": "New York",
                    "geo": {"lat": 40.75, "lon": -73.97},
                }
            ],
            "themes": [{"id": "skills", "title": "Skills, and mobility", "color": "teal"}],
            "speakers": [
                {
                    "id": "guy",
                    "name": "Guy Ryder",
                    "honorific": "Mr.",
                    "function": "Head",
                    "affiliation": "ILO",
                    "email": "guy@example.org",
                },
                {"id": "tbc", "label": "Representative of Bangladesh", "tbc": True},
            ],
            "segments": [
                {
                    "id": "welcome",
                    "title": "Welcome",
                    "start": "08:15",
                    "end": "08:30",
                    "speakers": ["guy"],
                },
                {
                    "id": "panel",
                    "title": "Panel",
                    "start": "08:30",
                    "end": "09:00",
                    "themes": ["skills"],
                    "speakers": [{"speaker": "tbc", "role": "chair"}],
                },
            ],
        }
        return SideEvent.model_validate(values | changes)

    return make
