"""Web pages: what is visible of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from roundtable_ical.importers.notes.documents.bullets import bullet_of, without_picture
from roundtable_ical.importers.notes.documents.html_tree import (
    LARGEST,
    about,
    in_its_encoding,
    number_in,
    span_of,
    tree,
)
from roundtable_ical.importers.notes.documents.opened import Opened, bounded, refuse
from roundtable_ical.importers.notes.documents.superscripts import raised
from roundtable_ical.importers.notes.documents.tables import row_text, rows
from roundtable_ical.importers.notes.documents.written import text_of
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source

MOST_CELLS = 50_000
_LOOK = "look whether it is the right file, or save its text"
_SPACE = re.compile(r"\s+")
_SKIPPED = frozenset(
    "script style head noscript template svg math object embed iframe canvas select option "
    "textarea button datalist audio video nav dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre "
    "section summary table tbody td tfoot th thead tr ul caption".split()
)
_SPACED = frozenset(
    "h1 h2 h3 h4 h5 h6 p table ul ol dl blockquote pre hr section article figure".split()
)
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def opened(source: Source) -> Opened:
    """Return the visible lines of a web page.

    Raises:
        Unreadable: it is no text, too large, or nested too deep.
    """
    text = text_of(in_its_encoding(source), LARGEST)
    return Opened(document=bounded(document(text.text)), problems=text.problems)


def document(text: str) -> Document:
    """Return the visible lines of *text*; numbers are those of paragraphs and table rows.

    Raises:
        Unreadable: it is nested too deep.
    """
    root = tree(text)
    lines = _Page().lines(root)
    return Document(lines=tuple(lines), about=about(root))


def table_lines(text: str, first: int, table: int) -> list[Line]:
    """Return the rows of one table; *first* is the number of its first line, *table* its own."""
    page = _Page(number=first - 1, table=table - 1)
    return [line for line in page.lines(tree(text)) if not line.is_blank]


@dataclass
class _Open:
    """The line that is being written."""

    text: str = ""
    strong: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bold: str = ""

    def close(self) -> None:
        """End the bold words."""
        if self.bold.strip():
            self.strong.append(" ".join(self.bold.split()))
        self.bold = ""


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds for the text inside an element."""

    heading: int = 0
    bold: bool = False
    verbatim: bool = False
    raised: bool = False
    indent: int = 0


