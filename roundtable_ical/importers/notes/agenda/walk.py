"""A pass through the lines of an agenda that gives each item its day, title and lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from roundtable_ical.importers.notes.agenda import rooms, titles, wrapped
from roundtable_ical.importers.notes.agenda.day_headings import day_heading, without_date
from roundtable_ical.importers.notes.agenda.days import Calendar
from roundtable_ical.importers.notes.agenda.layout import Layout
from roundtable_ical.importers.notes.agenda.placing import block_above, has_indents, is_aside
from roundtable_ical.importers.notes.agenda.rows import Rough, Row, beside, give, lines_of, parts_of
from roundtable_ical.importers.notes.agenda.section_lines import section_lines
from roundtable_ical.importers.notes.agenda.slots import Position, Slot
from roundtable_ical.importers.notes.agenda.table_heads import Column, heads
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.dates import Written

_SHORT = 60


@dataclass
class Walk:
    """A pass through the lines; its results are *items*, *used* and *placed*.

    Args:
        layout: which times are those of items.
        calendar: what is known of the days.
        width: characters of the longest lines.
        edge: the column at which the text was broken, None where it was not.
        day: of the first item, where it is not simply the first of the event.
        items: in the order of the lines.
        used: numbers of the lines that something was made of.
        placed: the dates that were read, with line and day.
    """

    layout: Layout
    calendar: Calendar
    width: int
    edge: int | None = None
    day: date | None = None
    items: list[Rough] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    placed: list[tuple[int, Written, date]] = field(default_factory=list)
    _day: date | None = None
    _first: date | None = None
    _columns: tuple[Column, ...] = ()
    _table: int = 0
    _current: list[Rough] = field(default_factory=list)
    _above: list[Line] = field(default_factory=list)
    _pending: list[Line] = field(default_factory=list)
    _awaiting: bool = False
    _dated: bool = False
    """Whether a date was read since the last item: "Day 1" under it is that day."""
    _heads: frozenset[int] = frozenset()
    _table_has_item: bool = False
    _roles_below: bool | None = None
    """Whether rows with a role stand under their item in this table; None before the first."""

    def through(self, lines: Sequence[Line]) -> None:
        """Collect the items of *lines*."""
        known = self.calendar.known
        self._heads = section_lines(lines, self.layout.slots)
        self._day = self.day or (known[0] if known else None)
        for at, line in enumerate(lines):
            self._line(line, lines[at - 1] if at else None)

    def _line(self, line: Line, before: Line | None) -> None:
        if line.is_blank:
            self._above.append(line)
            return
        if line.table != self._table:
            self._columns, self._table = (), line.table
            self._table_has_item, self._roles_below = False, None
        slots = self.layout.slots.get(line.number, ())
        for slot in slots:
            self._slot(slot, line)
        if slots or self._is_head(line) or self._is_day(line):
            self.used.add(line.number)
            if not slots:
                self._close()
                self._above.append(line)
            return
        self._other(line, before)

    def _close(self) -> None:
        self._current, self._above, self._pending, self._awaiting = [], [], [], False

    def _is_head(self, line: Line) -> bool:
        named = heads(line.cells) if len(line.cells) > 1 else None
        if named:
            self._columns = named
        return bool(named)

    def _is_day(self, line: Line) -> bool:
        heading = day_heading(line)
        if heading is None or line.number in self.layout.clocked:
            return False
        found, number = heading
        single = [each for each in found if each.last is None and not each.further]
        if self._awaiting and not any(each.day for each in single):
            return False
        day = next((day for each in single if (day := self._day_of(each, line))), None)
        if day is not None:
            self._dated = True
        elif number is not None:
            day = self._day if self._dated else self.calendar.numbered(number, self._first)
        if day is None:
            return any(each.last or each.further for each in found)
        early = line.bullet and not self.items
        if early and self.calendar.known and day not in self.calendar.known:
            return False
        self._set_day(day, number)
        return True

    def _day_of(self, written: Written, line: Line) -> date | None:
        day = self.calendar.day(written, self._day)
        if day is not None and written.day is not None:
            self.placed.append((line.number, written, day))
        return day

    def _set_day(self, day: date, number: int | None) -> None:
        self._day = day
        if self._first is None or number == 1:
            self._first = day

    def _slot(self, slot: Slot, line: Line) -> None:
        self._dated, self._table_has_item = False, True
        single = [each for each in reversed(slot.dates) if each.last is None]
        day = next((day for each in single if (day := self._day_of(each, line))), None)
        if day is None and slot.day is not None:
            day = self.calendar.numbered(slot.day, self._first)
        if day is not None:
            self._set_day(day, slot.day)
        if slot.column is None and self._is_detail(slot, line):
            return
        alone = slot.position is Position.ALONE
        above = self._title_above() if alone and self.layout.title_above else None
        if slot.position is Position.LABEL:
            above = self._title_above(first=True)
        if slot.before and self._current:
            self._current[-1].body.append(Line(number=line.number, text=slot.before))
        self._current = list(self._made(slot, line, above))
        said = [each for each in self._pending if titles.is_role(each.text)]
        for rough in self._current:
            rough.body[:0] = said
        self._pending = []
        self.items.extend(self._current)
        self._above = []
        named = any(rough.parts for rough in self._current)
        self._awaiting = not named and slot.column is None

    def _is_detail(self, slot: Slot, line: Line) -> bool:
        """Whether a time with a room behind it tells of an item above, and take it as that.

        A title with the time of its block, then the same time again with the room; of several
        sessions in one block each has such a line.
        """
        if slot.position is not Position.FRONT or not rooms.begins_as_room(slot.title):
            return False
        words, _ = rooms.apart(slot.title)
        shown = block_above(self._above)
        if not shown:
            return False
        current = self._current[-1] if self._current else None
        same = current and current.hours and current.hours.start == slot.hours.start
        if current and same and current.room is None:
            current.room = words
            return True
        for rough in self._current:
            rough.body = [each for each in rough.body if each.number < shown[0].number]
        title, *body = shown
        made = Rough(line=title.number, hours=slot.hours, day=self._day, parts=[title.text])
        made.body, made.room = body, words
        self._current = [made]
        self.items.extend(self._current)
        self.used.update(each.number for each in (*shown, line))
        self._above = []
        return True

    def _title_above(self, *, first: bool = False) -> Line | None:
        """Take the title that stands over a time, out of the item before it.

        *first*: it is the first line of the block over the time, not the last.
        """
        block = block_above(self._above) if first else []
        shown = block[:1] or [line for line in self._above if not line.is_blank]
        if not shown:
            return None
        title = shown[-1]
        for rough in self._current:
            rough.body = [line for line in rough.body if line.number != title.number]
        self.used.add(title.number)
        return title

    def _made(self, slot: Slot, line: Line, above: Line | None) -> Iterator[Rough]:
        if slot.column is None:
            words = without_date(above.text) if above else slot.title
            if slot.position is Position.BACK:
                words = self._with_beginning(words, line)
            yield Rough(
                line=line.number,
                hours=slot.hours,
                day=self._day,
                parts=[words] if words else [],
                open_end=line if words and not above else None,
            )
            return
        columns = self._columns if len(self._columns) >= 2 else ()
        yield from Row(
            slot=slot,
            columns=columns,
            calendar=self.calendar,
            day=self._day,
            first=self._first,
        ).items()

    def _with_beginning(self, words: str, line: Line) -> str:
        """Return a title that ends with its time, with the line that it began in."""
        before = self._above[-1] if self._above else None
        if before is None or before.is_blank or line.bullet or not before.bullet:
            return words
        for rough in self._current:
            rough.body = [each for each in rough.body if each.number != before.number]
        self.used.add(before.number)
        return f"{before.text} {words}"

    def _other(self, line: Line, before: Line | None) -> None:
        """Put a line without a time where it belongs: to a title, a body, or to nothing."""
        rough = self._current[-1] if self._current else None
        self._above.append(line)
        if self._roles_below is None and titles.names_role(line.text):
            self._roles_below = self._table_has_item and rough is not None
        if rough is None:
            headed = line.heading or line.number in self._heads
            self._pending = [] if headed else [*self._pending, line][-3:]
            return
        if self._awaiting:
            self._title_below(line)
            return
        if (line.heading and rough.parts) or line.number in self._heads:
            self._close()
            self._above.append(line)
            return
        self.used.add(line.number)
        if len(line.cells) > 1 and (other := beside(rough, line, self._columns)):
            self._current = [other]
            self.items.append(other)
            return
        if is_aside(rough, line):
            rough.body.append(Line(number=rough.line, text=rough.parts[0]))
            self._title_below(line)
            return
        ended = rough.open_end
        if ended and (
            titles.goes_on(" ".join(rough.parts), ended, line, self.width)
            or wrapped.goes_on(ended, line, self.edge)
        ):
            rough.parts[-1:] = [wrapped.ended_as(rough.parts[-1], ended), line.text.strip()]
            rough.open_end = line
            return
        if self._is_between(line, before, rough):
            self._pending.append(line)
            return
        rough.open_end = None
        for each in lines_of(line):
            for current in self._current:
                current.body.append(each)

    def _title_below(self, line: Line) -> None:
        """Give the title that stands in the line under a time to the item of that time."""
        self._awaiting = False
        self.used.add(line.number)
        cells = [cell for cell in line.cells if cell]
        for rough in self._current:
            give(rough, cells[0], line)
            for cell in cells[1:]:
                rough.body.extend(parts_of(cell, line))
            rough.open_end = line if len(cells) == 1 else None

    def _is_between(self, line: Line, before: Line | None, rough: Rough) -> bool:
        """Whether a line stands over the next items: less indented than what is under items."""
        if line.indent or line.bullet or self._closes_item(line):
            return False
        if line.table:
            filled = {cell for cell in line.cells if cell}
            return len(filled) == 1 and bool(line.cells[0]) and len(line.cells) > 1
        if self._pending:
            return True
        indented = any(each.indent for each in rough.body) or has_indents(self.items)
        previous = before.text if before and not before.is_blank else ""
        return indented and len(previous) < _SHORT and not line.heading

    def _closes_item(self, line: Line) -> bool:
        """Whether a row with a role ("Chair: ...") tells of the item over it, not of those below.

        The first such row of its table tells: it stands over all items, or under one.
        """
        return titles.is_role(line.text) and bool(self._roles_below) and not self._pending
