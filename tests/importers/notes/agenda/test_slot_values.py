"""Words freed of what parts them from a time."""

import pytest

from roundtable_ical.importers.notes.agenda.slot_values import clean, dated


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (" - Coffee Break", "Coffee Break"),
        ("| Opening |", "Opening"),
        (": Panel 1 (primera parte):", "Panel 1 (primera parte)"),
        ("(Reception hosted by X)", "(Reception hosted by X)"),
        ("● **", ""),
    ],
)
def test_signs_around_words_go(words: str, kept: str) -> None:
    assert clean(words) == kept


def test_doubtful_numbers_are_no_dates() -> None:
    assert dated("10.30 - 11.00") == ()
