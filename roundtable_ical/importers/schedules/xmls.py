"""XML files of others, parsed within bounds: no entities, no network, one clear problem."""

import re
from typing import Any

from lxml import etree

from roundtable_ical.importers.decoded import Undecodable, decoded
from roundtable_ical.programme.problems import Problem

LARGEST = 64_000_000
MOST_TAGS = 2_500_000
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENCODED = re.compile(rb"^\s*<\?xml[^>]*encoding")
_SAVE = "export the file again"


class Unreadable(Exception):
    """The file is no XML; carries the one problem there is, and its line."""

    def __init__(self, code: str, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.problem = Problem.error(code, (), message, hint)
        self.line = line


def parsed(content: bytes) -> tuple[etree._Element, tuple[Problem, ...]]:
    """Return the root of the XML in *content*, comments left out, and what was assumed.

    Raises:
        Unreadable: it is no XML, has entities of its own, or is larger than a schedule can be.
    """
    tags = content.count(b"<")
    if len(content) > LARGEST or tags > MOST_TAGS:
        message = f"the file has {len(content) / 1e6:,.0f} MB and {tags:,} tags"
        hint = f"at most {LARGEST // 1_000_000} MB and {MOST_TAGS:,} tags are possible"
        raise Unreadable("too-large", message, hint)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("not-xml", "the file is empty", _SAVE)
    try:
        return _root(content), ()
    except etree.XMLSyntaxError as error:
        if "encod" in str(error).lower() and not _ENCODED.match(content):
            return _of_older_encoding(content, error)
        raise _broken(error) from None


def _root(content: bytes) -> etree._Element:
    start = content.lstrip(b" \t\r\n")
    moved = content.count(b"\n", 0, len(content) - len(start))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    # Blank lines before the declaration are not allowed, and yet there.
    head = b"" if start.startswith((b"<?xml", b"\xff\xfe", b"\xfe\xff")) else b"\n" * moved
    root = etree.fromstring(head + start, parser)
    definition: Any = root.getroottree().docinfo.internalDTD
    if definition is not None and any(True for _ in definition.iterentities()):
        message = "the file declares entities of its own, which no schedule needs"
        raise Unreadable("entities", message, "write the words out, and remove the DOCTYPE")
    return root


def _of_older_encoding(
    content: bytes, error: etree.XMLSyntaxError
) -> tuple[etree._Element, tuple[Problem, ...]]:
    try:
        found = decoded(content)
        return _root(_DECLARED.sub("", found.text).encode()), found.problems
    except (Undecodable, etree.XMLSyntaxError):
        raise _broken(error) from None


def _broken(error: etree.XMLSyntaxError) -> Unreadable:
    what = " ".join((error.msg or "it cannot be parsed").partition(", line ")[0].split())
    lower = what.lower()
    if "entity" in lower and ("loop" in lower or "amplification" in lower):
        message = "the file has entities that grow without end"
        return Unreadable("entities", message, "write the words out", error.lineno)
    if "premature end" in lower or "end of document" in lower or "not closed" in lower:
        hint = "the file seems to be cut off; get it again"
    elif "depth" in lower:
        hint = "look for tags that are never closed"
    else:
        hint = "correct that line, or export the file again"
    return Unreadable("not-xml", f"this is not well-formed XML: {what}", hint, error.lineno)
