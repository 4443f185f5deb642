"""A web page as a tree, and what it says of itself."""

import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fromstring

from roundtable_ical.importers.notes.documents.opened import refuse
from roundtable_ical.ports import Source

LARGEST = 8_000_000
"""Bytes; pages carry their pictures and programs in them."""

DEEPEST = 200
_WIDEST = 64
_LOOK = "look whether it is the right file, or save its text"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_META = {
    "og:title": "title", "description": "description", "og:description": "description",
    "author": "author", "dc.title": "title", "dc.date": "date",
}  # fmt: skip


def in_its_encoding(source: Source) -> Source:
    """Return *source* in UTF-8, where the page says which encoding it is in."""
    content = source.content
    found = _CHARSET.search(content[:4_096])
    if not found or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return source
    name = found[1].decode("ascii", errors="replace").lower()
    name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
    try:
        text = content[: LARGEST + 1].decode(name)
    except (LookupError, UnicodeError, ValueError):
        return source
    return replace(source, content=text.encode("utf-8", errors="replace"))


def tree(text: str) -> HtmlElement:
    """Return a page as a browser understands it.

    Raises:
        Unreadable: there is nothing in it, or it is nested too deep.
    """
    parser = HTMLParser(no_network=True, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = fromstring(_DECLARED.sub("", text, count=1), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        refuse("no-text", f"there is no text in the page ({error})", _LOOK)
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            refuse("too-deep", f"the page is nested more than {DEEPEST} deep", _LOOK)
    return root


def about(root: HtmlElement) -> dict[str, str]:
    """Return what stands in the head of a page, by lower-case key."""
    found: dict[str, str] = {}
    for title in root.iter("title"):
        found.setdefault("title", " ".join(title.text_content().split()))
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _META and meta.get("content"):
            found.setdefault(_META[name], meta.get("content").strip())
    language = root.get("lang") or next((each.get("lang") for each in root.iter("html")), None)
    return {key: value for key, value in (found | {"language": language or ""}).items() if value}


def span_of(cell: HtmlElement, name: str) -> int:
    """Return over how many columns or rows *cell* goes; *name* is ``colspan`` or ``rowspan``."""
    return max(1, min(_WIDEST, number_in(cell.get(name), 1)))


def number_in(text: str | None, otherwise: int) -> int:
    """Return the number that *text* is, or *otherwise*."""
    return int(text) if text and re.fullmatch(r"\s*\d{1,6}\s*", text) else otherwise
