"""Follow programme files: serve the newest good edition of each; say what is wrong with a newer.

An organiser saves the file: a valid change is served at once; an invalid one leaves the last good
edition up. Nothing here knows what a file is: *load* and *mark* come from outside.
"""

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from roundtable_ical.errors import RoundtableError, Unavailable
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.services.editions import Edition

LOOKS_BEFORE_LESS = 6
SETTLING = object()
"""The mark of a file that is being written at this moment; what is half written is not served."""


@dataclass(slots=True)
class Followed:
    """A programme file and what became of it."""

    path: str
    mark: Hashable = None
    edition: Edition | None = None
    problems: tuple[Problem, ...] = ()
    dated: Edition | None = None
    """The last edition that had a `revised` of its own."""
    looks: int = 0
    """How often the file was looked at while it seemed to be half written."""
    newest: datetime | None = None
    """The latest `revised` that readers have been sent as Last-Modified."""

    @property
    def stale(self) -> bool:
        """Whether the file is newer than what is served, and cannot be used."""
        return any(problem.is_error for problem in self.problems)


@dataclass(slots=True, kw_only=True)
class Shelf:
    """Every event that is served.

    Args:
        load: reads the programme at a path.
        mark: returns something that changes when the file at a path does, None without one,
            `SETTLING` while it is being written.
        base: returns the public address of an event's page, None for the event's own.
        tell: is told each change, in one line, for the log.
        warn: is told each refusal and each doubt, in one line.
    """

    load: Callable[[str], Reading]
    mark: Callable[[str], Hashable]
    base: Callable[[str], str | None]
    tell: Callable[[str], None]
    warn: Callable[[str], None]
    serial: int = 0
    files: list[Followed] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def follow(self, paths: Sequence[str]) -> None:
        """Begin to follow the programme files at *paths*."""
        self.files += [Followed(path) for path in paths]
        self.refresh()

    @property
    def editions(self) -> Mapping[str, Edition]:
        """What is served, by event id, in the order the files were named."""
        found: dict[str, Edition] = {}
        for followed in self.files:
            if followed.edition is not None:
                found.setdefault(followed.edition.event.id, followed.edition)
        return found

    def wait(self, seconds: float) -> bool:
        """Wait until it is time to look again; a file tells nobody that it changed."""
        time.sleep(seconds)
        return True

    def refresh(self) -> None:
        """Look at the files; take what changed for the better.

        Returns at once where somebody else is looking: readers get what there is, and none waits.
        """
        if not self._lock.acquire(blocking=False):
            return
        try:
            for followed in self.files:
                mark = self.mark(followed.path)
                if mark is SETTLING and followed.edition is not None:
                    continue
                if mark != followed.mark or (mark is None and not followed.problems):
                    followed.mark = mark
                    self._reload(followed)
        finally:
            self._lock.release()

    def _reload(self, followed: Followed) -> None:
        old, known = followed.edition, followed.problems
        try:
            reading = self.load(followed.path)
            problems = reading.problems + self._refusals(followed, reading)
            if reading.event is not None and not any(problem.is_error for problem in problems):
                if _half_written(followed, reading.event):
                    followed.mark = None
                    return
                followed.edition = self._edition(followed, reading.event)
                problems += _doubts(followed.edition)
        except Unavailable as error:
            followed.mark = None  # a disk or a network drive may be back with the file unchanged
            hint = "bring the file back, or make it readable"
            problems = (_unusable(str(error).removeprefix(f"{followed.path}: "), hint),)
        except Exception as error:  # noqa: BLE001  # foreign code, or a case nobody thought of
            own = isinstance(error, RoundtableError)
            reason = str(error) if own else f"{type(error).__name__}: {error}"
            problems = (_unusable(reason, "take the last change back"),)
        followed.problems = problems
        self._report(followed, old, known)

    def _report(self, followed: Followed, old: Edition | None, known: tuple[Problem, ...]) -> None:
        """Tell the log what became of a file; what it knows already is not told again."""
        if followed.stale:
            kept = "the last good edition stays up" if old else "there is none to serve"
            refused = (problem for problem in followed.problems if problem.is_error)
            for problem in refused if followed.problems != known else ():
                self.warn(_line(f"{followed.path} refused ({kept}): {problem}"))
        elif followed.edition is not None and followed.edition is not old:
            revised = followed.edition.event.revised.isoformat()
            self.tell(f"{followed.path} served, revised {revised}")
            for problem in _doubts(followed.edition):
                self.warn(_line(f"{followed.path}: {problem}"))
        elif any(problem.is_error for problem in known):
            self.tell(f"{followed.path} is in order again, and is what was served all the time")

    def _refusals(self, followed: Followed, reading: Reading) -> tuple[Problem, ...]:
        """Return why what was read, good as it may be, cannot take the place of what is served."""
        event = reading.event
        if event is None:
            silent = _unusable("nothing was found in it", "see `roundtable check`")
            return () if reading.errors else (silent,)
        old = followed.edition and followed.edition.event.id
        if old and event.id != old:
            hint = f"write `id: {old}` again; a new event needs a file of its own"
            message = f"the id was {old!r}, and calendars follow that address"
            return (Problem.error("id-changed", ("id",), message, hint),)
        others = (other for other in self.files if other is not followed and other.edition)
        if any(other.edition and other.edition.event.id == event.id for other in others):
            message = f"another file has the event {event.id!r} already"
            return (Problem.error("duplicate-id", ("id",), message, "give each event its own id"),)
        return ()

    def _edition(self, followed: Followed, event: SideEvent) -> Edition:
        old = followed.edition
        for known in (old, followed.dated):
            if known and known.event == event:
                return known
        dated = followed.newest is None or event.revised > followed.newest
        edition = Edition(event, base=self.base(event.id), dated=dated)
        if dated:
            followed.newest = event.revised
            followed.dated = edition
        self.serial += 1
        return edition


def _half_written(followed: Followed, event: SideEvent) -> bool:
    """Whether *event* may be the beginning of a file that is still being copied.

    It has less than what is served, and says to be of the same moment. After a few looks it is
    believed: somebody took something out and forgot `revised`.
    """
    old = followed.edition.event if followed.edition else None
    less = old is not None and event.agenda.keys() < old.agenda.keys()
    if not less or old is None or event.revised != old.revised:
        followed.looks = 0
        return False
    followed.looks += 1
    return followed.looks <= LOOKS_BEFORE_LESS


def _doubts(edition: Edition) -> tuple[Problem, ...]:
    if edition.dated:
        return ()
    message = (
        f"the programme changed and `revised`, {edition.event.revised.isoformat()}, did not rise"
    )
    hint = "write the moment of the change, or some calendars will not take it"
    return (Problem.warning("revised-unchanged", ("revised",), message, hint),)


def _unusable(reason: str, hint: str) -> Problem:
    return Problem.error("unusable", (), f"cannot be used: {reason}", hint)


def _line(words: str) -> str:
    return " ".join(words.split())
