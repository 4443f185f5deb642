"""Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.documents.markdown import document, is_marked
from roundtable_ical.importers.notes.lines import Document, Line

FRONT = "---\ntitle: Workshop\ndate: 2022-08-09\n---\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (FRONT, True),
        ("## Day 1\n### 9:00 Opening", True),
        ("| a | b |\n|---|---|", True),
        ("# Agenda\n* Opening", True),
        ("CONCEPT NOTE\n\n9.00\tOpening\n- 1) **themes** of the day", False),
        ("Agenda | Day 1\n---\n9:00 Opening", False),
    ],
)
def test_markdown_is_known_by_what_is_in_it(text: str, marked: bool) -> None:
    assert is_marked(text) is marked


def test_front_matter_is_about_the_document_and_not_in_it() -> None:
    assert document(FRONT + "9:00 Opening") == Document(
        lines=(Line(number=5, text="9:00 Opening"),),
        about={"title": "Workshop", "date": "2022-08-09"},
    )


def test_headings_lists_and_quotes_lose_their_marks() -> None:
    text = "Agenda\n======\n\n## Day 1 ##\n* Opening\n    * Ms. **Ana**\n> 1. Panel"

    assert document(text).lines == (
        Line(number=1, text="Agenda", heading=1),
        Line(number=2, text=""),
        Line(number=3, text=""),
        Line(number=4, text="Day 1", heading=2),
        Line(number=5, text="Opening", bullet="*"),
        Line(number=6, text="Ms. Ana", bullet="*", indent=4, strong=("Ana",)),
        Line(number=7, text="Panel", bullet="1."),
    )


def test_a_table_needs_no_parting_line_and_loses_no_cell() -> None:
    text = "| Time | Title |\n| 9:00 | Hall | Room 7 |\n| | A \\| B |"

    assert [line.text for line in document(text).lines] == [
        "Time\tTitle",
        "9:00\tHall\tRoom 7",
        "\tA | B",
    ]


def test_a_table_without_outer_pipes_is_known_by_its_parting_line() -> None:
    assert [line.table for line in document("Time | Title\n--- | ---\n9:00 | Opening").lines] == [
        1,
        1,
    ]


def test_what_nobody_sees_is_left_out() -> None:
    text = "a\n<!-- b\nc -->\n{: .table}\n[x]: https://example.org\n<script>d</script>\ne<br>f"

    assert [line.text for line in document(text).lines] == ["a", "", "", "", "", "", "e\nf"]


def test_a_table_in_html_is_read_as_one() -> None:
    text = "# Agenda\n<table>\n<tr><td>9:00</td><td>Opening</td></tr>\n</table>\nEnd"

    assert [(line.number, line.text, line.table) for line in document(text).lines] == [
        (1, "Agenda", 0),
        (2, "9:00\tOpening", 1),
        (5, "End", 0),
    ]


@given(st.text(alphabet="ab#|-*>=`<\n :9[]()", max_size=80))
def test_every_line_keeps_its_number(text: str) -> None:
    numbers = [line.number for line in document(text).lines]

    assert numbers == sorted(numbers)
    assert set(numbers) <= set(range(1, text.count("\n") + 2))
