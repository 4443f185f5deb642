"""From rows on pages to lines: columns, hanging lines, and what goes on in the next row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from roundtable_ical.importers.notes.documents.bands import aligned
from roundtable_ical.importers.notes.documents.bullets import bullet_of
from roundtable_ical.importers.notes.documents.columns import NEAR, Stops, starts_with_time
from roundtable_ical.importers.notes.documents.glyphs import Row, Run, bold_words
from roundtable_ical.importers.notes.documents.measures import SPLIT_WORD, Measures
from roundtable_ical.importers.notes.documents.own_rows import BEGINS, is_own
from roundtable_ical.importers.notes.documents.ruled import Table
from roundtable_ical.importers.notes.documents.tables import row_text, rows
from roundtable_ical.importers.notes.lines import Line

_BLANK = 0.25
"""Width of a blank, of the letters' size."""

_LETTER = 0.5
"""Width of a letter on average, of its size."""

_DASH_END = re.compile(r"(?:[-–—]|\b(?:to|a|à|bis))$")


@dataclass
class _Cell:
    """A column of a line while it grows."""

    x0: float
    x1: float
    text: str
    runs: list[Run]
    inner: float
    """Where its words begin behind a bullet."""

    @classmethod
    def of(cls, run: Run) -> "_Cell":
        text = run.text
        sign, _ = bullet_of(text)
        inner = run.words[1].x0 if sign and len(run.words) > 1 else run.x0
        return cls(x0=run.x0, x1=run.x1, text=text, runs=[run], inner=inner)


@dataclass
class _Growing:
    """A line while it grows."""

    row: Row
    cells: list[_Cell]
    last: Row
    rows: int = 1
    links: tuple[str, ...] = ()

    def grow(self, row: Row) -> None:
        """Count a row that was added."""
        self.last, self.rows = row, self.rows + 1
        self.links += row.links


