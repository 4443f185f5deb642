"""Mailboxes as header fields and calendars write them, and when two are the same."""

import re
from urllib.parse import unquote

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_ANGLE = re.compile(r"<([^<>]*)>")
_ADDRESS = re.compile(r"[^\s<>@,;:\"()]+@[^\s<>@,;:\"()]+")
_LONGEST = 5_000


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
    return tuple(map(_address, (piece for piece in plain.split(",") if piece.strip())))


def calendar_mailbox(value: str) -> str:
    """Return the address in a calendar address, with or without ``mailto:``; "" where it is none.

    >>> calendar_mailbox("MAILTO:Ann@Example.org")
    'Ann@Example.org'
    """
    plain = value.strip().strip("'\"<>")
    scheme, colon, rest = plain.partition(":")
    if colon and scheme.strip().lower() == "mailto":
        plain = unquote(rest.partition("?")[0])
    plain = plain.strip().strip("'\"<>")
    return plain if _ADDRESS.fullmatch(plain) else ""


def same_mailbox(one: str, other: str) -> bool:
    """Tell whether two addresses are one mailbox: letters compare without case, nothing else."""
    return bool(one) and one.casefold() == other.casefold()


def domain(address: str) -> str:
    """Return what stands behind the @, in small letters."""
    return address.rpartition("@")[2].casefold()


def _address(piece: str) -> str:
    angles = _ANGLE.findall(piece)
    found = angles[0] if len(angles) == 1 else "" if angles else piece.rpartition(":")[2]
    found = found.strip().rstrip(";").strip()
    return found if _ADDRESS.fullmatch(found) else ""
