"""A file that is full, locked, foreign, away: one clear line, and all is well when the world is."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.programmes import appended, publication, snapshot

NOBODY = 65_534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "50% störe ?#.db"


@pytest.fixture
def store(file: Path) -> Iterator[SqlStore]:
    store = SqlStore(str(file), patience=0.2)
    yield store
    store.close()


def complaint(store: SqlStore, number: int) -> str:
    """Return why revision *number* is not kept, without the name of the file."""
    with pytest.raises(Unavailable) as caught:
        store.append(publication(number))
    place = f"{store.database.place}: "
    assert str(caught.value).startswith(place)
    return str(caught.value).removeprefix(place)


def test_the_file_is_kept_on_the_disk_and_read_beside_a_writer(store: SqlStore) -> None:
    appended(store, 1)

    with store.database.reading() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]

    assert settings == ["wal", 2, 1, 200]


def test_a_full_disk_keeps_nothing_and_is_over_when_there_is_room(store: SqlStore) -> None:
    appended(store, 1)
    big = replace(publication(2).entries[0], body=bytes(100_000))
    second = replace(publication(2), entries=(big,))

    def fill(connection: Any, *_: Any) -> None:
        connection.execute("PRAGMA max_page_count = 20")

    event.listen(Engine, "checkout", fill)
    store.database.engine.dispose()
    try:
        with pytest.raises(Unavailable) as caught:
            store.append(second)
    finally:
        event.remove(Engine, "checkout", fill)

    words = "the disk is full, so nothing was kept; free some space and try again"
    assert str(caught.value) == f"{store.database.place}: {words}"
    assert store.latest("breakfast") == snapshot(1)
    store.database.engine.dispose()
    store.append(second)
    assert len(store.history("breakfast")) == 2


def test_a_locked_file_is_waited_for_and_then_said_to_be(store: SqlStore, file: Path) -> None:
    appended(store, 1)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert complaint(store, 2).startswith("is locked by another program; let it finish")
        assert store.latest("breakfast") == snapshot(1)
        other.execute("ROLLBACK")

    appended_again = publication(2)
    store.append(appended_again)
    assert store.latest("breakfast") == snapshot(2)


def test_a_file_of_something_else_is_left_alone(store: SqlStore, file: Path) -> None:
    words = b"Concept note of the breakfast\n" * 100
    file.write_bytes(words)

    assert complaint(store, 1) == "is no SQLite database; name another file"
    assert file.read_bytes() == words


def test_a_database_of_another_program_is_left_alone(store: SqlStore, file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE parts (screws)")

    assert complaint(store, 1).startswith("tables of another program are in it")
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("parts",)]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    store = SqlStore(str(tmp_path / "no" / "store.db"))

    assert complaint(store, 1) == f"there is no folder {tmp_path / 'no'}; make it"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert complaint(SqlStore(str(tmp_path)), 1) == "is a folder; name a file"


def test_a_file_that_was_taken_away_is_not_made_anew(store: SqlStore, file: Path) -> None:
    appended(store, 2)
    store.close()
    away = file.with_suffix(".away")
    file.rename(away)

    assert complaint(store, 3).startswith("cannot be opened; see that it is there")
    assert not file.exists()

    away.rename(file)
    store.append(publication(3))
    assert store.latest("breakfast") == snapshot(3)


def test_a_copy_that_was_put_back_is_what_counts(store: SqlStore, file: Path) -> None:
    appended(store, 1)
    mark = store.mark()
    store.database.close()
    copy = shutil.copy(file, file.with_suffix(".copy"))
    store.append(publication(2))

    Path(copy).replace(file)
    for rest in ("-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)

    assert store.latest("breakfast") == snapshot(1)
    assert store.mark() == mark


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that other users can get at, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="about users of POSIX systems")
def test_a_file_that_can_only_be_read_is_read(open_folder: Path) -> None:
    file = open_folder / "store.db"
    writer = SqlStore(str(file))
    appended(writer, 1)
    reader = SqlStore(str(file))
    root = os.geteuid() == 0
    file.chmod(0o444)
    if root:
        os.seteuid(NOBODY)
    try:
        assert reader.latest("breakfast") == snapshot(1)
        complained = complaint(reader, 2)
    finally:
        if root:
            os.seteuid(0)
        file.chmod(0o644)

    words = "can only be read, so nothing was kept; make file and folder writable"
    assert complained == words
    reader.close()
    reader.append(publication(2))
    assert writer.latest("breakfast") == snapshot(2)
    reader.close()
    writer.close()
