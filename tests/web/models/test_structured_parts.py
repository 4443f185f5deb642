"""What search engines read of a theme, a speaker and a venue."""

from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.web.models.structured_parts import part_structured
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]
PAGE = "https://events.example.org/breakfast/"
TALK = {
    "@type": "Event",
    "url": f"{PAGE}segments/talk",
    "name": "Talk",
    "startDate": "2026-09-24T09:00-04:00",
    "endDate": "2026-09-24T10:00-04:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "location": {"@type": "Place", "name": "Hall"},
    "performer": [{"@type": "Person", "name": "Ana Lee", "jobTitle": "Chief"}],
}


def breakfast(planned: Planned) -> SideEvent:
    talk = {"id": "talk", "start": "09:00", "end": "10:00", "themes": ["pay"], "venue": "hall",
            "speakers": ["ana", "eva"]}  # fmt: skip
    return planned(
        talk,
        themes=[{"id": "pay", "title": "Pay"}],
        venues=[{"id": "hall", "name": "Hall"}],
        speakers=[
            {"id": "ana", "name": "Ana Lee", "function": "Chief"},
            {"id": "eva", "name": "Eva Roth", "label": "A nurse", "consent": False},
        ],
    )


def told(planned: Planned, **selected: tuple[str, ...]) -> object:
    return part_structured(breakfast(planned), Selection(**selected), Reader(wanted="en"), PAGE)


def test_a_theme_is_a_list_of_events(planned: Planned) -> None:
    assert told(planned, themes=("pay",)) == {
        "@context": "https://schema.org",
        "url": f"{PAGE}themes/pay",
        "@type": "ItemList",
        "name": "Pay",
        "itemListElement": [{"@type": "ListItem", "position": 1, "item": TALK}],
    }


def test_a_speaker_is_a_person_and_a_venue_a_place(planned: Planned) -> None:
    assert told(planned, speakers=("ana",)) == {
        "@context": "https://schema.org",
        "url": f"{PAGE}speakers/ana",
        "@type": "Person",
        "name": "Ana Lee",
        "jobTitle": "Chief",
        "performerIn": [TALK],
    }
    assert told(planned, venues=("hall",)) == {
        "@context": "https://schema.org",
        "url": f"{PAGE}venues/hall",
        "@type": "Place",
        "name": "Hall",
        "event": [TALK],
    }


def test_of_a_withheld_speaker_nothing_is_told(planned: Planned) -> None:
    assert told(planned, speakers=("eva",)) is None
