"""Venues and rooms, as pages show them."""

from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.web.models.places import Place, place
from roundtable_ical.web.models.said import NOTHING, Said, Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]

VENUES = [
    {
        "id": "house",
        "name": "House",
        "address": "1 Pier\nLane",
        "city": "Geneva",
        "url": "https://meet.example.org/house",
        "rooms": [{"id": "attic", "name": "Attic", "url": "https://meet.example.org/attic"}],
    }
]
SEGMENT = {"id": "talk", "start": "09:00", "end": "10:00", "venue": "attic"}


def test_a_venue_has_its_rooms_and_what_takes_place_in_them(
    planned: Planned, voice: Voices
) -> None:
    attic = Place(
        id="attic",
        name=Said("Attic"),
        building=Said("House"),
        building_id="house",
        address=Said("1 Pier Lane, Geneva"),
        link="https://meet.example.org/attic",
        count=1,
    )

    assert place(planned(SEGMENT, venues=VENUES), "house", voice()) == Place(
        id="house",
        name=Said("House"),
        building=NOTHING,
        building_id="",
        address=Said("1 Pier Lane, Geneva"),
        link="https://meet.example.org/house",
        count=1,
        rooms=(attic,),
    )


def test_a_city_is_called_as_the_reader_calls_it(planned: Planned, voice: Voices) -> None:
    event = planned(SEGMENT, venues=[{**VENUES[0], "address": None}])

    assert place(event, "attic", voice("fr")).address == Said("Genève")
