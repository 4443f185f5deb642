import pytest

from roundtable_ical.importers.notes.people.leftovers import leftover


@pytest.mark.parametrize(
    ("text", "person", "left"),
    [
        ("Keynote by Jane Doe", "Jane Doe", "Keynote"),
        ("Update (Jane Doe)", "Jane Doe", "Update"),
        ("Talk – Jane Doe – Learning", "Jane Doe", "Talk – Learning"),
        ("Talk: Jane Doe", "Jane Doe", "Talk"),
        ("Jane Doe", "Jane Doe", ""),
    ],
)
def test_the_signs_go_with_the_person(text: str, person: str, left: str) -> None:
    start = text.index(person)

    assert leftover(text, [(start, start + len(person))]) == left
