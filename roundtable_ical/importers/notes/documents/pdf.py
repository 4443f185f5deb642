"""PDF documents that have text in them: what stands on their pages, in the order of reading."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from roundtable_ical.importers.decoded import visible
from roundtable_ical.importers.notes.documents.columns import Part, in_order, stops
from roundtable_ical.importers.notes.documents.glyphs import Glyph, Row, rows
from roundtable_ical.importers.notes.documents.measures import Measures, measures
from roundtable_ical.importers.notes.documents.opened import (
    Opened,
    Unreadable,
    bounded,
    refuse,
    within,
)
from roundtable_ical.importers.notes.documents.pdf_pages import MOST_IN_ALL, drawn
from roundtable_ical.importers.notes.documents.pdf_streams import checked
from roundtable_ical.importers.notes.documents.printed import Setter
from roundtable_ical.importers.notes.documents.repeated import without_repeated
from roundtable_ical.importers.notes.documents.ruled import Table, tables
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem

LARGEST = 50_000_000
LARGEST_DAMAGED = 4_000_000
"""Bytes: without its table a PDF is searched line by line, which takes a second for as much."""

MOST_PAGES = 150

_AGAIN = "print it to a new PDF, or save the text as .docx"
_BOLD = ("bold", "black", "heavy", "demi", "semibd")
_ABOUT = {"Title": "title", "Author": "author", "Subject": "subject", "CreationDate": "created"}


def opened(source: Source) -> Opened:
    """Return the lines of a PDF.

    Raises:
        Unreadable: it is encrypted, damaged, a bomb, or has no text but pictures of it.
    """
    within(len(source.content), LARGEST)
    if b"%PDF-" not in source.content[:1024]:
        refuse("not-pdf", "this is no PDF document", "look whether it is the right file")
    if len(source.content) > LARGEST_DAMAGED and b"startxref" not in source.content:
        refuse("damaged", "the PDF is damaged: its table of contents is missing", _AGAIN)
    content = checked(source.content)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        return _opened(content)
    except Unreadable:
        raise
    except (PdfminerException, MalformedPDFException) as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            refuse("encrypted", "the PDF has a password", "take it off, or print it to a new PDF")
        refuse("damaged", "the PDF is damaged", _AGAIN)
    except Exception as error:  # noqa: BLE001  # pdfminer raises whatever its parsing runs into
        refuse("damaged", f"the PDF is damaged ({type(error).__name__})", _AGAIN)


def _opened(content: bytes) -> Opened:
    with pdfplumber.open(BytesIO(content)) as pdf:
        count = len(pdf.pages)
        if count > MOST_PAGES:
            message = f"the PDF has {count} pages, more than {MOST_PAGES}"
            refuse("too-large", message, "print the pages of the programme to a new PDF")
        about = _about(pdf.metadata)
        sheets, height, letters = [], 1.0, 0
        for number, page in enumerate(pdf.pages, 1):
            letters += drawn(page)
            if letters > MOST_IN_ALL:
                message = f"the PDF has more than {MOST_IN_ALL:,} letters"
                refuse("too-large", message, "print the pages of the programme to a new PDF")
            sheets.append(_sheet(page, number))
            height = max(height, float(page.height))
            page.close()
    problems = _legible(sheets)
    kept = without_repeated([sheet.rows for sheet in sheets], height)
    sheets = [replace(sheet, rows=left) for sheet, left in zip(sheets, kept.pages, strict=True)]
    if kept.repeated:
        problems.append(_repeated(kept.repeated))
    lines, text_problems = _visibly(_lines(sheets, kept.feet))
    document = bounded(Document(lines=lines, about=about))
    return Opened(document=document, problems=(*problems, *text_problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What is on a page: rows of text, tables, and the addresses behind words."""

    number: int
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    width: float
    pictures: int


def _sheet(page: Page, number: int) -> _Sheet:
    found, outside = tables(page, list(glyphs_of(page)), number)
    links = [
        (float(each["top"]), float(each["bottom"]), str(each["uri"]))
        for each in page.hyperlinks
        if each.get("uri")
    ]
    return _Sheet(
        number=number,
        rows=tuple(_linked(row, links) for row in rows(outside, number)),
        tables=tuple(found),
        width=float(page.width),
        pictures=len(page.images),
    )


def _linked(row: Row, links: Sequence[tuple[float, float, str]]) -> Row:
    """Return *row* with the addresses behind its words; *links* have their top and bottom."""
    here = [uri for top, bottom, uri in links if top <= row.base - 0.3 * row.size <= bottom]
    return replace(row, links=tuple(here)) if here else row


def glyphs_of(page: Page) -> Iterator[Glyph]:
    """Yield the letters that stand upright on the page; those aslant are stamps and watermarks."""
    for char in page.chars:
        text = char["text"].replace("\u200b", "")
        if not char["upright"] or not text or not _is_on(char, page):
            continue
        yield Glyph(
            text=text,
            x0=char["x0"],
            x1=char["x1"],
            base=char["bottom"] - (char["matrix"][5] - char["y0"]),
            bottom=char["bottom"],
            size=char["size"],
            bold=any(word in str(char["fontname"]).lower() for word in _BOLD),
        )


def _is_on(char: dict[str, Any], page: Page) -> bool:
    """Whether a letter is on the page; some programs leave things beside it."""
    across = char["x1"] >= 0 and char["x0"] <= page.width
    return bool(across and 0 <= char["bottom"] <= page.height + 5)


