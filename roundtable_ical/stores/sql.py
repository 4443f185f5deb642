"""The store in a database: SQLite (one file), or PostgreSQL for several machines."""

import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, func, insert, select
from sqlalchemy.exc import IntegrityError

from roundtable_ical.errors import InvalidProgramme, RevisionConflict, Unavailable, Unreadable
from roundtable_ical.itip.outbox import Decide
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.reach.counts import Counted
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot
from roundtable_ical.stores import newest, rows, visits
from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.migrations.schema import Form, form, migrate
from roundtable_ical.stores.sql_mail import SqlMail
from roundtable_ical.stores.tables import entries, feeds, parts, revisions

AT_ONCE = 500
"""Rows that are fetched at a time."""
LOOK = 0.5
"""Seconds after which `wait` looks by itself: a connection pooler may swallow notifications."""

Made = TypeVar("Made")


class SqlStore(SqlMail):
    """Keeps publications in tables; a new database gets them on first use.

    Threads may share a store; a process that forks opens it after the fork.

    Args:
        url: a path, ``sqlite:///PATH`` or ``postgresql://USER@HOST/DATABASE``.
        patience: seconds to wait for another writer.

    Raises:
        InvalidSetting: *url* is no address of a database.
    """

    def __init__(self, url: str, *, patience: float = 5.0) -> None:
        self.database = database(url, patience=patience)
        self._ready = False
        self._closed = False
        self._lock = Lock()
        self._seen = 0

    def events(self) -> tuple[str, ...]:
        """Return the ids of all events, in alphabetical order."""
        self._prepare()
        with self.database.reading() as connection:
            found = connection.scalars(select(revisions.c.event_id).distinct())
            return tuple(sorted(found))

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision of an event, all from one transaction; None without any."""
        self._prepare()
        with self.database.reading() as connection:
            revision = _newest_revision(connection, event_id)
            if revision is None:
                return None
            with self._told_of(event_id, revision.number):
                return Snapshot(
                    revision=revision,
                    event=_read(connection, newest.parts(event_id), rows.event_of),
                    ledger=_read(connection, newest.entries(event_id), rows.ledger_of),
                    feeds=_read(connection, newest.feeds(event_id), rows.feeds_of),
                )

    def programme(self, event_id: str, number: int) -> SideEvent | None:
        """Return the programme of revision *number*; None without that revision."""
        self._prepare()
        with self.database.reading() as connection:
            if connection.execute(_revisions(event_id, number - 1, number)).first() is None:
                return None
            with self._told_of(event_id, number):
                return _read(connection, newest.parts(event_id, until=number), rows.event_of)

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return the revisions of an event after a number, oldest first."""
        self._prepare()
        with self.database.reading() as connection:
            return tuple(map(rows.revision_of, connection.execute(_revisions(event_id, after))))

    def publications(self, event_id: str, after: int = 0) -> Iterator[Publication]:
        """Yield the publications after a number, oldest first, all of one moment of the store."""
        self._prepare()
        with self.database.reading() as connection:
            for row in connection.execute(_revisions(event_id, after)).all():
                yield _publication(connection, row)

    def append(self, publication: Publication, decide: Decide | None = None) -> None:
        """Keep a revision and its mail; `RevisionConflict` where another has its number."""
        self._prepare()
        revision = publication.revision
        try:
            with self.database.writing() as connection:
                self.database.in_turn(connection)
                self._refuse_conflict(connection, revision)
                connection.execute(insert(revisions), rows.revision_values(revision))
                for table, values in (
                    (parts, rows.part_values(publication)),
                    (entries, rows.entry_values(publication)),
                    (feeds, rows.feed_values(publication)),
                ):
                    if values:
                        connection.execute(insert(table), values)
                if decide is not None:
                    self._decide(connection, revision.event_id, decide)
                self.database.ring(connection)
        except Unavailable as error:
            if isinstance(error.__cause__, IntegrityError):
                self._refuse_kept(revision)
            raise

    def mark(self) -> Hashable:
        """Return the position of the newest revision of any event."""
        return self._position()

    def wait(self, seconds: float) -> bool:
        """Return whether something was appended since the last look; wait for it until then.

        Each append is told once: let one thread wait.
        """
        deadline = time.monotonic() + seconds
        while not self._closed:
            position = self._position()
            if position != self._seen:
                self._seen = position
                return True
            if (left := deadline - time.monotonic()) <= 0:
                return False
            self.database.pause(min(left, LOOK))
        self.database.close()  # what was opened while the store was being closed
        return False

    def add_visits(self, counted: Counted) -> None:
        """Add to the counts of visits."""
        self._prepare()
        with self.database.writing() as connection:
            visits.add(connection, counted)

    def visits(self, since: date, event_id: str | None = None) -> Counted:
        """Return the counts of visits from the day *since* on."""
        self._prepare()
        with self.database.reading() as connection:
            return visits.found(connection, since, event_id)

    def forget_visits(self, before: date) -> None:
        """Forget the counts of visits before a day."""
        self._prepare()
        with self.database.writing() as connection:
            visits.forget(connection, before)

    def close(self) -> None:
        """Let go of connections and files; who waits is told that nothing came."""
        self._closed = True
        self.database.close()

    def _position(self) -> int:
        self._prepare()
        with self.database.reading() as connection:
            return connection.scalar(select(func.max(revisions.c.position))) or 0

    def _prepare(self) -> None:
        """Give a new database its tables; refuse one whose tables are of another age."""
        with self._lock:
            if self._ready:
                return
            self.database.create()
            with self.database.reading() as connection:
                found = form(connection)
            if found is Form.NONE:
                with self.database.writing() as connection:
                    self.database.alone(connection)
                    migrate(connection)
            elif found is not Form.NEWEST:
                raise Unavailable(f"{self.database.place}: {_WAYS_OUT[found]}")
            self._ready = True

    def _refuse_conflict(self, connection: Connection, revision: Revision) -> None:
        last = _newest_revision(connection, revision.event_id)
        if revision.number == (last.number if last else 0) + 1:
            return
        later = _revisions(revision.event_id, revision.number - 1)
        missed = tuple(map(rows.revision_of, connection.execute(later)))
        raise RevisionConflict(revision.event_id, missed)

    def _refuse_kept(self, revision: Revision) -> None:
        """Raise `RevisionConflict` where the number of *revision* has been taken."""
        with self.database.reading() as connection:
            self._refuse_conflict(connection, revision)

    @contextmanager
    def _told_of(self, event_id: str, number: int) -> Iterator[None]:
        """Say which revision it is that cannot be read inside."""
        try:
            yield
        except (KeyError, ValueError, InvalidProgramme) as error:
            reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            where = f"{self.database.place}: {event_id}, revision {number}"
            hint = "see `roundtable store check`"
            raise Unreadable(f"{where} cannot be read ({reason}); {hint}") from error