@dataclass
class Setter:
    """Makes the lines of a document out of its rows, page after page."""

    measures: Measures
    stops: Stops
    levels: dict[float, int] = field(default_factory=dict)
    """Level of a heading by the size of its letters."""

    number: int = 0
    table: int = 0
    _head: tuple[str, ...] = ()

    def rows(self, table: Table, page: int, *, goes_on: bool) -> Iterator[Line]:
        """Yield the rows of a table; one that *goes_on* from the page before has the same number.

        Its head is left out then, where it is there again.
        """
        head = table.cells[0] if table.cells else ()
        if not goes_on:
            self.table += 1
        for at, (cells, strong) in enumerate(zip(table.cells, table.strong, strict=True)):
            if goes_on and at == 0 and cells == self._head:
                continue
            for row in rows(cells):
                text = row_text(row)
                if text.strip():
                    self.number += 1
                    yield Line(
                        number=self.number,
                        text=text,
                        strong=tuple(bold for bold in strong if bold in text),
                        table=self.table,
                        page=page,
                    )
        if not goes_on:
            self._head = head

    def lines(self, printed: Sequence[Row], *, is_column: bool = False) -> Iterator[Line]:
        """Yield the lines of a stretch that is read from top to bottom; blank ones part.

        A column of a newspaper has edges of its own.
        """
        if is_column:
            left, right = min(row.x0 for row in printed), max(row.x1 for row in printed)
            narrow = replace(self.measures, left=left, right=right, wraps=True)
            setter = replace(self, measures=narrow)
            yield from setter.lines(printed)
            self.number = setter.number
            return
        growing: _Growing | None = None
        parted = [self.stops.apply(row) for row in printed]
        for row in aligned(parted, self.stops, self.measures.leading):
            if growing and self._goes_on(growing, row):
                continue
            if growing:
                yield self._line(growing)
                if self._is_apart(growing.last, row):
                    yield self.blank()
            growing = _Growing(row=row, cells=self._cells(row), last=row, links=row.links)
        if growing:
            yield self._line(growing)

    def blank(self) -> Line:
        """Return a blank line."""
        self.number += 1
        return Line(number=self.number, text="")

    def _cells(self, row: Row) -> list[_Cell]:
        """Return the columns; a bullet that stands far from its words is none of its own."""
        cells = [_Cell.of(run) for run in row.runs]
        merged: list[_Cell] = []
        for cell in cells:
            alone = merged and not bullet_of(merged[-1].text)[1] and bullet_of(merged[-1].text)[0]
            round_one = merged and merged[-1].text == "o"
            if alone or round_one:
                before = merged.pop()
                sign = "•" if round_one else before.text
                cell = _Cell(
                    x0=before.x0,
                    x1=cell.x1,
                    text=f"{sign} {cell.text}",
                    runs=cell.runs,
                    inner=cell.x0,
                )
            merged.append(cell)
        return merged

    def _is_apart(self, above: Row, below: Row) -> bool:
        if above.page != below.page or below.base < above.base:
            return False
        size = min(above.size, below.size)
        leading = max(self.measures.leading, 1.1 * size)
        larger = size > 1.15 * self.measures.size and abs(above.size - below.size) < 1
        return below.base - above.base > (1.6 if larger else 1.35) * leading

    def _goes_on(self, growing: _Growing, row: Row) -> bool:
        """Add *row* to the line where it goes on with it."""
        if self._is_apart(growing.last, row) or abs(growing.last.size - row.size) > 1.2:
            return False
        first = growing.cells[0]
        if len(growing.cells) > 1 and row.x0 > first.x0 + 10 and self._fills_cells(growing, row):
            return True
        if len(row.runs) > 1 and not _DASH_END.search(first.text):
            return False
        run = row.runs[0]
        if bullet_of(run.text)[0]:
            return False
        if self._ends_time(growing, row):
            return True
        last = growing.cells[-1]
        if starts_with_time(run.text) or not self._wraps(growing, last, row):
            return False
        self._append(last, run, " ")
        growing.grow(row)
        return True

    def _ends_time(self, growing: _Growing, row: Row) -> bool:
        """Join the second half of a time to its first: ``10:00 –`` above ``10:30``."""
        first, run = growing.cells[0], row.runs[0]
        aligned = abs(run.x0 - first.x0) <= 20 and starts_with_time(first.text)
        if not (aligned and _DASH_END.search(first.text) and len(first.text) < 20):
            return False
        if len(growing.cells) == 1 and len(row.runs) == 1 and first.x1 - first.x0 > 120:
            return False
        self._append(first, run, " ")
        for other in row.runs[1:]:
            self._into_column(growing, other)
        growing.grow(row)
        return True

    def _fills_cells(self, growing: _Growing, row: Row) -> bool:
        """Add a row under the further columns to them, where there are three or it has two."""
        if len(growing.cells) < 3 and len(row.runs) < 2:
            return False
        tight = row.page == growing.last.page and row.base - growing.last.base <= (
            1.2 * max(self.measures.leading, row.size)
        )
        places = [self._column(growing, run) for run in row.runs]
        if not tight or None in places or bullet_of(row.runs[0].text)[0]:
            return False
        for run in row.runs:
            self._into_column(growing, run)
        growing.grow(row)
        return True

    def _column(self, growing: _Growing, run: Run) -> _Cell | None:
        near = (cell for cell in growing.cells if abs(cell.x0 - run.x0) <= 2 * NEAR)
        return next(near, None)

    def _into_column(self, growing: _Growing, run: Run) -> None:
        cell = self._column(growing, run)
        if cell is None:
            growing.cells.append(_Cell.of(run))
            growing.cells.sort(key=lambda each: each.x0)
            return
        right = next((each.x0 for each in growing.cells if each.x0 > cell.x0), self.measures.right)
        width = run.words[0].x1 - run.words[0].x0
        full = cell.x1 + width + 0.25 * self.measures.size > right - 1.5 * self.measures.size
        begins = starts_with_time(run.text) or bool(BEGINS.match(run.text + " "))
        goes_on = run.text[:1].islower() or (full and not begins)
        self._append(cell, run, " " if goes_on else "\n")

    def _wraps(self, growing: _Growing, last: _Cell, row: Row) -> bool:
        """Whether *row* holds what had no room in the row above."""
        run, size = row.runs[0], row.size
        above = last.runs[-1]
        if above.words[-1].bold != run.words[0].bold and (above.is_bold or run.is_bold):
            return False
        centred = self._centred(above) and self._centred(run)
        aligned = (
            abs(run.x0 - last.inner) <= NEAR
            or (growing.rows > 1 and abs(run.x0 - above.x0) <= NEAR)
            or (growing.rows == 1 and 0 < last.x0 - run.x0 <= 45 and len(growing.cells) == 1)
            or (growing.rows == 1 and 0 < run.x0 - last.x0 <= 45 and run.text[:1].islower())
        )
        if not (self.measures.wraps and (aligned or centred)):
            return False
        need = run.words[0].x1 - run.words[0].x0 + _BLANK * size
        if is_own(above.text, run.text):
            return False
        if centred and not aligned:
            return above.x1 - above.x0 + need > self.measures.right - self.measures.left
        room = self.measures.right - above.x1
        if need <= room - 0.5 * size:
            return False
        ends = last.text.rstrip()[-1:] in ".:;)" and run.text[:1].isupper()
        ends = ends or bool(BEGINS.match(run.text + " "))
        hangs = run.x0 > self.measures.left + 2 * self.measures.size
        listed = last.inner > last.x0 or len(growing.cells) > 1 or hangs
        return not (ends and (listed or above.x1 - above.x0 < 40 * size * _LETTER))

    def _centred(self, run: Run) -> bool:
        left, right = run.x0 - self.measures.left, self.measures.right - run.x1
        return abs(left - right) <= 2 * NEAR and left > 2 * NEAR

    def _append(self, cell: _Cell, run: Run, between: str) -> None:
        text = run.text
        word = SPLIT_WORD.search(cell.text) if between == " " else None
        if cell.text.endswith("\u00ad"):
            cell.text, between = cell.text[:-1], ""
        elif word and text[:1].islower():
            between = ""
            if self._is_split(word.group()[:-1], text):
                cell.text = cell.text[:-1]
        cell.text += between + text
        cell.x1 = run.x1 if between != "\n" else max(cell.x1, run.x1)
        cell.runs.append(run)

    def _is_split(self, begin: str, rest: str) -> bool:
        """Whether a hyphen at the end of a row only parts a word."""
        end = re.match(r"[\w-]*", rest)
        after = end.group() if end else ""
        if f"{begin}-{after}".lower() in self.measures.known:
            return False
        return f"{begin}{after}".lower() in self.measures.known or self.measures.splits_words

    def _line(self, growing: _Growing) -> Line:
        bullet, rest = bullet_of(growing.cells[0].text)
        texts = (
            [rest, *(cell.text for cell in growing.cells[1:])]
            if bullet
            else [cell.text for cell in growing.cells]
        )
        self.number += growing.rows
        strong = [bold for cell in growing.cells for bold in bold_words(cell.runs)]
        return Line(
            number=self.number - growing.rows + 1,
            text="\t".join(texts),
            indent=max(
                0,
                round((growing.cells[0].x0 - self.measures.left) / (_LETTER * self.measures.size)),
            ),
            bullet=bullet,
            heading=self.levels.get(round(2 * growing.row.size) / 2, 0),
            strong=tuple(strong),
            page=growing.row.page,
            links=growing.links,
        )
