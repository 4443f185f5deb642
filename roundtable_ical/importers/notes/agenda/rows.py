"""Items of an agenda as they stand in its lines, and those in the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from zoneinfo import ZoneInfo

from roundtable_ical.importers.notes.agenda import people_cells, rooms, titles
from roundtable_ical.importers.notes.agenda.days import Calendar
from roundtable_ical.importers.notes.agenda.slots import Position, Slot, clean, dated
from roundtable_ical.importers.notes.agenda.table_heads import Column, Holds
from roundtable_ical.importers.notes.found import Remark
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.notes.times.clocks import Hours, lengths

_LISTED = frozenset("•-–*·●○▪")
_TIMELY = frozenset({Holds.NUMBER, Holds.DATE, Holds.START, Holds.END, Holds.TIME, Holds.DAY})
_SHORT_DATE = 25
_FEWEST_CELLS = 3
_ZONES = re.compile(r"\b(?:(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2})?|[A-Z]{2,5})\b")


@dataclass(kw_only=True)
class Rough:
    """An item being put together.

    Args:
        line: where it begins.
        hours: None where its time is open.
        day: None where no day is known.
        parts: the lines of its title.
        body: the lines under it.
        room: as a column or a head of columns names it.
        minutes: how long it takes, where a column says it.
        kind: the words of a column that names its sort.
        zone: of a time that is printed on several clocks.
        open_end: the line behind which the title may go on.
        remarks: what is to be told of it.
        listed: whether its people have a column of their own.
    """

    line: int
    hours: Hours | None
    day: date | None
    parts: list[str]
    body: list[Line] = field(default_factory=list)
    room: str | None = None
    minutes: int | None = None
    kind: str = ""
    zone: ZoneInfo | None = None
    open_end: Line | None = None
    remarks: list[Remark] = field(default_factory=list)
    listed: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row with a time in it, under the heads of its columns.

    Args:
        slot: the time.
        columns: none where they are not named.
        calendar: what the days of day columns are told from.
        day: that the row stands under; *first* is the first of the agenda.
    """

    slot: Slot
    columns: tuple[Column, ...]
    calendar: Calendar
    day: date | None
    first: date | None

    def items(self) -> Iterator[Rough]:
        """Yield the item of the row; of a grid of days or rooms those of its cells."""
        cells = self.slot.line.cells
        split = [
            at
            for at, column in enumerate(self.columns)
            if column.holds in {Holds.DAY, Holds.TRACK} and at != self.slot.column
        ]
        if len(split) >= 2 and any(cells[at] for at in split if at < len(cells)):
            yield from self._grid(split)
            return
        plain = self._plain()
        yield plain
        if plain.hours and any(not each.zone for each in plain.hours.others):
            first, *others = (replace(plain.hours, others=()), *plain.hours.others)
            plain.hours = first
            yield from (replace(plain, hours=each, body=[*plain.body]) for each in others)

    def _hours(self) -> Hours:
        """Return the time of the row; where several columns give it on several clocks, on all."""
        line = self.slot.line
        told: list[Hours] = []
        for at, column in enumerate(self.columns):
            if column.holds is not Holds.TIME or at >= len(line.cells):
                continue
            for hours in clocks.found(line.cells[at])[:1]:
                zone = hours.zone or re.sub(
                    r"(?i)\b(?:time|hora|heure|uhrzeit)s?\b", "", column.words
                )
                told.append(replace(hours, zone=zone.strip(" ()[]:-,")))
        if len(told) < 2:
            return self._on_named_clocks(self.slot.hours)
        return replace(told[0], others=tuple(told[1:]))

    def _on_named_clocks(self, hours: Hours) -> Hours:
        """Return *hours* with the zones that the head of its column has: "Time (CET / EST)"."""
        at = self.slot.column
        words = self.columns[at].words if at is not None and at < len(self.columns) else ""
        zones = _ZONES.findall(words)
        if len(zones) != len(hours.others) + 1 or any(each.zone for each in hours.others):
            return hours
        first, *rest = zones
        others = zip(hours.others, rest, strict=True)
        return replace(
            hours, zone=first, others=tuple(replace(each, zone=zone) for each, zone in others)
        )

    def _grid(self, split: Sequence[int]) -> Iterator[Rough]:
        """Yield one item for each day or room; one for all rooms where they say the same."""
        line, columns = self.slot.line, self.columns
        filled = [(at, line.cells[at]) for at in split if at < len(line.cells) and line.cells[at]]
        rooms_only = all(columns[at].holds is Holds.TRACK for at in split)
        shared = rooms_only and len({words for _, words in filled}) == 1
        for at, words in filled[:1] if shared else filled:
            column = columns[at]
            in_room = column.holds is Holds.TRACK and not shared
            rough = Rough(
                line=line.number,
                hours=self._hours(),
                day=self.day if column.holds is Holds.TRACK else self._day_of(column),
                parts=[],
                room=column.words if in_room else None,
            )
            give(rough, words, line)
            yield rough

    def _day_of(self, column: Column) -> date | None:
        dated_days = (self.calendar.day(each, self.day) for each in column.dates)
        found = next((day for day in dated_days if day), None)
        if found is None and column.day is not None:
            return self.calendar.numbered(column.day, self.first)
        return found

    def _holds(self, at: int) -> Holds | None:
        return self.columns[at].holds if at < len(self.columns) else None

    def _plain(self) -> Rough:
        slot, line = self.slot, self.slot.line
        rough = Rough(line=line.number, hours=self._hours(), day=self.day, parts=[])
        if slot.title and slot.position is not Position.CELL:
            rough.parts = [slot.title]
        rough.listed = any(column.holds is Holds.PEOPLE for column in self.columns)
        rest: list[int] = []
        for at, cell in enumerate(line.cells):
            if at == slot.column or not cell or self._holds(at) in _TIMELY:
                continue
            if not self._take(rough, at, cell):
                rest.append(at)
        for at in rest:
            self._take_rest(rough, at, line.cells[at])
        if not rough.parts and slot.title:
            rough.parts = [slot.title]
        elif slot.title and rough.parts != [slot.title] and slot.position is Position.CELL:
            rough.body.insert(0, Line(number=line.number, text=slot.title, table=line.table))
        if not line.table and rough.parts and not rough.body:
            rough.open_end = line
        return rough

    def _take(self, rough: Rough, at: int, cell: str) -> bool:
        """Put a cell where its column belongs; False where no column says."""
        holds = self._holds(at)
        if holds is Holds.LENGTH or (holds is None and _is_length(cell)):
            told = lengths(cell)
            rough.minutes = told[0].minutes if told else int(cell) if cell.isdigit() else None
        elif holds is Holds.ROOM:
            rough.room = " ".join(cell.split())
        elif holds is Holds.KIND:
            rough.kind = cell
        elif holds is Holds.TITLE and not rough.parts and not self._is_listed(cell):
            give(rough, cell, self.slot.line)
        else:
            return False
        return True

    def _is_listed(self, cell: str) -> bool:
        """Whether a cell is a list under the title that stands in the cell of the time."""
        return bool(self.slot.title) and cell[:1] in _LISTED

    def _take_rest(self, rough: Rough, at: int, cell: str) -> None:
        line, holds = self.slot.line, self._holds(at)
        if not rough.parts and not self.slot.title and holds in {None, Holds.OTHER, Holds.TRACK}:
            if holds is None and _is_no_title(cell):
                return
            give(rough, cell, line)
        elif (
            rough.room is None
            and holds is None
            and rooms.is_room(cell)
            and at == len(line.cells) - 1
        ):
            rough.room = cell
        elif holds is Holds.PEOPLE:
            head = self.columns[at].words
            rough.body.extend(people_cells.told(each, head) for each in parts_of(cell, line))
        else:
            rough.body.extend(parts_of(cell, line))


