"""Titles that were broken where the page was full."""

import pytest

from roundtable_ical.importers.notes.agenda.wrapped import edge, ended_as, goes_on
from roundtable_ical.importers.notes.lines import Line

TITLE = Line(number=1, text="9:30  Opening of the Second Assembly of the Harbours of the")


def below(text: str, indent: int = 6) -> Line:
    return Line(number=2, text=text, indent=indent)


@pytest.mark.parametrize("words", ["Rivers that feed it", "Harbours."])
def test_what_had_no_room_goes_on_with_a_capital_too(words: str) -> None:
    assert goes_on(TITLE, below(words), 60)


@pytest.mark.parametrize(
    "after",
    [
        below("Anna Berg, Port of Lund"),
        below("Dr. Jane Miller, Port of Lund"),
        below("Moderator: Ida Lund and others"),
        below("Moderated by Ida Lund"),
        below("Animée par Paul Martin"),
        below("Northern Sea", indent=0),
        Line(number=2, text="Northern Sea", indent=6, bullet="-"),
        Line(number=3, text="Northern Sea", indent=6),
    ],
)
def test_people_and_what_stands_apart_begin_anew(after: Line) -> None:
    assert not goes_on(TITLE, after, 60)


def test_a_line_with_room_for_the_next_word_was_ended_there() -> None:
    assert not goes_on(TITLE, below("A long evening"), 66)
    assert not goes_on(TITLE, below("Northern Sea"), None)


def test_a_text_has_an_edge_where_several_lines_end_there() -> None:
    lines = [Line(number=at, text="x" * size) for at, size in enumerate((60, 58, 55, 9), 1)]

    assert edge(lines) == 60
    assert edge(lines[2:]) is None
    assert edge([Line(number=at, text="x" * 300) for at in range(9)]) is None


def test_the_full_stop_inside_a_title_stays() -> None:
    assert ended_as("Ropes", Line(number=1, text="9:00 Ropes.")) == "Ropes."
    assert ended_as("Ropes", Line(number=1, text="9:00 Ropes")) == "Ropes"
