"""The store goes away under a running server: the last good feeds stay up, and it recovers."""

import http.client
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest

from roundtable_ical.stores.upkeep import check
from roundtable_ical.testing.postgres import PostgresServer
from roundtable_ical.testing.postgres import running as postgres_running

ROUNDTABLE = [sys.executable, "-m", "roundtable_ical.cli.main"]
FEEDS = ("/breakfast/agenda.ics", "/breakfast/themes/skills.ics")
PATIENCE = 20
Written = Callable[..., Path]
Said = tuple[int, str]
Answer = TypeVar("Answer")


class Server:
    """`roundtable serve` in a process of its own."""

    def __init__(self, port: int, log: Path) -> None:
        self.port = port
        self.log = log

    def ask(self, path: str) -> tuple[int, str, bytes]:
        """Return status, ETag and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.getheader("ETag", ""), response.read()
        finally:
            connection.close()

    def feeds(self) -> dict[str, tuple[int, str, bytes]]:
        """Return the answers to requests for two feeds, each given within a second."""
        answers = {}
        for path in FEEDS:
            start = time.monotonic()
            answers[path] = self.ask(path)
            assert time.monotonic() - start < 1, path
        return answers

    def says(self, status: str) -> tuple[int, list[str]]:
        """Wait until /readyz says *status*; return its code and the problems it tells."""
        return self.within(lambda: self._readyz(status))

    def serves(self, words: str) -> None:
        """Wait until the agenda has *words*."""
        self.within(lambda: words.encode() in self.ask(FEEDS[0])[2] or None)

    def _readyz(self, status: str) -> tuple[int, list[str]] | None:
        code, _, body = self.ask("/readyz")
        answer = json.loads(body)
        if answer["status"] != status:
            return None
        return code, [it["message"] for event in answer["events"] for it in event["problems"]]

    def within(self, answer: Callable[[], Answer | None]) -> Answer:
        """Wait until *answer* has one, and return it."""
        deadline = time.monotonic() + PATIENCE
        while (found := answer()) is None:
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)
        return found


@contextmanager
def serving(store: str, folder: Path) -> Iterator[Server]:
    """Serve *store* on a free port; stop by process id, and see that it stops well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*ROUNDTABLE, "serve", "--store", store, "--port", str(port)],
            env={**os.environ, "ROUNDTABLE_WATCH": "0.2"},
            stdout=output,
            stderr=output,
        )
    server = Server(port, log)

    def listens() -> bool | None:
        assert process.poll() is None, log.read_text()
        try:
            return server.ask("/healthz")[0] == 200
        except OSError:
            return None

    try:
        server.within(listens)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    assert "Traceback" not in log.read_text()


def published(file: Path, store: str, **options: Any) -> Said:
    """Publish in a process of its own; return exit code and what it said on standard error."""
    command = [*ROUNDTABLE, "publish", str(file), "--store", store]
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    return done.returncode, done.stderr


def one_line(said: Said, *, about: str) -> bool:
    """Whether it is exit code 3 and one line that has *about* in it."""
    code, words = said
    return code == 3 and words.count("\n") == 1 and about in words and "Traceback" not in words


