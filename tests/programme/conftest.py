"""A small event that the tests of this folder bend to their purpose."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent

MakeEvent = Callable[..., SideEvent]


@pytest.fixture
def make_event() -> MakeEvent:
    """Return a function that builds a day in New York; its arguments replace fields."""

    def make(*segments: dict[str, Any], **changes: Any) -> SideEvent:
        values: dict[str, Any] = {
            "id": "breakfast",
            "title": "Breakfast",
            "timezone": "America/New_York",
            "date": "2026-10-29",
            "revised": "2026-10-01T09:00:00Z",
            "segments": [{"title": "Item", **segment} for segment in segments],
        }
        given = {**values, **changes}
        return SideEvent(**{key: value for key, value in given.items() if value is not None})

    return make
