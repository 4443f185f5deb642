"""The formats that people write notes in; each is read by a module that is loaded when needed."""

from importlib import import_module
from typing import Protocol

from roundtable_ical.importers.archives import has_part
from roundtable_ical.importers.draft import refused
from roundtable_ical.importers.notes.documents.opened import Opened, Unreadable
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the old binary Word begin, and those of the new one with a password."""

_HEAD = 4_000
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")


class _Opener(Protocol):
    """What a module in this folder that reads a format has: `opened`."""

    def opened(self, source: Source) -> Opened:
        """Return the lines of *source*; raises `Unreadable`."""
        ...


class TextImporter:
    """Reads plain text, in whatever encoding; Markdown in it is seen as such."""

    name = "text"
    summary = "a concept note or agenda as plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def recognises(self, source: Source) -> float:
        """Return 0.6 by the file's name, 0.2 for any other text."""
        if _is_binary(source.content):
            return 0.1 if _named(source, self.suffixes) else 0.0
        return 0.6 if _named(source, self.suffixes) else 0.2

    def read(self, source: Source) -> Reading:
        """Return what the note says, what was inferred and what was not understood."""
        return _read(source, "plain")


class MarkdownImporter:
    """Reads Markdown: headings, lists and tables mean what they look like."""

    name = "markdown"
    summary = "a concept note or agenda in Markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def recognises(self, source: Source) -> float:
        """Return 0.7 by the file's name."""
        return 0.7 if _named(source, self.suffixes) else 0.0

    def read(self, source: Source) -> Reading:
        """Return what the note says, what was inferred and what was not understood."""
        return _read(source, "markdown")


class HtmlImporter:
    """Reads a web page: what is visible in it."""

    name = "html"
    summary = "a concept note or agenda as a web page"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def recognises(self, source: Source) -> float:
        """Return 0.8 where the text begins as a web page does, 0.7 by the file's name."""
        if _begins_as_page(source.content):
            return 0.8
        return 0.7 if _named(source, self.suffixes) else 0.0

    def read(self, source: Source) -> Reading:
        """Return what the note says, what was inferred and what was not understood."""
        return _read(source, "html")


class WordImporter:
    """Reads Word documents (.docx), and tells what to do with its relatives (.doc, .rtf, .odt)."""

    name = "word"
    summary = "a concept note or agenda in Word"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")
    _relatives = (".doc", ".dot", ".rtf", ".odt")

    def recognises(self, source: Source) -> float:
        """Return 0.9 for what has a Word document in it, 0.7 for what a word processor wrote."""
        content = source.content
        if has_part(content, "word/document"):
            return 0.9
        if content.startswith(b"PK") and b"opendocument.text" in content[:200]:
            return 0.8
        if content.startswith(b"{\\rtf"):
            return 0.8
        named = _named(source, (*self.suffixes, *self._relatives))
        if content.startswith(OLE):
            return 0.8 if named or "WordDocument".encode("utf-16-le") in content else 0.3
        return 0.7 if named else 0.0

    def read(self, source: Source) -> Reading:
        """Return what the note says, what was inferred and what was not understood."""
        return _read(source, "docx")


class PdfImporter:
    """Reads PDF documents that have text in them."""

    name = "pdf"
    summary = "a concept note or agenda as PDF"
    suffixes: tuple[str, ...] = (".pdf",)

    def recognises(self, source: Source) -> float:
        """Return 0.9 for what begins as a PDF does, 0.7 by the file's name."""
        if b"%PDF-" in source.content[:1024]:
            return 0.9
        return 0.7 if _named(source, self.suffixes) else 0.0

    def read(self, source: Source) -> Reading:
        """Return what the note says, what was inferred and what was not understood."""
        return _read(source, "pdf")


def _read(source: Source, module: str) -> Reading:
    opener: _Opener = import_module(f"roundtable_ical.importers.notes.documents.{module}")
    try:
        found = opener.opened(source)
    except Unreadable as error:
        return refused(source, error.problem, error.line)
    draft = import_module("roundtable_ical.importers.notes.reader").draft(found.document, source)
    for problem in found.problems:
        draft.tell(problem)
    reading: Reading = draft.reading()
    return reading


def _named(source: Source, suffixes: tuple[str, ...]) -> bool:
    return source.name.lower().endswith(suffixes)


def _is_binary(content: bytes) -> bool:
    """Whether it is no text at a glance; UTF-16 is text."""
    head = content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if sum(byte < 9 and byte > 0 for byte in head) * 20 > len(head):
        return True
    wide = max(head[0::2].count(0), head[1::2].count(0)) * 10 > len(head) // 2
    return b"\0" in head and not wide


def _begins_as_page(content: bytes) -> bool:
    head = content[:_HEAD].lower().replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith((b"<?xml", b"<!--")):
        return b"<html" in head
    return head.startswith(_HTML)
