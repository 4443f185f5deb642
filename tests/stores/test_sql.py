"""What the contract leaves open: tables of another age, first use by several at once, damage."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sqlalchemy import text

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.migrations.schema import VERSION_TABLE
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.postgres import PostgresServer
from roundtable_ical.testing.programmes import appended, publication, snapshot

Opener = Callable[[], SqlStore]


@pytest.fixture(params=["sqlite", "postgresql"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Return what opens the same store again and again; each is closed in the end."""
    url = str(tmp_path / "store.db")
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.new_database()
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(SqlStore(url)))


@pytest.fixture
def store(opener: Opener) -> SqlStore:
    return opener()


def execute(store: SqlStore, words: str) -> None:
    with store.database.writing() as connection:
        connection.execute(text(words))


def test_several_may_use_a_new_database_first(opener: Opener) -> None:
    stores = [opener() for _ in range(6)]

    with ThreadPoolExecutor(len(stores)) as pool:
        found = [*pool.map(SqlStore.events, stores)]

    assert found == [()] * len(stores)


def test_old_tables_are_refused_with_the_way_out(store: SqlStore, opener: Opener) -> None:
    appended(store, 1)
    execute(store, f"DELETE FROM {VERSION_TABLE}")

    with pytest.raises(Unavailable, match="older roundtable-ical; run `roundtable store upgrade`"):
        opener().latest("breakfast")


def test_tables_of_the_future_are_refused(store: SqlStore, opener: Opener) -> None:
    appended(store, 1)
    execute(store, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")

    with pytest.raises(Unavailable, match="newer roundtable-ical; upgrade the program"):
        opener().latest("breakfast")


def test_what_cannot_be_read_is_said_with_its_revision(store: SqlStore) -> None:
    appended(store, 2)
    execute(store, "UPDATE parts SET body = '{' WHERE number = 1 AND section = 'segments'")

    with pytest.raises(Unavailable, match="breakfast, revision 2 cannot be read") as caught:
        store.latest("breakfast")

    assert str(caught.value).endswith("see `roundtable store check`")
    with pytest.raises(Unavailable, match="breakfast, revision 1 cannot be read"):
        store.programme("breakfast", 1)


def test_a_process_that_was_forked_opens_its_own_store(store: SqlStore, opener: Opener) -> None:
    appended(store, 1)
    child = os.fork()
    if not child:
        status = 1
        try:
            own = opener()
            own.append(publication(2))
            own.close()
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)

    assert status == 0
    assert store.latest("breakfast") == snapshot(2)


def test_who_waits_is_let_go_when_the_store_is_closed(store: SqlStore) -> None:
    store.wait(0)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(store.wait, 10)
        store.close()

        assert waiting.result(2) is False
