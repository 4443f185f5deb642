"""PDF documents."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from roundtable_ical.importers.notes.documents.opened import Opened, Unreadable
from roundtable_ical.importers.notes.documents.pdf import opened
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.ports import Source

NOTE = Path(__file__).parents[3] / "data" / "notes" / "hld-2013.pdf"


def written(draw: Callable[[Canvas], None], **options: object) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True, **options)
    draw(canvas)
    canvas.save()
    return out.getvalue()


def read(draw: Callable[[Canvas], None]) -> Opened:
    return opened(Source("note.pdf", written(draw)))


def agenda(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(200, 780, "Agenda")
    canvas.setFont("Helvetica", 10)
    for n, (time, title) in enumerate((("9:00", "Opening"), ("9:30", "Panel"), ("10:30", "Tea"))):
        canvas.drawString(50, 740 - 12 * n, time)
        canvas.drawString(150, 740 - 12 * n, title)
    canvas.linkURL("https://a.example", (150, 736, 190, 750))
    canvas.drawCentredString(300, 30, "1 / 1")


def test_a_page_is_read_as_it_is_seen() -> None:
    assert read(agenda).document.lines == (
        Line(number=1, text="Agenda", indent=30, heading=1, strong=("Agenda",), page=1),
        Line(number=2, text=""),
        Line(number=3, text="9:00\tOpening", page=1, links=("https://a.example",)),
        Line(number=4, text="9:30\tPanel", page=1),
        Line(number=5, text="10:30\tTea", page=1),
    )


def test_what_repeats_is_read_once_and_told() -> None:
    def pages(canvas: Canvas) -> None:
        for n in (1, 2, 3):
            canvas.drawString(50, 810, "Forum")
            canvas.drawString(50, 400, f"text {n}")
            canvas.showPage()

    found = read(pages)

    assert [line.text for line in found.document.lines if line.text] == [
        "Forum",
        "text 1",
        "text 2",
        "text 3",
    ]
    assert [problem.message for problem in found.problems] == [
        "'Forum' was read once, as it stands on several pages"
    ]


def test_a_page_that_is_a_picture_among_others_is_told() -> None:
    def pages(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "9:00 Opening")
        canvas.showPage()
        canvas.drawInlineImage(picture(), 50, 50)
        canvas.showPage()

    assert [problem.message for problem in read(pages).problems] == [
        "there is no text but a picture on page 2"
    ]


def test_a_name_of_a_file_is_no_title() -> None:
    def titled(canvas: Canvas) -> None:
        canvas.setTitle("Microsoft Word - agenda.doc")
        canvas.setAuthor("WMO")
        canvas.drawString(50, 700, "9:00 Opening")

    about = read(titled).document.about

    assert (about.get("title"), about["author"]) == (None, "WMO")


def picture() -> object:
    image = pytest.importorskip("PIL.Image")
    return image.new("L", (20, 20))


def test_a_password_a_picture_and_damage_are_told_apart() -> None:
    lock = StandardEncryption("secret", strength=128)
    cases = {
        "the PDF has a password": written(agenda, encrypt=lock),
        "there is no text in the PDF; it is a picture of it": written(
            lambda canvas: canvas.drawInlineImage(picture(), 50, 50)
        ),
        "the PDF is damaged": NOTE.read_bytes()[:2_000],
        "this is no PDF document": b"9:00 Opening",
    }

    for message, content in cases.items():
        with pytest.raises(Unreadable) as refusal:
            opened(Source("note.pdf", content))
        assert refusal.value.problem.message == message


def test_a_note_in_pdf_has_its_lines_whole() -> None:
    lines = opened(Source("note.pdf", NOTE.read_bytes())).document.lines
    texts = [line.text for line in lines]

    assert [text for text in texts if text.startswith("8.30")] == [
        "8.30 - 8.35\tVideo (5 min.) of innovative practices around the world "
        "and voices of migrant workers"
    ]
    assert not any("Page" in text for text in texts)
    assert [line.bullet for line in lines if line.bullet] == ["1)", "2)", "3)"]
