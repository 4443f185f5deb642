"""What the house needs from outside, as Protocols.

In: nothing.  Out: `Source`, `Importer`, `Exporter`.  May import: the core.
"""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be read: its bytes, and the name it goes by in messages."""

    name: str
    content: bytes


@runtime_checkable
class Importer(Protocol):
    """Reads one format; entry-point group ``roundtable_ical.importers``."""

    name: str
    summary: str
    suffixes: tuple[str, ...]

    def recognises(self, source: Source) -> float:
        """Return how sure it is that it can read *source*, from 0 to 1."""
        ...

    def read(self, source: Source) -> Reading:
        """Return the event in *source* and every problem; never raises for what is inside."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes one format; entry-point group ``roundtable_ical.exporters``."""

    name: str
    summary: str
    suffix: str
    media_type: str

    def write(self, event: SideEvent) -> bytes:
        """Return the whole of *event* in this format; the same event gives the same bytes."""
        ...
