"""A server that is away, stops, comes back: one clear line, and all is well when it is."""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.postgres import PostgresServer
from roundtable_ical.testing.programmes import appended, publication, snapshot


@pytest.fixture
def url(postgres: PostgresServer) -> str:
    return postgres.new_database()


@pytest.fixture
def store(url: str) -> Iterator[SqlStore]:
    store = SqlStore(url, patience=0.5)
    yield store
    store.close()


def complaint(store: SqlStore) -> str:
    with pytest.raises(Unavailable) as caught:
        store.latest("breakfast")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def end_connections(url: str) -> int:
    """Have the server end every other connection to the database; return how many."""
    words = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
    """
    with psycopg.connect(url, autocommit=True) as connection:
        return len(connection.execute(words).fetchall())


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    store = SqlStore("postgresql://ann:secret@127.0.0.1:1/agenda?connect_timeout=1")

    words = complaint(store)

    assert words.startswith("postgresql://127.0.0.1:1/agenda: cannot be reached: ")
    assert words.endswith("see that the server runs and the address is right")
    assert "secret" not in words


def test_a_database_that_is_not_there_is_told(postgres: PostgresServer) -> None:
    words = complaint(SqlStore(postgres.url("nowhere")))

    assert 'database "nowhere" does not exist' in words


def test_a_lost_connection_is_made_again(store: SqlStore, url: str) -> None:
    appended(store, 1)
    store.wait(0.1)

    assert end_connections(url) > 0

    assert store.latest("breakfast") == snapshot(1)
    store.append(publication(2))
    assert store.latest("breakfast") == snapshot(2)


def test_who_waits_hears_of_appends_after_the_connection_was_lost(
    store: SqlStore, url: str
) -> None:
    other = SqlStore(url)
    appended(other, 1)
    assert store.wait(1)
    assert not store.wait(0.1)

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(store.wait, 10)
        time.sleep(0.1)
        end_connections(url)
        time.sleep(0.3)
        start = time.monotonic()
        other.append(publication(2))

        assert waiting.result()
        assert time.monotonic() - start < 1
    other.close()


def test_a_notification_wakes_before_the_next_look(
    store: SqlStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_ical.stores.sql.LOOK", 60)
    other = SqlStore(url)
    appended(other, 1)
    store.wait(0)
    store.wait(0.1)

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(store.wait, 10)
        time.sleep(0.2)
        start = time.monotonic()
        other.append(publication(2))

        assert waiting.result()
        assert time.monotonic() - start < 0.5
    other.close()


def test_a_server_that_stops_is_told_and_its_return_is_noticed(
    store: SqlStore, postgres: PostgresServer
) -> None:
    appended(store, 1)
    store.wait(0.1)

    postgres.stop()
    try:
        assert "cannot be reached" in complaint(store)
        with pytest.raises(Unavailable):
            store.append(publication(2))
        with pytest.raises(Unavailable):
            store.wait(1)
    finally:
        postgres.start()

    assert store.latest("breakfast") == snapshot(1)
    store.append(publication(2))
    assert store.wait(1)


def test_a_lock_is_waited_for_and_then_said_to_be(store: SqlStore, url: str) -> None:
    appended(store, 1)

    with psycopg.connect(url) as other:
        other.execute("LOCK TABLE revisions IN SHARE ROW EXCLUSIVE MODE")
        with pytest.raises(Unavailable, match="is locked by another program"):
            store.append(publication(2))
        assert store.latest("breakfast") == snapshot(1)

    store.append(publication(2))


def test_a_user_without_rights_is_told(store: SqlStore, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute("CREATE ROLE guest LOGIN")
    guest = SqlStore(url.replace("postgres@", "guest@"))

    assert "this user lacks a right there; grant it" in complaint(guest)
    guest.close()


def test_without_psycopg_only_postgresql_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(InvalidSetting, match=r"needs psycopg; pip install 'roundtable-ical\[post"):
        SqlStore("postgresql://ann@db.example.org/agenda")
