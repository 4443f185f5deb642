"""Two server processes on one store, fifty readers, twenty publications: never a mix, and soon."""

import http.client
import re
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from threading import Event

FIRST = datetime(2026, 10, 6, 12, tzinfo=UTC)
WEEK = "week-of-side-events"
THEME = "fair-recruitment"
FEEDS = (f"/{WEEK}/agenda.ics", f"/{WEEK}/themes/{THEME}.ics")
PUBLICATIONS = 20
READERS = 50
SOON = 1.0
_REVISION = re.compile(rb"^SUMMARY:Revision (\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a reader got, and when (`time.monotonic`)."""

    server: int
    path: str
    asked: float
    came: float
    status: int
    etag: str
    modified: datetime
    revisions: tuple[int, ...]
    digest: bytes

    @property
    def revision(self) -> int:
        """The revision that a body says it is of."""
        return self.revisions[0]


class Reader:
    """Someone who asks one server after the other, over connections that stay open."""

    def __init__(self, ports: tuple[int, ...]) -> None:
        self.ports = ports
        self.answers: list[Answer] = []
        self.refused: set[int] = set()

    def read(self, done: Event, pause: float) -> None:
        """Ask until *done*; a server that takes no connection is not asked again."""
        turns = cycle([(port, path) for path in FEEDS for port in self.ports])
        with ExitStack() as stack:
            connections = {port: http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                           for port in self.ports}  # fmt: skip
            for connection in connections.values():
                stack.callback(connection.close)
            while not done.is_set() and len(self.refused) < len(self.ports):
                port, path = next(turns)
                if port not in self.refused:
                    self._ask(connections[port], port, path)
                done.wait(pause)

    def _ask(self, connection: http.client.HTTPConnection, port: int, path: str) -> None:
        asked = time.monotonic()
        try:
            connection.request("GET", path)
            response = connection.getresponse()
        except http.client.RemoteDisconnected, ConnectionError:
            # an idle connection was closed before the request came: no answer had begun
            connection.close()
            self._ask_anew(connection, port, path)
            return
        self._note(response, asked, port, path)
