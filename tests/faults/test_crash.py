"""kill -9 at any point of `publish` leaves the old revision or the new one, and loses nothing."""

import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from typing import IO

import psycopg
import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.revisions.publication import Snapshot
from roundtable_ical.services.publish import publish
from roundtable_ical.stores import upkeep
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.postgres import PostgresServer
from roundtable_ical.testing.programmes import breakfast as small
from roundtable_ical.testing.programmes import unordered

PUBLISHER = Path(__file__).with_name("publisher.py")
FIRST = datetime(2026, 10, 6, 12, tzinfo=UTC)
KILLS = 30
NewStore = Callable[[], str]


class Expected:
    """What every revision has to be, computed in memory from the same programmes."""

    def __init__(self, programmes: list[SideEvent], file: Path) -> None:
        self.programmes = programmes
        self.file = file
        self.file.write_bytes(pickle.dumps(programmes))
        self.event_id = programmes[0].id
        self.store = MemoryStore()
        self.snapshots: list[Snapshot | None] = [None]

    def snapshot(self, number: int) -> Snapshot | None:
        """Return what is to be read after revision *number*; None before the first."""
        while number >= len(self.snapshots):
            coming = len(self.snapshots)
            done = publish(
                self.programmes[coming % len(self.programmes)],
                self.store,
                moment=FIRST + timedelta(seconds=coming),
                tzdata="2026a",
                before=self.snapshots[-1],
            )
            self.snapshots.append(done.snapshot)
        return self.snapshots[number]


class Publishers:
    """Processes that publish on and on (publisher.py), one at a time."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdin
        assert process.stdout
        self.orders: IO[str] = process.stdin
        self.lines: IO[str] = process.stdout
        self.pid = 0
        self.kept = 0

    def start(self, expected: Expected, url: str, *, step: int = 0) -> None:
        """Have one publish into *url*; before *step* it kills itself, where one is given."""
        self.pid = self.kept = 0
        self.orders.write(f"{expected.file} {url} {step}\n")
        self.orders.flush()
        while not self.pid:
            self._line()

    def publications(self, number: int) -> list[float]:
        """Wait until *number* more were begun; return how long each but the last took."""
        began = [self._next_begun() for _ in range(number)]
        return [later - earlier for earlier, later in pairwise(began)]

    def kill(self, after: float) -> int:
        """Kill the one that runs in *after* seconds; return the last revision it said was kept."""
        time.sleep(after)
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def end(self) -> int:
        """Wait for the end of the one that runs; return the last revision it said was kept."""
        while self._line() != "ended":
            pass
        return self.kept

    def _next_begun(self) -> float:
        while not self._line().startswith("publishing"):
            pass
        return time.monotonic()

    def _line(self) -> str:
        line = self.lines.readline().strip()
        word, _, number = line.partition(" ")
        assert word in {"pid", "publishing", "kept", "ended"}, line
        if word == "pid":
            self.pid = int(number)
        elif word == "kept":
            self.kept = int(number)
        return line


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    """Return the week, eight times, each time with another name and another end of its opening."""
    values = read("samples/week-of-side-events").model_dump()

    def changed(number: int) -> SideEvent:
        copy = deepcopy(values)
        opening = next(each for each in copy["segments"] if each["id"] == "opening")
        opening |= {"title": f"Opening, take {number}", "end": f"09:4{number}"}
        return SideEvent.model_validate(copy)

    return Expected([changed(number) for number in range(8)], tmp_path_factory.mktemp("w") / "week")


@pytest.fixture(scope="module")
def breakfast(tmp_path_factory: pytest.TempPathFactory) -> Expected:
    """Return something smaller, for many stores."""
    programmes = [small(number) for number in range(4)]
    return Expected(programmes, tmp_path_factory.mktemp("b") / "breakfast")


@pytest.fixture(scope="module")
def publishers() -> Iterator[Publishers]:
    """Return publishers that are killed; what starts them ends when its input does."""
    with subprocess.Popen(
        [sys.executable, str(PUBLISHER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        yield Publishers(process)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> NewStore:
    """Return a function that gives the address of a store that is not there yet."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"store-{time.monotonic_ns()}.sqlite")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database


