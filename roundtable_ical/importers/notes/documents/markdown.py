"""Markdown: headings, lists, tables, front matter and the HTML that people put into it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from roundtable_ical.importers.notes.documents.bullets import bullet_of, without_picture
from roundtable_ical.importers.notes.documents.inline import Words, marked, plain
from roundtable_ical.importers.notes.documents.opened import Opened
from roundtable_ical.importers.notes.documents.written import indent_of, opened_as, text_of
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_RULE = re.compile(r"\s*([-_*=])(?:\s*\1){2,}\s*")
_FENCE = re.compile(r"\s*(```+|~~~+)")
_PARTING = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_ASIDE = re.compile(
    r"\s*(?:\{%.*%\}|\{\{.*\}\}|\{:.*\}|:::.*|\[[^\]]+\]:\s*\S+.*|\[\[?_?TOC_?\]\]?)\s*",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_TABLE_TAG = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}):\s*(.*)")
_TABS = re.compile(r" *\t[ \t]*")
_LONGEST_PARAGRAPH = 8_000
_MOST_FRONT = 100
_SIGNS = {
    "heading": re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE),
    "row": re.compile(r"^ {0,3}\|[^\n]*\|", re.MULTILINE),
    "parting": re.compile(r"^ {0,3}\|?[ :]*---*[ :]*\|[ :|-]*$", re.MULTILINE),
    "bold": re.compile(r"\*\*[^\s*][^\n*]*\*\*"),
    "link": re.compile(r"\]\((?:https?:|mailto:|/|\.\.?/|#)"),
    "fence": re.compile(r"^(?:```|~~~)", re.MULTILINE),
    "tag": re.compile(r"<(?:br|span|div|p|table|a|b|i|em|strong)\b[^>\n]*>", re.IGNORECASE),
    "star": re.compile(r"^ *\* \S", re.MULTILINE),
}
_ENOUGH = {"heading": 2, "row": 2, "parting": 1, "link": 2, "fence": 2, "tag": 2, "bold": 4}


def is_marked(text: str) -> bool:
    """Whether *text* is Markdown, whatever its file is called."""
    if _front(text.split("\n")):
        return True
    counts = {sign: len(pattern.findall(text)) for sign, pattern in _SIGNS.items()}
    if any(counts[sign] >= enough for sign, enough in _ENOUGH.items()):
        return True
    return sum(counts[sign] > 0 for sign in counts) >= 2 and counts["bold"] + counts["heading"] > 0


def opened(source: Source) -> Opened:
    """Return the lines of a Markdown file.

    Raises:
        Unreadable: it is no text, or too much of it.
    """
    return opened_as(text_of(source), document)


def document(text: str) -> Document:
    """Return the lines of *text* without its marks; numbers are those of the text's lines."""
    written = _HIDDEN.sub(lambda found: "\n" * found.group().count("\n"), text).split("\n")
    about, front = _front(written) or ({}, 0)
    return Document(lines=tuple(_Blocks(written).lines(front)), about=about)


def _front(written: Sequence[str]) -> tuple[dict[str, str], int] | None:
    """Return what the front matter says and how many lines it has; None where there is none."""
    first = next((n for n, line in enumerate(written[:5]) if line.strip()), None)
    if first is None or written[first].strip() != "---":
        return None
    ends = (n for n in range(first + 1, min(len(written), _MOST_FRONT)) if _is_end(written[n]))
    last = next(ends, None)
    if last is None:
        return None
    about: dict[str, str] = {}
    for line in written[first + 1 : last]:
        if found := _KEY.fullmatch(line.rstrip()):
            about[found[1].strip().lower()] = found[2].strip().strip("\"'")
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return None
    return ({key: value for key, value in about.items() if value}, last + 1) if about else None


def _is_end(line: str) -> bool:
    return line.strip() in {"---", "..."}


