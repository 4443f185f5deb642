"""Workbooks: values, merged cells, hidden sheets, and files made to do harm."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import Workbook as Book

from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet, Unreadable, Workbook
from roundtable_ical.importers.sheets.xlsx_file import opened
from roundtable_ical.ports import Source


def saved(book: Book) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes) -> Workbook:
    return opened(Source("x.xlsx", content))


def test_cells_come_as_what_they_are() -> None:
    book = Book()
    cells: list[Cell] = [
        "a",
        1,
        2.5,
        time(9, 30),
        timedelta(minutes=45),
        datetime(2026, 5, 4, 9),
        date(2026, 5, 4),
    ]
    book.worksheets[0].append(cells)

    (sheet,) = read(saved(book)).sheets

    assert sheet == Sheet("Sheet", (Row(1, (*cells[:6], datetime(2026, 5, 4))),))


def test_cells_merged_downwards_are_filled_and_others_said_once() -> None:
    book = Book()
    sheet = book.worksheets[0]
    for row in (["9:00", "Opening", "Hall"], [None, "Talk", None], ["Tuesday", None, None]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("A3:C3")

    assert [row.cells for row in read(saved(book)).sheets[0].rows] == [
        ("9:00", "Opening", "Hall"),
        ("9:00", "Talk"),
        ("Tuesday",),
    ]


def test_a_hidden_sheet_is_not_read_and_told() -> None:
    book = Book()
    book.worksheets[0].append(["a"])
    hidden = book.create_sheet("Secret")
    hidden.append(["b"])
    hidden.sheet_state = "hidden"

    found = read(saved(book))

    assert [sheet.name for sheet in found.sheets] == ["Sheet"]
    assert [problem.message for problem in found.problems] == [
        "the hidden sheet 'Secret' was not read"
    ]


def test_formulas_are_never_worked_out_and_told_where_they_have_no_value() -> None:
    book = Book()
    book.worksheets[0].append(["a", "=1+1"])

    found = read(saved(book))

    assert found.sheets[0].rows == (Row(1, ("a",)),)
    assert [problem.code for problem in found.problems] == ["formula"]


def packed(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/"), text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (packed(**{"xl__a.xml": " " * 60_000_000}), "too-large"),
        (packed(**{"xl__a.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "entities"),
        (packed(**{"xl__a.xml": f"<!--{' ' * 9_000}--><!DOCTYPE x><x/>"}), "entities"),
        (packed(**{"word__a.xml": "<x/>"}), "not-a-workbook"),
        (packed(**{"xl__a.xml": "<x/>"}), "not-a-workbook"),
        (b"PK\x03\x04" + b"x" * 100, "not-a-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "not-a-workbook"),
        (saved(Book()), "empty"),
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(content)

    assert refusal.value.problem.code == code