_WAYS_OUT = {
    Form.OLD: "the tables are of an older roundtable-ical; run `roundtable store upgrade`",
    Form.UNKNOWN: "the tables are of a newer roundtable-ical; upgrade the program",
}


def _revisions(event_id: str, after: int = 0, until: int | None = None) -> Select[Any]:
    found = select(revisions).where(revisions.c.event_id == event_id, revisions.c.number > after)
    if until is not None:
        found = found.where(revisions.c.number <= until)
    return found.order_by(revisions.c.number)


def _read(
    connection: Connection, query: Select[Any], make: Callable[[Iterable[Row[Any]]], Made]
) -> Made:
    """Return what *make* makes of the rows of *query*, of which few are in memory at a time."""
    with closing(connection.execute(query, execution_options={"yield_per": AT_ONCE})) as found:
        return make(found)


def _newest_revision(connection: Connection, event_id: str) -> Revision | None:
    last = (
        select(revisions)
        .where(revisions.c.event_id == event_id)
        .order_by(revisions.c.number.desc())
        .limit(1)
    )
    row = connection.execute(last).first()
    return rows.revision_of(row) if row is not None else None


def _publication(connection: Connection, revision: Row[Any]) -> Publication:
    def changed(table: Any, *order: Any) -> Any:
        of_revision = and_(table.c.event_id == revision.event_id, table.c.number == revision.number)
        return connection.execute(select(table).where(of_revision).order_by(*order)).all()

    return Publication(
        revision=rows.revision_of(revision),
        parts=dict(rows.parts_of(changed(parts, parts.c.section, parts.c.part_id))),
        entries=tuple(map(rows.entry_of, changed(entries, entries.c.segment_id))),
        feeds=tuple(map(rows.feed_of, changed(feeds, feeds.c.path))),
    )
