"""What a table is made of, whichever program wrote it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from roundtable_ical.programme.problems import Problem

Cell = str | bool | int | float | datetime | date | time | timedelta | None

NOTHING = frozenset("- -- – — / n/a na none null nan . tba tbd tbc n.n. nn #n/a ?".split()) | {""}
"""What stands in a cell to say that nothing does, in small letters."""

LARGEST = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 300


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right, and the line (or row) they begin in, from 1."""

    line: int
    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> Cell:
        """Return the cell in *column* (from 0); None where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else None

    @property
    def filled(self) -> tuple[int, ...]:
        """The columns that something is in."""
        return tuple(at for at, cell in enumerate(self.cells) if said(cell))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; *name* is empty where the file has but one."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """All tables of a file; *title* is what the file calls itself."""

    sheets: tuple[Sheet, ...]
    title: str = ""
    problems: tuple[Problem, ...] = ()


class Unreadable(Exception):
    """The file is no table; carries the one problem there is, and its line."""

    def __init__(self, code: str, message: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.problem = Problem.error(code, (), message, hint)
        self.line = line


def said(cell: Cell) -> str:
    """Return what a reader of the table sees in *cell*, without blanks around it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def parted(words: str) -> list[str]:
    """Return what semicolons, bars and line ends part in a cell."""
    return [part.strip() for part in re.split(r"[;|\n]|\\n", words)]


def checked_size(content: bytes) -> None:
    """Refuse what is empty or too large.

    Raises:
        Unreadable: it is.
    """
    if len(content) > LARGEST:
        message = f"the file has {len(content) // 1_000_000} MB"
        hint = f"at most {LARGEST // 1_000_000} MB are possible; leave out what is no agenda"
        raise Unreadable("too-large", message, hint)
    if not content.strip(b"\xef\xbb\xbf \t\r\n,;"):
        raise Unreadable("empty", "the file is empty: there are no rows", "export the table again")
