"""Which times of a document are those of its agenda."""

from roundtable_ical.importers.notes.agenda.layout import layout
from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.documents import markdown, plain
from roundtable_ical.importers.notes.lines import Document


def items(document: Document) -> list[int]:
    found = {line.number: slots(line) for line in document.lines}
    return sorted(layout(document.lines, found).slots)


def test_times_in_sentences_are_none() -> None:
    text = "It lasts from 9:00 to 17:00 in the main hall of the venue.\n9:00 Opening\n10:00 Talk"

    assert items(plain.document(text)) == [2, 3]


def test_section_numbers_are_no_times() -> None:
    text = "09:00 Opening\n1.1 Background of it\n1.2 Scope of it\n10:00 Closing"

    assert items(plain.document(text)) == [1, 4]


def test_dotted_times_in_order_are_times() -> None:
    assert items(plain.document("9.00 Opening\n9.30 Talk\n10.15 Coffee")) == [1, 2, 3]


def test_lists_of_buses_behind_an_agenda_are_aside() -> None:
    text = """# Agenda
### 08:00 - 09:00 | Breakfast
### 09:00 - 10:00 | Talk
### 10:00 - 11:00 | Coffee
## Logistics
- **08:00**: buses from the hotels
- **19:30**: buses to the hotels
"""

    assert items(markdown.document(text)) == [2, 3, 4]


def test_times_behind_their_titles_are_taken_where_all_stand_so() -> None:
    assert items(plain.document("Opening (9:00 - 9:30)\nTalk (9:30 - 10:00)")) == [1, 2]
