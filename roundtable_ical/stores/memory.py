"""A store that forgets everything when the process ends: for tests, and to try things out."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from threading import Lock

from roundtable_ical.errors import RevisionConflict
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.feedstates import FeedState
from roundtable_ical.revisions.ledger import Entry
from roundtable_ical.revisions.parts import PartKey, assembled
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot


@dataclass(slots=True)
class MemoryStore:
    """Keeps publications in a list."""

    _publications: dict[str, list[Publication]] = field(default_factory=dict)
    _count: int = 0
    _lock: Lock = field(default_factory=Lock)

    def events(self) -> tuple[str, ...]:
        """Return the ids of all events, in alphabetical order."""
        with self._lock:
            return tuple(sorted(self._publications))

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision of an event; None without any."""
        with self._lock:
            published = list(self._publications.get(event_id, ()))
        if not published:
            return None
        entries: dict[str, Entry] = {}
        feeds: dict[str, FeedState] = {}
        for publication in published:
            entries |= {entry.segment_id: entry for entry in publication.entries}
            feeds |= {feed.path: feed for feed in publication.feeds}
        return Snapshot(
            revision=published[-1].revision,
            event=_assembled(published),
            ledger=entries,
            feeds=feeds,
        )

    def programme(self, event_id: str, number: int) -> SideEvent | None:
        """Return the programme of revision *number*; None without that revision."""
        with self._lock:
            published = self._publications.get(event_id, [])[:number]
        return _assembled(published) if 0 < number == len(published) else None

    def history(self, event_id: str) -> tuple[Revision, ...]:
        """Return every revision of an event, oldest first."""
        with self._lock:
            return tuple(each.revision for each in self._publications.get(event_id, ()))

    def append(self, publication: Publication) -> None:
        """Keep a revision; raises `RevisionConflict` where another has its number."""
        revision = publication.revision
        with self._lock:
            published = self._publications.setdefault(revision.event_id, [])
            if revision.number != len(published) + 1:
                missed = [each.revision for each in published[revision.number - 1 :]]
                raise RevisionConflict(revision.event_id, missed)
            published.append(publication)
            self._count += 1

    def mark(self) -> Hashable:
        """Return the number of publications so far."""
        with self._lock:
            return self._count

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


def _assembled(published: list[Publication]) -> SideEvent:
    parts: dict[PartKey, str | None] = {}
    for publication in published:
        parts |= publication.parts
    return assembled(parts)
