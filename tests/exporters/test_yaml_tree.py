"""An event as the tree of a programme file: nothing that goes without saying."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from roundtable_ical.exporters.yaml_tree import Plain, tree
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.testing.programmes import values


def test_defaults_are_left_out_but_for_the_language() -> None:
    event = SideEvent.model_validate(values())

    assert tree(event) == {
        "id": "breakfast",
        "title": "Breakfast",
        "language": "en",
        "date": "2026-09-24",
        "timezone": "America/New_York",
        "revised": "2026-09-01T12:00:00Z",
        "venues": [{"id": "hall", "name": "Dining Hall", "city": "New York"}],
        "themes": [{"id": "skills", "title": "Skills"}],
        "speakers": [{"id": "guy", "name": "Guy Ryder"}],
        "segments": [
            {"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"},
            {
                "id": "panel",
                "title": "Panel",
                "start": "08:30",
                "end": "09:00",
                "themes": ["skills"],
                "speakers": ["guy"],
            },
        ],
    }


def test_words_are_told_from_numbers_and_times() -> None:
    event = SideEvent.model_validate(values(title="2013", revision=2))

    kinds = {key: isinstance(value, Plain) for key, value in tree(event).items()}

    assert {key for key, plain in kinds.items() if plain} == {"date", "revised", "revision"}


def test_moments_keep_their_offset() -> None:
    zone = timezone(timedelta(hours=5, minutes=45))
    changes: dict[str, Any] = {
        "created": datetime(2026, 1, 2, 3, 4, 5, tzinfo=zone),
        "revised": datetime(2026, 1, 2, tzinfo=UTC),
    }

    found = tree(SideEvent.model_validate(values(**changes)))

    assert (found["created"], found["revised"]) == (
        "2026-01-02T03:04:05+05:45",
        "2026-01-02T00:00:00Z",
    )


def test_degrees_have_four_places_or_as_many_as_they_need() -> None:
    place = {"id": "hall", "name": "Hall", "geo": {"lat": 46.23, "lon": 6.1234567}}

    [venue] = tree(SideEvent.model_validate(values(venues=[place])))["venues"]

    assert venue["geo"] == {"lat": "46.2300", "lon": "6.1234567"}


def test_hours_are_a_span_and_those_with_days_are_two_moments() -> None:
    short = values(hours="8.30 to 10.00")
    long = values(hours={"start": "2026-09-24 08:30", "end": "2026-09-24 10:00"})

    assert tree(SideEvent.model_validate(short))["hours"] == "08:30-10:00"
    assert tree(SideEvent.model_validate(long))["hours"] == {
        "start": "2026-09-24 08:30",
        "end": "2026-09-24 10:00",
    }
