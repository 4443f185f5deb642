"""Header fields of a mail: nobody's name or title can become a field of its own.

Source: RFC 5322 sections 2.2 and 3.4, RFC 2047; RFC 6532 for a mailbox that is not ASCII.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from textwrap import wrap

from roundtable_ical.itip.domains import in_ascii

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]+")
_ENCODED = 39
"""Octets in one encoded word: behind the name of a field its line has 76 characters at most."""
_WIDTH = 66
"""Characters of a line: with the name of the field it is no longer than 78."""


def field(name: str, value: str) -> bytes:
    """Return the header field *name*; *value* is as `words`, `mailbox` or `listed` give it."""
    return f"{name}: {value}\r\n".encode()


def words(text: str) -> str:
    """Return *text* for a header of free words, folded: as it is in ASCII, else encoded."""
    line = _line(text)
    if line.isascii() and "=?" not in line:
        folded = wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False)
        if all(len(part) <= _WIDTH for part in folded):
            return "\r\n ".join(folded)
    return _encoded(line)


def mailbox(name: str, address: str) -> str:
    """Return *address* with the *name* of who reads it."""
    line, told = _line(name), f"<{in_ascii(_line(address).replace(' ', ''))}>"
    if not line:
        return told
    shown = _encoded(line)
    if line.isascii() and "=?" not in line and len(line) <= _WIDTH:
        shown = '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
    joint = " " if len(shown) + len(told) <= _WIDTH else "\r\n "
    return f"{shown}{joint}{told}"


def listed(items: Iterable[str]) -> str:
    """Return message ids, one a line."""
    return "\r\n ".join(map(_line, items))


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _encoded(line: str) -> str:
    pieces = (b64encode(piece).decode() for piece in _pieces(line))
    return "\r\n ".join(f"=?utf-8?b?{piece}?=" for piece in pieces)


def _pieces(line: str) -> Iterator[bytes]:
    """Yield *line* in pieces of whole characters."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _ENCODED:
            yield piece
            piece = b""
        piece += octets
    yield piece
