"""Tables that lost their rows."""

from roundtable_ical.importers.notes.agenda.flattened import unflattened
from roundtable_ical.importers.notes.documents.plain import document
from roundtable_ical.importers.notes.lines import Line


def texts(*lines: str) -> list[str]:
    found = unflattened([Line(number=at, text=text) for at, text in enumerate(lines, 1)])
    return [line.text for line in found]


def test_pipes_at_line_ends_go() -> None:
    assert texts("09:00 |", "Opening |", "|") == ["09:00", "Opening", ""]


def test_a_table_in_one_line_gets_its_cells_back() -> None:
    assert texts("| | 08.30 - 09.15 | Opening | 09.15 - 12.15 | Topic 1 | 12.15 | Close |") == [
        "08.30 - 09.15",
        "Opening",
        "09.15 - 12.15",
        "Topic 1",
        "12.15",
        "Close",
    ]


def test_starts_over_ends_become_spans() -> None:
    assert texts("08:30", "09:00", "Coffee", "09:00", "09:15", "Opening") == [
        "08:30 - 09:00",
        "Coffee",
        "09:00 - 09:15",
        "Opening",
    ]


def test_a_span_broken_behind_its_dash_becomes_whole() -> None:
    assert texts("4:00 pm - |", "6:00 pm |", "Registration |") == [
        "4:00 pm - 6:00 pm",
        "Registration",
    ]


def test_starts_alone_stay() -> None:
    assert texts("08:30", "Coffee", "09:00", "Opening") == ["08:30", "Coffee", "09:00", "Opening"]


def test_an_end_whose_dash_stands_in_its_own_line_is_that_of_the_start_above() -> None:
    lines = unflattened(document("10:30\n-11:30\n\nRivers").lines)

    assert [line.text for line in lines] == ["10:30 - 11:30", "", "Rivers"]


def test_the_heads_over_rows_between_pipes_are_a_row_too() -> None:
    assert texts(
        "Harbour Day | Lund",
        "Time | Room 1 | Room 2",
        "9:00 | Tides | Cranes",
        "9:30 | Pilots | Ropes",
        "10:00 | Tea | Tea",
    ) == [
        "Harbour Day | Lund",
        "Time\tRoom 1\tRoom 2",
        "9:00\tTides\tCranes",
        "9:30\tPilots\tRopes",
        "10:00\tTea\tTea",
    ]
