"""Houses that are named again and again."""

from roundtable_ical.importers.notes.head.houses import repeated
from roundtable_ical.importers.notes.lines import Line


def lines(*texts: str) -> list[Line]:
    return [Line(number=at, text=text) for at, text in enumerate(texts, 1)]


def test_the_house_that_stands_under_most_items_is_told() -> None:
    house, walk, other = "Harbour Museum of Lund", "A walk to the pier", "Sunset Hotel, Lund"

    assert repeated(lines(house, walk, house, other, house)) == Line(number=1, text=house)


def test_rooms_and_houses_that_are_named_twice_are_none() -> None:
    assert repeated(lines("Room A", "Room A", "Room A")) is None
    assert repeated(lines("Harbour Museum", "Harbour Museum", "Opening")) is None
    assert repeated([]) is None
