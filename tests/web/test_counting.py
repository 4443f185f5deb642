"""Feeds that are answered are counted, and nobody is remembered."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from ipaddress import IPv4Network, ip_network
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable
from roundtable_ical.reach.counts import Counted
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.programmes import appended, close
from roundtable_ical.web import counting
from roundtable_ical.web.app import create_app, create_blueprint
from roundtable_ical.web.context import EXTENSION, Context
from roundtable_ical.web.counting import Counting

APPLE = "iOS/18.0 (22A3354) dataaccessd/1.0"
AGENDA = "/breakfast/agenda.ics"
LONG_AGO = date(1970, 1, 1)


class Clock:
    """Tells the time that it is set to."""

    moment = datetime(2026, 9, 24, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


class Here:
    """An application that counts when it is told to, over a store with one revision."""

    def __init__(self, store: MemoryStore, proxy: IPv4Network | None = None) -> None:
        appended(store, 1)
        self.store = store
        self.log: list[str] = []
        shelf = StoreShelf(store=store, base=lambda _: None, tell=self.log.append, warn=print)
        shelf.refresh()
        self.app = create_app(settings=Settings(), shelf=shelf, counted=True)
        self.context: Context = self.app.extensions[EXTENSION]
        self.counting = self.context.counting
        self.counting._clock = self.clock = Clock()
        self.counting._warn = self.log.append
        self.counting._proxy = proxy
        self.counting._thread = threading.current_thread()  # no other one counts
        self.client: FlaskClient = self.app.test_client()

    def fetch(self, path: str = AGENDA, agent: str = APPLE, **headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(path, headers={"User-Agent": agent, **named}).status_code

    def counted(self) -> dict[Family, tuple[int, int]]:
        """Return fetches and readers of each family."""
        self.counting.count()
        self.counting.keep()
        visits = self.store.visits(LONG_AGO).visits
        return {each.family: (each.fetches, each.readers) for each in visits}


@pytest.fixture
def here() -> Here:
    return Here(MemoryStore())


def test_feeds_from_the_table_and_feeds_with_options_are_counted(here: Here) -> None:
    for path in (AGENDA, f"{AGENDA}?alarm=15m", "/breakfast/mix.ics?theme=skills"):
        assert here.fetch(path) == 200

    assert here.counted() == {Family.APPLE: (3, 1)}


def test_a_304_is_a_visit_too(here: Here) -> None:
    tag = here.client.get(AGENDA, headers={"User-Agent": "khal"}).headers["ETag"]

    assert here.fetch(If_None_Match=tag) == 304
    assert here.fetch(f"{AGENDA}?alarm=15m", If_None_Match="*") == 304

    assert here.counted() == {Family.OTHER: (1, 1), Family.APPLE: (2, 1)}


def test_pages_errors_and_saved_copies_are_not_counted(here: Here) -> None:
    for path in ("/", "/breakfast/", "/breakfast/event.json", "/breakfast/no.ics", "/no/event.ics"):
        here.fetch(path)
    assert here.fetch("/breakfast/segments/panel.ics") == 200

    assert here.counted() == {}


def test_nothing_is_counted_unless_it_is_wanted(samples: Path) -> None:
    app = create_app([samples / "hld-2013"], settings=Settings())
    here: Counting = app.extensions[EXTENSION].counting

    app.test_client().get("/hld-2013/agenda.ics")
    here.count()
    here.keep()

    assert not here.noting
    assert here.store.visits(LONG_AGO) == Counted()


def test_a_flood_is_counted_in_part_and_costs_no_more(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "MOST_NOTES", 3)

    for _ in range(10):
        here.fetch()
    here.counting.count()
    here.fetch()

    assert here.counted() == {Family.APPLE: (4, 1)}


@pytest.mark.parametrize(
    ("proxy", "readers"), [(None, 1), ("127.0.0.1", 2), ("127.0.0.0/8", 2), ("192.0.2.0/24", 1)]
)
def test_only_the_proxy_that_is_trusted_says_who_asks(proxy: str | None, readers: int) -> None:
    network = ip_network(proxy) if proxy else None
    assert network is None or isinstance(network, IPv4Network)
    here = Here(MemoryStore(), network)

    here.fetch(X_Forwarded_For="203.0.113.9, 198.51.100.1")
    here.fetch(X_Forwarded_For="203.0.113.7, 198.51.100.1")
    here.fetch(X_Forwarded_For="203.0.113.9, 198.51.100.2")

    assert here.counted() == {Family.APPLE: (3, readers)}


def test_who_comes_by_a_socket_of_this_machine_is_the_proxy() -> None:
    here = Here(MemoryStore(), IPv4Network("10.0.0.0/8"))

    for address in ("203.0.113.9", "203.0.113.7"):
        headers = {"User-Agent": APPLE, "X-Forwarded-For": address}
        here.client.get(AGENDA, headers=headers, environ_base={"REMOTE_ADDR": ""})

    assert here.counted() == {Family.APPLE: (2, 2)}


class Shaky(MemoryStore):
    """A store that cannot be written to for a while."""

    writable = False

    def add_visits(self, counted: Counted) -> None:
        """Add, or fail as a full disk does."""
        if not self.writable:
            raise Unavailable("store.db: the disk is full")
        super().add_visits(counted)


def test_what_cannot_be_kept_is_told_once_and_kept_later() -> None:
    store = Shaky()
    here = Here(store)
    here.log.clear()
    for _ in range(3):
        here.fetch()
        assert here.counted() == {}

    store.writable = True

    assert here.counted() == {Family.APPLE: (3, 1)}
    assert here.log == [
        "visits are counted, and cannot be kept for now: store.db: the disk is full"
    ]


def test_a_rhythm_is_known_to_pages_once_enough_visits_were_seen(here: Here) -> None:
    for _ in range(21):
        here.fetch()
        here.counting.count()
        here.clock.moment = here.clock.moment.replace(
            hour=(here.clock.moment.minute + 30) // 60 + here.clock.moment.hour,
            minute=(here.clock.moment.minute + 30) % 60,
        )
    assert here.counting.rhythms == {}
    here.counting.keep()
    known = here.counting.rhythms
    here.counting.keep()

    assert known == {Family.APPLE: Rhythm(Length(30, "minute"), Length(30, "minute"))}
    assert here.counting.rhythms is known


def test_a_site_that_mounts_the_blueprint_has_its_feeds_counted(
    samples: Path,
) -> None:
    app = Flask("site")
    blueprint = create_blueprint(
        [samples / "hld-2013"], settings=Settings(), url_prefix="/hld-2013", counted=True
    )
    app.register_blueprint(blueprint)
    here: Counting = app.extensions[EXTENSION].counting
    here._thread = threading.current_thread()

    app.test_client().get("/hld-2013/hld-2013/agenda.ics", headers={"User-Agent": APPLE})
    here.count()
    here.keep()

    [visits] = here.store.visits(LONG_AGO).visits
    assert (visits.event_id, visits.family, visits.number) == ("hld-2013", Family.APPLE, 0)


SERVED = """
import sys
from werkzeug.test import Client
from roundtable_ical.web.app import served

