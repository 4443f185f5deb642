"""Plain text, as it is sent in a mail or copied out of something else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.documents import markdown
from roundtable_ical.importers.notes.documents.bullets import bullet_of
from roundtable_ical.importers.notes.documents.inline import plain
from roundtable_ical.importers.notes.documents.opened import Opened
from roundtable_ical.importers.notes.documents.written import indent_of, opened_as, text_of
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Source

_RULE = re.compile(r"\s*([-=_*~.·—–])(?:\s*\1){3,}\s*")
_DRAWN = re.compile(r"(?:^|(?<=\s))([-=_*~])\1{3,}(?=\s|$)")
"""A line drawn beside words, as in ``***** Agenda *****``."""

_TABS = re.compile(r" *\t[ \t]*")


def opened(source: Source) -> Opened:
    """Return the lines of a text in any encoding; read as Markdown where it looks like it.

    Raises:
        Unreadable: it is no text, or too much of it.
    """
    text = text_of(source)
    found = markdown.document if markdown.is_marked(text.text) else document
    return opened_as(text, found)


def document(text: str) -> Document:
    """Return the lines of plain text as they stand; tabs part columns."""
    return Document(lines=tuple(_with_bullets(list(_lines(text)))))


def _lines(text: str) -> Iterator[Line]:
    page = 1 if "\f" in text else 0
    for number, written in enumerate(text.split("\n"), 1):
        if "\f" in written:
            page += written.count("\f")
            written = written.replace("\f", " ")
        if _RULE.fullmatch(written):
            yield Line(number=number, text="", page=page)
            continue
        words = plain(_DRAWN.sub("", written))
        inner = words.text.strip()
        bullet, rest = bullet_of(inner)
        yield Line(
            number=number,
            text=_TABS.sub("\t", rest),
            indent=indent_of(written),
            bullet=bullet,
            strong=words.strong,
            links=words.links,
            page=page,
        )


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Give a number that stands alone on its line to the words under it."""
    for at, line in enumerate(lines):
        if not (line.bullet and line.is_blank):
            continue
        below = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].text), None)
        if below is not None and not lines[below].bullet:
            lines[below] = replace(lines[below], bullet=line.bullet)
            lines[at] = replace(line, bullet="")
    return lines
