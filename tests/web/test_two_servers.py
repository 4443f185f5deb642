"""Two server processes on one store, fifty readers, twenty publications: never a mix, and soon."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cached_property
from itertools import cycle, groupby
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.revisions.publication import Snapshot
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.postgres import PostgresServer

FIRST = datetime(2026, 10, 6, 12, tzinfo=UTC)
WEEK = "week-of-side-events"
THEME = "fair-recruitment"
FEEDS = (f"/{WEEK}/agenda.ics", f"/{WEEK}/themes/{THEME}.ics")
PUBLICATIONS = 20
READERS = 50
SOON = 1.0
_REVISION = re.compile(rb"^SUMMARY[^:]*:Revision (\d+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a reader got, and when it asked and had it (`time.monotonic`)."""

    port: int
    path: str
    asked: float
    came: float
    status: int
    etag: str
    modified: datetime
    body: bytes
    whole: bool

    @cached_property
    def titles(self) -> tuple[int, ...]:
        """The revisions that titles in the body carry."""
        return tuple(map(int, _REVISION.findall(self.body)))

    @property
    def revision(self) -> int:
        """The revision that the body is of."""
        return self.titles[0]


class Reader:
    """Asks one server after the other for one feed after the other; every second time, what is new.

    A server that takes no more connections is not asked again. Every other trouble is raised.
    """

    def __init__(self, ports: Sequence[int]) -> None:
        self.ports = set(ports)
        self.turns = cycle([(port, path) for path in FEEDS for port in ports])
        self.answers: list[Answer] = []
        self.last: dict[tuple[int, str], Answer] = {}

    def read(self, done: Event, pause: float) -> list[Answer]:
        """Ask until *done*, or until no server takes connections; return the answers."""
        for number, (port, path) in enumerate(self.turns):
            if done.is_set() or not self.ports:
                break
            if port in self.ports:
                before = self.last.get((port, path))
                try:
                    answer = asked(port, path, before if number // 4 % 2 else None)
                except ConnectionRefusedError:
                    self.ports.remove(port)
                    continue
                self.answers.append(answer)
                self.last[port, path] = answer
            done.wait(pause)
        return self.answers


def asked(port: int, path: str, before: Answer | None) -> Answer:
    """Ask a server for a feed; where *before* is given, only for a newer one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    start = time.monotonic()
    try:
        headers = {"If-None-Match": before.etag} if before else {}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        body = response.read()
        answer = Answer(
            port=port,
            path=path,
            asked=start,
            came=time.monotonic(),
            status=response.status,
            etag=response.getheader("ETag", ""),
            modified=parsedate_to_datetime(response.getheader("Last-Modified", "")),
            body=body,
            whole=body.startswith(b"BEGIN:VCALENDAR\r\n") and body.endswith(b"END:VCALENDAR\r\n"),
        )
    finally:
        connection.close()
    if before and answer.status == 304:
        return replace(answer, body=before.body, whole=before.etag == answer.etag and not body)
    return answer


@contextmanager
def serving(store: str, log: Path) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Serve *store* by a process of its own; give its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "roundtable_ical.cli.main", "serve", "--store", store]
    with log.open("w") as output:
        process = subprocess.Popen([*command, "--port", str(port)], stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + 15
        while True:
            try:
                asked(port, FEEDS[0], None)
                break
            except OSError:
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.05)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty store."""
    if request.param == "sqlite":
        return str(tmp_path / "store.sqlite")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()


def titled(values: dict[str, Any], number: int) -> SideEvent:
    """Return the programme of revision *number*: two titles of one theme carry it."""
    copy = deepcopy(values)
    themed = [each for each in copy["segments"] if THEME in (each["themes"] or ())]
    for name, segment in zip(("one", "other"), themed[:2], strict=True):
        segment["title"] = f"Revision {number}, {name}"
    return SideEvent.model_validate(copy)


class Publisher:
    """Publishes the week again and again, two segments of a theme changed each time."""

    def __init__(self, store: SqlStore, until: int) -> None:
        self.store = store
        values = read(f"samples/{WEEK}").model_dump()
        self.programmes = {number: titled(values, number) for number in range(1, until + 1)}
        self.known: Snapshot | None = None
        self.returned: dict[int, float] = {}

    def publish(self, number: int) -> None:
        """Publish revision *number*, and note when that returned."""
        done = publish(
            self.programmes[number],
            self.store,
            moment=FIRST + timedelta(seconds=number),
            tzdata="2026a",
            before=self.known,
        )
        self.returned[number] = time.monotonic()
        self.known = done.snapshot


def test_fifty_readers_of_two_servers_see_twenty_publications_whole_and_soon(
    store: str, tmp_path: Path
) -> None:
    done = Event()
    opened = SqlStore(store)
    publisher = Publisher(opened, PUBLICATIONS + 1)
    publisher.publish(1)

    with ExitStack() as stack:
        stack.callback(opened.close)
        servers = [stack.enter_context(serving(store, tmp_path / f"log-{n}")) for n in (1, 2)]
        ports = [port for port, _ in servers]
        pool = stack.enter_context(ThreadPoolExecutor(READERS))
        reading = [pool.submit(Reader(ports).read, done, 0.1) for _ in range(READERS)]
        try:
            for number in range(2, PUBLICATIONS + 2):
                time.sleep(0.25)
                publisher.publish(number)
            time.sleep(SOON + 0.3)
            for _, process in servers:  # one after the other, while everybody reads
                process.send_signal(signal.SIGTERM)
                assert process.wait(15) == 0
        finally:
            done.set()
        read_by = [each.result() for each in reading]

    answers = [answer for each in read_by for answer in each]
    assert {answer.status for answer in answers} == {200, 304}
    assert all(answer.whole for answer in answers)
    assert {(len(answer.titles), len({*answer.titles})) for answer in answers} == {(2, 1)}
    assert {answer.port for answer in answers} == {*ports}
    assert validators_fit(answers)
    assert [answer for answer in answers if is_late(answer, publisher.returned)] == []
    assert all(map(only_newer, read_by))
    sys.stdout.write(propagation(answers, publisher.returned))  # pytest -rP shows it


def validators_fit(answers: Sequence[Answer]) -> bool:
    """Whether each revision of each feed has one ETag of its own, one moment and one body."""
    said = {(it.path, it.revision, it.etag, it.modified, it.body) for it in answers}
    by_revision = {(path, revision) for path, revision, *_ in said}
    by_etag = {(path, etag) for path, _, etag, *_ in said}
    moments = {(revision, modified) for _, revision, _, modified, _ in said}
    return len(said) == len(by_revision) == len(by_etag) and moments == {
        (revision, FIRST + timedelta(seconds=revision)) for revision, _ in moments
    }


def is_late(answer: Answer, returned: dict[int, float]) -> bool:
    """Whether what had been public for a second when it was asked for is not in an answer."""
    return any(
        answer.asked > at + SOON and answer.revision < number for number, at in returned.items()
    )


def only_newer(answers: Sequence[Answer]) -> bool:
    """Whether one reader never sees an older revision from a server that gave a newer one."""
    by_server = sorted(answers, key=lambda answer: (answer.port, answer.asked))
    for _, of_server in groupby(by_server, key=lambda answer: answer.port):
        seen = [answer.revision for answer in of_server]
        if seen != sorted(seen):
            return False
    return True


def propagation(answers: Sequence[Answer], returned: dict[int, float]) -> str:
    """Tell how long after `publish` returned the last old answer was asked for, in ms."""
    spans = sorted(
        max(
            (it.asked - at for it in answers if it.port == port and it.revision < number),
            default=0.0,
        )
        for number, at in returned.items()
        for port in {it.port for it in answers}
        if number > 1
    )
    median, worst = spans[len(spans) // 2], spans[-1]
    return f"{len(answers)} answers; last old one asked for after {median * 1000:.0f} ms (median),"\
        f" {worst * 1000:.0f} ms (worst)"  # fmt: skip
