"""Personal links in what speakers send back: they quote the letter, and with it their own link.

A store that is read by others, or found in a backup, must answer for nobody.
"""

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator

from roundtable_ical.itip.reading.entities import base64_read

_LETTER = rb"(?:[\w-]|=2D|=5F)"
_LINK = re.compile(
    rb"(?:/|%2F)(?:answer|my)(?:/|%2F)((?:\.|=2E)?" + _LETTER + rb"{8,}(?:\.|=2E)"
    rb"" + _LETTER + rb"{27})(?![\w-])",
    re.IGNORECASE,
)
"""A link also inside another one, as programs that look at every link first rewrite it."""
_BREAKS = re.compile(rb"=[ \t]*\r?\n|\r?\n[ \t]")
"""Where quoted-printable text and calendars go on in the next line."""
_BLOCK = re.compile(
    rb"(?:^[A-Za-z0-9+/]{40,}={0,2}[ \t]*\r?$\n?)+(?:^[A-Za-z0-9+/]+={0,2}[ \t]*\r?$)?",
    re.MULTILINE,
)
_COVER = ord("x")


def hidden(content: bytes) -> bytes:
    """Return the mail *content* with an x for each letter of the personal links in it.

    Everything else stays at its place, in base64 and quoted-printable too.
    """
    covered = _BLOCK.sub(lambda found: _in_base64(found[0]), content)
    return _cover(covered)


def hidden_in(words: str) -> str:
    """Return *words* with an x for each letter of the personal links in them."""
    return _cover(words.encode("utf-8", "replace")).decode("utf-8")


def _cover(content: bytes) -> bytes:
    breaks = [found.span() for found in _BREAKS.finditer(content)]
    for joins in ([], breaks) if breaks else ([],):
        spans = list(_links(content, joins))
        if spans:
            covered = bytearray(content)
            for start, end in spans:
                covered[start:end] = bytes([_COVER]) * (end - start)
            content = bytes(covered)
    return content


def _links(content: bytes, breaks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where the letters of links are in *content*, of which *breaks* are no part."""
    begins = (0, *(end for _, end in breaks))
    kept = [*zip(begins, (*(start for start, _ in breaks), len(content)), strict=True)]
    joined = b"".join(content[start:end] for start, end in kept)
    starts, total = [], 0
    for start, end in kept:
        starts.append(total)
        total += end - start
    for found in _LINK.finditer(joined):
        at, stop = found.span(1)
        while at < stop:
            piece = bisect_right(starts, at) - 1
            start, end = kept[piece]
            first = start + at - starts[piece]
            last = min(end, first + stop - at)
            yield first, last
            at += last - first


def _in_base64(block: bytes) -> bytes:
    said = base64_read(block)
    covered = _cover(said)
    if covered == said:
        return block
    letters = iter(b64encode(covered).rstrip(b"="))
    plain = frozenset(b" \t\r\n=")
    return bytes(each if each in plain else next(letters, each) for each in block)
