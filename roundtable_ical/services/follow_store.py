"""Follow a store: serve the newest revision of each event in it, and the last one in trouble."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from roundtable_ical.errors import InvalidProgramme, RoundtableError, Unavailable, Unreadable
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.problems import Problem
from roundtable_ical.revisions.publication import Snapshot, stepped
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow import Followed

MOST_STEPS = 20
"""Revisions that are taken one after the other; beyond that all is read anew."""


@dataclass(slots=True, kw_only=True)
class StoreShelf:
    """Every event of a store, as it was last published.

    Args:
        store: where publications are kept.
        base: returns the public address of an event's page, None for the event's own.
        tell: is told each new revision, in one line, for the log.
        warn: is told each trouble, in one line.
    """

    store: ProgrammeStore
    base: Callable[[str], str | None]
    tell: Callable[[str], None]
    warn: Callable[[str], None]
    serial: int = 0
    files: list[Followed] = field(default_factory=list)
    _mark: Hashable = None
    _trouble: str = ""
    _unreadable: dict[str, Problem] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def editions(self) -> Mapping[str, Edition]:
        """What is served, by event id, in alphabetical order."""
        return {
            followed.edition.event.id: followed.edition
            for followed in self.files
            if followed.edition is not None
        }

    def wait(self, seconds: float) -> bool:
        """Wait for a new revision, also by another process, as long as *seconds*.

        Raises:
            Unavailable: the store failed; that has been told.
        """
        try:
            return self.store.wait(seconds)
        except Unavailable as error:
            self._in_trouble(error)
            raise

    def refresh(self) -> None:
        """Take what was published since the last look; in trouble keep what there is.

        Returns at once where somebody else is looking: readers get what there is, and none waits.
        """
        if not self._lock.acquire(blocking=False):
            return
        try:
            mark = self.store.mark()
            if mark != self._mark:
                self._take_newest()
                self._mark = mark
            self._recovered()
        except RoundtableError as error:
            self._in_trouble(error)
        finally:
            self._lock.release()

    def _take_newest(self) -> None:
        """Take what is new of each event; one that cannot be read keeps no other from it."""
        known = {followed.path: followed for followed in self.files}
        for event_id in self.store.events():
            followed = known.get(event_id) or Followed(event_id)
            try:
                new = self._taken(followed)
            except Unreadable as error:
                new = self._refused(followed, error)
            if new and event_id not in known:
                self.files = sorted([*self.files, followed], key=lambda each: each.path)

    def _taken(self, followed: Followed) -> bool:
        """Serve the newest revision of an event; False where it is served already."""
        former = followed.edition
        old = former.snapshot if former else None
        snapshot = self._newest(followed.path, old)
        if snapshot is None or (old and old.revision == snapshot.revision):
            return False
        base = self.base(followed.path)
        followed.edition = Edition(snapshot.event, base=base, snapshot=snapshot, former=former)
        followed.problems = ()
        self._unreadable.pop(followed.path, None)
        self.serial += 1
        self.tell(f"{followed.path} served, {snapshot.revision}")
        return True

    def _newest(self, event_id: str, old: Snapshot | None) -> Snapshot | None:
        """Return what is public now; of what was read before only what has changed is read."""
        if old is None:
            return self.store.latest(event_id)
        number = old.revision.number
        first, *later = self.store.history(event_id, number - 1) or (None,)
        if first != old.revision or len(later) > MOST_STEPS:  # another store, or too far away
            return self.store.latest(event_id)
        snapshot = old
        try:
            for publication in self.store.publications(event_id, number):
                snapshot = stepped(snapshot, publication)
        except (KeyError, ValueError, InvalidProgramme):  # whole, it says what is wrong with it
            return self.store.latest(event_id)
        return snapshot

    def _refused(self, followed: Followed, error: Unreadable) -> bool:
        """Say once, in the log and to monitors, that an event stays as it is, or is not served."""
        problem = _problem(error)
        if self._unreadable.get(followed.path) != problem:
            self.warn(f"{followed.path} (what is served stays up): {problem.message}")
        self._unreadable[followed.path] = problem
        followed.problems = (problem,)
        return True

    def _in_trouble(self, error: RoundtableError) -> None:
        """Say once what is wrong, in the log and to monitors; feeds stay as they are."""
        problem = _problem(error)
        if not self.files:  # monitors hear of a store that was never reached, too
            self.files = [Followed("store")]
        for followed in self.files:
            followed.problems = (problem,)
        if problem.message != self._trouble:
            reason = problem.message
            self.warn(f"the store cannot be read (the last good feeds stay up): {reason}")
        self._trouble = problem.message

    def _recovered(self) -> None:
        if self._trouble:
            self.tell("the store can be read again")
            self._trouble = ""
            self.files = [
                followed
                for followed in self.files
                if followed.edition is not None or followed.path in self._unreadable
            ]
            for followed in self.files:
                unread = self._unreadable.get(followed.path)
                followed.problems = (unread,) if unread else ()


def _problem(error: RoundtableError) -> Problem:
    reason = " ".join(str(error).split())
    return Problem.error("store", (), reason, "the last good feeds stay up")
