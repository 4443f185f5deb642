"""Follow a store: serve the newest revision of each event in it, and the last one in trouble."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from roundtable_ical.errors import RoundtableError, Unavailable
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.problems import Problem
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.follow import Followed


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
        known = {followed.path: followed for followed in self.files}
        for event_id in self.store.events():
            snapshot = self.store.latest(event_id)
            followed = known.get(event_id) or Followed(event_id)
            old = followed.edition.snapshot if followed.edition else None
            if snapshot is None or (old and old.revision == snapshot.revision):
                continue
            base = self.base(event_id)
            followed.edition = Edition(snapshot.event, base=base, snapshot=snapshot)
            if event_id not in known:
                self.files = sorted([*self.files, followed], key=lambda each: each.path)
            self.serial += 1
            self.tell(f"{event_id} served, {snapshot.revision}")

    def _in_trouble(self, error: RoundtableError) -> None:
        """Say once what is wrong, in the log and to monitors; feeds stay as they are."""
        reason = " ".join(str(error).split())
        problem = Problem.error("store", (), reason, "the last good feeds stay up")
        if not self.files:  # monitors hear of a store that was never reached, too
            self.files = [Followed("store")]
        for followed in self.files:
            followed.problems = (problem,)
        if reason != self._trouble:
            self.warn(f"the store cannot be read (the last good feeds stay up): {reason}")
        self._trouble = reason

    def _recovered(self) -> None:
        if self._trouble:
            self.tell("the store can be read again")
            self._trouble = ""
            self.files = [followed for followed in self.files if followed.edition is not None]
            for followed in self.files:
                followed.problems = ()
