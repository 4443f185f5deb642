"""Senders in other processes, which end whenever one likes."""

import multiprocessing
import time
from collections.abc import Callable, Sized
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from roundtable_ical import bootstrap
from roundtable_ical.services.outbox import send
from roundtable_ical.transports.smtp import SmtpTransport

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE = 60.0
LOADED = ("roundtable_ical.stores.sql", "roundtable_ical.stores.migrations.schema", "psycopg")
"""Once for all senders, where they are there: most of a short life would be imports."""


class Sender:
    """A process that sends what is due to a mail server on this machine.

    Args:
        again: opens the store; it can be pickled.
        port: of the mail server.
        later: what its clock is ahead.
    """

    def __init__(self, again: Callable[[], Any], port: int, later: timedelta) -> None:
        servers = multiprocessing.get_context("forkserver")
        servers.set_forkserver_preload([__name__, *LOADED])
        self._ours, theirs = servers.Pipe()
        self._process = servers.Process(target=_run, args=(again, port, later, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._hear()

    def go(self) -> None:
        """Have it begin."""
        self._ours.send("go")

    def wait_for(self, arrived: Sized, count: int) -> None:
        """Wait until so many messages have arrived, or it has no more to do."""
        while len(arrived) < count and not self._ours.poll():
            time.sleep(0.001)

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._let_go()

    def sent(self) -> int:
        """Return how many messages it has tried, once nothing is due any more."""
        tried = self._hear()
        self._let_go()
        return tried

    def _hear(self) -> int:
        if not self._ours.poll(PATIENCE):
            raise TimeoutError("the sender is silent")
        answer = self._ours.recv()
        if not isinstance(answer, int):
            raise TypeError(f"the sender failed: {answer}")
        return answer

    def _let_go(self) -> None:
        self._process.join(PATIENCE)
        self._process.close()
        self._ours.close()


def _run(
    again: Callable[[], Any], port: int, later: timedelta, pipe: "Connection[object, object]"
) -> None:
    def now() -> datetime:
        return bootstrap.now() + later

    store = again()
    store.mailed()
    pipe.send(0)
    pipe.recv()
    postman = SmtpTransport().open(f"smtp://127.0.0.1:{port}")
    tried = sum(1 for _ in send(store, postman, now))
    postman.close()
    store.close()
    pipe.send(tried)
