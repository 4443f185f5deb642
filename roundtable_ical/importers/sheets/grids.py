"""Grids: times from top to bottom, rooms or days from left to right, an item in each cell."""

import re
from dataclasses import dataclass, field, replace

from roundtable_ical.importers.kinds import pause_of
from roundtable_ical.importers.prose import one_line, prose
from roundtable_ical.importers.sheets.cells import NOTHING, Cell, Row, Sheet, said
from roundtable_ical.importers.sheets.labels import ROOM, Label, above, floats, label
from roundtable_ical.importers.sheets.moments import Told, told
from roundtable_ical.importers.sheets.records import Record
from roundtable_ical.importers.speakers import Somebody, like_a_name, several
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Kind
from roundtable_ical.programme.texts import shortened
from roundtable_ical.zones.places import folded

_CLOCK = re.compile(r"\W*(?:from|ab|von|de|a|um)?\s*\d", re.IGNORECASE)
_LONGEST_CLOCK = 40
_MOST_BEFORE = 4
_FEWEST = 2
_LEFT = 3
_SAMPLE = 60


class Undated(Exception):
    """It is a grid of days of the week, and nothing says which; carries the line of their row."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Grid:
    """The items of a grid; *position* is that of its first row of labels (from 0)."""

    position: int
    line: int
    records: tuple[Record, ...]
    problems: tuple[tuple[int, Problem], ...]


@dataclass(slots=True)
class _Open:
    """The item read last in a column; it goes on where the next cell is the same."""

    words: str
    record: Record
    place: int


@dataclass(slots=True)
class _State:
    labels: dict[int, Label] = field(default_factory=dict)
    heads: list[Row] = field(default_factory=list)
    section: Told | None = None


def grid(sheet: Sheet, number: int, given: Given) -> Grid | None:
    """Return the items of *sheet*, the one of this *number*; None where it is no grid.

    Raises:
        Undated: its columns are days of the week, and no date is known to count from.
    """
    axis = _axis(sheet)
    if axis is None:
        return None
    reader = _Reader(sheet, number, axis, dated=given.day is not None)
    return reader.grid()


def _axis(sheet: Sheet) -> tuple[int, ...] | None:
    """Return the columns of the times, that of the start first: the left ones."""
    counts: dict[int, int] = {}
    for row in sheet.rows:
        for at in row.filled[:_LEFT]:
            counts[at] = counts.get(at, 0) + _is_clock(row[at])
    times = [at for at in sorted(counts) if counts[at] >= _FEWEST and at < _LEFT]
    if not times:
        return None
    first = times[0]
    both = first + 1 in times and 2 * counts[first + 1] >= counts[first]
    return (first, first + 1) if both else (first,)


def _is_clock(cell: Cell) -> bool:
    if isinstance(cell, str):
        short = len(cell) < _LONGEST_CLOCK and bool(_CLOCK.match(cell))
        return short and told(cell, times=False).start is not None
    if isinstance(cell, bool | int) or cell is None:
        return False
    return told(cell, times=True).start is not None


class _Reader:
    def __init__(self, sheet: Sheet, number: int, axis: tuple[int, ...], *, dated: bool) -> None:
        self._sheet = sheet
        self._number = number
        self._axis = axis
        self._dated = dated
        self._state = _State()
        self._open: dict[int, _Open] = {}
        self._records: list[Record | None] = []
        self._problems: list[tuple[int, Problem]] = []
        self._first: tuple[int, int] | None = None

    def grid(self) -> Grid | None:
        """Return the items; None where no row of labels is found above times."""
        timed = [_is_clock(row[self._axis[0]]) for row in self._sheet.rows]
        for position, row in enumerate(self._sheet.rows):
            if not timed[position]:
                self._between(row)
                continue
            if self._state.heads and not self._labelled(position):
                return None
            if not self._state.labels:
                return None
            self._row(row)
        self._close()
        records = tuple(each for each in self._records if each is not None)
        if self._first is None or len(records) < _FEWEST:
            return None
        position, line = self._first
        return Grid(position, line, records, tuple(self._problems))

    def _between(self, row: Row) -> None:
        """Take in a row without a time: labels, or a day of what follows."""
        right = [at for at in row.filled if at > self._axis[-1]]
        words = {said(row[at]) for at in row.filled}
        if len(words) == 1:
            cell = row[row.filled[0]]
            day = told(cell, times=False)
            if day.dated and day.start is None:
                self._close()
                self._state.section = replace(day, end=None)
            elif self._records:
                shown = shortened(next(iter(words)), 60)
                self._tell(row.line, "not-an-item", f"{shown!r} stands alone in its row")
        elif right:
            self._state.heads.append(row)

    def _labelled(self, position: int) -> bool:
        """Read the labels above the row at *position*; return whether they are those of a grid."""
        heads = self._state.heads[-_MOST_BEFORE:]
        self._state.heads = []
        width = max(len(row.cells) for row in self._sheet.rows[position : position + _SAMPLE])
        found: dict[int, Label] = {}
        for at in range(self._axis[-1] + 1, width):
            words = [above(row, at, self._axis[-1]) for row in heads]
            known = label([cell for cell in words if said(cell)])
            if known is None:
                return bool(self._state.labels)
            if known != Label():
                found[at] = known
        if not self._alike(found, position):
            return bool(self._state.labels)
        self._close()
        self._state.labels = found
        floating = [each.day for each in found.values() if each.day and floats(each.day)]
        if floating and not self._dated:
            raise Undated(heads[-1].line)
        if self._first is None:
            at = self._sheet.rows.index(heads[0])
            self._first = at, heads[-1].line
            self._tell_labels(heads[-1].line)
        return True

    def _alike(self, found: dict[int, Label], position: int) -> bool:
        """Whether the columns under the labels hold items, not each something else of them."""
        if not found:
            return False
        sure = [
            each
            for each in found.values()
            if each.day or each.theme or ROOM.search(folded(each.room))
        ]
        if 2 * len(sure) >= len(found):
            return True
        if len(found) < _FEWEST:
            return False
        below = self._sheet.rows[position : position + _SAMPLE]
        for at in found:
            words = [said(row[at]) for row in below if said(row[at])]
            letters = [each for each in words if any(map(str.isalpha, each))]
            addresses = [each for each in words if re.match(r"https?:|\S+\.\w{2,4}$|\S+@", each)]
            if (
                not words
                or len(letters) < len(words)
                or addresses
                or len(set(words)) * 2 < len(words)
            ):
                return False
        return bool(self._state.section)

    def _row(self, row: Row) -> None:
        start = told(row[self._axis[0]], times=True)
        if len(self._axis) > 1 and start.end is None:
            start = replace(start, end=told(row[self._axis[1]], times=True).start)
        filled = [at for at in self._state.labels if self._item(row[at])]
        for at in list(self._open):
            if at not in filled or said(row[at]) != self._open[at].words:
                self._finish(at, start)
        shared = len(filled) == 1 < len(self._state.labels) and filled[0] == min(self._state.labels)
        for at in filled:
            if at in self._open:
                self._lengthened(at, start)
                continue
            known = self._state.labels[at]
            if shared and known.day is None and pause_of(said(row[at])) is not Kind.OTHER:
                known = Label()  # for everybody, wherever they are
            record = self._record(row, at, start, known)
            if record is not None:
                self._open[at] = _Open(said(row[at]), record, len(self._records))
                self._records.append(None)
        for at in row.filled:
            if at > self._axis[-1] and at not in self._state.labels:
                shown = shortened(said(row[at]), 60)
                self._tell(row.line, "no-label", f"nothing stands above the column of {shown!r}")

    def _item(self, cell: Cell) -> bool:
        words = said(cell)
        return words.casefold() not in NOTHING and any(map(str.isalpha, words))

    def _record(self, row: Row, at: int, start: Told, known: Label) -> Record | None:
        if isinstance(row[at], str) and _is_clock(row[at]) and len(said(row[at])) < 16:
            shown = shortened(said(row[at]), 60)
            self._tell(row.line, "not-an-item", f"{shown!r} is a time, in a column of items")
            return None
        lines = [line.strip() for line in said(row[at]).split("\n") if line.strip()]
        people: tuple[Somebody, ...] = ()
        rest = lines[1:]
        if rest and all(map(_names, rest)):
            people = tuple(each for line in rest for each in several(line))
            rest = []
        return Record(
            line=row.line,
            sheet=self._number,
            title=one_line(lines[0]),
            day=known.day or (start if start.dated else Told()),
            start=start,
            section=self._state.section,
            room=known.room,
            themes=(known.theme,) if known.theme else (),
            abstract=prose("\n".join(rest)),
            people=people,
        )

    def _lengthened(self, at: int, start: Told) -> None:
        """Let the item in column *at* go on, as its cell goes over several rows."""
        known = self._open[at].record
        self._open[at].record = replace(known, end=Told(start=start.end))

    def _finish(self, at: int, following: Told | None) -> None:
        gone = self._open.pop(at)
        record = gone.record
        ends = record.end.start or (record.start.end if record.end == Told() else None)
        if ends is None and following and following.start:
            record = replace(record, end=Told(start=following.start))
        self._records[gone.place] = record

    def _close(self) -> None:
        for at in sorted(self._open):
            self._finish(at, None)

    def _tell_labels(self, line: int) -> None:
        labels = self._state.labels.values()
        days = len({each.day for each in labels if each.day is not None})
        rooms = [each.room for each in labels if each.room]
        themes = [each.theme for each in labels if each.theme]
        parts = [f"{days} days"] if days else []
        for what, names in (("venues", rooms), ("themes", themes)):
            if names:
                shown = ", ".join(shortened(name, 30) for name in dict.fromkeys(names))
                parts.append(f"the {what} {shown}")
        message = f"this is a grid: its columns were read as {' and '.join(parts)}"
        self._problems.append((line, Problem.inferred("grid", (), message, sure=0.8)))

    def _tell(self, line: int, code: str, message: str) -> None:
        hint = "add it by hand, where it is an item"
        self._problems.append(
            (line, Problem.warning(code, (), f"{message}; it was left out", hint))
        )


def _names(line: str) -> bool:
    return all(like_a_name(each.name) for each in several(line)) and bool(several(line))
