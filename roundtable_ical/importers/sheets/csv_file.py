"""CSV, TSV and their kin -> rows."""

import csv
from collections import Counter
from collections.abc import Iterator

from roundtable_ical.importers.decoded import Undecodable, decoded
from roundtable_ical.importers.sheets.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    Unreadable,
    Workbook,
    checked_size,
)
from roundtable_ical.ports import Source

_DELIMITERS = ",;\t|"
_SAMPLE = 60
_LONGEST_LINE = 400_000
_QUOTES = "look for a quotation mark without its other half before this line"


def opened(source: Source) -> Workbook:
    """Return the one table in *source*.

    Raises:
        Unreadable: there is none.
    """
    checked_size(source.content)
    try:
        text = decoded(source.content)
    except Undecodable as error:
        hint = "export it as CSV in UTF-8"
        raise Unreadable("not-a-table", f"no table of text: {error}", hint) from None
    lines = text.text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_LINE:
            message = f"the line has {len(line):,} characters"
            raise Unreadable("too-large", message, "a table has one line for each row", number)
    skipped = 0
    delimiter = ""
    if lines[0].lower().startswith("sep=") and len(lines[0]) >= 5:
        delimiter, skipped = lines[0][4], 1
    delimiter = delimiter or _delimiter(lines)
    rows = tuple(_rows(lines[skipped:], delimiter, skipped))
    return Workbook(sheets=(Sheet("", rows),), problems=text.problems)


def _rows(lines: list[str], delimiter: str, skipped: int) -> Iterator[Row]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    begun = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            line = begun + skipped
            raise Unreadable("not-a-table", f"this is no CSV: {error}", _QUOTES, line) from None
        if begun > MOST_ROWS:
            hint = "leave out what is no agenda"
            raise Unreadable("too-many", f"there are more than {MOST_ROWS:,} lines", hint)
        if any(cell.strip() for cell in cells):
            found = tuple(cell.strip() or None for cell in cells[:MOST_COLUMNS])
            yield Row(begun + skipped, found)
        begun = reader.line_num + 1


def _delimiter(lines: list[str]) -> str:
    """Return what parts the cells: what gives most rows the same, highest number of cells."""
    scores = {mark: _evenness(lines, mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: scores[mark])


def _evenness(lines: list[str], mark: str) -> tuple[float, int]:
    sample = [f"{line}\n" for line in lines[: _SAMPLE * 5]]
    widths: Counter[int] = Counter()
    try:
        for cells in csv.reader(sample, delimiter=mark):
            if any(cells):
                widths[len(cells)] += 1
            if widths.total() >= _SAMPLE:
                break
    except csv.Error:
        return (0.0, 0)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return (0.0, 0)
    width = max(wide, key=lambda each: (wide[each] * min(each, 4), each))
    return (round(wide[width] / widths.total(), 1) * min(width, 4), width)
