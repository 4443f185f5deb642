"""Where it is."""

import pytest

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.top import top
from roundtable_ical.importers.notes.head.venues import is_place, placed, spots, venue
from roundtable_ical.importers.notes.lines import Document, Line


def place(text: str) -> Place | None:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    return venue(sections(document), top(document), document.lines)[0]


def told(text: str) -> tuple[str | None, ...] | None:
    found = place(text)
    return (found.name, found.room, found.city) if found else None


def test_the_parts_of_a_venue_line_are_told_apart() -> None:
    assert placed("New York, Delegates Dining Room, United Nations", 4) == Place(
        line=4, name="United Nations", room="Delegates Dining Room", city="New York"
    )
    assert placed("Grand Hotel, Main Street 12, Nairobi, Kenya", 1) == Place(
        line=1, name="Grand Hotel", address="Main Street 12, Kenya", city="Nairobi"
    )
    assert placed("Virtual meeting, link to follow", 1).name == "Virtual meeting"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks\nVenue: Room XX, Palais des Nations", ("Palais des Nations", "Room XX", None)),
        ("Talks\nVenue:\nKenyatta Centre\nNairobi, Kenya", ("Kenyatta Centre", None, "Nairobi")),
        ("Talks\nDate and venue: 3 March 2025, Hotel Sol, Lima", ("Hotel Sol", None, "Lima")),
        ("Talks\nHotel Sol, Lima, 3-5 March 2025", ("Hotel Sol", None, "Lima")),
        ("Talks\nLima, 3 March 2025\nHotel Sol, Room 2", ("Hotel Sol", "Room 2", "Lima")),
        ("Talks\n22 - 24 February 2021. Virtual.", ("Virtual", None, None)),
        ("Talks\n(Forum Building D77, Bern, 15 March 2007)", ("Forum Building D77", None, "Bern")),
        ("5th Meeting of the Network, Vienna, 5-6 October 2010", ("Vienna", None, None)),
        (
            "Tagung\n12. Mai 2024\nHafenmuseum Hamburg, Kai 50",
            ("Hafenmuseum Hamburg", None, "Hamburg"),
        ),
        (
            "The talks will be held at the Sunset Hotel, Apia, on 3 May 2025.",
            ("Sunset Hotel", None, "Apia"),
        ),
        ("Talks\nModality: hybrid\nVenue: Hotel Sol, Lima", ("Hotel Sol", None, "Lima")),
        ("Talks\nRoom: 4\nCity: Geneva", ("4", None, "Geneva")),
        ("Talks\n3 March 2025", None),
    ],
)
def test_a_place_is_found_by_its_label_beside_the_date_or_in_its_own_line(
    text: str, expected: tuple[str | None, ...] | None
) -> None:
    assert told(text) == expected


def test_titles_and_bodies_are_no_places() -> None:
    assert is_place("Grand Hotel, Lima")
    assert not is_place("Workshop on museums")
    assert not is_place("Agenda of the forum")


def test_the_places_of_a_venue_begin_with_its_city() -> None:
    found = spots(Place(line=1, name="Kenya House", city="Bonn", address="Germany"))

    assert [spot.name for spot in found][:1] == ["Bonn"]
    assert list(spots(None)) == []
