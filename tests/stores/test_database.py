"""Transactions are kept whole or not at all, on both kinds of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import bindparam, column, inspect, table, text, update

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.database import Database
from roundtable_ical.testing.postgres import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        opened = database(str(tmp_path / "store.db"), patience=1)
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        opened = database(server.new_database(), patience=1)
    opened.create()
    write(opened, "CREATE TABLE notes (words TEXT)")
    yield opened
    opened.close()


def notes(opened: Database) -> list[str]:
    with opened.reading() as connection:
        return [*connection.scalars(text("SELECT words FROM notes"))]


def write(opened: Database, *statements: str) -> None:
    with opened.writing() as connection:
        for words in statements:
            connection.execute(text(words))


def test_what_was_written_before_an_error_is_not_kept(empty: Database) -> None:
    with pytest.raises(Unavailable):
        write(empty, "INSERT INTO notes VALUES ('lost')", "INSERT INTO nowhere VALUES ('lost')")
    write(empty, "INSERT INTO notes VALUES ('kept')")

    assert notes(empty) == ["kept"]


def test_a_reader_sees_one_moment(empty: Database) -> None:
    words = text("SELECT words FROM notes")
    with empty.reading() as connection:
        before = [*connection.scalars(words)]
        write(empty, "INSERT INTO notes VALUES ('new')")

        assert [*connection.scalars(words)] == before == []

    assert notes(empty) == ["new"]


def test_tables_are_made_whole_or_not_at_all(empty: Database) -> None:
    with pytest.raises(Unavailable):
        write(empty, "CREATE TABLE half (words TEXT)", "CREATE TABLE notes (words TEXT)")

    with empty.reading() as connection:
        assert inspect(connection).get_table_names() == ["notes"]


NOTES = table("notes", column("words"))


def test_a_note_changes_rows_at_once_and_says_how_many(empty: Database) -> None:
    write(empty, "INSERT INTO notes VALUES ('a'), ('a'), ('b')")
    turned = update(NOTES).where(NOTES.c.words == bindparam("old")).values(words=bindparam("new"))

    counts = [empty.note(turned, {"old": old, "new": "c"}) for old in ("a", "a", "b")]

    assert counts == [2, 0, 1]
    assert notes(empty) == ["c", "c", "c"]


def test_a_note_that_cannot_be_kept_is_said_to_be(empty: Database) -> None:
    write(empty, "DROP TABLE notes")

    with pytest.raises(Unavailable):
        empty.note(update(NOTES).values(words="a"), {})
