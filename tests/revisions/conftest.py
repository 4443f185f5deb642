"""A small event that the tests of this folder change."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent

Make = Callable[..., SideEvent]


@pytest.fixture
def values() -> dict[str, Any]:
    """Return a programme of three segments in two rooms, as plain values."""
    return {
        "id": "lunch",
        "title": "Lunch",
        "timezone": "Europe/Zurich",
        "date": "2026-10-01",
        "revised": "2026-09-01T12:00:00Z",
        "venues": [{"id": "one", "name": "Room One"}, {"id": "two", "name": "Room Two"}],
        "themes": [{"id": "skills", "title": "Skills"}, {"id": "rights", "title": "Rights"}],
        "speakers": [
            {"id": "guy", "name": "Guy Ryder", "function": "Head", "email": "guy@example.org"},
            {"id": "eva", "name": "Eva Lind", "tbc": True},
        ],
        "segments": [
            {"id": "a", "title": "Alpha", "start": "12:00", "end": "12:30", "venue": "one",
             "themes": ["skills"], "speakers": ["guy"]},
            {"id": "b", "title": "Beta", "start": "12:30", "end": "13:00", "venue": "one",
             "speakers": ["eva", "guy"]},
            {"id": "c", "title": "Gamma", "start": "13:00", "end": "14:00", "venue": "two",
             "themes": ["rights"]},
        ],
    }  # fmt: skip


@pytest.fixture
def segment(values: dict[str, Any]) -> Callable[[str], dict[str, Any]]:
    """Return a function that finds a segment in *values*, to be changed."""

    def find(id_: str) -> dict[str, Any]:
        found: dict[str, Any] = next(s for s in values["segments"] if s["id"] == id_)
        return found

    return find
