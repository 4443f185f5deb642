"""Rows of tables."""

from roundtable_ical.importers.notes.documents.tables import row_text, rows


def test_a_row_is_its_cells_without_blank_lines() -> None:
    assert list(rows(["9:00", "Opening\n\nMs. Ana"])) == [("9:00", "Opening\nMs. Ana")]


def test_an_agenda_in_one_row_is_one_row_for_each_time() -> None:
    times = "9:00\n\n9:30"
    titles = "Opening\nMs. Ana\nPanel"

    assert list(rows([times, titles])) == [("9:00", "Opening\nMs. Ana"), ("9:30", "Panel")]


def test_times_that_stand_beside_nothing_part_no_row() -> None:
    assert list(rows(["9:00\n9:30", "Opening"])) == [("9:00\n9:30", "Opening")]


def test_columns_are_parted_by_one_tab_each() -> None:
    assert row_text(["9:00", "a\tb", "", ""]) == "9:00\ta b"
    assert row_text(["", "Panel"]) == "\tPanel"
