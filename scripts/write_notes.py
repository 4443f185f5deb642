"""Write the concept note of ``samples/hld-2013`` as Word and as PDF, as its author might have.

    python scripts/write_notes.py        # tests/data/notes/hld-2013.docx and .pdf

The same text gives the same bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.shared import Cm
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

ROOT = Path(__file__).parent.parent
NOTE = ROOT / "samples" / "hld-2013" / "concept-note.txt"
FOLDER = ROOT / "tests" / "data" / "notes"

_MOMENT = datetime(2013, 7, 1, tzinfo=UTC)
_FIRST_TITLE, _LAST_TITLE = 0, 4
_WRAPPED = 70
"""Letters: so long a line of the agenda goes on in the next."""

_MARKS = re.compile(r"(\*\*.+?\*\*|^[A-Z][a-z]+:)")


@dataclass(frozen=True)
class Slot:
    """One item of the agenda: its time and what stands beside it."""

    time: str
    lines: tuple[str, ...]


def parts(text: str) -> tuple[list[str], list[Slot]]:
    """Return the paragraphs of the note and the items of its agenda."""
    head, agenda = text.split("\nDraft Agenda\n")
    paragraphs = [line.strip() for line in head.split("\n") if line.strip()]
    slots: list[Slot] = []
    for line in filter(str.strip, agenda.split("\n")):
        time, _, words = line.partition("\t")
        if time:
            slots.append(Slot(time, (words,)))
        elif len(slots[-1].lines[-1]) >= _WRAPPED:
            *before, last = slots[-1].lines
            slots[-1] = Slot(slots[-1].time, (*before, f"{last} {words.strip()}"))
        else:
            slots[-1] = Slot(slots[-1].time, (*slots[-1].lines, words.strip()))
    return paragraphs, slots


def word(paragraphs: list[str], slots: list[Slot]) -> bytes:
    """Return the note as a Word document: headings, bold labels, the agenda as a table."""
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Concept note – page 1"
    document.core_properties.author = "ILO"
    document.core_properties.created = document.core_properties.modified = _MOMENT
    for number, text in enumerate(paragraphs):
        if number <= _LAST_TITLE:
            document.add_heading(text, 0 if number == _FIRST_TITLE else 1)
        elif numbered := re.match(r"- (\d\)) ", text):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(1)
            _add(paragraph, f"{numbered[1]}\t{text[numbered.end() :]}")
        else:
            _add(document.add_paragraph(), text)
    document.add_heading("Draft Agenda", 1)
    _add_agenda(document, slots)
    return _same_every_time(document)


def _add(paragraph: WordParagraph, text: str) -> None:
    for part in filter(None, _MARKS.split(text)):
        paragraph.add_run(part.strip("*")).bold = bool(_MARKS.fullmatch(part))


def _add_agenda(document: Document, slots: list[Slot]) -> None:
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for slot in slots:
        left, right = table.add_row().cells
        left.width, right.width = Cm(3), Cm(12)
        left.text = slot.time
        right.text = slot.lines[0]
        right.paragraphs[0].runs[0].bold = True
        for line in slot.lines[1:]:
            right.add_paragraph(line)


def _same_every_time(document: Document) -> bytes:
    """Return the file with the day of the note in its directory, and not today."""
    written, steady = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(steady, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, _MOMENT.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            target.writestr(info, source.read(name))
    return steady.getvalue()


def pdf(paragraphs: list[str], slots: list[Slot]) -> bytes:
    """Return the note as a PDF: the agenda in two columns without lines, pages numbered."""
    out = BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        margins=2 * cm,
        title="Concept note",
        author="ILO",
        invariant=True,
    )
    template.build(
        list(_flowables(paragraphs, slots)), onFirstPage=_number_page, onLaterPages=_number_page
    )
    return out.getvalue()


def _flowables(paragraphs: list[str], slots: list[Slot]) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=8)
    justified = ParagraphStyle("justified", body, alignment=4)
    title = ParagraphStyle(
        "title", body, fontName="Times-Bold", fontSize=14, leading=17, alignment=1
    )
    listed = ParagraphStyle("listed", body, leftIndent=18, firstLineIndent=-18)
    for number, text in enumerate(paragraphs):
        if number <= _LAST_TITLE:
            yield Paragraph(escape(text), title)
        elif numbered := re.match(r"- (\d\)) ", text):
            words = _tagged(text[numbered.end() :])
            yield Paragraph(f"{numbered[1]}&nbsp;&nbsp;&nbsp;{words}", listed)
        else:
            yield Paragraph(_tagged(text), justified if len(text) > 300 else body)
    yield Paragraph("<b>Draft Agenda</b>", body)
    tight = ParagraphStyle("tight", body, spaceAfter=0)
    rows = [
        [Paragraph(slot.time, tight), [Paragraph(_tagged(line), tight) for line in slot.lines]]
        for slot in slots
    ]
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    yield Table(rows, colWidths=[3 * cm, 13 * cm], style=style, hAlign="LEFT")


def _tagged(text: str) -> str:
    return "".join(
        f"<b>{escape(part.strip('*'))}</b>" if _MARKS.fullmatch(part) else escape(part)
        for part in _MARKS.split(text)
    )


def _number_page(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(A4[0] / 2, 1.2 * cm, f"Page {template.page}")


def main() -> None:
    """Write both files."""
    paragraphs, slots = parts(NOTE.read_text(encoding="utf-8"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "hld-2013.docx").write_bytes(word(paragraphs, slots))
    (FOLDER / "hld-2013.pdf").write_bytes(pdf(paragraphs, slots))


if __name__ == "__main__":
    main()
