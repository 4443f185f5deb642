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
)
"""The head of a part as `mime.text` writes it, among others of a `mime.multipart`."""
_END = b"\r\n--=_"


def masked(content: bytes) -> bytes:
    """Return the mail *content* without its personal links, every other byte as it was.

    A store that is read by others, or found in a backup, then answers for nobody.
    """
    pieces, done = [], 0
    for head in _PART.finditer(content):
        end = content.find(_END, head.end())
        if end >= 0 and (part := _part_masked(head, content[head.end() : end])):
            pieces += [content[done : head.start()], part]
            done = end
    return b"".join((*pieces, content[done:]))


def _part_masked(head: re.Match[bytes], body: bytes) -> bytes:
    """Return a part without its links; nothing where there are none."""
    encoding = head["encoding"].decode()
    decode = a2b_qp if encoding == "quoted-printable" else b64decode
    try:
        text = decode(body)
    except binascii.Error:  # nobody can read it, so nothing is given away
        return b""
    hidden, count = _LINK.subn(rb"\1" + HIDDEN, text)
    if not count:
        return b""
    return mime.text(hidden.decode("utf-8", "replace"), head["kind"].decode(), encoding)
