"""The mail of events in tables; every function works inside a transaction of its caller.

Who decides has the event's mail alone, senders share it (`Database.mail_of`). Senders lock rows in
one order, so that they never wait in a circle: posts by position, then invitations by key.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    select,
    union,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from roundtable_ical.itip.leaving import OVER, claimed, departed, reported, telling
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Decision, Heard, Post, PostState
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.writing.kept import masked
from roundtable_ical.stores import mailing_rows as rows
from roundtable_ical.stores import tokens
from roundtable_ical.stores.tables import contents, heard, invitations, posts
from roundtable_ical.stores.tables import tokens as tokens_table

WAITING = (PostState.HELD.value, PostState.QUEUED.value)
_WHOLE = select(posts, contents.c.content).join(
    contents, posts.c.message_id == contents.c.message_id
)
_SEEN = ("event_id", "message_id", "sent")
_SUMMED = tuple(column for column in heard.c if column.name != "content")


def book(connection: Connection, event_id: str) -> Book:
    """Return the invitations of an event and its mail."""
    asked = connection.execute(
        select(invitations)
        .where(invitations.c.event_id == event_id)
        .order_by(*invitations.primary_key)
    )
    waiting = connection.execute(_posts(posts.c.event_id == event_id, posts.c.state.in_(WAITING)))
    read = connection.execute(
        select(*_SUMMED).where(heard.c.event_id == event_id).order_by(heard.c.digest)
    )
    return Book(
        event_id=event_id,
        invitations={each.key: each for each in map(rows.invitation_of, asked)},
        waiting=tuple(map(rows.post_of, waiting)),
        heard={row.digest: rows.heard_of(row) for row in read},
    )


def keep(connection: Connection, event_id: str, decision: Decision) -> None:
    """Keep what was decided of an event."""
    mine = (post for post in named(connection, decision.withdrawn) if post.event_id == event_id)
    waiting = (post for post in mine if post.state in {PostState.HELD, PostState.QUEUED})
    rewrite(connection, (replace(post, state=PostState.WITHDRAWN) for post in waiting))
    _put(connection, invitations, map(rows.invitation_values, decision.invitations))
    _add(connection, decision.posts)
    _put(connection, heard, map(rows.heard_values, decision.heard))
    tokens.keep(connection, decision.tokens)


def claim(
    connection: Connection, due: Select[Any], events: Iterable[str], until: datetime
) -> tuple[Post, ...]:
    """Take the posts of *events* that *due* finds, but those that another sender is taking."""
    mine = due.where(posts.c.event_id.in_(events)).with_for_update(of=posts, skip_locked=True)
    found = map(rows.post_of, connection.execute(mine).all())
    taken = tuple(claimed(each, until) for each in found if not departed(each))
    rewrite(connection, taken)
    known = _invitations(connection, taken)
    for post in taken:
        if post.key is not None and (asked := known.get((post.event_id, post.key))) is not None:
            known[post.event_id, post.key] = telling(asked, post)
    _put(connection, invitations, map(rows.invitation_values, known.values()))
    return taken


def due(moment: datetime, limit: int, event_id: str | None) -> Select[Any]:
    """Return the query of what senders may take, oldest first, with contents."""
    found = _WHOLE.where(posts.c.ready <= rows.text(moment))
    if event_id is not None:
        found = found.where(posts.c.event_id == event_id)
    return found.order_by(posts.c.position).limit(max(limit, 0))


def look(connection: Connection, due: Select[Any]) -> tuple[set[str], tuple[Post, ...]]:
    """Return the events of what *due* finds, and reports of what of it has left already."""
    found = connection.execute(due.with_only_columns(*(posts.c[name] for name in _SEEN))).all()
    marked = [row.message_id for row in found if row.sent is not None]
    left = filter(departed, named(connection, marked)) if marked else ()
    return (
        {row.event_id for row in found},
        tuple(replace(each, state=PostState.SENT) for each in left),
    )


def departing(post: Post) -> rows.Values:
    """Return what `DEPARTED` wants to know of a post that has left."""
    return {"left_id": post.message_id, "left_at": rows.text(post.sent) if post.sent else None}


def report(connection: Connection, told: Sequence[Post]) -> None:
    """Keep how posts fared."""
    before = _with_others(connection, told)
    asked_before = _invitations(connection, before.values())
    after, asked = dict(before), dict(asked_before)
    for post in told:
        if (kept := after.get(post.message_id)) is None:
            continue
        slot = kept.event_id, kept.key
        others = [
            each
            for each in after.values()
            if (each.event_id, each.key) == slot and each is not kept
        ]
        change = reported(post, kept, asked.get(slot), others)
        after |= {each.message_id: each for each in change.posts}
        if change.invitation is not None:
            asked[slot] = change.invitation
    rewrite(connection, (each for name, each in after.items() if each != before[name]))
    changed = (each for slot, each in asked.items() if each != asked_before[slot])
    _put(connection, invitations, map(rows.invitation_values, changed))


def named(connection: Connection, message_ids: Iterable[str]) -> tuple[Post, ...]:
    """Return posts by their message ids, oldest first, without contents."""
    found = connection.execute(_posts(posts.c.message_id.in_([*message_ids])))
    return tuple(map(rows.post_of, found))


def outbox(connection: Connection, event_id: str | None) -> tuple[Post, ...]:
    """Return the outbox of an event or of all, oldest first, without contents."""
    wanted = () if event_id is None else (posts.c.event_id == event_id,)
    return tuple(map(rows.post_of, connection.execute(_posts(*wanted))))


def post(connection: Connection, message_id: str) -> Post | None:
    """Return one post with its content."""
    row = connection.execute(_WHOLE.where(posts.c.message_id == message_id)).first()
    return rows.post_of(row) if row is not None else None


def read(connection: Connection, event_id: str, digest: str) -> Heard | None:
    """Return one message that was read, with its content."""
    wanted = select(heard).where(heard.c.event_id == event_id, heard.c.digest == digest)
    row = connection.execute(wanted).first()
    return rows.heard_of(row) if row is not None else None


def events(connection: Connection) -> tuple[str, ...]:
    """Return the ids of all events with any of this, in alphabetical order."""
    tables = (invitations, posts, heard, tokens_table)
    found = connection.scalars(union(*(select(table.c.event_id) for table in tables)))
    return tuple(sorted(found))


def rewrite(connection: Connection, changed: Iterable[Post]) -> None:
    """Write posts over what they were; their contents stay, but for links of those at rest."""
    written = [*changed]
    values = [
        {f"new_{name}": value for name, value in rows.post_values(each).items()} for each in written
    ]
    if values:
        connection.execute(_REWRITTEN, values)
    over = [each.message_id for each in written if each.state in OVER]
    if over:
        bytes_of = select(contents).where(contents.c.message_id.in_(over))
        found = {row.message_id: bytes(row.content) for row in connection.execute(bytes_of)}
        kept = ((name, masked(content)) for name, content in found.items())
        shorter = (
            {"message_id": name, "content": content}
            for name, content in kept
            if content != found[name]
        )
        _put(connection, contents, shorter)


def _add(connection: Connection, new: Iterable[Post]) -> None:
    """Add posts; one that was withdrawn gives way to one of the same message id."""
    written = {each.message_id: each for each in new}
    for known in named(connection, written):
        if known.state is not PostState.WITHDRAWN:
            del written[known.message_id]
    _put(connection, posts, map(rows.post_values, written.values()), "message_id")
    _put(connection, contents, map(rows.content_values, written.values()))


def _put(connection: Connection, table: Table, values: Iterable[rows.Values], *key: str) -> None:
    """Write rows over those of the same key, by default the primary one."""
    written = [*values]
    if not written:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    adding = dialect.insert(table)
    by = key or tuple(column.name for column in table.primary_key)
    over = {name: adding.excluded[name] for name in written[0] if name not in by}
    connection.execute(adding.on_conflict_do_update(index_elements=by, set_=over), written)


def _with_others(connection: Connection, told: Sequence[Post]) -> dict[str, Post]:
    """Return posts, and those of the same slots, by their message ids.

    Of a slot those are left out that were sent: nothing that is reported changes them, or goes by
    them.
    """
    apart = [each.message_id for each in told if each.key is None]
    found = [*connection.execute(_NAMED, {"names": apart})] if apart else []
    if slots := _slots(told):
        found += connection.execute(_OF_SLOTS, slots)
    return {each.message_id: each for each in map(rows.post_of, found)}


def _invitations(
    connection: Connection, of: Iterable[Post]
) -> dict[tuple[str, SlotKey | None], Invitation]:
    of = [*of]
    if not (slots := _slots(of)):
        return {}
    keys = {(each.event_id, each.key) for each in of}
    found = map(rows.invitation_of, connection.execute(_ASKED, slots))
    return {(each.event_id, each.key): each for each in found if (each.event_id, each.key) in keys}


def _slots(of: Iterable[Post]) -> dict[str, list[str]]:
    """Return the slots of posts as the queries below want them; empty without any."""
    keys = [(each.event_id, *each.key) for each in of if each.key is not None]
    names = ("events", "segments", "speakers")
    return dict(zip(names, map(list, zip(*keys, strict=True)), strict=True)) if keys else {}


def _posts(*wanted: ColumnElement[bool]) -> Select[Any]:
    return select(posts).where(*wanted).order_by(posts.c.position)


def _of_slots(table: Table) -> ColumnElement[bool]:
    """Find more than the slots of some posts: every pair of their segments and speakers."""
    return and_(
        table.c.event_id.in_(bindparam("events", expanding=True)),
        table.c.segment_id.in_(bindparam("segments", expanding=True)),
        table.c.speaker_id.in_(bindparam("speakers", expanding=True)),
    )


_NAMED = _posts(posts.c.message_id.in_(bindparam("names", expanding=True))).with_for_update()
_OF_SLOTS = _posts(_of_slots(posts), posts.c.state != PostState.SENT.value).with_for_update()
_ASKED = (
    select(invitations)
    .where(_of_slots(invitations))
    .order_by(*invitations.primary_key)
    .with_for_update()
)
_REWRITTEN = (
    update(posts)
    .where(posts.c.message_id == bindparam("new_message_id"))
    .values({name: bindparam(f"new_{name}") for name in ("state", "ready", "body")})
)
DEPARTED = (
    update(posts)
    .where(posts.c.message_id == bindparam("left_id"), posts.c.state == PostState.SENDING.value)
    .values(sent=bindparam("left_at"))
)
"""Notes that a post has left, if a sender has it."""
