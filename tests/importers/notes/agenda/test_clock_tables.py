"""Tables of what time it is elsewhere."""

from roundtable_ical.importers.notes.agenda.clock_tables import clock_tables
from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.documents import markdown


def rows(text: str) -> frozenset[int]:
    lines = markdown.document(text).lines
    return clock_tables(lines, {line.number: slots(line) for line in lines})


def test_one_span_in_several_places_is_no_agenda() -> None:
    text = """| Start | End | Location |
|---|---|---|
| 00:00 (next day) | 04:00 | Tokyo |
| 11:00 | 15:00 (3 PM) | Boston |
| 16:00 | 20:00 | London |
| 17:00 | 21:00 | Brussels |
"""

    assert len(rows(text)) == 5


def test_a_table_with_titles_is_an_agenda_however_long_its_items_are() -> None:
    text = """| Start | End | Topic |
|---|---|---|
| 9:00 | 10:00 | Trade |
| 10:00 | 11:00 | Health |
| 11:00 | 12:00 | Seas |
"""

    assert rows(text) == frozenset()
