"""Places in brackets that nobody fills yet."""

import pytest

from roundtable_ical.importers.notes.agenda.open_places import split


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Panel (Moderator: tbc)", "Moderator: tbc"),
        ("Panel [moderator: N.N.]", "Moderator: N.N."),
        ("Panel (moderator TBC)", "Moderator TBC"),
        ("Panel (modérateur : à confirmer)", "Modérateur : à confirmer"),
    ],
)
def test_an_open_place_is_taken_off_the_title(title: str, words: str) -> None:
    assert split(title) == ("Panel", words)


@pytest.mark.parametrize(
    "title", ["Panel (tbc)", "Panel (Moderator: Ana Ruiz)", "(Moderator: tbc)", "Panel (online)"]
)
def test_other_brackets_stay(title: str) -> None:
    assert split(title) == (title, "")
