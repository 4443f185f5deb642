"""Lines that are a place."""

from roundtable_ical.importers.notes.head.place_lines import (
    alone,
    below_date,
    beside,
    in_city,
    is_place,
)
from roundtable_ical.importers.notes.lines import Line


def line(text: str) -> Line:
    return Line(number=1, text=text)


def test_titles_and_bodies_are_no_places() -> None:
    assert is_place("Grand Hotel, Lima")
    assert not is_place("Workshop on museums")
    assert not is_place("Agenda of the forum")


def test_a_place_stands_beside_a_date_or_alone_or_below_it() -> None:
    assert beside(line("Hotel Sol, Lima, 3-5 March 2025")) == "Hotel Sol, Lima"
    assert alone(line("Hotel Sol, Room 2")) == "Hotel Sol, Room 2"
    assert below_date(line("Water Centre"), line("3 March 2025")) == "Water Centre"
    assert below_date(line("Water Centre"), line("Talks on water")) == ""


def test_a_city_with_its_country_ends_a_place() -> None:
    assert in_city(line("Guildhall, Lima (Peru)")) == "Guildhall, Lima (Peru)"
    assert in_city(line("Guildhall, Cuenca, Ecuador")) == "Guildhall, Cuenca, Ecuador"
    assert in_city(line("Forum of the young, Lima (Peru)")) == ""
    assert in_city(line("Lima (Peru)")) == ""
    assert in_city(line("")) == ""
