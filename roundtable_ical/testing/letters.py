"""A breakfast whose speakers can be written to, letters that leave, and replies to them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.ports import InvitationStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.testing.programmes import values

MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
PANEL = SlotKey("panel", "guy")


def event(**changes: Any) -> SideEvent:
    """Return a breakfast with an organizer and two speakers; *changes* are made to its file."""
    people = [
        {"id": "guy", "name": "Guy Ryder", "email": "guy@example.org"},
        {"id": "ann", "name": "Ann Nilsson", "email": "ann@example.org"},
    ]
    whole: dict[str, Any] = {
        "organizer": {"name": "Protocol", "email": "protocol@example.org"},
        "speakers": people,
        **changes,
    }
    return SideEvent.model_validate(values(**whole))


def panel(start: str = "08:30", speakers: Iterable[str] = ("guy",), **changes: Any) -> SideEvent:
    """Return the breakfast with its panel at another time or with others."""
    segment = {"id": "panel", "title": "Panel", "start": start, "minutes": 30}
    segment |= {"speakers": [*speakers]} | changes
    return event(segments=[segment])


def leave(store: InvitationStore, moment: datetime = MOMENT) -> list[Post]:
    """Let every letter leave that is due; return them."""
    claimed = store.claim(moment, moment + timedelta(minutes=2), 1_000)
    for post in claimed:
        store.report(replace(post, state=PostState.SENT, sent=moment))
    return [*claimed]


def reply(
    post: Post, partstat: str, *, after: int = 1, sender: str = "", comment: str = ""
) -> bytes:
    """Return the mail by which the reader of *post*, or *sender*, answers *after* minutes later."""
    told = post.told
    if told is None:
        raise ValueError(f"{post.subject} asks nobody")
    stamp = told.dtstamp + timedelta(minutes=after)
    note = f"COMMENT:{comment}\r\n" if comment else ""
    name = f"reply-{partstat.partition(';')[0]}-{after}@example.org"
    return (
        f"From: <{sender or post.recipient}>\r\nTo: <{post.sender}>\r\n"
        f"Subject: Re: {post.subject}\r\n"
        f"Message-ID: <{name}>\r\nDate: Tue, 01 Sep 2026 12:30:00 +0000\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Client//EN\r\nMETHOD:REPLY\r\n"
        f"BEGIN:VEVENT\r\nUID:{_uid(post)}\r\nDTSTAMP:{stamp:%Y%m%dT%H%M%SZ}\r\n"
        f"SEQUENCE:{told.sequence}\r\nORGANIZER:mailto:{post.sender}\r\n"
        f"ATTENDEE;PARTSTAT={partstat}:mailto:{post.recipient}\r\n{note}"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def calendar_of(post: Post) -> str:
    """Return the calendar in a letter, its lines unfolded."""
    parts = message_from_bytes(post.content, policy=default).walk()
    found = next(part for part in parts if part.get_content_type() == "text/calendar")
    content = found.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise TypeError(f"{post.subject} has no calendar")
    return content.decode().replace("\r\n ", "")


def _uid(post: Post) -> str:
    return calendar_of(post).partition("UID:")[2].partition("\r\n")[0]
