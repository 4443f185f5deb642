"""Where things happen."""

from typing import Any

import pytest
from pydantic import ValidationError

from roundtable_ical import zones
from roundtable_ical.programme.places import Venue


def venue(**fields: Any) -> Venue:
    return Venue.model_validate({"id": "ilo", "name": "ILO", **fields})


def test_each_room_is_a_place_of_its_own_with_the_address_of_its_house() -> None:
    house = venue(
        city="Geneva",
        timezone="Europe/Zurich",
        url="https://meet.example.org/ilo",
        rooms=[
            {"id": "room-two", "name": "Room II"},
            {"id": "cafe", "name": "Café", "url": "https://meet.example.org/cafe"},
        ],
    )

    places = house.expanded()

    assert places == (
        house,
        venue(
            id="room-two",
            room="Room II",
            city="Geneva",
            timezone="Europe/Zurich",
            url="https://meet.example.org/ilo",
        ),
        venue(
            id="cafe",
            room="Café",
            city="Geneva",
            timezone="Europe/Zurich",
            url="https://meet.example.org/cafe",
        ),
    )


def test_a_location_is_one_line_in_the_wanted_language() -> None:
    place = venue(
        name={"en": "ILO Headquarters", "fr": "Siège du BIT"},
        room="Room II",
        address="4 route des Morillons\n1211 Genève 22",
        city={"en": "Geneva", "fr": "Genève"},
    )

    found = place.location("fr")

    assert found == "Room II, Siège du BIT, 4 route des Morillons 1211 Genève 22, Genève"


def test_a_zone_may_have_a_windows_name_and_is_written_with_its_iana_id() -> None:
    place = venue(timezone="W. Europe Standard Time")

    assert place.timezone is zones.zone("Europe/Berlin")


@pytest.mark.parametrize(
    "geo", [{"lat": 91, "lon": 0}, {"lat": 0, "lon": -181}, {"lat": "nan", "lon": 0}]
)
def test_a_place_off_the_map_is_refused(geo: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        venue(geo=geo)


def test_a_room_has_its_own_size_its_buildings_equipment_and_hours() -> None:
    place = venue(
        capacity=900,
        equipment=["Wi-Fi"],
        hours="08:00-18:00",
        rooms=[
            {"id": "two", "name": "Room II", "capacity": 80, "equipment": ["projector"]},
            {"id": "cafe", "name": "Café", "hours": ["08:00-20:00", "sun closed"]},
        ],
    )

    found = [
        (each.capacity, each.equipment, [str(hours) for hours in each.hours])
        for each in place.expanded()
    ]

    assert found == [
        (900, ("Wi-Fi",), ["08:00-18:00"]),
        (80, ("Wi-Fi", "projector"), ["08:00-18:00"]),
        (None, ("Wi-Fi",), ["08:00-20:00", "sun closed"]),
    ]
