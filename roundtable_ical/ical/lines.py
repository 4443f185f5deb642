"""Content lines, each written and folded by icalendar; those that come again are kept.

A calendar of a thousand segments says the same room, host and stamp a thousand times, and folding
is what writing one costs most.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Protocol

from icalendar import Parameters
from icalendar.parser import Contentline


class Value(Protocol):
    """A value of icalendar's."""

    params: Parameters

    def to_ical(self) -> bytes | str:
        """Return the value as it stands behind the colon."""
        ...


def line(name: str, value: Value) -> bytes:
    """Return one content line, folded, with its CRLF (RFC 5545 section 3.1)."""
    written: bytes = Contentline.from_parts(name, value.params, value).to_ical()
    return written + b"\r\n"


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
