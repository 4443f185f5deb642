"""SQLite: one file, readers beside one writer (WAL), kept on the disk before `append` returns."""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext, suppress
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Update, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, QueuePool
from sqlalchemy.sql.compiler import SQLCompiler

from roundtable_ical.errors import Unavailable
from roundtable_ical.stores.database import Database
from roundtable_ical.stores.faults import told

LOOK = 0.1
"""Seconds between looks for what others wrote."""


class SqliteDatabase(Database):
    """The database in the file at *path*.

    Args:
        path: the file; made by `create` in a folder that exists.
        patience: seconds to wait for a writer that is at work.
    """

    def __init__(self, path: Path, *, patience: float) -> None:
        self.path = path.absolute()
        self._patience = patience
        self._bell: sqlite3.Connection | None = None
        self._heard: object = None
        engine = create_engine(
            "sqlite+pysqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            hide_parameters=True,
            pool_timeout=max(patience, 1),
        )
        super().__init__(str(path), engine)
        event.listen(engine, "connect", self._note_file)
        event.listen(engine, "checkout", self._refuse_old_file)
        event.listen(engine, "begin", _begin)

    def create(self) -> None:
        """Make an empty file where there is none, and let readers and writer work beside it."""
        folder = self.path.parent
        if self.path.is_dir():
            raise Unavailable(f"{self.place}: is a folder; name a file")
        if not folder.is_dir():
            raise Unavailable(f"{self.place}: there is no folder {folder}; make it")
        if not self.path.exists():
            log = self._beside("wal")
            if log.exists():  # a new file would make SQLite throw away what is in it
                way_out = f"bring it back, or take {log.name} away too"
                raise Unavailable(f"{self.place}: is not there, but its log is; {way_out}")
            try:
                self.path.touch()
            except OSError as error:
                reason = error.strerror or error
                raise Unavailable(f"{self.place}: cannot be made: {reason}") from error

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Begin a transaction; in WAL its first look is what it sees until the end."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, lasting: bool = True, tidy: bool = True) -> Iterator[Connection]:
        """Begin the one transaction that may write, at once, so that it never has to begin anew."""
        with self.engine.connect().execution_options(immediate=True) as connection:
            self._write_ahead(connection)
            with self._synchronous(connection, lasting=lasting), connection.begin():
                yield connection
            if tidy:
                self._empty_log(connection)

    def note(self, statement: Update, values: Mapping[str, Any]) -> int:
        """Change rows at once; a sender does so after each message, so nothing stands in between.

        Source: https://www.sqlite.org/lang_transaction.html (a statement alone is a transaction).
        """
        compiled = _compiled(statement)
        known = compiled.construct_params(values)
        asked = [known[name] for name in compiled.positiontup or ()]
        with (
            told(self.place),
            closing(self.engine.raw_connection()) as driver,
            self._loosely(driver),
            closing(driver.cursor()) as cursor,
        ):
            cursor.execute(str(compiled), asked)
            return cursor.rowcount

    def alone(self, connection: Connection) -> None:
        """Do nothing: only one transaction writes."""

    def in_turn(self, connection: Connection) -> None:
        """Do nothing: only one transaction writes."""

    def mail_of(self, connection: Connection, *events: str, shared: bool = False) -> None:
        """Do nothing: only one transaction writes."""

    def ring(self, connection: Connection) -> None:
        """Do nothing: those who wait look at the version of the file."""

    def pause(self, seconds: float) -> None:
        """Wait for another version of the file; `PRAGMA data_version` tells of other connections.

        It is only a hint: where it fails, who waits looks and hears what is wrong.
        """
        deadline = time.monotonic() + seconds
        try:
            if (bell := self._bell) is None:  # others may hang it up meanwhile
                self._bell = bell = self._connect()
                self._heard = None
            while (version := _version(bell)) == self._heard:
                if (left := deadline - time.monotonic()) <= 0:
                    return
                time.sleep(min(LOOK, left))
            self._heard = version
        except sqlite3.Error:
            self._hang_up()
            time.sleep(max(0, min(LOOK, deadline - time.monotonic())))

    def close(self) -> None:
        """Let go of the file."""
        self._hang_up()
        super().close()

    def damage(self, connection: Connection) -> Iterator[str]:
        """Yield what SQLite finds wrong with the file."""
        for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if line != "ok":
                yield str(line)
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"a row of {table} is of no revision"

    def _hang_up(self) -> None:
        bell, self._bell = self._bell, None
        if bell is not None:
            bell.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(self.path))}?mode=rw",
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA schema_version").fetchone()  # opens what lies beside it
        except BaseException:
            connection.close()
            raise
        return connection

    def _write_ahead(self, connection: Connection) -> None:
        """Turn the write-ahead log on; the file remembers it, so that is once in its life."""
        driver = connection.connection
        deadline = time.monotonic() + self._patience
        while _asked(driver, "PRAGMA journal_mode") != "wal":
            try:
                _asked(driver, "PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # SQLite does not wait for this lock by itself
                if "locked" not in str(error) or time.monotonic() > deadline:
                    return
                time.sleep(0.02)

    @contextmanager
    def _synchronous(self, connection: Connection, *, lasting: bool) -> Iterator[None]:
        """Wait for the disk inside, or only for the system."""
        with nullcontext() if lasting else self._loosely(connection.connection):
            yield

    @contextmanager
    def _loosely(self, driver: PoolProxiedConnection) -> Iterator[None]:
        """Wait inside for the system alone."""
        _asked(driver, "PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            if driver.is_valid:
                _asked(driver, "PRAGMA synchronous = FULL")

    def _empty_log(self, connection: Connection) -> None:
        """Put what was written into the file itself, where no reader is in the way.

        So a file that is copied or moved without its log has all revisions, and a log that stays
        behind spoils no other file. What is written is kept whether this succeeds or not.
        """
        driver = connection.connection
        with suppress(sqlite3.Error):
            _asked(driver, "PRAGMA busy_timeout = 0")
            _asked(driver, "PRAGMA wal_checkpoint(TRUNCATE)")
        _asked(driver, f"PRAGMA busy_timeout = {round(self._patience * 1000)}")

    def _file(self) -> tuple[object, object]:
        """Tell this file, and what its connections share beside it, from others of their names."""
        return _identity(self.path), _identity(self._beside("shm"))

    def _beside(self, suffix: str) -> Path:
        return self.path.with_name(f"{self.path.name}-{suffix}")

    def _note_file(self, _: DBAPIConnection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = self._file()

    def _refuse_old_file(
        self, _: DBAPIConnection, record: ConnectionPoolEntry, __: PoolProxiedConnection
    ) -> None:
        """Let go of a file that was taken away, or that another was put in the place of."""
        if record.info["file"] != self._file():
            self._hang_up()  # connections of one process share what they have open
            raise DisconnectionError


@cache
def _compiled(statement: Update) -> SQLCompiler:
    compiled = statement.compile(dialect=sqlite.dialect())
    if not isinstance(compiled, SQLCompiler):
        raise TypeError(f"{statement} is not about rows")
    return compiled


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _asked(driver: PoolProxiedConnection, pragma: str) -> object:
    cursor = driver.cursor()
    try:
        cursor.execute(pragma)
        row = cursor.fetchone()
    finally:
        cursor.close()
    return row[0] if row else None


def _version(connection: sqlite3.Connection) -> object:
    return connection.execute("PRAGMA data_version").fetchone()[0]