def beside(rough: Rough, line: Line, columns: Sequence[Column]) -> Rough | None:
    """Return the item that a row without a time stands for, at the time of *rough* elsewhere.

    It has a title and a room of its own, as the row of *rough* has; None for other rows.
    """
    cells = line.cells
    held = {column.holds: at for at, column in enumerate(columns) if at < len(cells)}
    at = held.get(Holds.ROOM, len(cells) - 1)
    room = cells[at] if at else ""
    title = held.get(Holds.TITLE, 1)
    if len(cells) < _FEWEST_CELLS or cells[0] or title >= at or not cells[title]:
        return None
    if rough.room in {None, room} or not ((Holds.ROOM in held and room) or rooms.is_room(room)):
        return None
    made = Rough(line=line.number, hours=rough.hours, day=rough.day, parts=[], room=room)
    give(made, cells[title], line)
    for cell in cells[title + 1 : at]:
        made.body.extend(parts_of(cell, line))
    return made


def give(rough: Rough, cell: str, line: Line) -> None:
    """Give *cell* as the title of *rough*; what stands in further lines of it goes below."""
    head, *rest = [part for part in cell.split("\n") if part.strip()] or [""]
    rough.parts = [clean(head)] if clean(head) else []
    while rough.parts and rest and titles.runs_on(rough.parts[-1], rest[0]):
        rough.parts.append(rest.pop(0).strip())
    rough.body[:0] = parts_of("\n".join(rest), line)


def parts_of(cell: str, line: Line) -> list[Line]:
    """Return the lines of a cell of *line*, as lines of the document."""
    return [
        Line(
            number=line.number,
            text=part.strip(),
            indent=line.indent,
            bullet=line.bullet,
            strong=line.strong,
            table=line.table,
        )
        for part in cell.split("\n")
        if part.strip()
    ]


def lines_of(line: Line) -> list[Line]:
    """Return a line without a time as lines under an item: of a row, its cells."""
    if len(line.cells) == 1 and "\n" not in line.text:
        return [line]
    cells = [cell for cell in dict.fromkeys(line.cells) if cell]
    return [part for cell in cells for part in parts_of(cell, line)]


def _is_length(cell: str) -> bool:
    told = lengths(cell)
    return len(told) == 1 and not clean(cell[: told[0].at[0]] + cell[told[0].at[1] :])


def _is_no_title(cell: str) -> bool:
    """Whether a cell only counts, or dates, the row."""
    bare = clean(cell).replace(".", "")
    return bare.isdigit() or (bool(dated(cell)) and len(cell) < _SHORT_DATE)