@dataclass
class _Page:
    """Writes the lines of a page as it is gone through."""

    number: int = 0
    table: int = 0
    _open: _Open = field(default_factory=_Open)
    _bullet: str = ""
    _done: list[Line] = field(default_factory=list)

    def lines(self, root: HtmlElement) -> list[Line]:
        """Return the lines of everything inside *root*."""
        self._element(root, _Inside())
        self._flush(_Inside())
        while self._done and self._done[-1].is_blank:
            self._done.pop()
        return self._done

    def _element(self, element: HtmlElement, inside: _Inside) -> None:
        tag = element.tag
        if not isinstance(tag, str) or _is_hidden(element):
            return
        if tag == "br":
            self._flush(inside)
            return
        if tag == "table" and _is_grid(element):
            self._flush(inside, parted=True)
            self._rows(element)
            self._blank()
            return
        block = tag in _BLOCKS
        if block:
            self._flush(inside, parted=tag in _SPACED and not self._bullet)
        if tag == "li":
            self._bullet = _bullet_in_list(element)
        if tag == "a" and str(element.get("href") or "").startswith(("http", "mailto:")):
            self._open.links.append(element.get("href"))
        if tag == "span" and _follows_at_once(element) and self._open.text[-1:].strip():
            self._text(" ", inside)
        within = _within(element, inside)
        self._text(element.text, within)
        for child in element:
            self._element(child, within)
            self._text(child.tail, within)
        if block:
            self._flush(within, parted=tag in _SPACED)

    def _text(self, text: str | None, inside: _Inside) -> None:
        if not text:
            return
        if inside.verbatim:
            first, *others = text.split("\n")
            self._write(first, inside)
            for line in others:
                self._flush(inside)
                self._write(line, inside)
            return
        collapsed = _SPACE.sub(" ", text)
        self._write(raised(collapsed) if inside.raised else collapsed, inside)

    def _write(self, text: str, inside: _Inside) -> None:
        line = self._open
        line.text += text
        if inside.bold:
            line.bold += text
        elif text.strip():
            line.close()

    def _flush(self, inside: _Inside, *, parted: bool = False) -> None:
        """End the line; *parted* sets what follows apart from it."""
        line, self._open = self._open, _Open()
        line.close()
        text = line.text.strip() if inside.verbatim else _SPACE.sub(" ", line.text).strip()
        if text:
            bullet, rest = ("", text) if self._bullet else bullet_of(text)
            self.number += 1
            self._done.append(
                Line(
                    number=self.number,
                    text=without_picture(rest) if inside.heading else rest,
                    indent=inside.indent,
                    bullet=self._bullet or bullet,
                    heading=inside.heading,
                    strong=tuple(line.strong),
                    links=tuple(line.links),
                )
            )
            self._bullet = ""
        if parted:
            self._blank()

    def _blank(self) -> None:
        if self._done and not self._done[-1].is_blank:
            self.number += 1
            self._done.append(Line(number=self.number, text=""))

    def _rows(self, table: HtmlElement) -> None:
        """Write the rows of a table; where a cell above reaches down, there is nothing."""
        self.table += 1
        number = self.table
        reach: dict[int, int] = {}
        cells = 0
        for row in _own_rows(table):
            texts: list[str] = []
            strong: list[str] = []
            links: list[str] = []
            for cell in row.iterchildren("td", "th"):
                cells += 1
                if cells > MOST_CELLS:
                    refuse("too-large", f"a table has more than {MOST_CELLS:,} cells", _LOOK)
                while reach.get(len(texts), 0) > 0:
                    reach[len(texts)] -= 1
                    texts.append("")
                wide, high = span_of(cell, "colspan"), span_of(cell, "rowspan")
                for column in range(len(texts), len(texts) + wide):
                    reach[column] = high - 1
                found = _Page().lines(cell)
                texts += ["\n".join(_shown(line) for line in found), *[""] * (wide - 1)]
                strong += [bold for line in found for bold in line.strong]
                links += [link for line in found for link in line.links]
            for column in range(len(texts), max(reach, default=0) + 1):
                reach[column] = max(0, reach.get(column, 0) - 1)
            for part in rows(texts):
                text = row_text(part)
                if text.strip():
                    self.number += 1
                    self._done.append(
                        Line(
                            number=self.number,
                            text=text,
                            strong=tuple(bold for bold in strong if bold in text),
                            table=number,
                            links=tuple(links),
                        )
                    )


def _shown(line: Line) -> str:
    return without_picture(f"{line.bullet} {line.text}".strip().replace("\t", " "))


def _is_hidden(element: HtmlElement) -> bool:
    """Whether nobody sees an element: programs, menus, what style or attributes hide."""
    return (
        element.tag in _SKIPPED
        or element.get("hidden") is not None
        or element.get("role") == "navigation"
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _within(element: HtmlElement, inside: _Inside) -> _Inside:
    tag = str(element.tag)
    level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else inside.heading
    bold = tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style") or ""))
    deeper = 2 if tag in {"li", "dd", "blockquote"} else 0
    return _Inside(
        heading=level,
        bold=inside.bold or bold,
        verbatim=inside.verbatim or tag == "pre",
        raised=inside.raised or tag == "sup",
        indent=inside.indent + deeper,
    )


def _bullet_in_list(item: HtmlElement) -> str:
    """Return the sign or number that a browser shows in front of an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    first = number_in(parent.get("start"), 1)
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{number_in(item.get('value'), first + before)}."


def _follows_at_once(element: HtmlElement) -> bool:
    """Whether it and the one before are set apart by their looks alone: no blank is between."""
    before = element.getprevious()
    return (
        before is not None
        and before.tag == "span"
        and not before.tail
        and bool(element.get("class") and before.get("class"))
    )


def _is_grid(table: HtmlElement) -> bool:
    """Whether it is a table to be read by rows, and none that only places things on the page."""
    if table.find(".//table") is not None:
        return False
    return any(len(list(row.iterchildren("td", "th"))) > 1 for row in _own_rows(table))


def _own_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")
