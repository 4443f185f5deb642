"""Cells, rows, and files that are none."""

import pytest

from roundtable_ical.importers.sheets.cells import Row, Unreadable, checked_size, parted, said


def test_cells_are_said_as_a_reader_sees_them() -> None:
    assert [said(cell) for cell in (None, " a ", 3.0, 2.5, 7)] == ["", "a", "3", "2.5", "7"]


def test_a_row_is_empty_beyond_its_end() -> None:
    row = Row(4, ("a", None, "c"))

    assert (row[0], row[9], row.filled) == ("a", None, (0, 2))


def test_a_cell_is_parted_by_what_parts_people() -> None:
    assert parted("a; b | c\nd") == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"\r\n;;;\r\n", "empty"), (b"x" * 20_000_001, "too-large")]
)
def test_an_empty_and_a_huge_file_are_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        checked_size(content)

    assert refusal.value.problem.code == code
