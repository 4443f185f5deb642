"""Marks of footnotes."""

from roundtable_ical.importers.notes.documents.superscripts import raised


def test_digits_are_raised_and_letters_stay() -> None:
    assert raised("12") == "¹²"
    assert raised("th") == "th"
