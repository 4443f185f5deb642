"""Excel workbooks -> rows, as values: no formula is ever worked out."""

import re
import warnings
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from roundtable_ical.importers.sheets.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Row,
    Sheet,
    Unreadable,
    Workbook,
    checked_size,
    said,
)
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem

_LARGEST_UNPACKED = 50_000_000
_MOST_FILES = 2_000
_MOST_SHEETS = 60
_MOST_MERGED = 20_000
_MOST_FILLED = 200_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "open it in a spreadsheet program and save it as .xlsx"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_WITHOUT_VALUE = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]|_x[0-9A-F]{4}_")
_ERRORS = (
    *(OSError, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError),
    *(NotImplementedError, RuntimeError, OverflowError, SyntaxError, zlib.error),
    *(BadZipFile, InvalidFileException, MemoryError),
)
"""What reading a broken workbook ends in."""


def opened(source: Source) -> Workbook:
    """Return the visible tables in *source*.

    Raises:
        Unreadable: it is no workbook, or one made to do harm.
    """
    checked_size(source.content)
    if source.content.startswith(_OLE):
        message = "this is a workbook of the old kind (.xls), or one with a password"
        raise Unreadable("not-a-workbook", message, f"{_SAVE}, without a password")
    try:
        with ZipFile(BytesIO(source.content)) as packed, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _checked(packed)
            return _workbook(source, packed)
    except _ERRORS as error:
        message = f"this is no workbook that can be read ({type(error).__name__}: {error})"
        raise Unreadable("not-a-workbook", message[:200], _SAVE) from None


def _checked(packed: ZipFile) -> None:
    """Refuse what would grow beyond all bounds, before it is unpacked."""
    files = packed.infolist()
    unpacked = sum(each.file_size for each in files)
    if unpacked > _LARGEST_UNPACKED or len(files) > _MOST_FILES:
        message = f"the workbook has {unpacked // 1_000_000:,} MB when unpacked"
        most = _LARGEST_UNPACKED // 1_000_000
        hint = f"at most {most} MB are possible; leave out what is no agenda"
        raise Unreadable("too-large", message, hint)
    if not any(each.filename.startswith("xl/") for each in files):
        raise Unreadable("not-a-workbook", "there is no workbook in this file", _SAVE)
    for each in files:
        if each.filename.lower().endswith((".xml", ".rels")):
            _check_declarations(packed, each)


def _check_declarations(packed: ZipFile, file: ZipInfo) -> None:
    """Refuse entities: no spreadsheet program writes any, and they can grow for ever."""
    with packed.open(file) as opened_file:
        head = opened_file.read(4_096)
        plain = head.replace(b"\0", b"").upper()
        while (
            b"<!DOCTYPE" not in plain
            and b"<!" in plain[-4_096:]
            and (more := opened_file.read(65_536))
        ):
            plain = plain[-16:] + more.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        message = f"{file.filename} declares entities, which no workbook does"
        raise Unreadable("entities", message, _SAVE)


def _workbook(source: Source, packed: ZipFile) -> Workbook:
    book = load_workbook(BytesIO(source.content), read_only=True, data_only=True, keep_links=False)
    problems: list[Problem] = []
    sheets: list[Sheet] = []
    try:
        for sheet in book.worksheets[:_MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                message = f"the hidden sheet {sheet.title!r} was not read"
                problems.append(Problem.inferred("hidden-sheet", (), message, sure=0.9))
                continue
            if isinstance(sheet, ReadOnlyWorksheet):
                sheets.append(_sheet(sheet, packed, problems))
        if len(book.worksheets) > _MOST_SHEETS:
            message = f"only the first {_MOST_SHEETS} sheets were read"
            problems.append(Problem.warning("too-many", (), message))
        title = str(book.properties.title or "")
    finally:
        book.close()
    if not any(sheet.rows for sheet in sheets):
        raise Unreadable("empty", "the workbook is empty: there are no rows", "export it again")
    return Workbook(sheets=tuple(sheets), title=title, problems=tuple(problems))


def _sheet(sheet: ReadOnlyWorksheet, packed: ZipFile, problems: list[Problem]) -> Sheet:
    raw = packed.read(sheet._worksheet_path)  # type: ignore[attr-defined]  # the stubs lack it
    if count := len(_WITHOUT_VALUE.findall(raw)):
        message = f"{count} formulas in {sheet.title!r} have no value; their cells are empty"
        hint = "open it in a spreadsheet program and save it there"
        problems.append(Problem.warning("formula", (), message, hint))
    shared = _merged(raw)
    del raw
    sheet.reset_dimensions()
    rows: list[Row] = []
    above: dict[tuple[int, int], Cell] = {}
    found = sheet.iter_rows(  # type: ignore[misc]  # the stubs take it for a Worksheet
        max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
    )
    for number, values in enumerate(found, 1):
        if number > MOST_ROWS:
            message = f"only the first {MOST_ROWS:,} rows of {sheet.title!r} were read"
            problems.append(Problem.warning("too-many", (), message))
            break
        if number not in shared and values.count(None) == len(values):
            continue
        cells = list(_plain(values))
        for column, top in shared.get(number, {}).items():
            if top == number:
                above[top, column] = cells[column] if column < len(cells) else None
            elif column < len(cells):
                cells[column] = above.get((top, column))
            else:
                cells += [None] * (column - len(cells)) + [above.get((top, column))]
        while cells and cells[-1] is None:
            cells.pop()
        if any(said(cell) for cell in cells):
            rows.append(Row(number, tuple(cells)))
    return Sheet(sheet.title, tuple(rows))


def _plain(values: tuple[object, ...]) -> Iterator[Cell]:
    for value in values:
        if isinstance(value, str):
            words = _UNSEEN.sub("", value.replace("\u00a0", " ")).strip()
            yield None if words in _EXCEL_ERRORS else words or None
        else:
            yield value  # type: ignore[misc]  # openpyxl gives what Cell is made of


_EXCEL_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}


def _merged(raw: bytes) -> Mapping[int, Mapping[int, int]]:
    """Return, for each row, the columns that are one cell with those above, and its first row.

    Only what goes over several rows is filled: a heading over several columns is said once.
    """
    found: dict[int, dict[int, int]] = {}
    filled = 0
    for match in list(_MERGED.finditer(raw))[:_MOST_MERGED]:
        left, top, _, bottom = range_boundaries(match[1].decode())
        if left is None or top is None or bottom is None or left > MOST_COLUMNS:
            continue
        for row in range(top, min(bottom, MOST_ROWS) + 1) if bottom > top else ():
            found.setdefault(row, {})[left - 1] = top
            filled += 1
            if filled > _MOST_FILLED:
                return found
    return found
