"""Tables that were turned to one cell a line, their heads too: "Time", "Type", "Title", "9:00" ...

Under a time stands then whatever the next column has.  Where that is no title (a sort, a room, a
number, a length), the cells up to the title become one row again, as do the heads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roundtable_ical.importers.notes.agenda.day_headings import day_heading
from roundtable_ical.importers.notes.agenda.table_heads import Column, Holds, heads
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import clocks

_MOST_HEADS = 7
"""Columns of the widest table that is known by its heads."""
_FEWEST = 2
"""Rows that make a table."""
_LONGEST_CELL = 60
"""Characters of a cell that says a sort, a room, a number, a length."""
_LONGEST_TIME = 24
_LEADING = frozenset({Holds.KIND, Holds.ROOM, Holds.NUMBER, Holds.LENGTH})
"""What may stand between a time and its title."""


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads of a table, one a line: those of the lines from *begin* up to *end*."""

    begin: int
    end: int
    columns: tuple[Column, ...]


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with a row for each time whose title does not stand right under it.

    Args:
        lines: of the document, a cell in each where a table was flattened.
    """
    found = list(_tables(lines))
    made: list[Line] = []
    at = 0
    ends = [*(table.begin for table in found[1:]), len(lines)]
    for table, last in zip(found, ends, strict=False):
        rows = _rows(lines, table, last)
        if rows is None:
            continue
        made.extend(lines[at : table.begin])
        made.append(_row(lines, range(table.begin, table.end), len(table.columns)))
        at = table.end
        for row in rows:
            made.extend(lines[at : row[0]])
            made.append(_row(lines, row, len(row)))
            at = row[-1] + 1
    return [*made, *lines[at:]]


def head_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are heads of columns, one a line, above a time."""
    return frozenset(
        lines[at].number for table in _headed(lines) for at in range(table.begin, table.end)
    )


def _tables(lines: Sequence[Line]) -> Iterator[_Heads]:
    """Yield the heads of tables in which something else stands between time and title."""
    for table in _headed(lines):
        held = [column.holds for column in table.columns]
        title = held.index(Holds.TITLE) if Holds.TITLE in held else 0
        if title > 1 and {*held[1:title]} <= _LEADING:
            yield replace(table, columns=table.columns[: title + 1])


def _headed(lines: Sequence[Line]) -> Iterator[_Heads]:
    """Yield the runs of heads that end right above a time, and begin with that of the time."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.is_blank:
            continue
        if run and _is_time(line):
            yield from _heads(lines, run[-_MOST_HEADS:], at)
        run = [*run[-_MOST_HEADS:], at] if _may_be_cell(line) and not _is_time(line) else []


def _heads(lines: Sequence[Line], run: Sequence[int], end: int) -> Iterator[_Heads]:
    for at, begin in enumerate(run):
        columns = heads([lines[number].text for number in run[at:]])
        if columns and columns[0].holds is Holds.TIME:
            unknown = sum(column.holds is Holds.OTHER for column in columns)
            if unknown <= 1 < len(columns) - unknown:
                yield _Heads(begin, end, columns)
            return


def _rows(lines: Sequence[Line], table: _Heads, last: int) -> list[list[int]] | None:
    """Return the lines of each row up to its title; None where most rows are shorter."""
    width = len(table.columns)
    rows: list[list[int]] = []
    whole = times = 0
    row: list[int] = []
    for at in range(table.end, last):
        line = lines[at]
        if line.is_blank:
            continue
        if _is_time(line):
            times += 1
            row = [at]
        elif not row:
            continue
        elif _breaks(line, before_title=len(row) < width - 1):
            row = []
        else:
            row = [*row, at]
            if len(row) == width:
                rows.append(row)
                whole += 1
                row = []
    return rows if whole >= _FEWEST and whole * 5 >= times * 4 else None


def _breaks(line: Line, *, before_title: bool) -> bool:
    """Whether *line* cannot be the next cell of a row."""
    long = before_title and len(line.text) > _LONGEST_CELL
    return long or not _may_be_cell(line) or day_heading(line) is not None


def _row(lines: Sequence[Line], numbers: Sequence[int], width: int) -> Line:
    cells = [lines[at].text for at in numbers if not lines[at].is_blank]
    return replace(lines[numbers[0]], text="\t".join(cells[:width]))


def _may_be_cell(line: Line) -> bool:
    return not line.table and not line.heading and len(line.cells) == 1


def _is_time(line: Line) -> bool:
    """Whether nothing but a time is in *line*."""
    if not _may_be_cell(line) or len(line.text) > _LONGEST_TIME:
        return False
    found = clocks.found(line.text)
    if len(found) != 1 or found[0].start is None:
        return False
    begin, end = found[0].at
    return not any(map(str.isalnum, line.text[:begin] + line.text[end:]))
