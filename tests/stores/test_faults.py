"""Every failure of a database is one line: where, what, and the way out."""

import sqlite3

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.faults import told


def line(error: Exception, *, wrapped: bool = True) -> str:
    """Return what a person reads when *error* comes out of a database."""
    raised = OperationalError("INSERT", {"body": "secret"}, error) if wrapped else error
    with pytest.raises(Unavailable) as caught, told("store.db"):
        raise raised
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)
    return str(caught.value)


def sqlite_error(name: str, text: str = "") -> sqlite3.Error:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_BUSY", "is locked by another program"),
        ("SQLITE_BUSY_SNAPSHOT", "is locked by another program"),
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_READONLY_DIRECTORY", "can only be read"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot be opened"),
        ("SQLITE_NOTADB", "is no SQLite database"),
        ("SQLITE_CORRUPT_INDEX", "is damaged"),
        ("SQLITE_IOERR_WRITE", "the disk failed or is full"),
    ],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_what_sqlite_says_becomes_a_way_out(name: str, words: str, wrapped: bool) -> None:
    assert line(sqlite_error(name), wrapped=wrapped).startswith(f"store.db: {words}")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errors.DiskFull(), "the disk is full"),
        (errors.LockNotAvailable(), "is locked by another program"),
        (errors.InvalidPassword(), "refuses the user or the password"),
        (errors.InvalidCatalogName(), "there is no such database"),
        (errors.InsufficientPrivilege(), "this user lacks a right"),
        (errors.TooManyConnections(), "the server has too many connections"),
        (errors.ReadOnlySqlTransaction(), "takes no changes"),
        (errors.AdminShutdown(), "the server is stopping"),
        (errors.DuplicateTable(), "tables of another program"),
        (errors.IndexCorrupted(), "is damaged"),
        (psycopg.OperationalError("server closed\nthe connection"), "cannot be reached: server"),
    ],
)
def test_what_postgresql_says_becomes_a_way_out(error: Exception, words: str) -> None:
    assert line(error).startswith(f"store.db: {words}")


def test_what_nobody_thought_of_is_said_in_its_first_line() -> None:
    assert line(sqlite_error("SQLITE_ERROR", "odd.\nmore")) == "store.db: cannot be used: odd"
    assert line(SQLAlchemyError("odd"), wrapped=False) == "store.db: cannot be used: odd"
    assert "every connection is in use" in line(PoolTimeout("odd"), wrapped=False)


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), told("store.db"):
        raise ZeroDivisionError
