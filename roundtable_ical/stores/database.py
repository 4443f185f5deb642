"""What SQLite and PostgreSQL do each in its own way."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Update, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from roundtable_ical.stores.faults import told


class Database(ABC):
    """A database: one transaction at a time, and a bell that rings when others write.

    Args:
        place: its name in messages, without a password.
        engine: connects to it.
    """

    def __init__(self, place: str, engine: Engine) -> None:
        self.place = place
        self.engine = engine
        self._closed = False
        event.listen(engine, "checkin", self._came_back)

    @abstractmethod
    def create(self) -> None:
        """Make it, where it is not there and can be made.

        Raises:
            Unavailable: it cannot be made.
        """

    @abstractmethod
    def read(self) -> AbstractContextManager[Connection]:
        """Begin a transaction that sees one moment of the database and no other."""

    @abstractmethod
    def write(
        self, *, lasting: bool = True, tidy: bool = True
    ) -> AbstractContextManager[Connection]:
        """Begin a transaction that is kept whole when the block ends, and not at all on errors.

        What does not have to be lasting outlives every end of this process, and reaches the disk
        with the next transaction that is: only a machine that loses power may forget it. What is
        not *tidy* stays in a log beside the file, until the next one that is.
        """

    @abstractmethod
    def alone(self, connection: Connection) -> None:
        """Wait until no other transaction changes tables; hold others off until this one ends."""

    @abstractmethod
    def in_turn(self, connection: Connection) -> None:
        """Wait until no other transaction appends; hold others off until this one ends."""

    @abstractmethod
    def mail_of(self, connection: Connection, *events: str, shared: bool = False) -> None:
        """Wait until nobody decides about the mail of *events*; hold that off until the end.

        Who does not share it holds off senders, too.
        """

    @abstractmethod
    def ring(self, connection: Connection) -> None:
        """Wake those who `pause`, once the transaction of *connection* is kept."""

    @abstractmethod
    def pause(self, seconds: float) -> None:
        """Wait until something may have been written, *seconds* at most."""

    @abstractmethod
    def damage(self, connection: Connection) -> Iterator[str]:
        """Yield what the database itself finds wrong with its files."""

    def close(self) -> None:
        """Let go of every connection; of those in use as soon as they are not."""
        self._closed = True
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read inside; every failure of the database is `Unavailable`."""
        with told(self.place), self.read() as connection:
            yield connection

    @contextmanager
    def writing(self, *, lasting: bool = True, tidy: bool = True) -> Iterator[Connection]:
        """Write inside; every failure of the database is `Unavailable`."""
        with told(self.place), self.write(lasting=lasting, tidy=tidy) as connection:
            yield connection

    def note(self, statement: Update, values: Mapping[str, Any]) -> int:
        """Change rows as *statement* says, in a transaction of its own; return how many.

        It need not be lasting (see `write`). Every failure of the database is `Unavailable`.
        """
        with self.writing(lasting=False, tidy=False) as connection:
            return connection.execute(statement, values).rowcount

    def _came_back(self, _: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
        if self._closed:
            record.close()
