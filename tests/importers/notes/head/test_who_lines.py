"""Lines that tell who has a role."""

import pytest

from roundtable_ical.importers.notes.head.who_lines import tells_who


@pytest.mark.parametrize(
    "text",
    [
        "Moderator Mr. Peter Holm, Port of Lund",
        "Moderadora Dra. Ana Ruiz Peña, Universidad de Loja",
        "Chair Jane Miller, Port of Lund",
    ],
)
def test_a_role_and_a_person_behind_it_tell_who(text: str) -> None:
    assert tells_who(text)


@pytest.mark.parametrize("text", ["Chair", "Speaker corner of the north", "Rivers of Peru", ""])
def test_other_lines_do_not(text: str) -> None:
    assert not tells_who(text)
