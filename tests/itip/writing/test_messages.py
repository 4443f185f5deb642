"""Whole mails, as the programs that read them take them apart."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from roundtable_ical import Role, SideEvent, Status
from roundtable_ical.errors import InvalidField
from roundtable_ical.itip.ledger import Invitation, Proposal
from roundtable_ical.itip.outbox import Heard, Outcome, PostState
from roundtable_ical.itip.requests import Letter, due
from roundtable_ical.itip.slots import Slot, SlotKey, slots
from roundtable_ical.itip.writing.messages import Links, decline_counter, message, notice, subject
from roundtable_ical.itip.writing.words import LANGUAGES

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
KEY = SlotKey("panel", "guy")
LINKS = Links(answer="https://events.example.org/a/1", feed="https://events.example.org/my/1.ics")
SLOT = Slot(
    address="guy@example.org",
    name="Mr. Guy Ryder",
    language="en",
    organizer_address="desk@example.org",
    organizer_name="Desk",
    event_title="Breakfast",
    title="Panel",
    start=datetime(2026, 9, 24, 12, 30, tzinfo=UTC),
    end=datetime(2026, 9, 24, 13, tzinfo=UTC),
    timezone="America/New_York",
    status=Status.CONFIRMED,
    role=Role.SPEAKER,
)


def read(content: bytes) -> EmailMessage:
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    mail = message_from_bytes(content, policy=policy.default)
    assert not [part.defects for part in mail.walk() if part.defects]
    return mail


def calendars(mail: EmailMessage) -> list[bytes]:
    kinds = {"text/calendar", "application/ics"}
    found = [
        part.get_payload(decode=True) for part in mail.walk() if part.get_content_type() in kinds
    ]
    assert all(isinstance(content, bytes) for content in found)
    return [content for content in found if isinstance(content, bytes)]


def asked(event: SideEvent, told: dict[SlotKey, Invitation] | None = None) -> Letter:
    found = due(
        event.id, told or {}, slots(event), MOMENT, event.uid_domain, lambda key: key == KEY
    )
    return found[0]


def of(slot: Slot) -> Letter:
    [letter] = due("breakfast", {}, {KEY: slot}, MOMENT, "example.org")
    return letter


def test_a_mail_has_text_page_and_calendar_and_the_calendar_as_a_file(
    make_event: MakeEvent,
) -> None:
    mail = read(message(asked(make_event()), LINKS))

    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    inside, attached = calendars(mail)
    assert inside == attached


def test_the_head_says_who_writes_to_whom_and_when(make_event: MakeEvent) -> None:
    letter = asked(make_event())
    mail = read(message(letter))

    assert dict(mail.items()) == {
        "Date": "Tue, 01 Sep 2026 12:00:00 +0000",
        "From": "Side event secretariat <desk@example.org>",
        "To": '"Mr. Guy Ryder" <guy@example.org>',
        "Subject": "Invitation: Panel on skills, 24 September 2026, 08:30",
        "Message-ID": letter.told.message_id,
        "MIME-Version": "1.0",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Content-Language": "en-GB",
        "Content-Type": mail["Content-Type"],
    }
    assert subject(letter) == mail["Subject"]


@pytest.mark.parametrize("changes", [{"start": "08:40"}, {"status": "cancelled"}])
def test_the_method_of_the_part_is_that_of_the_calendar(
    changes: dict[str, str], make_event: MakeEvent, sent: Sent
) -> None:
    told = sent([asked(make_event())])
    mail = read(message(asked(make_event(segments=[{"id": "panel", **changes}]), told)))

    [part] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    method = Calendar.from_ical(calendars(mail)[0])["METHOD"]
    assert part["Content-Type"].params["method"] == method
    assert method == ("CANCEL" if "status" in changes else "REQUEST")


def test_an_update_follows_on_what_was_sent(make_event: MakeEvent, sent: Sent) -> None:
    told = sent([asked(make_event())])
    second = asked(make_event(segments=[{"id": "panel", "start": "08:40"}]), told)
    told = sent([second], told)
    third = asked(make_event(segments=[{"id": "panel", "start": "08:45"}]), told)

    mail = read(message(third))

    names = told[KEY].message_ids
    assert mail["In-Reply-To"] == names[1]
    assert mail["References"].split() == list(names)


def test_of_many_references_the_first_and_the_last_ones_are_kept() -> None:
    letter = replace(of(SLOT), references=tuple(f"<{n}@example.org>" for n in range(100)))

    names = read(message(letter))["References"].split()

    assert [names[0], names[1], names[-1], len(names)] == [
        "<0@example.org>",
        "<81@example.org>",
        "<99@example.org>",
        20,
    ]


def test_the_address_of_nobody_else_is_shown(make_event: MakeEvent) -> None:
    event = make_event(segments=[{"id": "panel", "abstract": "Write to ann@example.net."}])
    mail = read(message(asked(event), LINKS))

    said = b"".join(
        payload
        for part in mail.walk()
        if isinstance(payload := part.get_payload(decode=True), bytes)
    )
    assert b"ann@example.net" not in said.replace(b"\r\n ", b"")
    assert "ann@example.net" not in str(mail.items())


def test_no_personal_link_is_in_the_calendar_which_may_be_passed_on(make_event: MakeEvent) -> None:
    mail = read(message(asked(make_event()), LINKS))

    [calendar, _] = calendars(mail)
    unfolded = calendar.replace(b"\r\n ", b"").decode()
    assert str(LINKS.answer) not in unfolded
    assert str(LINKS.feed) not in unfolded


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_is_in_the_language_of_the_speaker(language: str) -> None:
    mail = read(message(of(replace(SLOT, language=language)), LINKS))
    page = mail.get_body(("html",))
    text = mail.get_body(("plain",))

    assert page is not None
    assert text is not None
    said = LANGUAGES[language]
    greeting = said.greeting.format(name="Mr. Guy Ryder")
    assert greeting in page.get_content()
    assert text.get_content().startswith(greeting)
    assert mail["Subject"] == " ".join(subject(of(replace(SLOT, language=language))).split())


WORDS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "\r\n",
            "\n",
            "\r",
            "Bcc: x@example.com",
            "\r\n\r\n--=_",
            "METHOD:CANCEL",
            '"',
            ";",
            ",",
            "é",
        ]
    )
).map("".join)


@given(name=WORDS, title=WORDS, organizer=WORDS, event=WORDS, others=WORDS, place=WORDS)
def test_no_name_or_title_becomes_a_header_or_a_line(
    name: str, title: str, organizer: str, event: str, others: str, place: str
) -> None:
    slot = replace(
        SLOT,
        name=name,
        title=title,
        organizer_name=organizer,
        event_title=event,
        others=others,
        location=place,
    )
    plain, hostile = read(message(of(SLOT), LINKS)), read(message(of(slot), LINKS))

    assert hostile.keys() == plain.keys()
    assert [part.get_content_type() for part in hostile.walk()] == [
        part.get_content_type() for part in plain.walk()
    ]
    assert getaddresses([hostile["To"]])[0][1] == "guy@example.org"
    assert getaddresses([hostile["From"]])[0][1] == "desk@example.org"
    [calendar, attached] = calendars(hostile)
    assert calendar == attached
    names = [
        line.partition(b":")[0].partition(b";")[0]
        for line in calendar.replace(b"\r\n ", b"").split(b"\r\n")
    ]
    [meant, _] = calendars(plain)
    known = {
        line.partition(b":")[0].partition(b";")[0]
        for line in meant.replace(b"\r\n ", b"").split(b"\r\n")
    }
    assert set(names) <= known | {b"LOCATION"}
    assert (names.count(b"METHOD"), names.count(b"ATTENDEE")) == (1, 1)


def test_a_mail_is_the_same_in_every_process() -> None:
    program = (
        "import sys; sys.path.insert(0, '.');"
        "from tests.itip.writing.test_messages import LINKS, SLOT, message, of;"
        "sys.stdout.buffer.write(message(of(SLOT), LINKS))"
    )
    seeds = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]

    assert seeds == [message(of(SLOT), LINKS)] * 2


def test_an_organizer_is_told_by_themselves(make_event: MakeEvent, sent: Sent) -> None:
    event = make_event()
    invitation = sent([asked(event)])[KEY]
    heard = Heard(
        event_id="breakfast",
        digest="d1",
        message_id="<1@example.org>",
        sender="guy@example.org",
        moment=MOMENT,
        outcome=Outcome.DECLINED,
        reason="",
        comment="I am in Geneva.",
    )

    post = notice(event, heard, invitation, MOMENT)

    mail = read(post.content)
    assert (post.kind, post.state, post.key, post.told) == ("notice", PostState.QUEUED, None, None)
    assert (post.sender, post.recipient) == ("desk@example.org", "desk@example.org")
    assert mail["Message-ID"] == post.message_id
    assert mail["Subject"] == post.subject == "Mr. Guy Ryder has declined: Panel on skills"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert calendars(mail) == []
    assert notice(event, heard, invitation, MOMENT) == post
    with pytest.raises(InvalidField, match="has nobody to be told"):
        notice(make_event(organizer=None), heard, invitation, MOMENT)


def test_a_speaker_is_told_that_a_proposal_is_not_taken_up(
    make_event: MakeEvent, sent: Sent
) -> None:
    invitation = sent([asked(make_event())])[KEY]
    proposal = Proposal(sequence=0, dtstamp=MOMENT, comment="Could it be later?")

    post = decline_counter(replace(invitation, proposal=proposal), MOMENT + timedelta(hours=1))

    assert post
    mail = read(post.content)
    read_back = Calendar.from_ical(calendars(mail)[0])
    assert (post.kind, post.recipient) == ("decline-counter", "guy@example.org")
    assert read_back["METHOD"] == "DECLINECOUNTER"
    assert read_back.events[0]["UID"] == invitation.uid
    assert mail["In-Reply-To"] == invitation.message_ids[0]
    assert decline_counter(invitation, MOMENT) is None
