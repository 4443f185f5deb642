"""Parts of a mail, put together: the same parts give the same bytes.

Source: RFC 2045, 2046; RFC 6047 section 2.4 for the calendar among the alternatives.
"""

from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Sequence
from hashlib import sha256

from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.writing.headers import field


def text(content: str, subtype: str, encoding: str | None = None) -> bytes:
    """Return a part of text, in whichever encoding is shorter where none is given."""
    ends = content.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    octets = ends.encode("utf-8", "replace")
    bodies = [
        (name, encoded(octets))
        for name, encoded in (("quoted-printable", b2a_qp), ("base64", _base64))
        if encoding in {None, name}
    ]
    name, body = min(bodies, key=lambda each: len(each[1]))
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
