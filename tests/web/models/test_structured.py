"""JSON-LD: what search engines are told, and what never gets out of its element."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.models.structured import described, json_ld, segment_described
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]
ENGLISH = Reader(wanted="en")
PAGE = "https://events.example.org/breakfast/"


@pytest.fixture
def event(planned: Planned) -> SideEvent:
    return planned(
        {
            "id": "panel",
            "start": "08:15",
            "end": "09:00",
            "venue": "hall",
            "speakers": ["guy", "secret", "seat"],
        },
        venues=[
            {
                "id": "hall",
                "name": "Palais",
                "room": "Hall",
                "city": "New York",
                "address": "1 Lane",
                "geo": {"lat": 40.5, "lon": -73.5},
            },
            {"id": "line", "name": "On line", "url": "https://meet.example.org/x"},
        ],
        hosts=[{"id": "ilo", "name": "ILO", "url": "https://ilo.org/"}],
        speakers=[
            {"id": "guy", "name": "Guy Ryder", "function": "Head", "email": "guy@example.org"},
            {"id": "secret", "name": "Jane Doe", "consent": False},
            {"id": "seat", "label": "Representative of Ghana"},
        ],
        objective="Write to guy@example.org.",
    )


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--", "a & b\u2028"])
def test_nothing_in_it_ends_its_element_and_all_comes_back(words: str) -> None:
    written = json_ld({"name": words})

    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"name": words}


def test_an_event_is_told_with_its_parts(event: SideEvent) -> None:
    hall = {
        "@type": "Place",
        "name": "Hall, Palais",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "1 Lane",
            "addressLocality": "New York",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 40.5, "longitude": -73.5},
    }

    assert described(event, ENGLISH, PAGE) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": PAGE,
        "url": PAGE,
        "name": "Ministerial breakfast",
        "description": "Write to […].",
        "inLanguage": "en",
        "startDate": "2026-09-24T08:15:00-04:00",
        "endDate": "2026-09-24T09:00:00-04:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": [
            hall,
            {
                "@type": "VirtualLocation",
                "name": "On line",
                "url": "https://meet.example.org/x",
            },
        ],
        "organizer": [{"@type": "Organization", "name": "ILO", "url": "https://ilo.org/"}],
        "isAccessibleForFree": True,
        "subEvent": [
            {
                "@type": "Event",
                "url": f"{PAGE}segments/panel",
                "name": "Panel",
                "startDate": "2026-09-24T08:15-04:00",
                "endDate": "2026-09-24T09:00-04:00",
                "eventStatus": "https://schema.org/EventScheduled",
                "location": hall,
                "performer": [{"@type": "Person", "name": "Guy Ryder", "jobTitle": "Head"}],
            }
        ],
    }


def test_an_end_that_nobody_knows_is_not_told(planned: Planned) -> None:
    event = planned({"id": "night", "start": "20:00", "minutes": 90, "open_end": True})

    found = described(event, ENGLISH, PAGE)

    assert ["endDate" in each for each in (found, found["subEvent"][0])] == [False, False]


def test_a_segment_is_part_of_its_event_and_says_that_it_moved(event: SideEvent) -> None:
    [item] = event.occurrences

    told: dict[str, Any] = segment_described(event, item, ENGLISH, PAGE, Move(was="1", now="2"))

    assert (told["eventStatus"], told["superEvent"]) == (
        "https://schema.org/EventRescheduled",
        {"@type": "Event", "@id": PAGE, "name": "Ministerial breakfast"},
    )
