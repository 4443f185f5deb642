"""Addresses of databases: which kind, and where."""

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.stores.database import Database
from roundtable_ical.stores.postgresql import PostgresDatabase
from roundtable_ical.stores.sqlite import SqliteDatabase

MEMORY = "memory:"
KINDS = "memory:, a path, sqlite:///PATH, postgresql://USER@HOST/DATABASE"


def database(url: str, *, patience: float) -> Database:
    """Return the database at *url*; nothing is opened yet.

    Raises:
        InvalidSetting: it is no address of a database that this package knows.
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        if not url or url == MEMORY:
            raise InvalidSetting(f"store: {url!r} is no database; there is: {KINDS}")
        return SqliteDatabase(Path(url), patience=patience)
    match scheme.partition("+")[0].lower():
        case "sqlite":
            if not rest.startswith("/") or rest == "/":
                hint = "write sqlite:///PATH, or sqlite:////PATH from the root"
                raise InvalidSetting(f"store: {url!r} names no file; {hint}")
            return SqliteDatabase(Path(rest.removeprefix("/")), patience=patience)
        case "postgresql" | "postgres":
            return _postgresql(url, patience)
    raise InvalidSetting(f"store: there is no kind {scheme!r}; there is: {KINDS}")


def _postgresql(url: str, patience: float) -> Database:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        hint = "write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with %40 for an @ in PASSWORD"
        raise InvalidSetting(f"store: this postgresql:// address cannot be read; {hint}") from None
    return PostgresDatabase(parsed, patience=patience)
