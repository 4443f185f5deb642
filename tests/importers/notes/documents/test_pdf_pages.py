"""The pages of a PDF, drawn within bounds."""

import io

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.importers.notes.documents.pdf_pages import MOST_LETTERS, MOST_SHAPES, drawn


def page(text: str, times: int = 1, lines: int = 0) -> pdfplumber.page.Page:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for n in range(times):
        canvas.drawString(50, 800 - n % 750, text)
    for n in range(lines):
        canvas.line(50, 50 + n % 700, 90, 90)
    canvas.save()
    return pdfplumber.open(out).pages[0]


def test_a_page_is_drawn_once_and_its_letters_are_counted() -> None:
    found = page("Opening")

    assert drawn(found) == 7
    assert "".join(char["text"] for char in found.chars) == "Opening"


def test_more_letters_than_a_page_can_have_are_refused() -> None:
    with pytest.raises(Unreadable, match="page 1 has more than 30,000 letters"):
        drawn(page("a" * 100, times=MOST_LETTERS // 100 + 1))


def test_lines_beyond_what_a_table_has_are_not_kept() -> None:
    found = page("Opening", lines=MOST_SHAPES + 50)

    assert drawn(found) == 7
    assert len(found.lines) == MOST_SHAPES
