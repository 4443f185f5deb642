import pytest

from roundtable_ical.importers.notes.people.atoms import atoms
from roundtable_ical.importers.notes.people.wording import Kind


@pytest.mark.parametrize(
    ("text", "home", "name"),
    [
        ("Quornville, Surrey – Ana Ruiz", "Quornville, Surrey", "Ana Ruiz"),
        ("Villa Quorn (Quilmar): Luis Soto", "Villa Quorn (Quilmar)", "Luis Soto"),
        ("Quorn-sur-Lac, Jura – Marie Dupont", "Quorn-sur-Lac, Jura", "Marie Dupont"),
    ],
)
def test_a_town_and_its_province_stand_before_who_comes_from_there(
    text: str, home: str, name: str
) -> None:
    assert [(each.kind, each.text) for each in atoms(text)] == [
        (Kind.BODY, home),
        (Kind.NAME, name),
    ]


def test_a_person_and_her_town_are_no_home_of_the_next() -> None:
    assert [each.kind for each in atoms("Jane Doe, Quorn – Ana Ruiz")] == [Kind.NAME] * 3
