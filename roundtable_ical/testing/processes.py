"""Another process that appends when it is told to."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import cast

from roundtable_ical.errors import RevisionConflict
from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.testing.programmes import publication

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of an append in another process, and when (`time.monotonic`)."""

    kept: bool
    missed: tuple[int, ...]
    at: float


@dataclass(frozen=True, slots=True)
class Publisher:
    """Another process with the store open."""

    _pipe: "Connection[object, object]"

    def append(self, number: int, *, delay: float = 0) -> None:
        """Tell it to append revision *number* in *delay* seconds; do not wait."""
        self._pipe.send((number, delay))

    def appended(self) -> Appended:
        """Return what became of it."""
        return _received(self._pipe)


@contextmanager
def publisher(again: Callable[[], ProgrammeStore]) -> Iterator[Publisher]:
    """Start another process that opens the store by *again*, which can be pickled."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=_run, args=(again, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        _received(ours)
        yield Publisher(ours)
    finally:
        ours.close()
        process.join(PATIENCE)
        process.close()


def _received(pipe: "Connection[object, object]") -> Appended:
    if not pipe.poll(PATIENCE):
        raise TimeoutError("the other process is silent")
    answer = pipe.recv()
    if not isinstance(answer, Appended):
        raise TypeError(f"the other process failed: {answer}")
    return answer


def _run(again: Callable[[], ProgrammeStore], pipe: "Connection[object, object]") -> None:
    """Append what the other end of *pipe* says, until it hangs up."""
    store = again()
    store.events()
    pipe.send(Appended(kept=False, missed=(), at=time.monotonic()))
    try:
        while True:
            number, delay = cast("tuple[int, float]", pipe.recv())
            time.sleep(delay)
            pipe.send(_appended(store, number))
    except EOFError:
        store.close()


def _appended(store: ProgrammeStore, number: int) -> Appended:
    try:
        store.append(publication(number))
    except RevisionConflict as error:
        missed = tuple(getattr(each, "number", 0) for each in error.missed)
        return Appended(kept=False, missed=missed, at=time.monotonic())
    return Appended(kept=True, missed=(), at=time.monotonic())
