"""What SMTP has to know of a message before it takes it: addresses, letters, size."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from roundtable_ical.errors import Refused
from roundtable_ical.itip.outbox import Post

_UNSAFE = re.compile(r"[\x00-\x20\x7f<>]")
_LINE_ENDS = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message as it goes over the wire; *options* are those of MAIL (RFC 5321, 1870, 6531)."""

    sender: str
    recipient: str
    options: tuple[str, ...]
    data: bytes


def envelope(post: Post, offered: Mapping[str, str]) -> Envelope:
    """Return *post* for a server that offers some extensions, by their names in lower case.

    Raises:
        Refused: such a server will never take it.
    """
    content = _lines(post.content)
    headers = content.partition(b"\r\n\r\n")[0]
    sender, recipient = _address(post.sender), _address(post.recipient)
    options = []
    if "size" in offered:
        most = offered["size"].strip()
        if most.isdecimal() and 0 < int(most) < len(content):
            raise Refused(f"the server takes {int(most)} bytes; these are {len(content)}")
        options.append(f"size={len(content)}")
    if not content.isascii():
        if "8bitmime" not in offered:
            raise Refused("the server takes no letters but those of ASCII (8BITMIME)")
        options.append("body=8bitmime")
    if not (headers.isascii() and sender.isascii() and recipient.isascii()):
        if "smtputf8" not in offered:
            raise Refused("the server takes no address in other letters than ASCII (SMTPUTF8)")
        options.append("smtputf8")
    return Envelope(sender, recipient, tuple(options), _dotted(content))


def _lines(content: bytes) -> bytes:
    """Return a message whose every line ends as SMTP wants it."""
    ends = content.count(b"\r\n")
    if content.count(b"\n") != ends or content.count(b"\r") != ends:
        content = _LINE_ENDS.sub(b"\r\n", content)
    return content if content.endswith(b"\r\n") else content + b"\r\n"


def _dotted(content: bytes) -> bytes:
    """Return a message no line of which ends it (RFC 5321 section 4.5.2)."""
    dotted = content.replace(b"\n.", b"\n..")
    return b"." + dotted if dotted.startswith(b".") else dotted


def _address(words: str) -> str:
    """Return an address; its domain in letters of DNS, so that any server takes it."""
    local, at, domain = words.rpartition("@")
    if not (at and local and domain) or _UNSAFE.search(words):
        raise Refused(f"{words!r} is no address")
    if domain.isascii():
        return words
    try:
        return f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise Refused(f"{words!r} is no address") from error
