"""What went wrong with a database, in one line: where, what, and the way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from roundtable_ical.errors import Unavailable

_BUSY = "is locked by another program; let it finish, or end it, and try again"
_FULL = "the disk is full, so nothing was kept; free some space and try again"
_DAMAGED = "is damaged; see `roundtable store check`, or bring back a copy"
_FOREIGN = "tables of another program are in it; give the store a database of its own"

_SQLITE = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": "can only be read, so nothing was kept; make file and folder writable",
    "SQLITE_PERM": "must not be opened; make file and folder readable",
    "SQLITE_CANTOPEN": "cannot be opened; see that it is there, and that its folder is writable",
    "SQLITE_NOTADB": "is no SQLite database; name another file",
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_IOERR": "the disk failed or is full, so nothing was kept; see to it and try again",
}
_POSTGRESQL = {
    "25006": "takes no changes (a standby server?), so nothing was kept; name the primary server",
    "28": "refuses the user or the password; correct the address of the store",
    "3D": "there is no such database on the server; create it, or correct the address",
    "42501": "this user lacks a right there; grant it, or upgrade the store as another user",
    "42P07": _FOREIGN,
    "53100": _FULL,
    "53300": "the server has too many connections; close some and try again",
    "55P03": _BUSY,
    "57": "the server is stopping or was told to stop this; try again",
    "XX": _DAMAGED,
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn every failure of the database at *place* inside into `Unavailable`."""
    try:
        yield
    except PoolTimeout as error:
        raise Unavailable(f"{place}: every connection is in use; try again") from error
    except DBAPIError as error:
        raise Unavailable(f"{place}: {_cause(error.orig)}") from error
    except sqlite3.Error as error:
        raise Unavailable(f"{place}: {_cause(error)}") from error
    except SQLAlchemyError as error:
        raise Unavailable(f"{place}: cannot be used: {_first_line(error)}") from error


def _cause(error: BaseException | None) -> str:
    reason = _first_line(error)
    name = getattr(error, "sqlite_errorname", None)
    if name is not None:
        if "already exists" in reason:
            return _FOREIGN
        known = _SQLITE.get("_".join(name.split("_")[:2]))
        return known or f"cannot be used: {reason}"
    code = getattr(error, "sqlstate", None)
    if code is None:
        return f"cannot be reached: {reason}; see that the server runs and the address is right"
    return _POSTGRESQL.get(code) or _POSTGRESQL.get(code[:2]) or f"cannot be used: {reason}"


def _first_line(error: BaseException | None) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(" .:") if lines else type(error).__name__
