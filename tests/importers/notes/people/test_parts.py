import pytest

from roundtable_ical.importers.notes.people.parts import parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz, UN; Lee Wu, NASA", ["Ana Ruiz, UN", "Lee Wu, NASA"]),
        ("1. Ana Ruiz 2. Lee Wu", ["Ana Ruiz", "Lee Wu"]),
        ("Chair: Ana Ruiz Speakers: Lee Wu", ["Chair: Ana Ruiz", "Speakers: Lee Wu"]),
        ("Ana Ruiz (UN; Geneva)", ["Ana Ruiz (UN; Geneva)"]),
        ("Ana Ruiz, Mayor; former minister", ["Ana Ruiz, Mayor; former minister"]),
    ],
)
def test_a_line_has_as_many_entries_as_persons(text: str, found: list[str]) -> None:
    assert [part.strip() for part in parts(text)] == found
