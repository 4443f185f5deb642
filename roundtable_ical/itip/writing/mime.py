"""Parts of a mail, put together: the same parts give the same bytes.

Source: RFC 2045, 2046; RFC 6047 section 2.4 for the calendar among the alternatives.
"""

import re
from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Sequence
from hashlib import sha256

from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.writing.headers import field

_LINE_END = re.compile("\r\n|\r|\n")


def text(content: str, subtype: str) -> bytes:
    """Return a part of text, in whichever encoding is shorter."""
    octets = "\r\n".join(_LINE_END.split(content)).encode("utf-8", "replace")
    printable, packed = b2a_qp(octets), _base64(octets)
    short = len(printable) <= len(packed)
    name, body = ("quoted-printable", printable) if short else ("base64", packed)
    kind = field("Content-Type", f"text/{subtype}; charset=utf-8")
    return kind + field("Content-Transfer-Encoding", name) + b"\r\n" + body


def calendar(content: bytes, method: Method) -> bytes:
    """Return the part that mail programs show buttons for."""
    kind = f"text/calendar; charset=UTF-8; method={method.value};\r\n component=VEVENT"
    return _packed(field("Content-Type", kind), content)


def attachment(content: bytes, name: str) -> bytes:
    """Return the same calendar as a file *name*, for programs that know no more."""
    kind = field("Content-Type", f'application/ics; name="{name}"')
    return _packed(kind + field("Content-Disposition", f'attachment; filename="{name}"'), content)


def multipart(subtype: str, parts: Sequence[bytes], seed: str) -> bytes:
    """Return *parts* as one; *seed* is the mail's own, and makes the line between them.

    That line holds ``=_``, which no encoded part does.
    """
    boundary = f"=_{subtype}_{sha256(seed.encode()).hexdigest()[:24]}"
    line = f"--{boundary}".encode()
    body = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    kind = field("Content-Type", f'multipart/{subtype};\r\n boundary="{boundary}"')
    return kind + b"\r\n" + body + line + b"--\r\n"


def _packed(head: bytes, content: bytes) -> bytes:
    return head + field("Content-Transfer-Encoding", "base64") + b"\r\n" + _base64(content)


def _base64(content: bytes) -> bytes:
    return encodebytes(content).replace(b"\n", b"\r\n")
