"""Tables that give the hours of the event in other places, and no items."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from roundtable_ical.importers.notes.agenda.rooms import is_room
from roundtable_ical.importers.notes.agenda.slots import Slot
from roundtable_ical.importers.notes.agenda.table_heads import Holds, heads
from roundtable_ical.importers.notes.lines import Line

_FEWEST = 3
_HALF_DAY = 12 * 60
_OF_ITEMS = frozenset(
    {Holds.TITLE, Holds.PEOPLE, Holds.KIND, Holds.TRACK, Holds.DAY, Holds.LENGTH, Holds.DATE}
)


def clock_tables(lines: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> frozenset[int]:
    """Return the numbers of the rows that say what time it is elsewhere.

    Such a table has times and places under its heads, no titles; its spans are as long as each
    other, and lie over each other.
    """
    return frozenset(
        line.number
        for rows in _tables(lines)
        if _has_no_titles(rows[0]) and _is_one_span(rows[1:], found)
        for line in rows
    )


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    tables: dict[int, list[Line]] = {}
    for line in lines:
        if line.table and not line.is_blank:
            tables.setdefault(line.table, []).append(line)
    yield from (rows for rows in tables.values() if len(rows) > _FEWEST)


def _has_no_titles(head: Line) -> bool:
    columns = heads(head.cells)
    return columns is not None and not any(column.holds in _OF_ITEMS for column in columns)


def _is_one_span(rows: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> bool:
    slots = [slot for row in rows for slot in found.get(row.number, ())]
    spans = [
        (each.hours.end.minutes - each.hours.start.minutes) % _HALF_DAY
        for each in slots
        if each.hours.start and each.hours.end
    ]
    starts = {each.hours.start.minutes for each in slots if each.hours.start}
    if len(spans) < _FEWEST or len(starts) < len(slots) - 1:
        return False
    usual = Counter(spans).most_common(1)[0][1]
    named = [cell for row in rows for cell in row.cells if cell and is_room(cell)]
    return usual * 3 >= len(rows) * 2 and len(named) * 2 < len(rows)
