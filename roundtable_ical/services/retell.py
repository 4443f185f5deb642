"""Retell what each revision of an event changed, for those who read the history."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock

from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection
from roundtable_ical.revisions.changes import Change, changes
from roundtable_ical.revisions.publication import Revision, Snapshot

MOST_REVISIONS = 50
MOST_CHANGES = 20_000
"""Changes that are kept in memory, of all events together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One change, and the themes and speakers of its segment before or after it."""

    change: Change
    themes: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()

    def concerns(self, selection: Selection) -> bool:
        """Whether somebody who follows *selection* is told."""
        return (
            selection.everything
            or not self.themes.isdisjoint(selection.themes)
            or not self.speakers.isdisjoint(selection.speakers)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A revision and what it changed. *retimed_from* is the tzdata of the one before, if another.

    *told* may be empty: times computed anew change no programme.
    """

    revision: Revision
    told: tuple[Told, ...]
    retimed_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is remembered of a revision.

    *withheld* are not named by its programme, *people* are those whom a change of it could name,
    *hidden* those of them that were left unnamed.
    """

    told: tuple[Told, ...]
    withheld: frozenset[str]
    people: frozenset[str]
    hidden: frozenset[str]


@dataclass(slots=True)
class Retelling:
    """Remembers what revisions changed, within bounds; one for all events of a store."""

    most_changes: int = MOST_CHANGES
    _kept: OrderedDict[Revision, _Kept] = field(default_factory=OrderedDict)
    _histories: dict[str, tuple[Revision, ...]] = field(default_factory=dict)
    _count: int = 0
    _lock: Lock = field(default_factory=Lock)

    def of(self, snapshot: Snapshot, store: ProgrammeStore) -> tuple[Retold, ...]:
        """Return the newest revisions up to that of *snapshot*, newest first.

        Whoever may not be named any more is not named in what was said before, either. The store
        is asked for what is not remembered, and only for that.

        Raises:
            Unavailable: it is out of reach.
        """
        with self._lock:
            return tuple(self._retold(snapshot, store))

    def _retold(self, snapshot: Snapshot, store: ProgrammeStore) -> Iterator[Retold]:
        history = self._history(snapshot.revision, store)
        programmes = _Programmes(snapshot, store)
        names = _Names(snapshot.event)
        for position in range(len(history) - 1, max(len(history) - 1 - MOST_REVISIONS, -1), -1):
            revision = history[position]
            kept = self._of(revision, programmes, names)
            names.add(kept.withheld)
            old = history[position - 1].tzdata if position else revision.tzdata
            retimed = old if old != revision.tzdata else None
            yield Retold(revision=revision, told=kept.told, retimed_from=retimed)

    def _history(self, newest: Revision, store: ProgrammeStore) -> tuple[Revision, ...]:
        known = self._histories.get(newest.event_id, ())
        if not known or known[-1] != newest:
            found = store.history(newest.event_id)
            known = tuple(each for each in found if each.number <= newest.number)
            self._histories[newest.event_id] = known
        return known

    def _of(self, revision: Revision, programmes: "_Programmes", names: "_Names") -> _Kept:
        kept = self._kept.get(revision)
        if kept is not None and kept.hidden == names.hidden(kept.withheld) & kept.people:
            self._kept.move_to_end(revision)
            return kept
        after = programmes.at(revision.number)
        before = programmes.at(revision.number - 1)
        if kept is not None:
            self._count -= len(self._kept.pop(revision).told) + 1
        self._kept[revision] = kept = _told(before, after, names)
        self._count += len(kept.told) + 1
        while self._count > self.most_changes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._count -= len(oldest.told) + 1
        return kept


class _Names:
    """Who may not be named: who is withheld now, or was when last in the programme."""

    def __init__(self, newest: SideEvent) -> None:
        self._present = newest.people.keys()
        self._withheld = _withheld(newest)

    def hidden(self, withheld: frozenset[str]) -> frozenset[str]:
        """Return who may not be named in a revision that itself has *withheld*."""
        return self._withheld | (withheld - self._present)

    def add(self, withheld: frozenset[str]) -> None:
        """Go back past a revision that has *withheld*."""
        self._withheld = self.hidden(withheld)


class _Programmes:
    """The programmes of one event by number; going back, each is read once."""

    def __init__(self, snapshot: Snapshot, store: ProgrammeStore) -> None:
        self._id = snapshot.event.id
        self._store = store
        self._read: dict[int, SideEvent | None] = {snapshot.revision.number: snapshot.event}

    def at(self, number: int) -> SideEvent | None:
        """Return the programme of revision *number*; None before the first."""
        if number and number not in self._read:
            found = self._store.programme(self._id, number)
            self._read = {each: event for each, event in self._read.items() if each == number + 1}
            self._read[number] = found
        return self._read.get(number)


def _told(before: SideEvent | None, after: SideEvent | None, names: _Names) -> _Kept:
    if after is None:  # the store has lost it
        return _Kept(told=(), withheld=frozenset(), people=frozenset(), hidden=frozenset())
    told = tuple(_each(before, after))
    people = frozenset[str]().union(*(each.speakers for each in told))
    withheld = _withheld(after)
    hidden = names.hidden(withheld) & people
    if any(_named(event, hidden) for event in (before, after) if event):
        old = _without_names(before, hidden) if before else None
        told = tuple(_each(old, _without_names(after, hidden)))
    return _Kept(told=told, withheld=withheld, people=people, hidden=hidden)


def _each(before: SideEvent | None, after: SideEvent) -> Iterator[Told]:
    for change in changes(before, after):
        id_ = change.segment_id or ""
        segments = [event.agenda[id_] for event in (before, after) if event and id_ in event.agenda]
        yield Told(
            change=change,
            themes=frozenset(theme for segment in segments for theme in segment.themes),
            speakers=frozenset(part.speaker for segment in segments for part in segment.speakers),
        )


def _withheld(event: SideEvent) -> frozenset[str]:
    return frozenset(speaker.id for speaker in event.speakers if not speaker.consent)


def _named(event: SideEvent, ids: Iterable[str]) -> bool:
    return any(id_ in event.people and event.people[id_].public_name(None) for id_ in ids)


def _without_names(event: SideEvent, ids: Iterable[str]) -> SideEvent:
    """Return *event* as if the speakers *ids* had never consented to be named."""
    speakers = tuple(
        speaker.model_copy(update={"consent": False}) if speaker.id in ids else speaker
        for speaker in event.speakers
    )
    fields = {name: getattr(event, name) for name in SideEvent.model_fields}
    return SideEvent.model_validate(fields | {"speakers": speakers})
