"""Word documents: paragraphs and tables in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from roundtable_ical.importers.decoded import visible
from roundtable_ical.importers.notes.documents.bullets import bullet_of
from roundtable_ical.importers.notes.documents.opened import Opened, bounded, refuse, within
from roundtable_ical.importers.notes.documents.superscripts import raised
from roundtable_ical.importers.notes.documents.tables import row_text, rows
from roundtable_ical.importers.notes.documents.unpacked import Parts
from roundtable_ical.importers.notes.documents.word_runs import Runs
from roundtable_ical.importers.notes.documents.word_styles import (
    Lists,
    Style,
    Styles,
    W,
    attribute,
    own,
)
from roundtable_ical.importers.notes.documents.written import indent_of
from roundtable_ical.importers.notes.formats import OLE
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source
from roundtable_ical.programme.problems import Problem

LARGEST = 50_000_000
"""Bytes, pictures included."""

_HANGING = 8
"""Columns: what begins there hangs beside times; the style of a heading only makes it bold."""

_TABS = re.compile(r" *\t[ \t]*")
WRAPPERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")
}
_SAVE_AS = "open it in Word or LibreOffice and save it as .docx"
_ABOUT = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/elements/1.1/}language": "language",
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}


def opened(source: Source) -> Opened:
    """Return the lines of a Word document.

    Raises:
        Unreadable: it is another kind of document, encrypted, damaged, or a bomb.
    """
    content = source.content
    within(len(content), LARGEST)
    if content.startswith(OLE):
        _refuse_ole(content)
    if content.startswith(b"{\\rtf"):
        refuse("not-docx", "this is an RTF document", _SAVE_AS)
    parts = Parts(content)
    if "content.xml" in parts and "mimetype" in parts:
        refuse("not-docx", "this is an OpenDocument file (.odt)", _SAVE_AS)
    name = parts.main()
    root = parts.tree(name)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        refuse("not-docx", "there is no Word document in the file", _SAVE_AS)
    reader = _Reader(parts, name)
    written = tuple(reader.document(body))
    _, problems = visible("\n".join(line.text for line in written))
    lines = tuple(_visibly(line) for line in written)
    document = bounded(Document(lines=lines, about=_about(parts)))
    return Opened(document=document, problems=(*problems, *reader.problems))


def _refuse_ole(content: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        refuse("encrypted", "the document has a password", "take it off in Word, and save it")
    refuse("not-docx", "this is a document of an old Word (.doc)", _SAVE_AS)


def _visibly(line: Line) -> Line:
    if line.text.isascii():
        return line
    return replace(line, text=_TABS.sub("\t", visible(line.text)[0]).strip(" \n"))


def _about(parts: Parts) -> dict[str, str]:
    root = parts.tree("docProps/core.xml")
    found = {} if root is None else {str(each.tag): (each.text or "").strip() for each in root}
    return {key: found[tag] for tag, key in _ABOUT.items() if found.get(tag)}


@dataclass
class _Reader:
    """Goes through a document; numbers its lines and its tables."""

    parts: Parts
    name: str
    number: int = 0
    table: int = 0
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        folder = self.name.rpartition("/")[0]
        self.styles = Styles(self.parts.tree(f"{folder}/styles.xml"))
        self.lists = Lists(self.parts.tree(f"{folder}/numbering.xml"))
        self.runs = Runs(self.styles, self.parts.targets(self.name))
        self.notes = [
            note
            for part in ("footnotes", "endnotes")
            if (root := self.parts.tree(f"{folder}/{part}.xml")) is not None
            for note in root
            if attribute(note, "type") in {None, "normal"}
        ]

    def document(self, body: _Element) -> Iterator[Line]:
        """Yield every line, footnotes last."""
        yield from self.blocks(body)
        if self.notes:
            yield self._blank()
        for note in self.notes:
            mark = raised(attribute(note, "id") or "")
            for line in self.blocks(note):
                if not line.is_blank:
                    yield replace(line, text=f"{mark} {line.text}")
                    mark = ""

    def blocks(self, element: _Element) -> Iterator[Line]:
        """Yield the lines of what stands below each other in *element*."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{W}altChunk":
                message = "a part of the document is another file put into it, which was not read"
                hint = "open and save it in Word, which makes them one"
                self.problems.append(Problem.warning("embedded", (), message, hint))
            elif child.tag in WRAPPERS:
                yield from self.blocks(child)

    def _paragraph(self, element: _Element) -> Iterator[Line]:
        properties = element.find(f"{W}pPr")
        style_id = None if properties is None else attribute(properties.find(f"{W}pStyle"))
        style, direct = self.styles.style(style_id), own(element)
        seen = self.runs.paragraph(element, bold=bool(style.bold))
        bullet, indent = self._bullet(style, direct)
        heading = style.heading or replace(direct, name="").heading
        if indent >= _HANGING:
            heading = 0
        pieces = seen.text.split("\n")
        for at, piece in enumerate(pieces):
            sign, rest = ("", piece.strip()) if bullet else bullet_of(piece.strip())
            self.number += 1
            yield Line(
                number=self.number,
                text=_TABS.sub("\t", rest),
                indent=indent + indent_of(piece),
                bullet=(bullet if at == 0 else "") or sign,
                heading=heading if rest else 0,
                strong=tuple(bold for bold in seen.strong if len(pieces) == 1 or bold in piece),
                links=tuple(seen.links) if at == 0 else (),
            )
        for box in seen.boxes:
            yield from self.blocks(box)

    def _bullet(self, style: Style, direct: Style) -> tuple[str, int]:
        """Return the sign or number in front of a paragraph, and the columns before it."""
        list_id = direct.list_id if direct.list_id is not None else style.list_id
        level = direct.list_level if direct.list_level is not None else style.list_level or 0
        bullet, by_list = (
            self.lists.next(list_id, level) if list_id not in {None, "0"} else ("", None)
        )
        columns = [each for each in (direct.indent, by_list, style.indent) if each is not None]
        return bullet, columns[0] if columns else 0

    def _table(self, element: _Element) -> Iterator[Line]:
        found = list(_rows(element))
        if all(len(cells) <= 1 for cells in found):
            for cells in found:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        self.table += 1
        table = self.table
        for cells in found:
            read = [self._cell(cell) for cell in cells]
            strong = tuple(bold for _, lines in read for line in lines for bold in line.strong)
            links = tuple(link for _, lines in read for line in lines for link in line.links)
            spread = [
                part
                for (text, _), cell in zip(read, cells, strict=True)
                for part in (text, *[""] * (_span(cell) - 1))
            ]
            for row in rows(spread):
                text = row_text(row)
                if text.strip():
                    self.number += 1
                    yield Line(
                        number=self.number,
                        text=text,
                        strong=tuple(bold for bold in strong if bold in text),
                        table=table,
                        links=links,
                    )

    def _cell(self, cell: _Element) -> tuple[str, list[Line]]:
        """Return the text of a cell, its paragraphs parted by line feeds."""
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and attribute(merged) != "restart":
            return "", []
        number, table = self.number, self.table
        lines = list(self.blocks(cell))
        self.number, self.table = number, table
        texts = [
            f"{line.bullet} {line.text}".strip().replace("\t", " ").replace("\n", " ")
            for line in lines
        ]
        return "\n".join(texts), lines

    def _blank(self) -> Line:
        self.number += 1
        return Line(number=self.number, text="")


def _rows(table: _Element) -> Iterator[list[_Element]]:
    """Yield the cells of each row that was not deleted."""
    for row in _inside(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield list(_inside(row, f"{W}tc"))


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the children with *tag*, also those in wrappers (controls, tracked changes)."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, tag)


def _span(cell: _Element) -> int:
    try:
        return min(63, max(1, int(attribute(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)))
    except ValueError:
        return 1
