"""Which row is the heading of a table, and which column is what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet, said
from roundtable_ical.importers.sheets.headings import Heading, Meaning, heading
from roundtable_ical.importers.sheets.labels import ROOM
from roundtable_ical.importers.sheets.moments import told
from roundtable_ical.zones.places import folded

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
_DATED = frozenset({Meaning.DATE, Meaning.START_DATE, Meaning.END_DATE})
_PARTS = {Meaning.START: Meaning.START_DATE, Meaning.END: Meaning.END_DATE}
_WHEN = _DATED | {Meaning.TIME, Meaning.START, Meaning.END}


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
        below = sheet.rows[position + 1 : position + 1 + _SAMPLE]
        found = _timed(columns_in(row, position, above, below), sheet)
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


def columns_in(
    row: Row, position: int, above: Row | None = None, below: Sequence[Row] = ()
) -> Columns:
    """Return what *row* says of the columns, if it were their heading.

    A cell that says nothing by itself, as a number, is read with the one above and to the left
    of it that spans several columns. Rows *below* it tell columns of like headings apart.
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
    known = _chosen(found, below)
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


def _chosen(found: Sequence[Column], below: Sequence[Row]) -> dict[Meaning, tuple[Column, ...]]:
    """Return the columns of each meaning: the surest one, or all where there may be several."""
    known: dict[Meaning, tuple[Column, ...]] = {}
    for meaning in Meaning:
        fitting = [column for column in found if column.heading.meaning is meaning]
        if not fitting or meaning is Meaning.IGNORED:
            continue
        best = max(fitting, key=lambda column: column.heading.sure)
        if meaning in _WHEN and len(fitting) > 1:
            best = max(fitting, key=lambda each: (_reads(each, below), each.heading.sure))
        if meaning in _PARTS and (halves := _halves(fitting, below)):
            known.setdefault(_PARTS[meaning], (halves[0],))
            known[meaning] = (halves[1],)
        elif meaning is Meaning.TITLE:
            known |= dict(_titles(fitting, best, found, below))
        elif meaning is Meaning.ROOM and len(fitting) > 1:
            rooms = [each for each in fitting if ROOM.search(folded(each.words))]
            best = rooms[0] if rooms else best
            others = tuple(each for each in fitting if each is not best)
            known[meaning] = (best,)
            known.setdefault(Meaning.BUILDING, others[:1])
        elif meaning in _SEVERAL:
            known.setdefault(meaning, tuple(fitting))
        else:
            known[meaning] = (best,)
    return known


def _halves(fitting: Sequence[Column], below: Sequence[Row]) -> tuple[Column, Column] | None:
    """Return the column of days and that of times, where both have the same heading."""
    if len(fitting) != 2:
        return None
    told_in = [
        [told(row[each.at], times=True) for row in below if said(row[each.at])] for each in fitting
    ]
    days, times = told_in
    fits = all(each.dated and each.start is None for each in days) and all(
        each.start and not each.dated for each in times
    )
    return (fitting[0], fitting[1]) if days and times and fits else None


def _reads(column: Column, below: Sequence[Row]) -> bool:
    """Whether most of what stands in *column* says when something is, as its heading does."""
    dated = column.heading.meaning in _DATED
    cells = [row[column.at] for row in below if said(row[column.at])]
    read = [told(cell, times=not dated) for cell in cells]
    good = [each for each in read if each.moment or (each.dated if dated else each.start)]
    return 2 * len(good) > len(cells)


def _titles(
    fitting: Sequence[Column], best: Column, found: Sequence[Column], below: Sequence[Row]
) -> Iterator[tuple[Meaning, tuple[Column, ...]]]:
    """Yield the titles, and what others that could be them are beside them.

    A "Name" is that of the speaker, a "Session" or "Topic" the theme, a "Summary" the abstract;
    not where only numbers are in it.
    """
    yield Meaning.TITLE, (best,)
    taken = {column.heading.meaning for column in found}
    if Meaning.FIRST_NAME in taken:
        taken.add(Meaning.SPEAKER)
    for column in fitting:
        meaning = column.heading.beside
        if column is best or meaning is None or meaning in taken or _counts(column, below):
            continue
        taken.add(meaning)
        yield meaning, (column,)


def _counts(column: Column, below: Sequence[Row]) -> bool:
    """Whether only numbers are in *column*."""
    words = [said(row[column.at]) for row in below]
    return any(words) and not any(map(str.isalpha, "".join(words)))
