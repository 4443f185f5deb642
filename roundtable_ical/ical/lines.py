"""Content lines: values by icalendar, folded here; those that come again are kept.

A calendar of a thousand segments says the same room, host and stamp a thousand times, and most of
what writing it costs is folding, which icalendar does character by character.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Protocol

from icalendar import Parameters
from icalendar.parser import Contentline

WIDTH = 74
"""Octets that a physical line carries; a continuation has a blank before them (RFC 5545: 75)."""


class Value(Protocol):
    """A value of icalendar's."""

    params: Parameters

    def to_ical(self) -> bytes | str:
        """Return the value as it stands behind the colon."""
        ...


def line(name: str, value: Value) -> bytes:
    """Return one content line, folded, with its CRLF (RFC 5545 section 3.1)."""
    return folded(Contentline.from_parts(name, value.params, value).encode())


def folded(content: bytes) -> bytes:
    r"""Return the content line *content* in physical lines of at most 75 octets, each with CRLF.

    No character is cut in two, and no escaped one (``\,`` or ``^n``), which some clients unfold
    too late.

    >>> [len(physical) for physical in folded(b"SUMMARY:" + b"x" * 80).split(b"\r\n")]
    [74, 15, 0]
    """
    if len(content) <= WIDTH:
        return content + b"\r\n"
    lines = []
    begin, end = 0, WIDTH
    while end < len(content):
        while content[end] & 0xC0 == 0x80:  # inside a character of UTF-8
            end -= 1
        if content[end - 1] in b"\\^":
            end -= 1
        lines.append(content[begin:end])
        begin, end = end, end + WIDTH
    lines.append(content[begin:])
    return b"\r\n ".join(lines) + b"\r\n"


class Lines:
    """Writes lines and keeps those that are asked for again by the same key.

    *key* has to tell all that the value is made of; what is kept is as large as what is different.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Hashable], bytes] = {}

    def again(self, name: str, key: Hashable, make: Callable[[], Iterable[Value]]) -> bytes:
        """Return the lines of *name* with the values that *make* gives; asked once per key."""
        place = name, key
        if place not in self._kept:
            self._kept[place] = b"".join(line(name, value) for value in make())
        return self._kept[place]
