"""Plain text."""

from pathlib import Path

from roundtable_ical.importers.notes.documents.plain import document, opened
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source

NOTE = Path(__file__).parents[4] / "samples" / "hld-2013" / "concept-note.txt"


def test_tabs_part_columns_and_hang_what_goes_on() -> None:
    assert document("9.00 - 9.25 \t\tDiscussion\n\tSocial dialogue") == Document(
        lines=(
            Line(number=1, text="9.00 - 9.25\tDiscussion"),
            Line(number=2, text="Social dialogue", indent=8),
        )
    )


def test_lines_drawn_with_signs_are_no_text() -> None:
    assert [line.text for line in document("Agenda\n======\n*** \n**** Day ****").lines] == [
        "Agenda",
        "",
        "***",
        "Day",
    ]


def test_a_number_alone_on_its_line_belongs_to_the_words_below() -> None:
    assert document("2.\n\nIntroduction").lines == (
        Line(number=1, text=""),
        Line(number=2, text=""),
        Line(number=3, text="Introduction", bullet="2."),
    )


def test_form_feeds_part_pages() -> None:
    assert [line.page for line in document("a\nb\n\fc").lines] == [1, 1, 2]


def test_markdown_is_seen_whatever_the_file_is_called() -> None:
    text = b"# Agenda\n\n| Time | Title |\n|---|---|\n| 9:00 | **Opening** |\n"

    assert opened(Source("note.txt", text)).document.lines == (
        Line(number=1, text="Agenda", heading=1),
        Line(number=2, text=""),
        Line(number=3, text="Time\tTitle", table=1),
        Line(number=5, text="9:00\tOpening", table=1, strong=("Opening",)),
        Line(number=6, text=""),
    )


def test_every_line_of_a_note_has_the_number_it_has_in_an_editor() -> None:
    content = NOTE.read_bytes()
    written = content.decode().split("\n")

    lines = opened(Source("note.txt", content)).document.lines

    assert [line.number for line in lines] == list(range(1, len(written) + 1))
    assert all(line.text[:20].split("\t")[0] in written[line.number - 1] for line in lines)
