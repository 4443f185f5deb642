"""A store that forgets everything when the process ends: for tests, and to try things out."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date

from roundtable_ical.errors import RevisionConflict
from roundtable_ical.itip.outbox import Decide
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.revisions.feedstates import FeedState
from roundtable_ical.revisions.ledger import Entry
from roundtable_ical.revisions.parts import PartKey, assembled
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot
from roundtable_ical.stores.memory_mail import MemoryMail


@dataclass(slots=True)
class MemoryStore(MemoryMail):
    """Keeps publications in a list."""

    _publications: dict[str, list[Publication]] = field(default_factory=dict)
    _counted: Counted = field(default_factory=Counted)
    _count: int = 0
    _seen: int = 0

    def events(self) -> tuple[str, ...]:
        """Return the ids of all events, in alphabetical order."""
        with self._changed:
            return tuple(sorted(self._publications))

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision of an event; None without any."""
        published = self._published(event_id)
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
        published = self._published(event_id)[: max(number, 0)]
        return _assembled(published) if 0 < number == len(published) else None

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return the revisions of an event after a number, oldest first."""
        return tuple(each.revision for each in self._published(event_id)[after:])

    def publications(self, event_id: str, after: int = 0) -> Iterator[Publication]:
        """Yield the publications after a number, oldest first, all of one moment of the store."""
        yield from self._published(event_id)[after:]

    def append(self, publication: Publication, decide: Decide | None = None) -> None:
        """Keep a revision and its mail; `RevisionConflict` where another has its number."""
        revision = publication.revision
        with self._changed:
            published = self._publications.get(revision.event_id, [])
            if revision.number != len(published) + 1:
                missed = [each.revision for each in published[max(revision.number - 1, 0) :]]
                raise RevisionConflict(revision.event_id, missed)
            if decide is not None:
                self.decide(revision.event_id, decide)
            self._publications[revision.event_id] = [*published, publication]
            self._count += 1
            self._changed.notify_all()

    def mark(self) -> Hashable:
        """Return the number of publications so far."""
        with self._changed:
            return self._count

    def wait(self, seconds: float) -> bool:
        """Return whether something was appended since the last look; wait for it until then."""
        with self._changed:
            came = self._changed.wait_for(lambda: self._count != self._seen, seconds)
            self._seen = self._count
            return came

    def add_visits(self, counted: Counted) -> None:
        """Add to the counts of visits."""
        with self._changed:
            self._counted = added(self._counted, counted)

    def visits(self, since: date, event_id: str | None = None) -> Counted:
        """Return the counts of visits from the day *since* on."""
        counted = self._counted

        def wanted(each: Visits | Gaps) -> bool:
            return each.day >= since and event_id in {None, each.event_id}

        return Counted(tuple(filter(wanted, counted.visits)), tuple(filter(wanted, counted.gaps)))

    def forget_visits(self, before: date) -> None:
        """Forget the counts of visits before a day."""
        with self._changed:
            self._counted = self.visits(before)

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def _published(self, event_id: str) -> list[Publication]:
        with self._changed:
            return self._publications.get(event_id, [])


def _assembled(published: list[Publication]) -> SideEvent:
    parts: dict[PartKey, str | None] = {}
    for publication in published:
        parts |= publication.parts
    return assembled(parts.items())
