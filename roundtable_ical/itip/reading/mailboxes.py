"""Mailboxes as header fields and calendars write them, and when two are the same."""

import re
from contextlib import suppress
from urllib.parse import unquote

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_ANGLE = re.compile(r"<([^<>]*)>")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()]+@[^\s<>@,;:\"()]+")
_LONGEST = 5_000
_LONGEST_HOST = 254


def mailboxes(field: str) -> tuple[str, ...]:
    """Return the addresses in a field such as From (RFC 5322 section 3.4).

    What looks like an address in a display name or a comment is none. Of a mailbox that cannot be
    told for certain, "" stands in its place.

    >>> mailboxes('"ann@example.org" <bob@example.net>, carl@example.org (carl)')
    ('bob@example.net', 'carl@example.org')
    """
    plain = _QUOTED.sub(" ", field[:_LONGEST])
    for _ in range(5):  # comments inside comments
        plain = _COMMENT.sub(" ", plain)
    pieces = [piece for piece in plain.split(",") if piece.strip()]
    return tuple(map(_address, (*filter(_is_no_name, pieces[:-1]), *pieces[-1:])))


def calendar_mailbox(value: str) -> str:
    """Return the address in a calendar address, with or without ``mailto:``; "" where it is none.

    >>> calendar_mailbox("MAILTO:Ann@Example.org")
    'Ann@Example.org'
    """
    plain = value.strip().strip("'\"<>")
    scheme, colon, rest = plain.partition(":")
    if colon and scheme.strip().lower() == "mailto":
        plain = unquote(rest.partition("?")[0])
    plain = plain.rpartition("<")[2].strip().strip("'\"<>")
    return plain if _ADDRESS.fullmatch(plain) else ""


def same_mailbox(one: str, other: str) -> bool:
    """Tell whether two addresses are one mailbox: letters compare without case, nothing else.

    The name of a host is the same in its own letters and in those of the network (RFC 5890).
    """
    return bool(one) and _compared(one) == _compared(other)


def domain(address: str) -> str:
    """Return what stands behind the @, in small letters."""
    return _compared(address).rpartition("@")[2]


def _compared(address: str) -> str:
    local, at, host = address.casefold().rpartition("@")
    if not host.isascii() and len(host) < _LONGEST_HOST:
        with suppress(UnicodeError):
            host = host.encode("idna").decode()
    return f"{local}{at}{host}"


def _is_no_name(piece: str) -> bool:
    """Tell whether a piece is more than half of a name that was left unquoted: Ryder, Guy <...>."""
    return "@" in piece or "<" in piece


def _address(piece: str) -> str:
    angles = _ANGLE.findall(piece)
    found = angles[0] if len(angles) == 1 else "" if angles else piece.rpartition(":")[2]
    found = found.strip().rstrip(";").strip()
    return found if _ADDRESS.fullmatch(found) else ""
