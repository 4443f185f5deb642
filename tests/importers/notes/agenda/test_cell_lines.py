"""Tables that were turned to one cell a line."""

import pytest

from roundtable_ical.importers.notes.agenda.cell_lines import head_lines, with_rows
from roundtable_ical.importers.notes.documents.plain import document
from roundtable_ical.importers.notes.lines import Line


def texts(text: str) -> list[str]:
    return [line.text for line in with_rows(document(text).lines)]


def test_a_sort_between_time_and_title_is_no_title() -> None:
    text = "Hora\nTipo\nTítulo\nPonente\n9:00\nCharla\nRiego\nAna Ruiz\n10:00\nPausa\nCafé"

    assert texts(text) == [
        "Hora\tTipo\tTítulo",
        "9:00\tCharla\tRiego",
        "Ana Ruiz",
        "10:00\tPausa\tCafé",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Time\nSession\nSpeaker\n9:00\nTides\nIda Lund\n10:00\nCoffee",
        "Time\nRoom\nSession\n9:00\nTides\n10:00\nCoffee\n11:00\nRopes",
        "9:00\nTalk\nTides\n10:00\nBreak\nCoffee",
        "Time to act\n9:00\nTalk\nTides\n10:00\nBreak\nCoffee",
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert texts(text) == text.split("\n")


def test_blank_lines_between_the_cells_and_a_wrapped_title_do_no_harm() -> None:
    text = "Time\n\nRoom\n\nSession\n\n9:00\n\nHall\n\nTides\nand trade\n\n10:00\n\nFoyer\n\nTea"

    assert [words for words in texts(text) if words] == [
        "Time\tRoom\tSession",
        "9:00\tHall\tTides",
        "and trade",
        "10:00\tFoyer\tTea",
    ]


def test_each_day_may_have_heads_of_its_own() -> None:
    day = "Time\nType\nTopic\n9:00\nTalk\nTides\n10:00\nBreak\nTea\n"

    assert texts(f"3 May 2025\n{day}4 May 2025\n{day}".strip()) == [
        "3 May 2025",
        "Time\tType\tTopic",
        "9:00\tTalk\tTides",
        "10:00\tBreak\tTea",
        "4 May 2025",
        "Time\tType\tTopic",
        "9:00\tTalk\tTides",
        "10:00\tBreak\tTea",
    ]


def test_no_lines_give_no_rows() -> None:
    assert with_rows([]) == []


def test_heads_are_told_from_what_stands_over_them() -> None:
    rows = ("Harbour Day", "3 May 2025", "Time", "Topic", "Speaker", "9:00", "Tides")
    lines = [Line(number=at, text=row) for at, row in enumerate(rows, 1)]

    assert head_lines(lines) == {3, 4, 5}