@contextmanager
def opened(url: str) -> Iterator[SqlStore]:
    """Open a store anew, once the server has noticed that its client is dead."""
    if url.startswith("postgresql:"):
        with psycopg.connect(url) as connection:
            others = (
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            deadline = time.monotonic() + 10
            while connection.execute(others).fetchone() != (0,):
                assert time.monotonic() < deadline
                time.sleep(0.005)
                connection.rollback()
    store = SqlStore(url)
    try:
        yield store
    finally:
        store.close()


def survived(url: str, expected: Expected, *, kept: int) -> int:
    """Make sure that a store is whole, then publish into it; return the newest revision found.

    *kept* is the last revision that a publisher was told is kept.
    """
    with opened(url) as store:
        found = store.latest(expected.event_id)
        number = found.revision.number if found else 0

        assert number in {kept, kept + 1}
        assert found == expected.snapshot(number)
        assert [each.number for each in store.history(expected.event_id)] == [*range(1, number + 1)]
        assert upkeep.check(url) == ()

        following = expected.snapshot(number + 1)
        assert following is not None
        done = publish(
            following.event,
            store,
            moment=following.revision.moment,
            tzdata=following.revision.tzdata,
            before=found,
        )
        assert done.snapshot == store.latest(expected.event_id) == following
    return number


def is_all_there(url: str, expected: Expected) -> bool:
    """Whether every publication in a store is, row by row, what it has to be."""
    with opened(url) as store:
        found = [*map(unordered, store.publications(expected.event_id))]
    expected.snapshot(len(found))
    published = [*map(unordered, expected.store.publications(expected.event_id))]
    return found == published[: len(found)]


def test_a_publisher_killed_at_thirty_random_points_loses_nothing(
    new_store: NewStore, publishers: Publishers, week: Expected
) -> None:
    """The points are spread over a publication, from its beginning to a little past its end."""
    points = random.Random(4)
    url = new_store()
    publishers.start(week, url)
    spans = sorted(publishers.publications(7)[1:])
    kept = publishers.kill(after=0)
    newest = survived(url, week, kept=kept) + 1

    for _ in range(KILLS):
        publishers.start(week, url)
        publishers.publications(1)
        kept = publishers.kill(after=points.uniform(0, 1.1 * spans[-1]))
        newest = survived(url, week, kept=max(kept, newest)) + 1

    assert is_all_there(url, week)


def test_a_publisher_killed_while_it_makes_the_store_leaves_a_store_or_none(
    new_store: NewStore, publishers: Publishers, breakfast: Expected
) -> None:
    points = random.Random(5)

    for _ in range(6):
        url = new_store()
        publishers.start(breakfast, url)
        kept = publishers.kill(after=points.uniform(0, 0.15))
        survived(url, breakfast, kept=kept)


def test_a_first_publication_that_dies_before_any_statement_or_commit_loses_nothing(
    new_store: NewStore, publishers: Publishers, breakfast: Expected
) -> None:
    """Step after step, each in a new store, until it lives through all of them."""
    for step in count(1):
        url = new_store()
        publishers.start(breakfast, url, step=step)
        kept = publishers.end()
        survived(url, breakfast, kept=kept)
        if kept:
            break

    assert step > 16


def test_a_later_publication_that_dies_before_any_statement_or_commit_loses_nothing(
    new_store: NewStore, publishers: Publishers, breakfast: Expected
) -> None:
    """Step after step, until it lives through all of them."""
    url = new_store()
    newest = survived(url, breakfast, kept=0) + 1
    for step in count(1):
        publishers.start(breakfast, url, step=step)
        kept = publishers.end()
        newest = survived(url, breakfast, kept=max(kept, newest)) + 1
        if kept:
            break

    assert step > 8
    assert is_all_there(url, breakfast)
