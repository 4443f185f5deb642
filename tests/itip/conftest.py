"""A panel with two speakers who can be written to, and what was told of it so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.itip.ledger import Invitation, SlotKey, Told
from roundtable_ical.itip.outbox import Book
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.requests import Letter
from roundtable_ical.itip.slots import Slot
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Status

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]

MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def make_event() -> MakeEvent:
    """Return a function that builds a breakfast in New York; its arguments replace fields.

    A list of tables is joined to the one there is by id; a table with ``id`` alone takes one out.
    """

    def make(**changes: Any) -> SideEvent:
        values: dict[str, Any] = {
            "id": "breakfast",
            "title": "Ministerial breakfast",
            "timezone": "America/New_York",
            "date": "2026-09-24",
            "revised": "2026-09-01T12:00:00Z",
            "url": "https://events.example.org/breakfast/",
            "uid_domain": "events.example.org",
            "organizer": {"name": "Side event secretariat", "email": "desk@example.org"},
            "venues": [
                {"id": "hall", "name": "United Nations", "room": "Dining Room", "city": "New York"}
            ],
            "speakers": [
                {
                    "id": "guy",
                    "name": "Guy Ryder",
                    "honorific": "Mr.",
                    "function": "Head",
                    "affiliation": "ILO",
                    "email": "guy@example.org",
                    "timezone": "Europe/Zurich",
                },
                {
                    "id": "ann",
                    "name": "Ann Nilsson",
                    "email": "ann@example.net",
                    "language": "fr",
                },
                {"id": "tbc", "label": "Representative of Bangladesh", "tbc": True},
            ],
            "segments": [
                {
                    "id": "welcome",
                    "title": "Welcome",
                    "start": "08:15",
                    "end": "08:30",
                    "speakers": [{"speaker": "guy", "role": "chair"}],
                },
                {
                    "id": "panel",
                    "title": {"en": "Panel on skills", "fr": "Table ronde sur les compétences"},
                    "abstract": "How skills travel.",
                    "start": "08:30",
                    "end": "09:00",
                    "speakers": ["ann", {"speaker": "guy", "role": "moderator"}, "tbc"],
                },
            ],
        }
        for name, value in changes.items():
            values[name] = _joined(values.get(name), value)
        return SideEvent.model_validate(values)

    return make


def _joined(old: Any, new: Any) -> Any:
    if isinstance(old, list) and isinstance(new, list):
        found = {part["id"]: part for part in old}
        for part in new:
            found[part["id"]] = found.get(part["id"], {}) | part if len(part) > 1 else None
        return [part for part in found.values() if part]
    return new


@pytest.fixture
def sent() -> Sent:
    """Return a function that gives the ledger after letters have left."""

    def after(
        letters: Iterable[Letter], before: Mapping[SlotKey, Invitation] | None = None
    ) -> dict[SlotKey, Invitation]:
        found = dict(before or {})
        for letter in letters:
            known = found.get(letter.key, letter.invitation)
            names = (*known.message_ids, letter.told.message_id)
            found[letter.key] = replace(known, told=letter.told, message_ids=names)
        return found

    return after


@pytest.fixture(scope="session")
def asked() -> Invitation:
    """Return what Guy Ryder was told of the panel, the second time, as in tests/data/answers."""
    slot = Slot(
        address="guy@example.org",
        name="Guy Ryder",
        language="en",
        organizer_address="desk@events.example.org",
        organizer_name="Side event secretariat",
        event_title="Ministerial breakfast",
        title="Panel on skills",
        start=datetime(2026, 9, 24, 12, 30, tzinfo=UTC),
        end=datetime(2026, 9, 24, 13, tzinfo=UTC),
        timezone="America/New_York",
        status=Status.CONFIRMED,
        role=Role.SPEAKER,
    )
    told = Told(
        method=Method.REQUEST,
        sequence=1,
        asked=1,
        dtstamp=MOMENT,
        slot=slot,
        message_id="<panel-guy.1@events.example.org>",
    )
    return Invitation(
        event_id="breakfast",
        key=SlotKey("panel", "guy"),
        uid="panel-guy@events.example.org",
        told=told,
        message_ids=("<panel-guy.0@events.example.org>", told.message_id),
    )


@pytest.fixture(scope="session")
def book(asked: Invitation) -> Book:
    """Return a ledger of this one invitation."""
    return Book(event_id="breakfast", invitations={asked.key: asked})


Answering = Callable[..., bytes]


@pytest.fixture(scope="session")
def reply() -> Answering:
    """Return a function that writes a mail that accepts, one line of the calendar an argument.

    An argument replaces the line of its name, None takes it out; *more* are further lines, *head*
    further header fields.
    """

    def write(
        more: str = "", head: str = "", sender: str = "guy@example.org", **lines: Any
    ) -> bytes:
        calendar = {"method": "METHOD:REPLY"}
        event = {
            "uid": "UID:panel-guy@events.example.org",
            "dtstamp": "DTSTAMP:20260901T130000Z",
            "organizer": "ORGANIZER:mailto:desk@events.example.org",
            "attendee": "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guy@example.org",
            "sequence": "SEQUENCE:1",
        }
        kind = lines.pop("kind", "VEVENT")
        calendar |= {name: lines.pop(name) for name in tuple(lines) if name in calendar}
        event |= lines
        rows = [
            *filter(None, head.splitlines()),
            f"From: {sender}",
            "To: desk@events.example.org",
            "Content-Type: text/calendar; charset=utf-8",
            "",
            "BEGIN:VCALENDAR",
            *filter(None, calendar.values()),
            f"BEGIN:{kind}",
            *filter(None, event.values()),
            *filter(None, more.splitlines()),
            f"END:{kind}",
            "END:VCALENDAR",
            "",
        ]
        return "\r\n".join(rows).encode()

    return write
