"""A place by its address in the last lines."""

from roundtable_ical.importers.notes.head.addresses import at_end
from roundtable_ical.importers.notes.head.announced import Announced
from roundtable_ical.importers.notes.lines import Line


def lines(text: str) -> list[Line]:
    return [Line(number=at, text=words) for at, words in enumerate(text.split("\n"), 1)]


def test_a_house_above_its_postal_code_is_the_place() -> None:
    found = at_end(lines("19h Cocktail\nLycée du Lac\nRue Haute 2\n1204 Genève"))

    assert found == Announced(text="Lycée du Lac, Rue Haute 2, 1204 Genève", line=2)


def test_the_address_of_a_sender_is_none() -> None:
    assert at_end(lines("Contact\nInstitut du Lac\nRue Haute 2\n1204 Genève")) is None
