"""Rows that begin a line of their own."""

from roundtable_ical.importers.notes.documents.own_rows import BEGINS, is_own


def test_a_row_of_place_and_date_is_no_rest_of_the_one_above() -> None:
    assert is_own("Organized by the Ministry of Transport", "Bangkok, 12-13 March 2025")
    assert not is_own("Organized by the Ministry of", "Bangkok, 12-13 March 2025")
    assert not is_own("The meeting of all ministers", "was moved to 13 March 2025")


def test_honorifics_and_labels_begin_a_line() -> None:
    assert BEGINS.match("Dr. Ana Silva")
    assert not BEGINS.match("and the ministers ")
