"""Word documents."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from roundtable_ical.importers.notes.documents.docx import opened
from roundtable_ical.importers.notes.documents.opened import Opened, Unreadable
from roundtable_ical.importers.notes.formats import OLE
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.ports import Source

NOTE = Path(__file__).parents[3] / "data" / "notes" / "hld-2013.docx"


def read(document: Word) -> Opened:
    out = io.BytesIO()
    document.save(out)
    return opened(Source("note.docx", out.getvalue()))


def lines(document: Word) -> list[Line]:
    return list(read(document).document.lines)


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    document = docx.Document()
    document.add_heading("Agenda", 1)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "9:00"
    table.cell(0, 1).text = "Opening\tsession\nMs. Ana"
    document.add_paragraph("End\tat 10")

    assert lines(document) == [
        Line(number=1, text="Agenda", heading=1, strong=("Agenda",)),
        Line(number=2, text="9:00\tOpening session\nMs. Ana", table=1),
        Line(number=3, text="End\tat 10"),
    ]


def test_lists_have_their_numbers_and_signs() -> None:
    document = docx.Document()
    for style in ("List Number", "List Number", "List Bullet"):
        document.add_paragraph("theme", style)
    document.add_paragraph("3) typed")

    assert [(line.bullet, line.text) for line in lines(document)] == [
        ("1.", "theme"),
        ("2.", "theme"),
        ("•", "theme"),
        ("3)", "typed"),
    ]


def test_merged_cells_are_there_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in enumerate((("Day 1", "", ""), ("9:00", "a", "A"), ("", "b", "B"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))

    assert [line.text for line in lines(document)] == ["Day 1", "9:00\ta\tA", "\tb\tB"]


def test_a_table_of_one_column_is_a_box_around_text() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Agenda"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "9:00", "Opening"

    assert [(line.text, line.table) for line in lines(document) if line.text] == [
        ("Agenda", 0),
        ("9:00\tOpening", 1),
    ]


def test_lines_of_one_paragraph_are_lines_and_heads_and_feet_are_none() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Secretariat"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Venue: Room 1\nGeneva")

    assert [line.text for line in lines(document)] == ["Venue: Room 1", "Geneva"]


def test_what_was_deleted_is_no_text_and_what_was_inserted_is_some() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Venue: ")
    for change in ("<w:del {}><w:r><w:delText>old</w:delText></w:r></w:del>",
                   "<w:ins {}><w:r><w:t>new</w:t></w:r></w:ins>"):  # fmt: skip
        paragraph._p.append(parse_xml(change.format(nsdecls("w"))))

    assert [line.text for line in lines(document)] == ["Venue: new"]


def test_text_boxes_follow_the_paragraph_that_they_hang_on() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Agenda")
    inner = "<w:p><w:r><w:t>Room 1</w:t></w:r></w:p>"
    box = f"<w:r {{}}><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    paragraph._p.append(parse_xml(box.format(nsdecls("w"))))

    assert [line.text for line in lines(document)] == ["Agenda", "Room 1"]


def test_a_paragraph_in_a_column_is_no_heading_whatever_its_style() -> None:
    document = docx.Document()
    heading = document.add_heading("Chair: Ms. Ana", 2)
    heading.paragraph_format.left_indent = docx.shared.Cm(4)

    (line,) = lines(document)

    assert (line.heading, line.indent, line.strong) == (0, 19, ("Chair: Ms. Ana",))


def test_the_document_says_what_it_is_about() -> None:
    document = docx.Document()
    document.core_properties.title = "Concept note"
    document.core_properties.author = "ILO"
    document.add_paragraph("Agenda")

    about = read(document).document.about

    assert (about["title"], about["author"]) == ("Concept note", "ILO")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (OLE + bytes(99), r"an old Word \(\.doc\); open it in Word or LibreOffice"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "the document has a password"),
        (b"{\\rtf1}", "this is an RTF document"),
        (b"PK\x03\x04", "the file is damaged"),
        (NOTE.read_bytes()[:9_000], "the file is damaged"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        opened(Source("note.docx", content))
