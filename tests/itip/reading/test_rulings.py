"""Which calendars are applied, which are ignored, and which wait for a person."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.reading.attached import calendars
from roundtable_ical.itip.reading.mail import opened
from roundtable_ical.itip.reading.rulings import ruling
from roundtable_ical.itip.reading.senders import Trust

Ruled = Callable[[bytes], tuple[Heard, Invitation | None]]
HELD, IGNORED, ACCEPTED = Outcome.HELD, Outcome.IGNORED, Outcome.ACCEPTED


@pytest.fixture
def ruled(book: Book) -> Ruled:
    """Return a function that says what becomes of a mail with a calendar."""

    def rule(content: bytes) -> tuple[Heard, Invitation | None]:
        mail = opened(content)
        heard = Heard(
            event_id="breakfast",
            digest=mail.digest,
            message_id=mail.message_id,
            sender=mail.sender,
            moment=datetime(2026, 9, 2, tzinfo=UTC),
            outcome=HELD,
            reason="",
        )
        return ruling(mail, calendars(mail), heard, book, Trust())

    return rule


def attendee(words: str) -> dict[str, str]:
    return {"attendee": f"ATTENDEE;{words}"}


@pytest.mark.parametrize(
    ("lines", "outcome", "words"),
    [
        ({}, ACCEPTED, "accepts"),
        ({"organizer": None}, ACCEPTED, "accepts"),
        ({"organizer": "ORGANIZER;RSVP=TRUE:DESK@events.example.org"}, ACCEPTED, "accepts"),
        (attendee("PARTSTAT=ACCEPTED:MAILTO:GUY@EXAMPLE.ORG"), ACCEPTED, "accepts"),
        ({"more": "RECURRENCE-ID;TZID=Europe/Berlin:20260924T143000"}, ACCEPTED, "accepts"),
        ({"more": "DTSTART:20260924T083000\nSUMMARY:x"}, ACCEPTED, "accepts"),
        ({"more": "REQUEST-STATUS:2.0;Success"}, ACCEPTED, "accepts"),
        (
            attendee('PARTSTAT=ACCEPTED;SENT-BY="mailto:guy@example.org":mailto:guy@example.org'),
            ACCEPTED,
            "accepts",
        ),
        ({"method": "METHOD:REQUEST"}, IGNORED, "An invitation, and no answer"),
        ({"method": "METHOD:CANCEL"}, IGNORED, "nobody but the organiser"),
        ({"method": "METHOD:PUBLISH"}, IGNORED, "to look at"),
        ({"method": "METHOD:ADD"}, IGNORED, "nobody but the organiser"),
        ({"method": "METHOD:REFRESH"}, IGNORED, "asks for the invitation again"),
        ({"method": "METHOD:DECLINECOUNTER"}, IGNORED, "never made"),
        ({"kind": "VTODO"}, IGNORED, "about a task"),
        ({"kind": "VFREEBUSY"}, IGNORED, "about free and busy times"),
        ({"uid": "UID:other@example.net"}, IGNORED, "not one of ours"),
        ({"sequence": None}, IGNORED, "before it changed"),
        ({"sequence": "SEQUENCE:0"}, IGNORED, "before it changed"),
        ({"sequence": "SEQUENCE:2"}, IGNORED, "never sent"),
        (attendee("PARTSTAT=NEEDS-ACTION:mailto:guy@example.org"), IGNORED, "not decided yet"),
        (
            attendee("PARTSTAT=NEEDS-ACTION:mailto:guy@example.org") | {"more": "COMMENT:A visa?"},
            HELD,
            "not decided yet, and write something",
        ),
        ({"method": None}, HELD, "no METHOD"),
        ({"method": "METHOD:RSVP"}, HELD, "METHOD RSVP"),
        ({"method": "METHOD:REPLY\r\nMETHOD:REQUEST"}, HELD, "METHOD REPLY/REQUEST"),
        (
            {"method": "METHOD:REQUEST", "head": "Subject: Fwd: Invitation"},
            HELD,
            "our own invitation back",
        ),
        ({"attendee": None}, HELD, "(no ATTENDEE)"),
        ({"more": "ATTENDEE:mailto:ann@example.net"}, HELD, "2 people at once"),
        ({"dtstamp": None}, HELD, "(DTSTAMP)"),
        ({"sequence": "SEQUENCE:two"}, HELD, "(SEQUENCE)"),
        ({"organizer": "ORGANIZER:mailto:ann@example.net"}, HELD, "answers ann@example.net"),
        ({"organizer": "ORGANIZER:invalid:nomail"}, HELD, "an unreadable address"),
        (attendee("PARTSTAT=ACCEPTED:mailto:ann@example.net"), HELD, "for ann@example.net"),
        (
            attendee('PARTSTAT=ACCEPTED;SENT-BY="mailto:aide@example.org":mailto:guy@example.org'),
            HELD,
            "Somebody else (aide@example.org)",
        ),
        ({"more": "RECURRENCE-ID:20270101T090000Z"}, HELD, "one day of a series"),
        ({"more": "RECURRENCE-ID:nonsense"}, HELD, "one day of a series"),
        ({"more": "REQUEST-STATUS:3.7;Invalid calendar user"}, HELD, "(3.7;Invalid"),
        (attendee("CN=Guy:mailto:guy@example.org"), HELD, "says nothing where"),
        (attendee("PARTSTAT=X-LATER:mailto:guy@example.org"), HELD, "says X-LATER"),
        (attendee("PARTSTAT=DELEGATED:mailto:guy@example.org"), HELD, "do not say who"),
        ({"sender": "aide@example.org"}, HELD, "came from aide@example.org"),
        ({"uid": None, "head": "In-Reply-To: <panel-guy.1@events.example.org>"}, HELD, "no UID"),
        (
            {"uid": "UID:other", "head": "In-Reply-To: <panel-guy.1@events.example.org>"},
            HELD,
            "has another UID (other)",
        ),
    ],
)
def test_a_calendar_is_applied_ignored_or_held(
    ruled: Ruled,
    reply: Callable[..., bytes],
    lines: dict[str, Any],
    outcome: Outcome,
    words: str,
) -> None:
    heard, invitation = ruled(reply(**lines))

    assert (heard.outcome, words in heard.reason) == (outcome, True), heard.reason
    assert heard.reason.endswith(".")
    assert (invitation is None) is (outcome is not ACCEPTED)


def test_a_calendar_that_is_cut_off_waits(ruled: Ruled, reply: Callable[..., bytes]) -> None:
    heard, invitation = ruled(reply()[:-30])

    assert (heard.outcome, invitation) == (HELD, None)
    assert heard.reason.startswith("Its calendar is cut off in the middle")


def test_two_events_in_one_answer_wait(ruled: Ruled, reply: Callable[..., bytes]) -> None:
    content = reply()
    event = content[content.index(b"BEGIN:VEVENT") : content.index(b"END:VCALENDAR")]
    other = event.replace(b"panel-guy", b"welcome-guy")

    heard, invitation = ruled(content.replace(event, event + other))

    assert (heard.outcome, invitation) == (HELD, None)
    assert "more than one event" in heard.reason


def test_what_waits_keeps_all_that_it_says(
    ruled: Ruled, reply: Callable[..., bytes], asked: Invitation
) -> None:
    heard, _ = ruled(reply("COMMENT:Gladly", sender="aide@example.org"))

    assert heard.partstat
    assert (heard.key, heard.partstat.value, heard.sequence, heard.dtstamp, heard.comment) == (
        asked.key,
        "ACCEPTED",
        1,
        datetime(2026, 9, 1, 13, tzinfo=UTC),
        "Gladly",
    )


@pytest.mark.parametrize(
    ("times", "start", "minutes"),
    [
        ("DTSTART:20260924T150000Z\nDTEND:20260924T154500Z", 15, 45),
        ("DTSTART:20260924T150000Z\nDURATION:PT1H", 15, 60),
        ("DTSTART:20260924T150000Z", 15, 30),
        ("DTSTART;TZID=Eastern Standard Time:20260924T110000", 15, 30),
        ("DTSTART:20260924T123000Z\nDTEND:20260924T130000Z", None, None),
        ("COMMENT:A larger room", None, None),
    ],
)
def test_another_time_is_proposed(
    ruled: Ruled,
    reply: Callable[..., bytes],
    times: str,
    start: int | None,
    minutes: int | None,
) -> None:
    others = "ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:desk@events.example.org\n"

    heard, invitation = ruled(reply(f"{others}{times}", method="METHOD:COUNTER"))

    begin = datetime(2026, 9, 24, start, tzinfo=UTC) if start else None
    end = begin + timedelta(minutes=minutes or 0) if begin else None
    assert (heard.outcome, heard.start, heard.end) == (Outcome.COUNTERED, begin, end)
    assert invitation
    assert invitation.proposal
    assert (invitation.proposal.start, invitation.proposal.end) == (begin, end)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ({"more": "DTSTART;TZID=Mars:20260924T110000"}, "nobody knows its time zone 'Mars'"),
        ({"more": "DTSTART;VALUE=DATE:20260925"}, "a day without a time"),
        (attendee("PARTSTAT=TENTATIVE:mailto:ann@example.net"), "for ann@example.net"),
        ({"sender": "aide@example.org"}, "came from aide@example.org"),
    ],
)
def test_a_proposal_that_is_not_certain_waits(
    ruled: Ruled, reply: Callable[..., bytes], lines: dict[str, Any], words: str
) -> None:
    heard, invitation = ruled(reply(method="METHOD:COUNTER", **lines))

    assert (heard.outcome, invitation) == (HELD, None)
    assert words in heard.reason
