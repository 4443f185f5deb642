"""Which addresses name a database, and what those hear who mistype one."""

from pathlib import Path

import pytest

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.postgresql import PostgresDatabase
from roundtable_ical.stores.sqlite import SqliteDatabase


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("store.db", "store.db"),
        ("/var/lib/store.db", "/var/lib/store.db"),
        ("sqlite:///store.db", "store.db"),
        ("sqlite:////var/lib/50%?#.db", "/var/lib/50%?#.db"),
        ("sqlite+pysqlite:///store.db", "store.db"),
    ],
)
def test_a_path_is_a_sqlite_file(url: str, path: str) -> None:
    found = database(url, patience=1)

    assert isinstance(found, SqliteDatabase)
    assert found.path == Path(path).absolute()


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("postgresql://ann:secret@db.example.org:5433/agenda", "db.example.org:5433/agenda"),
        ("postgres://ann@db.example.org/agenda?password=secret", "db.example.org/agenda"),
        ("postgresql+psycopg://ann:sec%40ret@/agenda?host=/run/pg", "/run/pg/agenda"),
        ("postgresql://ann@/agenda", "localhost/agenda"),
    ],
)
def test_a_server_is_named_without_user_and_password(url: str, place: str) -> None:
    found = database(url, patience=1)

    assert isinstance(found, PostgresDatabase)
    assert found.place == f"postgresql://{place}"


@pytest.mark.parametrize("url", ["", "memory:", "mysql://ann:secret@host/db", "redis://:secret@h"])
def test_another_kind_is_refused_and_the_kinds_are_named(url: str) -> None:
    with pytest.raises(InvalidSetting) as caught:
        database(url, patience=1)

    assert str(caught.value).endswith(
        "there is: memory:, a path, sqlite:///PATH, postgresql://USER@HOST/DATABASE"
    )
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite://store.db"])
def test_sqlite_without_a_file_is_refused(url: str) -> None:
    with pytest.raises(InvalidSetting, match="names no file; write sqlite:///PATH"):
        database(url, patience=1)


def test_an_address_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(InvalidSetting, match="cannot be read; write postgresql://") as caught:
        database("postgresql://ann:secret@host:port/db", patience=1)

    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
