"""PostgreSQL through psycopg 3: one store for several machines; appends ring by NOTIFY.

SQLAlchemy brings psycopg when an address asks for it: who keeps to SQLite need not have it.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast
from zlib import crc32

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from roundtable_ical.errors import InvalidSetting
from roundtable_ical.stores.database import Database

if TYPE_CHECKING:
    import psycopg

CHANNEL = "roundtable_ical"
_MIGRATION = 5_545
"""Key of the advisory lock that is held while tables are made; any number would do."""
_MAIL = 5_546
"""First key of the advisory locks of the mail of events."""


class PostgresDatabase(Database):
    """The database at *url*.

    Args:
        url: address; its query is handed to libpq (``host``, ``sslmode``, ``options`` and so on).
        patience: seconds to wait for a writer that is at work, and for a server that is silent.
    """

    def __init__(self, url: URL, *, patience: float) -> None:
        self._patience = patience
        self._bell: psycopg.Connection | None = None
        timeout = {} if "connect_timeout" in url.query else {"connect_timeout": "5"}
        try:
            engine = create_engine(
                url.set(drivername="postgresql+psycopg").update_query_dict(timeout),
                pool_pre_ping=True,
                pool_timeout=max(patience, 1),
                hide_parameters=True,
            )
        except ModuleNotFoundError as error:
            way_out = "pip install 'roundtable-ical[postgresql]'"
            raise InvalidSetting(f"store: PostgreSQL needs {error.name}; {way_out}") from error
        self._failures = (engine.dialect.loaded_dbapi.Error, SQLAlchemyError)
        super().__init__(_place(url), engine)
        self._snapshots = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def create(self) -> None:
        """Do nothing: who runs the server makes databases."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Begin a transaction that sees the moment of its first query until its end."""
        with self._snapshots.connect() as connection, connection.begin():
            self._lose_patience(connection)
            yield connection

    @contextmanager
    def write(self, *, lasting: bool = True, tidy: bool = True) -> Iterator[Connection]:  # noqa: ARG002  # the server tidies up
        """Begin a transaction that does not wait for ever."""
        with self.engine.connect() as connection, connection.begin():
            self._lose_patience(connection)
            if not lasting:
                connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield connection

    def alone(self, connection: Connection) -> None:
        """Wait for other migrations."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION})

    def in_turn(self, connection: Connection) -> None:
        """Wait for other appends: so `position` rises in the order in which they are kept."""
        connection.exec_driver_sql("LOCK TABLE revisions IN SHARE ROW EXCLUSIVE MODE")

    def mail_of(self, connection: Connection, *events: str, shared: bool = False) -> None:
        """Lock a number for each event, in one order; events of the same number wait in vain."""
        lock = f"pg_advisory_xact_lock{'_shared' if shared else ''}"
        for key in sorted({crc32(event_id.encode()) - 2**31 for event_id in events}):
            keys = {"kind": _MAIL, "key": key}
            connection.execute(text(f"SELECT {lock}(:kind, :key)"), keys)

    def ring(self, connection: Connection) -> None:
        """Wake listeners; PostgreSQL does so when the transaction is kept."""
        connection.exec_driver_sql(f"NOTIFY {CHANNEL}")

    def pause(self, seconds: float) -> None:
        """Wait for a NOTIFY on a connection of its own.

        It is only a hint: where it fails, who waits looks and hears what is wrong.
        """
        deadline = time.monotonic() + seconds
        try:
            if (bell := self._bell) is None:  # others may hang it up meanwhile
                self._listen()  # what came before this is not heard: look now
                return
            for _ in bell.notifies(timeout=seconds, stop_after=1):
                return
        except self._failures:
            self._hang_up()
            time.sleep(max(0, min(0.1, deadline - time.monotonic())))

    def damage(self, connection: Connection) -> Iterator[str]:  # noqa: ARG002  # SQLite asks it
        """Yield nothing: the server looks after its files."""
        yield from ()

    def close(self) -> None:
        """Let go of every connection."""
        self._hang_up()
        super().close()

    def _lose_patience(self, connection: Connection) -> None:
        """Have it fail where a lock keeps it waiting: a migration holds off readers too."""
        patience = round(self._patience * 1000)
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {patience}")

    def _listen(self) -> None:
        pooled = self.engine.raw_connection()
        connection = cast("psycopg.Connection", pooled.driver_connection)
        pooled.detach()
        connection.autocommit = True
        connection.execute(f"LISTEN {CHANNEL}")
        self._bell = connection

    def _hang_up(self) -> None:
        bell, self._bell = self._bell, None
        if bell is not None:
            bell.close()


def _place(url: URL) -> str:
    """Return the address without password and options."""
    host = url.host or url.query.get("host") or "localhost"
    server = host if isinstance(host, str) else ",".join(host)
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{server}{port}/{url.database or ''}"