@dataclass
class _Blocks:
    """The text's lines, and how far they have been read."""

    written: list[str]
    table: int = 0
    fenced: bool = False

    def lines(self, start: int) -> Iterator[Line]:
        at = start
        while at < len(self.written):
            found, at = self._block(at)
            yield from found

    def _block(self, at: int) -> tuple[list[Line], int]:
        """Return the lines of the block that begins at *at*, and where the next one begins."""
        written = self.written[at]
        if _FENCE.match(written):
            self.fenced = not self.fenced
            return [Line(number=at + 1, text="")], at + 1
        if self.fenced:
            return [_line(at, plain(written), written)], at + 1
        if _TABLE_TAG.match(written):
            return self._html_table(at)
        if self._is_row(at):
            return self._rows(at)
        if not written.strip() or _RULE.fullmatch(written) or _ASIDE.fullmatch(written):
            return [Line(number=at + 1, text="")], at + 1
        if heading := _HEADING.fullmatch(written):
            words = _one(without_picture(heading[2] or ""))
            return [_line(at, words, written, heading=len(heading[1]))], at + 1
        return self._paragraph(at)

    def _paragraph(self, at: int) -> tuple[list[Line], int]:
        end = at + 1
        while end < len(self.written) and self._goes_on(end):
            end += 1
        underline = self.written[end] if end < len(self.written) else ""
        level = 0
        if end == at + 1 and _UNDERLINE.fullmatch(underline) and not self._is_row(end):
            level = 1 if "=" in underline else 2
        bullets = [bullet_of(_QUOTE.sub("", line).strip()) for line in self.written[at:end]]
        words = _several([rest for _, rest in bullets])
        lines = [
            _line(at + n, seen, self.written[at + n], bullet=bullet, heading=level)
            for n, ((bullet, _), seen) in enumerate(zip(bullets, words, strict=True))
        ]
        if level:
            lines.append(Line(number=end + 1, text=""))
        return lines, end + (1 if level else 0)

    def _goes_on(self, at: int) -> bool:
        """Whether the line at *at* goes on with the paragraph above it."""
        written = self.written[at]
        begins = (
            not written.strip()
            or _HEADING.fullmatch(written)
            or _FENCE.match(written)
            or _RULE.fullmatch(written)
            or _UNDERLINE.fullmatch(written)
            or _ASIDE.fullmatch(written)
            or _TABLE_TAG.match(written)
            or bullet_of(_QUOTE.sub("", written).strip())[0]
            or self._is_row(at)
        )
        return not begins

    def _is_row(self, at: int) -> bool:
        """Whether a table row stands there: between pipes, or above or below its parting line."""
        written = self.written[at]
        if "|" not in written:
            return False
        if written.lstrip().startswith("|") and written.count("|") > 1:
            return True
        above = at - 1
        while above >= 0 and "|" in self.written[above] and not _parts(self.written[above]):
            above -= 1
        below = self.written[at + 1] if at + 1 < len(self.written) else ""
        return _parts(written) or _parts(below) or (above >= 0 and _parts(self.written[above]))

    def _rows(self, at: int) -> tuple[list[Line], int]:
        self.table += 1
        lines = []
        while at < len(self.written) and "|" in self.written[at]:
            written = self.written[at]
            if not _parts(written):
                cells = [_one(without_picture(cell)) for cell in _cells(written)]
                text = "\t".join(words.text.strip().replace("\t", " ") for words in cells)
                if text.strip():
                    lines.append(
                        Line(
                            number=at + 1,
                            text=text,
                            strong=tuple(bold for words in cells for bold in words.strong),
                            links=tuple(link for words in cells for link in words.links),
                            table=self.table,
                        )
                    )
            at += 1
        return lines, at

    def _html_table(self, at: int) -> tuple[list[Line], int]:
        end = at
        while end < len(self.written) and not _TABLE_END.search(self.written[end]):
            end += 1
        page = import_module("roundtable_ical.importers.notes.documents.html")
        self.table += 1
        source = "\n".join(self.written[at : end + 1])
        lines: list[Line] = page.table_lines(source, first=at + 1, table=self.table)
        return lines, end + 1


def _parts(written: str) -> bool:
    return "|" in written and "-" in written and bool(_PARTING.fullmatch(written))


def _cells(written: str) -> list[str]:
    """Return the cells of a row; the outer pipes are none of theirs."""
    inner = written.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(inner)]


def _one(text: str) -> Words:
    """Return *text* without marks, as one line."""
    found = marked(text) or (Words(text=""),)
    return Words(
        text="\n".join(words.text.strip() for words in found),
        strong=tuple(bold for words in found for bold in words.strong),
        links=tuple(link for words in found for link in words.links),
    )


def _several(lines: list[str]) -> list[Words]:
    """Return the lines of a paragraph without marks, also those that reach over line ends."""
    if sum(map(len, lines)) <= _LONGEST_PARAGRAPH:
        found = marked("\n".join(line.strip() for line in lines))
        if len(found) == len(lines):
            return list(found)
    return [_one(line) for line in lines]


def _line(at: int, words: Words, written: str, bullet: str = "", heading: int = 0) -> Line:
    return Line(
        number=at + 1,
        text=_TABS.sub("\t", words.text.strip()),
        indent=0 if heading else indent_of(written),
        bullet=bullet,
        heading=heading,
        strong=words.strong,
        links=words.links,
    )
