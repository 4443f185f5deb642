"""Which row is the heading of a table, and which column is what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet, said
from roundtable_ical.importers.sheets.headings import Heading, Meaning, heading
from roundtable_ical.importers.sheets.moments import told

_LATEST = 80
_LONGEST_TIME = 40
_DIGIT = re.compile(r"\W*\d")
_SAMPLE = 20
_SEVERAL = frozenset(
    {
        *(Meaning.SPEAKER, Meaning.MODERATOR, Meaning.FIRST_NAME, Meaning.LAST_NAME),
        *(Meaning.FUNCTION, Meaning.AFFILIATION, Meaning.THEME),
    }
)
"""What several columns of a table may hold."""
_STARTS = (Meaning.START, Meaning.TIME)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is used: *at* counts from 0."""

    at: int
    words: str
    heading: Heading


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table under the heading in row *position* (from 0)."""

    position: int
    line: int
    known: Mapping[Meaning, tuple[Column, ...]]
    unknown: tuple[str, ...] = ()
    width: int = 0
    stood_in: str = field(default="")
    """The heading of the column that had to do for the titles, where none is for them."""

    def at(self, meaning: Meaning) -> int | None:
        """Return the one column that holds it; None without one."""
        found = self.known.get(meaning)
        return found[0].at if found else None

    @property
    def complete(self) -> bool:
        """Whether there are titles and times."""
        return Meaning.TITLE in self.known and any(each in self.known for each in _STARTS)

    @property
    def brackets(self) -> tuple[str, ...]:
        """What stands in brackets in the headings of times, as zones do."""
        times = (Meaning.START, Meaning.TIME, Meaning.END, Meaning.DATE, Meaning.START_DATE)
        found = (column for each in times for column in self.known.get(each, ()))
        return tuple(column.heading.brackets for column in found if column.heading.brackets)


def columns(sheet: Sheet) -> Columns:
    """Return the columns of *sheet*: of the row that names most of what is looked for."""
    best: tuple[tuple[bool, int], Columns] | None = None
    above: Row | None = None
    for position, row in enumerate(sheet.rows[:_LATEST]):
        found = _timed(columns_in(row, position, above), sheet)
        worth = (found.complete, len(found.known))
        if best is None or worth > best[0]:
            best = worth, found
        above = row
    return best[1] if best else Columns(0, 1, {})


def _timed(found: Columns, sheet: Sheet) -> Columns:
    """Return *found* with a column of dates for that of the starts, where times are in it."""
    if found.complete or Meaning.TITLE not in found.known:
        return found
    for meaning in (Meaning.START_DATE, Meaning.DATE):
        at = found.at(meaning)
        if at is None:
            continue
        below = [told(row[at], times=False) for row in sheet.rows[found.position + 1 :][:_SAMPLE]]
        if any(each.start or each.moment for each in below):
            known = dict(found.known)
            known[Meaning.START] = known.pop(meaning)
            if meaning is Meaning.START_DATE and Meaning.END_DATE in known:
                known.setdefault(Meaning.END, known.pop(Meaning.END_DATE))
            return replace(found, known=known)
    return found


def columns_in(row: Row, position: int, above: Row | None = None) -> Columns:
    """Return what *row* says of the columns, if it were their heading.

    A cell that says nothing by itself, as a number, is read with the one above and to the left
    of it that spans several columns.
    """
    found: list[Column] = []
    unknown: list[str] = []
    if any(_is_time(cell) for cell in row.cells):
        return Columns(position, row.line, {}, tuple(map(said, row.cells)))
    for at, cell in enumerate(row.cells):
        words = said(cell)
        if not words:
            continue
        meant = heading(words) if isinstance(cell, str) else None
        if meant is None and above is not None and (group := _group(above, at)):
            meant = heading(f"{group} {words}") if heading(group) else None
        if meant is None:
            unknown.append(words)
        else:
            found.append(Column(at, words, meant))
    known = _chosen(found)
    used = {column.at for each in known.values() for column in each}
    unknown += [column.words for column in found if column.at not in used]
    stood_in = ""
    if Meaning.TITLE not in known and Meaning.ABSTRACT in known:
        known[Meaning.TITLE] = known.pop(Meaning.ABSTRACT)
        stood_in = known[Meaning.TITLE][0].words
    return Columns(position, row.line, known, tuple(unknown), len(row.cells), stood_in)


def _is_time(cell: Cell) -> bool:
    """Whether *cell* says when something is, as no heading does."""
    if isinstance(cell, str):
        return (
            len(cell) < _LONGEST_TIME
            and bool(_DIGIT.match(cell))
            and bool(told(cell, times=False).start)
        )
    return isinstance(cell, (datetime, date, time))


def _group(above: Row, at: int) -> str:
    """Return the words above column *at*, or the nearest to the left of it in that row."""
    for column in range(min(at, len(above.cells) - 1), -1, -1):
        if words := said(above[column]):
            return words
    return ""


def _chosen(found: Sequence[Column]) -> dict[Meaning, tuple[Column, ...]]:
    """Return the columns of each meaning: the surest one, or all where there may be several."""
    known: dict[Meaning, tuple[Column, ...]] = {}
    for meaning in Meaning:
        fitting = [column for column in found if column.heading.meaning is meaning]
        if not fitting or meaning is Meaning.IGNORED:
            continue
        best = max(fitting, key=lambda column: column.heading.sure)
        if meaning is Meaning.TITLE:
            known |= dict(_titles(fitting, best, found))
        elif meaning in _SEVERAL:
            known.setdefault(meaning, tuple(fitting))
        else:
            known[meaning] = (best,)
    return known


def _titles(
    fitting: Sequence[Column], best: Column, found: Sequence[Column]
) -> Iterator[tuple[Meaning, tuple[Column, ...]]]:
    """Yield the titles; a "Name" beside them is that of the speaker, a "Session" their theme."""
    yield Meaning.TITLE, (best,)
    taken = {column.heading.meaning for column in found}
    for column in fitting:
        weak = column is not best and column.heading.sure <= 0.5
        name = column.heading.sure <= 0.4
        if weak and name and not taken & {Meaning.SPEAKER, Meaning.FIRST_NAME}:
            yield Meaning.SPEAKER, (column,)
            return
        if weak and not name and Meaning.THEME not in taken:
            yield Meaning.THEME, (column,)
            return
