import pytest

from roundtable_ical.importers.notes.people.homes import names_and_homes
from roundtable_ical.importers.notes.people.pieces import cut


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Jane Doe from UNEP", ["Jane Doe", "UNEP"]),
        (
            "Jane Doe from Quornpeace and John Roe of Quornfam",
            ["Jane Doe", "Quornpeace", "John Roe", "Quornfam"],
        ),
        ("Marie Dupont de la Maison du Lac", ["Marie Dupont", "Maison du Lac"]),
        ("Luis Soto de la Ed. Quorn y Ana Gil", ["Luis Soto", "Ed. Quorn", "Ana Gil"]),
        ("Anna Schmidt vom Umweltamt", ["Anna Schmidt", "Umweltamt"]),
        ("Ana Gil del Instituto Quorn", ["Ana Gil", "Instituto Quorn"]),
        ("Juan Carlos de la Fuente", []),
        ("José Maria da Silva", []),
        ("Anna Schmidt von der Leyen", []),
        ("Lessons from Kenya", []),
        ("Ana Gil and Luis Soto", []),
    ],
)
def test_a_word_for_from_parts_a_name_from_its_body(text: str, read: list[str]) -> None:
    assert [each.text for each in names_and_homes(cut(text)[0])] == read
