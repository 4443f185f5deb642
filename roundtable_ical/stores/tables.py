"""The tables of the SQL store, as the newest migration leaves them.

A revision writes rows only for what it changes; of each key the row with the highest number counts.
Moments are ISO texts in UTC, so that SQLite and PostgreSQL give back the very same values.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()
ID = Text().with_variant(Text(collation="C"), "postgresql")
"""Ids are compared byte by byte, whatever the locale of the server."""
POSITION = BigInteger().with_variant(Integer, "sqlite")


def _of_revision(name: str) -> tuple[ForeignKeyConstraint, Index]:
    """Tie the rows of a table to their revision, and find them by it."""
    return (
        ForeignKeyConstraint(
            ["event_id", "number"],
            ["revisions.event_id", "revisions.number"],
            name=f"{name}_revision_fkey",
        ),
        Index(f"{name}_by_revision", "event_id", "number"),
    )


revisions = Table(
    "revisions",
    METADATA,
    Column("position", POSITION, primary_key=True),
    Column("event_id", ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("moment", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("tzdata", Text, nullable=False),
    UniqueConstraint("event_id", "number", name="revisions_event_number_key"),
)
"""`position` counts over all events, in the order in which appends were committed."""

parts = Table(
    "parts",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("section", ID, primary_key=True),
    Column("part_id", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=True),
    *_of_revision("parts"),
)

entries = Table(
    "entries",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("segment_id", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("modified", Text, nullable=False),
    Column("created", Text, nullable=True),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("tzid", Text, nullable=True),
    Column("body", LargeBinary, nullable=False),
    Column("themes", Text, nullable=False),
    Column("speakers", Text, nullable=False),
    Column("venues", Text, nullable=False),
    *_of_revision("entries"),
)
"""`themes`, `speakers` and `venues` are JSON lists of ids."""

feeds = Table(
    "feeds",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("path", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", Text, nullable=False),
    Column("modified", Text, nullable=False),
    *_of_revision("feeds"),
)

visits = Table(
    "visits",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("family", ID, primary_key=True),
    Column("day", ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("fetches", Integer, nullable=False),
    Column("readers", Integer, nullable=False),
    Column("last", Text, nullable=False),
)
"""Of a family of calendar programs and a day, never of anybody. A revision may have been rolled
into another store, and one that is served from a file has none: no foreign key."""

gaps = Table(
    "gaps",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("family", ID, primary_key=True),
    Column("day", ID, primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
)
"""How often so much time lay between two visits (`roundtable_ical.reach.rhythms`)."""

invitations = Table(
    "invitations",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("segment_id", ID, primary_key=True),
    Column("speaker_id", ID, primary_key=True),
    Column("body", Text, nullable=False),
)
"""`body` is the `Invitation` as JSON. Invitations go by the programme, from a file as well as from
a revision: no foreign key."""

posts = Table(
    "posts",
    METADATA,
    Column("position", POSITION, primary_key=True),
    Column("message_id", ID, nullable=False),
    Column("event_id", ID, nullable=False),
    Column("segment_id", ID, nullable=False),
    Column("speaker_id", ID, nullable=False),
    Column("state", ID, nullable=False),
    Column("ready", ID, nullable=True),
    Column("sent", Text, nullable=True),
    Column("body", Text, nullable=False),
    UniqueConstraint("message_id", name="posts_message_id_key"),
    Index("posts_by_readiness", "ready"),
    Index("posts_by_slot", "event_id", "segment_id", "speaker_id"),
)
"""`ready` is the moment from which a sender may take it, none where no sender may; a message to the
organiser has empty ids of a slot. `body` is the `Post` as JSON, without its content; `sent` is
written alone as soon as the mail server has taken it, before the sender reports."""

contents = Table(
    "contents",
    METADATA,
    Column("message_id", ID, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of posts, apart from what changes with each step of them."""

heard = Table(
    "heard",
    METADATA,
    Column("event_id", ID, primary_key=True),
    Column("digest", ID, primary_key=True),
    Column("body", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""`body` is the `Heard` as JSON, without its content."""

tokens = Table(
    "tokens",
    METADATA,
    Column("digest", ID, primary_key=True),
    Column("event_id", ID, nullable=False),
    Column("scope", ID, nullable=False),
    Column("subject", ID, nullable=False),
    Column("made", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("revoked", Boolean, nullable=False),
    Index("tokens_by_subject", "event_id", "scope", "subject"),
)
"""The links themselves are never kept."""
