"""Invitations, posts and what was read as rows, and rows as what they were."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Row

from roundtable_ical.errors import Unreadable
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Heard, Post, PostState
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.tokens import Token

Values = dict[str, Any]
"""One row to be written, by column."""
_Value = TypeVar("_Value")
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
"""Made when they are wanted: most runs of the program have no mail."""


def invitation_values(invitation: Invitation) -> Values:
    """Return the row of an invitation."""
    return {
        "event_id": invitation.event_id,
        **slot_values(invitation.key),
        "body": _json(Invitation, invitation),
    }


def slot_values(key: SlotKey | None) -> Mapping[str, str]:
    """Return the columns of a slot; empty ids stand for none."""
    segment_id, speaker_id = key or ("", "")
    return {"segment_id": segment_id, "speaker_id": speaker_id}


def post_values(post: Post) -> Values:
    """Return the row of a post, but for its content, which stays the same at every step."""
    return {
        "message_id": post.message_id,
        "event_id": post.event_id,
        **slot_values(post.key),
        "state": post.state.value,
        "ready": _ready(post),
        "sent": text(post.sent) if post.sent else None,
        "body": _json(Post, replace(post, content=b"") if post.content else post),
    }


def content_values(post: Post) -> Values:
    """Return the row of the bytes of a post."""
    return {"message_id": post.message_id, "content": post.content}


def heard_values(heard: Heard) -> Values:
    """Return the row of a message that was read."""
    return {
        "event_id": heard.event_id,
        "digest": heard.digest,
        "body": _json(Heard, replace(heard, content=b"")),
        "content": heard.content,
    }


def token_values(token: Token) -> Values:
    """Return the row of a link."""
    return {
        "digest": token.digest,
        "event_id": token.event_id,
        "scope": token.scope,
        "subject": token.subject,
        "made": text(token.made),
        "generation": token.generation,
        "revoked": token.revoked,
    }


def invitation_of(row: Row[Any]) -> Invitation:
    """Return the invitation in *row*."""
    return _read(Invitation, row)


def post_of(row: Row[Any]) -> Post:
    """Return the post in *row*, with its content where that was asked for."""
    post = _read(Post, row)
    content = bytes(getattr(row, "content", b""))
    left = datetime.fromisoformat(row.sent) if post.sent is None and row.sent else post.sent
    changed = content or left != post.sent
    return replace(post, content=content, sent=left) if changed else post


def heard_of(row: Row[Any]) -> Heard:
    """Return the message in *row*, with its content where that was asked for."""
    heard = _read(Heard, row)
    content = getattr(row, "content", b"")
    return replace(heard, content=bytes(content)) if content else heard


def token_of(row: Row[Any]) -> Token:
    """Return the link in *row*."""
    return Token(
        digest=row.digest,
        event_id=row.event_id,
        scope=row.scope,
        subject=row.subject,
        made=datetime.fromisoformat(row.made),
        generation=row.generation,
        revoked=row.revoked,
    )


def text(moment: datetime) -> str:
    """Return a moment as a text that sorts as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _ready(post: Post) -> str | None:
    match post.state:
        case PostState.QUEUED:
            return text(post.due)
        case PostState.SENDING:
            return text(post.claimed_until) if post.claimed_until else None
    return None


def _adapter(kind: type[_Value]) -> TypeAdapter[_Value]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def _json(kind: type[_Value], value: _Value) -> str:
    return _adapter(kind).dump_json(value).decode()


def _read(kind: type[_Value], row: Row[Any]) -> _Value:
    try:
        return _adapter(kind).validate_json(row.body)
    except ValueError as error:
        reason = " ".join(str(error).split())[:200]
        what = f"{row.event_id}: {kind.__name__.lower()} in the store"
        raise Unreadable(f"{what} cannot be read ({reason}); bring back a copy") from error
