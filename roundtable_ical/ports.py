"""What the house needs from outside, as Protocols.

In: nothing.  Out: `Source`, `Importer`, `Exporter`, `ProgrammeStore`, `VisitStore`.
May import: the core.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import Reading
from roundtable_ical.reach.counts import Counted
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot


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


@runtime_checkable
class ProgrammeStore(Protocol):
    """Keeps what was published; entry-point group ``roundtable_ical.stores``.

    Every method may raise `Unavailable`; `Unreadable` where only that event cannot be read.
    Several threads may call one store.
    """

    def events(self) -> tuple[str, ...]:
        """Return the ids of all events, in alphabetical order."""
        ...

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision of an event, all of one piece; None without any."""
        ...

    def programme(self, event_id: str, number: int) -> SideEvent | None:
        """Return the programme as revision *number* published it; None without that revision."""
        ...

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return every revision of an event with a number over *after*, oldest first."""
        ...

    def append(self, publication: Publication) -> None:
        """Keep a revision, whole or not at all.

        Raises:
            RevisionConflict: its number does not follow on the newest one; nothing was kept.
        """
        ...

    def mark(self) -> Hashable:
        """Return something that is another whenever any event has a new revision; costs little."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait for an append, also by another process; False when there was none in *seconds*."""
        ...

    def publications(self, event_id: str, after: int = 0) -> Iterator[Publication]:
        """Yield each publication with a number over *after* as it was appended, oldest first."""
        ...

    def close(self) -> None:
        """Let go of connections and files; what was appended stays."""
        ...


@runtime_checkable
class VisitStore(Protocol):
    """Keeps counts of visits, of families of programs and of nobody.

    A `ProgrammeStore` that is one as well is asked for `roundtable reach`; of one that is not, the
    counts of a server end with it. Every method may raise `Unavailable`; several threads may call.
    """

    def add_visits(self, counted: Counted) -> None:
        """Add *counted* to what is kept, all of it or nothing; others may add at the same time."""
        ...

    def visits(self, since: date, event_id: str | None = None) -> Counted:
        """Return what was counted from the day *since* on, of one event or of all; by keys."""
        ...

    def forget_visits(self, before: date) -> None:
        """Forget what was counted before a day."""
        ...