def _legible(sheets: Sequence[_Sheet]) -> list[Problem]:
    """Let pages with text pass; tell of those that have none, and of letters nobody knows."""
    texts = ["".join(row.text for row in sheet.rows) + _words(sheet.tables) for sheet in sheets]
    if not any(text.strip() for text in texts):
        pictured = any(sheet.pictures for sheet in sheets)
        message = "there is no text in the PDF" + ("; it is a picture of it" if pictured else "")
        refuse("no-text", message, "let a program recognise the text (OCR), or save it as .docx")
    unknown = sum(text.count("\ufffd") for text in texts)
    if 3 * unknown > sum(map(len, texts)):
        message = "the PDF does not say which letters its signs are"
        refuse("no-text", message, "save the document it was made of as .docx or text")
    problems = []
    empty = [n for n, text in enumerate(texts, 1) if not text.strip() and sheets[n - 1].pictures]
    if empty:
        pages = ", ".join(map(str, empty))
        message = f"there is no text but a picture on page {pages}"
        problems.append(Problem.warning("no-text", (), message, "add by hand what is on it"))
    if unknown:
        message = f"{unknown} signs of the PDF are unknown letters; they are shown as \ufffd"
        problems.append(Problem.warning("broken-characters", (), message, "mend them by hand"))
    return problems


def _words(found: Sequence[Table]) -> str:
    return "".join(cell for table in found for row in table.cells for cell in row)


def _repeated(words: Sequence[str]) -> Problem:
    listed = ", ".join(repr(each) for each in words)
    message = f"{listed} was read once, as it stands on several pages"
    return Problem.inferred("repeated-lines", (), message, sure=0.9)


def _lines(sheets: Sequence[_Sheet], feet: Sequence[Row]) -> tuple[Line, ...]:
    ordered = [in_order(sheet.rows, sheet.width) for sheet in sheets]
    every = [row for parts in ordered for part in parts for row in part.rows]
    set_as = measures(every) if every else Measures(left=0, right=1, size=10, leading=12)
    setter = Setter(measures=set_as, stops=stops(every), levels=_levels(every, set_as))
    lines: list[Line] = []
    for piece in _pieces(sheets, ordered):
        if isinstance(piece, Part):
            if lines and piece.is_column:
                lines.append(setter.blank())
            lines += setter.lines(piece.rows, is_column=piece.is_column)
        else:
            if lines and not lines[-1].table:
                lines.append(setter.blank())
            lines += setter.rows(piece.table, piece.page, goes_on=piece.goes_on)
    if feet:
        lines.append(setter.blank())
        lines += setter.lines(feet)
    return tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A table in its place among the text."""

    table: Table
    page: int
    goes_on: bool


def _pieces(
    sheets: Sequence[_Sheet], ordered: Sequence[Sequence[Part]]
) -> Iterator[Part | _Placed]:
    """Yield text and tables in their order; text goes on over pages where no table parts it."""
    text: list[Row] = []
    last: Table | None = None
    for sheet, parts in zip(sheets, ordered, strict=True):
        waiting = list(sheet.tables)
        for part in parts:
            rows = list(part.rows)
            while waiting and rows and rows[-1].base >= waiting[0].box[1]:
                table = waiting.pop(0)
                text += [row for row in rows if row.base < table.box[1] + 2]
                rows = [row for row in rows if row.base >= table.box[1] + 2]
                goes_on = bool(last and not text and last.edges == table.edges)
                if text:
                    yield Part(rows=tuple(text), is_column=part.is_column)
                yield _Placed(table=table, page=sheet.number, goes_on=goes_on)
                text, last = [], table
            if part.is_column:
                if text:
                    yield Part(rows=tuple(text))
                yield Part(rows=tuple(rows), is_column=True)
                text = []
            else:
                text += rows
        for table in waiting:
            goes_on = bool(last and not text and last.edges == table.edges)
            if text:
                yield Part(rows=tuple(text))
            yield _Placed(table=table, page=sheet.number, goes_on=goes_on)
            text, last = [], table
    if text:
        yield Part(rows=tuple(text))


def _levels(every: Sequence[Row], set_as: Measures) -> dict[float, int]:
    """Return the level of headings by the size of their letters, the largest being 1."""
    larger = sorted(
        {round(2 * row.size) / 2 for row in every if row.size > 1.15 * set_as.size}, reverse=True
    )
    return {size: min(level, 6) for level, size in enumerate(larger, 1)}


def _visibly(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    _, problems = visible("\n".join(line.text for line in lines))
    clean = (replace(line, text=visible(line.text)[0]) for line in lines)
    return tuple(clean), problems


def _about(metadata: dict[str, Any]) -> dict[str, str]:
    """Return what the PDF says of itself; a title that is a file's name says nothing."""
    found = {
        key: str(metadata[name]).strip()
        for name, key in _ABOUT.items()
        if isinstance(metadata.get(name), str) and metadata[name].strip()
    }
    if date := re.match(r"D:(\d{4})(\d\d)(\d\d)", found.get("created", "")):
        found["created"] = "-".join(date.groups())
    if re.search(r"\.\w{2,5}\b|^Microsoft|^untitled", found.get("title", ""), re.IGNORECASE):
        del found["title"]
    return found
