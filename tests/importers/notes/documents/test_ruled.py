"""Tables drawn with lines."""

import io

import pdfplumber
from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Drawn

from roundtable_ical.importers.notes.documents.glyphs import Glyph
from roundtable_ical.importers.notes.documents.pdf import glyphs_of
from roundtable_ical.importers.notes.documents.ruled import Table, tables

STYLE = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12)


def read(cells: list[list[str]], *style: tuple[object, ...]) -> tuple[list[Table], list[Glyph]]:
    """Return the tables on a page with these cells, and the letters outside."""
    out = io.BytesIO()
    drawn = Drawn(
        [[Paragraph(cell, STYLE) for cell in row] for row in cells],
        colWidths=[90, 160, 160],
        style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), *style]),
    )
    SimpleDocTemplate(out, invariant=True).build([Paragraph("Agenda", STYLE), drawn])
    with pdfplumber.open(out) as pdf:
        page = pdf.pages[0]
        return tables(page, list(glyphs_of(page)), 1)


def test_cells_are_read_each_on_its_own() -> None:
    found, outside = read(
        [
            ["Time", "Title", "Speakers"],
            ["9:00", "Opening of the meeting by the host and the chair", "Ms. Ana<br/>Mr. Bo"],
        ]
    )

    (table,) = found
    assert table.cells == (
        ("Time", "Title", "Speakers"),
        ("9:00", "Opening of the meeting by the host and the chair", "Ms. Ana\nMr. Bo"),
    )
    assert "".join(glyph.text for glyph in outside) == "Agenda"


def test_a_cell_over_several_columns_stands_in_the_first() -> None:
    (table,), _ = read(
        [["Day 1", "", ""], ["9:00", "Opening", "Ms. Ana"]], ("SPAN", (0, 0), (-1, 0))
    )

    assert table.cells == (("Day 1", "", ""), ("9:00", "Opening", "Ms. Ana"))


def test_bold_words_of_a_cell_are_known_over_its_rows() -> None:
    (table,), _ = read(
        [["9:00", "<b>Opening of the meeting by the host and the chair</b>", "a"], ["b", "c", "d"]]
    )

    assert table.strong == (("Opening of the meeting by the host and the chair",), ())
