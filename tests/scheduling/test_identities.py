"""Who is one person, and what is one room, under several ids and in several events."""

import time
from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling.identities import SURE, people, places, same_place, same_speaker


def speaker(name: str, affiliation: str | None = None) -> Speaker:
    return Speaker.model_validate({"id": "x", "name": name, "affiliation": affiliation})


def venue(**fields: Any) -> Venue:
    return Venue.model_validate({"id": "x", "name": "Palace", **fields})


def event(id_: str, **parts: Any) -> SideEvent:
    values = {"id": id_, "title": id_, "timezone": "UTC", "revised": "2026-10-01T09:00:00Z"}
    return SideEvent.model_validate(values | parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Guy Ryder", "ILO"), ("Guy Ryder", "ILO")),
        (("Guy Ryder", "ILO"), ("Guy RYDER", "International Labour Organization")),
        (("Guy Ryder", "ILO"), ("G. Ryder", "ILO")),
        (("Guy Ryder", "ILO"), ("Guy Ryder", None)),
        (("Li Wenjing", "Eastern Seas"), ("Wenjing Li", "Eastern Seas Shipping")),
        (("José Núñez", "Peru"), ("Jose Nunez", "Government of Peru")),
    ],
)
def test_one_person_is_known_by_name_and_affiliation(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert same_speaker(speaker(*one), speaker(*other)) >= SURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("John Smith", "Sweden"), ("John Smith", "Hudson University")),
        (("John Smith", "ILO"), ("Jane Smith", "ILO")),
        (("Ann Lee", "ILO"), ("Bob Lee", "ILO")),
    ],
)
def test_a_name_is_not_enough_where_the_affiliation_is_another(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert same_speaker(speaker(*one), speaker(*other)) < SURE


HERE, BESIDE, AWAY = (
    {"lat": 40.7489, "lon": -73.9680},
    {"lat": 40.7493, "lon": -73.9680},
    {"lat": 40.7003, "lon": -73.9967},
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            {"name": "United Nations", "room": "Delegates Dining Room", "geo": HERE},
            {"name": "United Nations Headquarters", "room": "Delegates’ Dining Room"}
            | {"geo": BESIDE},
            True,
        ),
        ({"room": "Room 4", "city": "Geneva"}, {"room": "Room 4", "city": "Geneva"}, True),
        ({"room": "Room 4", "city": "Geneva"}, {"room": "Room 4", "city": "Bonn"}, False),
        ({"room": "Room 4", "city": "Geneva"}, {"room": "Room 8", "city": "Geneva"}, False),
        ({"room": "Room 4", "geo": HERE}, {"room": "Room 4", "geo": AWAY}, False),
        ({"room": "Room 4"}, {}, False),
        ({"room": "Room 4"}, {"room": "Room 4"}, True),
    ],
)
def test_one_room_is_known_by_its_name_and_where_it_is(
    one: dict[str, Any], other: dict[str, Any], *, same: bool
) -> None:
    assert (same_place(venue(**one), venue(**other)) >= SURE) is same


def test_the_first_of_a_group_stands_for_it() -> None:
    ann = {"id": "ann", "name": "Ann Lee", "affiliation": "ILO"}
    nobody = {"id": "chair", "label": "The chair"}
    one = event("one", speakers=[ann, nobody])
    other = event("other", speakers=[ann | {"id": "lee", "name": "Lee, Ann"}])

    assert people([one, other]) == {(0, "ann"): (0, "ann"), (1, "lee"): (0, "ann")}


def test_a_building_with_rooms_is_no_room() -> None:
    palace = {"id": "palace", "name": "Palace", "rooms": [{"id": "one", "name": "Room 1"}]}
    other = {"id": "p", "name": "Palace", "rooms": [{"id": "first", "name": "Room 1"}]}

    found = places([event("one", venues=[palace]), event("other", venues=[other])])

    assert found == {(0, "one"): (0, "one"), (1, "first"): (0, "one")}


def test_thousands_of_one_surname_take_no_time() -> None:
    crowd = [
        {"id": f"p-{n}", "name": f"Person{n} Li", "affiliation": f"Body {n}"} for n in range(12_000)
    ]
    begun = time.process_time()

    people([event("one", speakers=crowd)])

    assert time.process_time() - begun < 2


def test_thousands_of_a_few_surnames_take_no_time_either() -> None:
    crowd = [
        {"id": f"p-{n}", "name": f"{chr(97 + n // 30 % 26)}{n} Name{n % 30}", "affiliation": "UN"}
        for n in range(12_000)
    ]
    begun = time.process_time()

    people([event("one", speakers=crowd)])

    assert time.process_time() - begun < 4


def test_a_name_of_signs_alone_is_a_name() -> None:
    odd = [
        {"id": f"p-{n}", "name": name} for n, name in enumerate(("\u0301", "?!", "\u0301\u0301"))
    ]

    found = people([event("one", speakers=odd)])

    assert found.keys() == {(0, "p-0"), (0, "p-1"), (0, "p-2")}
