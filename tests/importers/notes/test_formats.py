"""Which importer reads a note: what is in it counts before what it is called."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from roundtable_ical.importers.notes.formats import (
    OLE,
    HtmlImporter,
    MarkdownImporter,
    PdfImporter,
    TextImporter,
    WordImporter,
)
from roundtable_ical.ports import Given, Importer, Source

TEXT = Path(__file__).parents[3] / "samples" / "hld-2013" / "concept-note.txt"
NOTES = Path(__file__).parent.parent.parent / "data" / "notes"
ALL: tuple[Importer, ...] = (
    TextImporter(),
    MarkdownImporter(),
    HtmlImporter(),
    WordImporter(),
    PdfImporter(),
)
PAGE = b"<!doctype html><p>09:00 Opening"
WORD = (NOTES / "hld-2013.docx").read_bytes()
PDF = (NOTES / "hld-2013.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("note.txt", b"09:00 Opening", "text"),
        ("note", b"09:00 Opening", "text"),
        ("note.txt", "09:00 Opening".encode("utf-16"), "text"),
        ("note.md", b"# Agenda", "markdown"),
        ("note.txt", PAGE, "html"),
        ("note.html", b"09:00 Opening", "html"),
        ("note.txt", WORD, "word"),
        ("note.pdf", WORD, "word"),
        ("note.docx", PDF, "pdf"),
        ("note.doc", OLE + bytes(500), "word"),
        ("note.docx", b"no ZIP file", "word"),
        ("note.txt", b"{\\rtf1 Opening}", "word"),
        ("note.pdf", b"no PDF", "pdf"),
    ],
)
def test_the_surest_importer_is_the_right_one(name: str, content: bytes, reader: str) -> None:
    source = Source(name, content)

    surest = max(ALL, key=lambda importer: importer.recognises(source))

    assert surest.name == reader


def test_what_is_no_text_is_nobodys() -> None:
    source = Source("data.bin", b"\0\1\2\3" * 500)

    assert [importer.recognises(source) for importer in ALL] == [0.0] * 5


@pytest.mark.parametrize("importer", ALL, ids=lambda importer: importer.name)
def test_an_importer_never_raises_for_what_is_inside(importer: Importer) -> None:
    reading = importer.read(Source("note.x", b"\x89PNG\0\0"))

    assert reading.event is None
    (problem,) = reading.problems
    assert problem.is_error
    assert str(problem).startswith("note.x: ")


def test_what_is_told_of_the_file_is_told_with_the_event() -> None:
    text = "Réunion d’été\n\n3 mai 2019\n\n09h00 - 10h00\tDébat à l’école\n"

    reading = TextImporter().read(Source("note.txt", text.encode("cp1252")))

    assert "encoding-inferred" in [problem.code for problem in reading.problems]


@pytest.mark.parametrize("name", ["hld-2013.docx", "hld-2013.pdf"])
def test_a_note_in_word_or_pdf_gives_the_event_that_its_text_gives(name: str) -> None:
    given = Given(moment=datetime(2026, 11, 24, 12, tzinfo=UTC), year=2013)
    written = TextImporter().read(Source("note.txt", TEXT.read_bytes(), given)).required()
    content = (NOTES / name).read_bytes()
    surest = max(ALL, key=lambda importer: importer.recognises(Source(name, content)))

    event = surest.read(Source(name, content, given)).required()

    assert event == written
