"""Places that are named in a text."""

import pytest

from roundtable_ical.importers.notes.head.gazetteer import (
    city_zones,
    country_zones,
    places_in,
    zones_of,
)


def names(text: str, *, loose: bool = False) -> list[tuple[str, str]]:
    return [(spot.name, spot.zones[0]) for spot in places_in(text, loose=loose)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegates Dining Room, New York", [("New York", "America/New_York")]),
        ("DUBAI EXHIBITION CENTER HALL 2A", [("DUBAI", "Asia/Dubai")]),
        ("Dakar (Sénégal)", [("Dakar", "Africa/Dakar"), ("Sénégal", "Africa/Dakar")]),
        ("Sede: Nueva York", [("Nueva York", "America/New_York")]),
        ("MIT, Cambridge, MA", [("Cambridge", "America/New_York")]),
        ("Kuala Lumpur Convention Centre", [("Kuala Lumpur", "Asia/Kuala_Lumpur")]),
        ("Zaragoza, 11 y 12 de abril", [("Zaragoza", "Europe/Madrid")]),
    ],
)
def test_cities_and_countries_are_found_in_several_languages(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "EU Pavilion Room Brussels",
        "Implementation of the Paris Agreement",
        "a nice day in the Center",
        "after the reading",
        "in it, is it",
    ],
)
def test_rooms_treaties_and_ordinary_words_are_no_places(text: str) -> None:
    assert names(text) == []


def test_a_seat_of_the_un_is_in_its_city() -> None:
    (spot,) = places_in("Room XX, Palais des Nations")

    assert (spot.known_as, spot.zones) == ("Geneva", ("Europe/Zurich",))


def test_a_lesser_city_needs_commas_around_it_or_the_words_of_a_venue() -> None:
    assert names("Carlos Zaragoza Silva") == []
    assert names("Carlos Zaragoza Silva", loose=True) == [("Zaragoza", "Europe/Madrid")]


def test_two_letters_are_no_country() -> None:
    assert zones_of("it") == zones_of("is") == zones_of("XX") == ()


def test_names_are_known_with_their_articles_and_accents() -> None:
    assert country_zones("The Netherlands") == country_zones("Pays-Bas")
    assert city_zones("Genève") == city_zones("Ginebra") == ("Europe/Zurich",)
