"""A publisher for test_crash.py: publishes one revision after the other until it is killed.

Each line of standard input, ``PROGRAMMES STORE STEP``, starts a process of its own, forked so that
thirty of them are ready in no time. It publishes the pickled programmes in turn and prints what it
is at; with a STEP above 0 it kills itself before that statement or commit, counted from its first.
"""

import os
import pickle
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.sql import SqlStore

FIRST = datetime(2026, 10, 6, 12, tzinfo=UTC)


def main() -> None:
    """Start a publisher for each line, one at a time."""
    say("ready")
    for line in sys.stdin:
        file, url, step = line.split()
        if (pid := os.fork()) == 0:
            publish_on_and_on(url, pickle.loads(Path(file).read_bytes()), int(step))
        say(f"pid {pid}")
        os.waitpid(pid, 0)
        say("ended")


def publish_on_and_on(url: str, programmes: Sequence[SideEvent], step: int) -> None:
    """Publish until somebody kills the process."""
    if step:
        die_before(step)
    store = SqlStore(url)
    before = store.latest(programmes[0].id)
    while True:
        number = before.revision.number + 1 if before else 1
        say(f"publishing {number}")
        programme = programmes[number % len(programmes)]
        moment = FIRST + timedelta(seconds=number)
        done = publish(programme, store, moment=moment, tzdata="2026a", before=before)
        before = done.snapshot
        say(f"kept {number}")
        if step:
            os._exit(0)  # it lived through a whole publication: there are no more steps


def die_before(step: int) -> None:
    """Have the process kill itself before the nth statement or commit from now on."""
    left = count(step - 1, -1)

    def listen(*_: object) -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", listen)
    event.listen(Engine, "commit", listen)


def say(words: str) -> None:
    """Print one line at once, whole."""
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    main()
