"""How long it takes from one place to another."""

import pytest

from roundtable_ical.programme.places import Geo, Venue
from roundtable_ical.scheduling.walking import HERE, Journey, by_map, metres_between, on_line

UN, BROOKLYN = Geo(lat=40.7489, lon=-73.9680), Geo(lat=40.7003, lon=-73.9967)
GENEVA, NEXT_DOOR, STREET = (
    Geo(lat=46.2300, lon=6.1340),
    Geo(lat=40.7493, lon=-73.9680),
    Geo(lat=40.7520, lon=-73.9720),
)


def test_a_great_circle_is_as_long_as_others_measure_it() -> None:
    assert metres_between(UN, GENEVA) == pytest.approx(6_209_600, rel=0.001)
    assert metres_between(UN, UN) == 0
    half = metres_between(Geo(lat=0, lon=0), Geo(lat=0, lon=180))
    assert half == pytest.approx(20_015_000, rel=0.001)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (STREET, "12 min on foot, 0.5 km on the map"),
        (BROOKLYN, "43 min by road or 80 on foot, 5.9 km on the map"),
        (GENEVA, "833 min by air, 6,209.6 km on the map"),
    ],
)
def test_the_fastest_way_is_taken_and_said(place: Geo, words: str) -> None:
    assert str(by_map(UN, place)) == words


def test_two_pins_on_one_house_are_no_way() -> None:
    assert by_map(UN, NEXT_DOOR) == HERE


def test_a_measured_way_says_so() -> None:
    assert str(Journey(minutes=12)) == "12 min, as the file says"


def test_a_meeting_on_line_is_nowhere_to_go() -> None:
    link = "https://meet.example.org/"
    call = Venue.model_validate({"id": "call", "name": "Call", "url": link})
    hall = Venue.model_validate({"id": "hall", "name": "Hall", "url": link, "city": "Geneva"})

    assert (on_line(call), on_line(hall)) == (True, False)
