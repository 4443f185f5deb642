"""Mail on its way, and mail that was read: values that a store keeps in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from roundtable_ical.itip.ledger import Invitation, Invitations, SlotKey, Told
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.tokens import Token


class PostState(StrEnum):
    """Where a message of the outbox is."""

    HELD = "held"
    """Waits for an organiser to approve it."""
    QUEUED = "queued"
    """Leaves once it is due."""
    SENDING = "sending"
    """A sender has it; after `Post.claimed_until` another one may take it."""
    SENT = "sent"
    REFUSED = "refused"
    """The mail server will never take it, or it was tried too often."""
    WITHDRAWN = "withdrawn"
    """A newer one took its place, or nothing was left to say, before it left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One message to one recipient, ready to be sent.

    *told* is what the speaker will have been told once it has left, *before* what until then; both
    None for a message to the organiser. *content* is the whole message (RFC 5322), CRLF, and stays
    the same at every try. *attempts* counts tries that failed for a time. *sent* is when a mail
    server took it. *unsure* is whether it may have left already: a sender never reported, or never
    heard what the server said.
    """

    message_id: str
    event_id: str
    kind: str
    sender: str
    recipient: str
    subject: str
    content: bytes
    made: datetime
    due: datetime
    state: PostState = PostState.QUEUED
    key: SlotKey | None = None
    told: Told | None = None
    before: Told | None = None
    revision: int | None = None
    attempts: int = 0
    claimed_until: datetime | None = None
    sent: datetime | None = None
    trouble: str = ""
    unsure: bool = False


class Outcome(StrEnum):
    """What became of a message that was read."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"
    COUNTERED = "countered"
    HELD = "held"
    IGNORED = "ignored"
    BOUNCED = "bounced"
    NOT_A_REPLY = "not-a-reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message that was read, and what came of it; read again, it has no effect.

    *digest* is the SHA-256 of its bytes. The rest of the fields is what it says; of a message that
    is held, it is applied once a person accepts it. *decided* is ``accepted`` or ``rejected`` by a
    person, empty while it waits or where nobody is asked. *content* are the bytes, empty where they
    were too many to keep. *place* names it in the mailbox that has it, for good; empty elsewhere.
    """

    event_id: str
    digest: str
    message_id: str
    sender: str
    moment: datetime
    outcome: Outcome
    reason: str
    subject: str = ""
    key: SlotKey | None = None
    partstat: ParticipationStatus | None = None
    sequence: int = 0
    dtstamp: datetime | None = None
    comment: str = ""
    start: datetime | None = None
    end: datetime | None = None
    delegated_to: str | None = None
    bounced: str | None = None
    decided: str = ""
    place: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All that a decision about an event's mail may look at, of one moment of the store.

    *waiting* are the posts that no sender has taken yet (`HELD` and `QUEUED`), without content.
    *heard* are the messages read so far by digest, without content.
    """

    event_id: str
    invitations: Invitations = field(default_factory=dict)
    waiting: tuple[Post, ...] = ()
    heard: Mapping[str, Heard] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What changes with a decision; a store keeps it whole or not at all.

    *invitations* and *heard* are written over those of the same key and digest; *withdrawn* are
    message ids in `Book.waiting`. A post whose message id is there already stays as it is, but for
    one that was withdrawn: the new one takes its place. *tokens* are those of links in *posts*.
    """

    invitations: tuple[Invitation, ...] = ()
    posts: tuple[Post, ...] = ()
    withdrawn: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    tokens: tuple[Token, ...] = ()


Decide = Callable[[Book], Decision]
"""A pure function that a store calls inside its transaction; it may be called again."""
