"""The parts of a venue's words."""

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head.place_parts import placed, spots


def test_the_parts_of_a_venue_line_are_told_apart() -> None:
    assert placed("New York, Delegates Dining Room, United Nations", 4) == Place(
        line=4, name="United Nations", room="Delegates Dining Room", city="New York"
    )
    assert placed("Grand Hotel, Main Street 12, Nairobi, Kenya", 1) == Place(
        line=1, name="Grand Hotel", address="Main Street 12, Kenya", city="Nairobi"
    )
    assert placed("Virtual meeting, link to follow", 1).name == "Virtual meeting"


def test_the_places_of_a_venue_begin_with_its_city() -> None:
    found = spots(Place(line=1, name="Kenya House", city="Bonn", address="Germany"))

    assert [spot.name for spot in found][:1] == ["Bonn"]
    assert list(spots(None)) == []