client = Client(served())
for number in range(3):
    headers = {"User-Agent": "Secretive/7.7 dataaccessd/1.0", "X-Forwarded-For": "198.51.100.77"}
    environ = {"REMOTE_ADDR": f"203.0.113.{number + 70}"}
    answer = client.get("/breakfast/agenda.ics", headers=headers, environ_base=environ)
    assert answer.status_code == 200
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a store that a server has counted into, and stopped."""
    file = tmp_path / "store.sqlite"
    store = SqlStore(str(file))
    appended(store, 1)
    close(store)
    monkeypatch.setenv("ROUNDTABLE_STORE", str(file))
    subprocess.run([sys.executable, "-c", SERVED], check=True, timeout=60)
    return file


def test_a_server_that_stops_keeps_what_it_counted(kept: Path) -> None:
    store = SqlStore(str(kept))

    [visits] = store.visits(LONG_AGO).visits

    assert (visits.family, visits.fetches, visits.readers) == (Family.APPLE, 3, 3)
    store.close()


def test_no_address_no_program_and_no_hash_is_in_the_store(kept: Path) -> None:
    """Not in a table, not in a free page, not in a log beside it."""
    raw = b"".join(file.read_bytes() for file in kept.parent.glob(f"{kept.name}*"))
    with sqlite3.connect(kept) as connection:
        rows = [
            *connection.execute("SELECT * FROM visits"),
            *connection.execute("SELECT * FROM gaps"),
        ]

    assert b"dataaccessd" not in raw
    assert b"Secretive" not in raw
    assert b"203.0.113" not in raw
    assert b"198.51.100" not in raw
    day, last = rows[0][2], rows[0][6]
    assert rows == [("breakfast", "apple", day, 1, 3, 3, last)]
    assert (date.fromisoformat(day), datetime.fromisoformat(last).microsecond) == (
        datetime.fromisoformat(last).date(),
        0,
    )


def test_a_thread_counts_beside_the_requests(
    here: Here, monkeypatch: pytest.MonkeyPatch, wait_until: Callable[[Callable[[], bool]], None]
) -> None:
    monkeypatch.setattr(counting, "EVERY", 0.02)
    monkeypatch.setattr(counting, "KEPT_EVERY", 1)
    here.counting._thread = None

    here.fetch()

    wait_until(lambda: bool(here.store.visits(LONG_AGO).visits))


@pytest.fixture
def wait_until() -> Callable[[Callable[[], bool]], None]:
    """Return a function that waits until something is so, for five seconds."""

    def wait(is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 5
        while not is_so():
            assert time.monotonic() < deadline
            time.sleep(0.01)

    return wait