def newest(file: Path) -> int:
    """Return the number of the newest revision, as SQLite itself reads it."""
    with closing(sqlite3.connect(file)) as connection:
        number: int = connection.execute("SELECT max(number) FROM revisions").fetchone()[0]
        return number


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the place of a SQLite store, in a folder of its own."""
    folder = tmp_path / "stores"
    folder.mkdir()
    return folder / "store.sqlite"


@pytest.fixture
def own_postgres() -> Iterator[PostgresServer]:
    """Return a PostgreSQL server that may be stopped."""
    with postgres_running() as server:
        yield server


def test_postgresql_stops_and_comes_back(
    own_postgres: PostgresServer, written: Written, tmp_path: Path
) -> None:
    store = own_postgres.new_database()
    assert published(written(), store) == (0, "")

    with serving(store, tmp_path) as server:
        good = server.feeds()
        own_postgres.stop()
        stale = server.says("stale")
        kept = server.feeds()
        refused = published(written(title="Lunch"), store)
        own_postgres.start()
        again = server.says("ready")
        assert published(written(title="Lunch"), store) == (0, "")
        server.serves("NAME:Lunch")

    assert kept == good
    assert {status for status, _, _ in good.values()} == {200}
    assert (stale[0], len(stale[1])) == (200, 1)
    assert "cannot be reached" in stale[1][0]
    assert again == (200, [])
    assert one_line(refused, about="cannot be reached")
    assert check(store) == ()


def test_tables_that_another_session_has_locked_keep_no_reader_waiting(
    own_postgres: PostgresServer, written: Written, tmp_path: Path
) -> None:
    """VACUUM FULL and ALTER TABLE lock readers out too."""
    store = own_postgres.new_database()
    published(written(), store)

    with serving(store, tmp_path) as server, psycopg.connect(store) as other:
        good = server.feeds()
        other.execute("LOCK TABLE revisions IN ACCESS EXCLUSIVE MODE")
        refused = published(written(title="Lunch"), store)
        stale = server.says("stale")
        kept = server.feeds()
        other.rollback()
        server.says("ready")
        assert published(written(title="Lunch"), store) == (0, "")
        server.serves("NAME:Lunch")

    assert kept == good
    assert "is locked" in stale[1][0]
    assert one_line(refused, about="is locked")


def test_a_server_that_starts_before_its_database_serves_once_it_is_there(
    own_postgres: PostgresServer, written: Written, tmp_path: Path
) -> None:
    store = own_postgres.new_database()
    published(written(), store)
    own_postgres.stop()

    with serving(store, tmp_path) as server:
        missing = server.says("unavailable")
        own_postgres.start()
        again = server.says("ready")
        found = server.feeds()

    assert missing[0] == 503
    assert len(missing[1]) == 1
    assert again == (200, [])
    assert {status for status, _, _ in found.values()} == {200}


def moved_away(file: Path) -> None:
    """Take the file, and leave what SQLite keeps beside it."""
    file.rename(file.with_name("elsewhere"))


def folder_moved_away(file: Path) -> None:
    """Take the whole folder."""
    file.parent.rename(file.parent.with_name("elsewhere"))


def a_folder(file: Path) -> None:
    """Put a folder in its place."""
    moved_away(file)
    file.mkdir()


def garbage(file: Path) -> None:
    """Put another file in its place."""
    moved_away(file)
    file.write_bytes(b"these are notes, and no database at all\n" * 500)


def back(file: Path) -> None:
    """Bring back what was taken."""
    folder = file.parent.with_name("elsewhere")
    if folder.exists():
        folder.rename(file.parent)
        return
    if file.is_dir():
        file.rmdir()
    file.with_name("elsewhere").replace(file)


@pytest.mark.parametrize(
    ("trouble", "reason", "refusal"),
    [
        (moved_away, "cannot be opened", "is not there"),
        (folder_moved_away, "cannot be opened", "there is no folder"),
        (a_folder, "cannot be opened", "is a folder"),
        (garbage, "is no SQLite database", "is no SQLite database"),
    ],
)
def test_a_sqlite_file_goes_away_and_comes_back(
    trouble: Callable[[Path], None],
    reason: str,
    refusal: str,
    file: Path,
    written: Written,
    tmp_path: Path,
) -> None:
    assert published(written(), str(file)) == (0, "")

    with serving(str(file), tmp_path) as server:
        assert published(written(title="Brunch"), str(file)) == (0, "")
        server.serves("NAME:Brunch")
        good = server.feeds()
        trouble(file)
        stale = server.says("stale")
        kept = server.feeds()
        refused = published(written(title="Lunch"), str(file))
        back(file)
        again = server.says("ready")
        assert server.feeds() == good
        assert published(written(title="Lunch"), str(file)) == (0, "")
        server.serves("NAME:Lunch")

    assert kept == good
    assert (stale[0], len(stale[1])) == (200, 1)
    assert reason in stale[1][0]
    assert again == (200, [])
    assert one_line(refused, about=refusal)
    assert check(str(file)) == ()
    assert newest(file) == 3


def test_a_copy_put_in_the_place_of_the_file_is_followed(
    file: Path, written: Written, tmp_path: Path
) -> None:
    """As from a backup: the server lets go of the file it had."""
    published(written(), str(file))
    copy = file.with_name("copy")
    shutil.copy(file, copy)

    with serving(str(file), tmp_path) as server:
        server.serves("NAME:Ministerial breakfast")
        copy.replace(file)
        assert published(written(title="Lunch"), str(file)) == (0, "")
        server.serves("NAME:Lunch")

    assert check(str(file)) == ()


def test_a_log_that_was_deleted_takes_no_revision_with_it(
    file: Path, written: Written, tmp_path: Path
) -> None:
    """Somebody tidies up what SQLite keeps beside the file, under a server that has it open."""
    published(written(), str(file))

    with serving(str(file), tmp_path) as server:
        assert published(written(title="Brunch"), str(file)) == (0, "")
        server.serves("NAME:Brunch")
        for suffix in ("wal", "shm"):
            file.with_name(f"{file.name}-{suffix}").unlink()
        assert published(written(title="Lunch"), str(file)) == (0, "")
        server.serves("NAME:Lunch")

    assert check(str(file)) == ()
    assert newest(file) == 3


def test_a_locked_sqlite_file_refuses_publishers_and_keeps_serving(
    file: Path, written: Written, tmp_path: Path
) -> None:
    published(written(), str(file))

    with serving(str(file), tmp_path) as server, closing(sqlite3.connect(file)) as other:
        good = server.feeds()
        other.execute("BEGIN IMMEDIATE")
        refused = published(written(title="Lunch"), str(file))
        kept = server.feeds()
        ready = server.says("ready")
        other.rollback()
        assert published(written(title="Lunch"), str(file)) == (0, "")
        server.serves("NAME:Lunch")

    assert one_line(refused, about="is locked by another program")
    assert kept == good
    assert ready == (200, [])


def test_a_file_that_may_not_grow_keeps_what_it_has(file: Path, written: Written) -> None:
    """A limit on the size of files does what a full disk does, without the rights of root."""
    published(written(), str(file))
    size = file.stat().st_size
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size // 8, size // 8))

    refused = published(written(title="Lunch"), str(file), preexec_fn=limit)

    assert one_line(refused, about="disk failed or is full")
    assert check(str(file)) == ()
    assert published(written(title="Lunch"), str(file)) == (0, "")
    assert newest(file) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of two megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_what_it_has_and_keeps_serving(
    small_disk: Path, written: Written, tmp_path: Path
) -> None:
    store = str(small_disk / "store.sqlite")
    filling = small_disk / "filling"
    published(written(), store)

    with serving(store, tmp_path) as server:
        good = server.feeds()
        fill(filling)
        refused = published(written(title="Lunch"), store)
        kept = server.feeds()
        filling.unlink()
        again = server.says("ready")
        assert published(written(title="Lunch"), store) == (0, "")
        server.serves("NAME:Lunch")

    assert one_line(refused, about="disk")
    assert kept == good
    assert again == (200, [])
    assert check(store) == ()


def fill(file: Path) -> None:
    """Write until there is no room for a byte more."""
    with file.open("wb", buffering=0) as output:
        for size in (65_536, 4_096, 1):
            try:
                while output.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
