"""Tables of text: how they are parted, quoted and broken."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.sheets.cells import Row, Unreadable
from roundtable_ical.importers.sheets.csv_file import opened
from roundtable_ical.ports import Source


def rows(content: str | bytes) -> tuple[Row, ...]:
    raw = content.encode() if isinstance(content, str) else content
    return opened(Source("x.csv", raw)).sheets[0].rows


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_what_parts_cells_is_found(mark: str) -> None:
    text = f'Title{mark}Start\n"A, b; c"{mark}09:00\nD, e{mark}10:00\n'.replace("D, e", "D e")

    assert rows(text) == (
        Row(1, ("Title", "Start")),
        Row(2, ("A, b; c", "09:00")),
        Row(3, ("D e", "10:00")),
    )


def test_excel_may_say_itself_what_parts_cells() -> None:
    assert rows("sep=;\nTitle;Start\nA;9") == (Row(2, ("Title", "Start")), Row(3, ("A", "9")))


def test_a_row_over_several_lines_has_the_number_of_its_first() -> None:
    assert rows('T,S\n"a\n\nb",1\nc,2\n') == (
        Row(1, ("T", "S")),
        Row(2, ("a\n\nb", "1")),
        Row(5, ("c", "2")),
    )


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"Title,Start\nOpen\0ing,2026-05-04 09:00\n", "not-a-table", None),
        (b"T,S\n" + b"x" * 500_000, "too-large", 2),
        (b"T,S\n" + (b'"' + b"x" * 140_000 + b"\n"), "not-a-table", 2),
        (b"T,S\n" + b"a,1\n" * 20_001, "too-many", None),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(
    content: bytes, code: str, line: int | None
) -> None:
    with pytest.raises(Unreadable) as refusal:
        rows(content)

    assert (refusal.value.problem.code, refusal.value.line) == (code, line)


@given(
    st.lists(st.tuples(*[st.text("ab;,\"'\n", min_size=1, max_size=8)] * 3), min_size=2, max_size=8)
)
def test_what_a_spreadsheet_writes_is_read_back(cells: list[tuple[str, ...]]) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(cells)

    found = opened(Source("x.csv", b"sep=\t\r\n" + text.getvalue().encode())).sheets[0].rows

    kept = [
        tuple(cell.strip() or None for cell in row) for row in cells if any(c.strip() for c in row)
    ]
    assert [row.cells for row in found] == kept
