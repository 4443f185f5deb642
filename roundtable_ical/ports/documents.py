"""Documents that come in and go out: a format each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What whoever brings a document says of it, where the document does not.

    *moment* is when it is read: an importer knows no other clock. *day* is the first
    one of the event. *answers* are those to the
    questions of an earlier reading, by the name of the question (`Question`).
    """

    moment: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    year: int | None = None
    day: date | None = None
    timezone: ZoneInfo | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be read: its bytes, its name in messages, and what is known of it."""

    name: str
    content: bytes
    given: Given = Given()


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
