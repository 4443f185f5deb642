"""Look after stores: upgrade their tables, check what is in them, copy them."""

from collections.abc import Iterator
from functools import partial
from itertools import islice

from sqlalchemy import Connection, select

from roundtable_ical.errors import InvalidSetting, Unavailable, Unreadable
from roundtable_ical.itip.outbox import Book, Decision
from roundtable_ical.ports import InvitationStore, ProgrammeStore
from roundtable_ical.revisions.feedstates import paths_of
from roundtable_ical.revisions.ledger import State
from roundtable_ical.revisions.publication import Snapshot
from roundtable_ical.stores.addresses import database
from roundtable_ical.stores.migrations.schema import Form, form, migrate
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.stores.tables import revisions

PATIENCE = 60.0
AT_ONCE = 100
"""Messages that are copied in one transaction."""
_WAYS_OUT = {
    Form.NONE: "there are no tables; publish, or run `roundtable store upgrade`",
    Form.OLD: "the tables are of an older roundtable-ical; run `roundtable store upgrade`",
    Form.UNKNOWN: "the tables are of a newer roundtable-ical; upgrade the program",
}


def upgrade(url: str) -> tuple[str, ...]:
    """Bring the tables of the store at *url* into the newest form.

    Returns:
        The migrations that were done, by number; nothing where the form was the newest.

    Raises:
        InvalidSetting: *url* is no address of a database.
        Unavailable: the database failed, or is of a newer roundtable-ical; nothing was changed.
    """
    opened = database(url, patience=PATIENCE)
    try:
        opened.create()
        with opened.writing() as connection:
            opened.alone(connection)
            if form(connection) is Form.UNKNOWN:
                raise Unavailable(f"{opened.place}: {_WAYS_OUT[Form.UNKNOWN]}")
            return migrate(connection)
    finally:
        opened.close()


def check(url: str) -> tuple[str, ...]:
    """Return what is wrong with the store at *url*, in words; nothing is changed.

    Raises:
        InvalidSetting: *url* is no address of a database.
        Unavailable: the database failed.
    """
    store = SqlStore(url)
    try:
        with store.database.reading() as connection:
            damage = tuple(store.database.damage(connection))
            if (found := form(connection)) is not Form.NEWEST:
                return (*damage, _WAYS_OUT[found])
            gaps = tuple(_gaps(connection))
        return (*damage, *gaps, *_unreadable(store), *_illegible(store))
    finally:
        store.close()


def copy(source: ProgrammeStore, target: ProgrammeStore) -> dict[str, int]:
    """Copy every revision of every event, in order, as it is; and its mail.

    Returns:
        How many revisions were copied, by event.

    Raises:
        InvalidSetting: *target* has one of the events already, or cannot keep mail that is there;
            nothing was copied.
        RevisionConflict: somebody published into *target* meanwhile.
        Unavailable: one of the stores failed.
    """
    events = source.events()
    mailed = _mailed(source)
    if mailed and not isinstance(target, InvitationStore):
        raise InvalidSetting(
            f"copy: the target keeps no mail, and there is some of {', '.join(mailed)}; "
            "name another kind of store"
        )
    if there := sorted({*events, *mailed} & {*target.events(), *_mailed(target)}):
        raise InvalidSetting(
            f"copy: the target has {', '.join(there)} already; name a store without"
        )
    copied = dict.fromkeys(events, 0)
    for event_id in events:
        for publication in source.publications(event_id):
            target.append(publication)
            copied[event_id] += 1
    if isinstance(source, InvitationStore) and isinstance(target, InvitationStore):
        for event_id in mailed:
            for part in _mail(source, event_id):
                target.decide(event_id, partial(_as_it_was, part))
    return copied


def _mailed(store: ProgrammeStore) -> tuple[str, ...]:
    return store.mailed() if isinstance(store, InvitationStore) else ()


def _mail(store: InvitationStore, event_id: str) -> Iterator[Decision]:
    """Yield the mail of an event in parts that memory can hold."""
    book = store.book(event_id)
    yield Decision(invitations=tuple(book.invitations.values()), tokens=store.tokens(event_id))
    names = iter(post.message_id for post in store.posts(event_id))
    while some := [*islice(names, AT_ONCE)]:
        yield Decision(posts=tuple(filter(None, map(store.post, some))))
    digests = iter(book.heard)
    while some := [*islice(digests, AT_ONCE)]:
        found = (store.heard(event_id, digest) for digest in some)
        yield Decision(heard=tuple(filter(None, found)))


def _as_it_was(decision: Decision, _: Book) -> Decision:
    return decision


def _gaps(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        select(revisions.c.event_id, revisions.c.number).order_by(
            revisions.c.event_id, revisions.c.number
        )
    )
    event_id, expected = None, 1
    for row in rows:
        if row.event_id != event_id:
            event_id, expected = row.event_id, 1
        if row.number != expected:
            yield f"{event_id}: revision {expected} is missing before {row.number}"
        expected = row.number + 1


def _unreadable(store: SqlStore) -> Iterator[str]:
    for event_id in store.events():
        try:
            snapshot = store.latest(event_id)
        except Unavailable as error:
            yield str(error).removeprefix(f"{store.database.place}: ")
        else:
            if snapshot is not None:
                yield from _incomplete(snapshot)


def _illegible(store: SqlStore) -> Iterator[str]:
    for event_id in store.mailed():
        try:
            store.book(event_id)
            store.posts(event_id)
        except Unreadable as error:
            yield str(error)


def _incomplete(snapshot: Snapshot) -> Iterator[str]:
    event_id = snapshot.revision.event_id
    for entry in snapshot.ledger.values():
        name = entry.segment_id or "the whole event"
        if entry.state is State.LEFT:
            continue
        if not entry.body:
            yield f"{event_id}: {name} has no VEVENT"
        for path in paths_of(entry):
            if path not in snapshot.feeds:
                yield f"{event_id}: {name} is in {path}, and there is no such feed"
    said = {id_ for id_, entry in snapshot.ledger.items() if entry.state is State.LIVE}
    for item in snapshot.event.occurrences:
        if item.id not in said:
            yield f"{event_id}: {item.id} is on the agenda, and has no VEVENT"
