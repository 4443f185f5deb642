"""What is kept of a mail that will not leave any more: all that it said, but no link that opens."""

import binascii
import re
from base64 import b64decode
from binascii import a2b_qp

from roundtable_ical.itip.writing import mime

HIDDEN = b"(not-kept)"
"""Stands where a personal link was."""
_LINK = re.compile(rb"(/(?:answer|my)/)\.?[\w-]+\.[\w-]{27}(?![\w-])")
_PART = re.compile(
    rb"Content-Type: text/(?P<kind>plain|html); charset=utf-8\r\n"
    rb"Content-Transfer-Encoding: (?P<encoding>quoted-printable|base64)\r\n\r\n"
    rb"(?P<body>.*?)(?=\r\n--=_)",
    re.DOTALL,
)
"""A part as `mime.text` writes it, among others of a `mime.multipart`."""


def masked(content: bytes) -> bytes:
    """Return the mail *content* without its personal links, every other byte as it was.

    A store that is read by others, or found in a backup, then answers for nobody.
    """
    return _PART.sub(_part_masked, content)


def _part_masked(part: re.Match[bytes]) -> bytes:
    decode = a2b_qp if part["encoding"] == b"quoted-printable" else b64decode
    try:
        text = decode(part["body"])
    except binascii.Error:  # nobody can read it, so nothing is given away
        return part[0]
    hidden, count = _LINK.subn(rb"\1" + HIDDEN, text)
    if not count:
        return part[0]
    return mime.text(hidden.decode("utf-8", "replace"), part["kind"].decode())
