"""Lines that head a group of items."""

from roundtable_ical.importers.notes.agenda.section_lines import section_lines
from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.documents.plain import document


def heads(text: str) -> list[int]:
    lines = document(text).lines
    found = {line.number: slots(line) for line in lines}
    return sorted(section_lines(lines, {at: each for at, each in found.items() if each}))


def test_numbered_sessions_with_items_under_each_are_heads() -> None:
    text = (
        "Session 1: Rivers\nChair: Ann Lee\n9:00 The Nile\n9:30 The Niger\n\n"
        "Session 2: Lakes\nChair: Bo Chen\n10:00 Lake Chad"
    )

    assert heads(text) == [1, 6]


def test_capitals_behind_a_break_are_heads_and_names_are_none() -> None:
    text = (
        "WELCOME AND OPENING\n9:00 Welcome\n9:30 Coffee break\nCOUNTRY REPORTS\n10:00 Kenya\n"
        "10:30 Lunch\nMARIA LOPEZ\n11:00 Peru"
    )

    assert heads(text) == [1, 4]


def test_sessions_side_by_side_under_one_item_are_no_heads() -> None:
    text = "9:00 Parallel sessions\nSession A: Rivers\nSession B: Lakes\n\n11:00 Closing"

    assert heads(text) == []
