"""The page of a theme, a speaker, a venue: what stands on it."""

from collections.abc import Callable
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.web.models.part_page import PartPage, Seat, part_page
from roundtable_ical.web.models.said import Said
from roundtable_ical.web.reader import Reader

Planned = Callable[..., SideEvent]

PARTS: dict[str, Any] = {
    "themes": [{"id": "pay", "title": "Pay"}, {"id": "skills", "title": "Skills"}],
    "speakers": [
        {"id": "ana", "name": "Ana Lee", "honorific": "Ms.", "function": "Chief"},
        {"id": "eva", "name": "Eva Roth", "label": "A nurse", "consent": False},
    ],
    "venues": [
        {
            "id": "house",
            "name": "House",
            "city": "New York",
            "rooms": [{"id": "hall", "name": "Hall"}, {"id": "attic", "name": "Attic"}],
        }
    ],
}


def week(planned: Planned) -> SideEvent:
    return planned(
        {
            "id": "opening",
            "start": "09:00",
            "end": "10:00",
            "themes": ["pay", "skills"],
            "venue": "hall",
            "speakers": [{"speaker": "ana", "role": "chair"}, "eva"],
        },
        {"id": "talk", "start": "11:00", "end": "12:00", "venue": "attic", "speakers": ["ana"]},
        {"id": "later", "themes": ["skills"], "venue": "attic", "speakers": ["eva"]},
        {"id": "off", "start": "13:00", "end": "14:00", "themes": ["skills"],
         "status": "cancelled"},
        **PARTS,
    )  # fmt: skip


def page(planned: Planned, **selected: tuple[str, ...]) -> PartPage:
    return part_page(week(planned), Selection(**selected), Reader(wanted="en"))


def ids(found: PartPage) -> tuple[list[str], list[str]]:
    """Return what has a time and what has none."""
    return [row.id for day in found.days for row in day.rows], [row.id for row in found.open]


def test_a_theme_has_its_segments_and_its_own_rail_first(planned: Planned) -> None:
    found = page(planned, themes=("skills",))

    assert found.name == Said("Skills")
    assert ids(found) == (["opening", "off"], ["later"])
    assert [row.rail for day in found.days for row in day.rows] == [2, 2]
    assert (found.count, found.cancelled, found.named) == (2, 1, True)


def test_a_speaker_has_a_seat_in_place_of_the_people(planned: Planned) -> None:
    found = page(planned, speakers=("ana",))

    assert found.name == Said("Ms. Ana Lee")
    assert ids(found) == (["opening", "talk"], [])
    assert found.seats == {"opening": (Seat(role="Chair", tbc=False, remote=False),)}
    assert {row.people for day in found.days for row in day.rows} == {()}


def test_a_withheld_speaker_is_called_by_the_words_of_the_note(planned: Planned) -> None:
    found = page(planned, speakers=("eva",))

    assert (found.name, found.named) == (Said("A nurse"), False)
    assert ids(found) == (["opening"], ["later"])
    assert "Eva" not in repr(found)


def test_a_venue_has_what_is_in_its_rooms(planned: Planned) -> None:
    house, attic = page(planned, venues=("house",)), page(planned, venues=("attic",))

    assert ids(house) == (["opening", "talk"], ["later"])
    assert ids(attic) == (["talk"], ["later"])
    assert house.place
    assert [room.id for room in house.place.rooms] == ["hall", "attic"]
    assert attic.place
    assert (attic.name, attic.place.building_id) == (Said("Attic"), "house")
