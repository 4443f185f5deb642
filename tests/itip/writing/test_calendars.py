"""The lines of an invitation; that other programs read them is tried in tests/interop."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from roundtable_ical import Role, SideEvent, Status
from roundtable_ical.ical.identity import uid
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import Letter, due
from roundtable_ical.itip.slots import Slot, SlotKey, slots
from roundtable_ical.itip.writing.calendars import calendar, declined_counter, described

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
KEY = SlotKey("panel", "guy")
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
    role=Role.CHAIR,
)
ANSWER = Answer(partstat=ParticipationStatus.ACCEPTED, sequence=0, dtstamp=MOMENT, source="mail")


def letter(
    slot: Slot | None, told: dict[SlotKey, Invitation] | None = None, moment: datetime = MOMENT
) -> Letter:
    [found] = due("breakfast", told or {}, {KEY: slot} if slot else {}, moment, "example.org")
    return found


def lines(content: bytes) -> list[str]:
    """Return the unfolded lines without those of the time zone."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    text = content.decode().replace("\r\n ", "")
    head, zone, rest = text.partition("BEGIN:VTIMEZONE")
    return (head + rest.partition("END:VTIMEZONE\r\n")[2] if zone else text).splitlines()


def test_a_request_asks_one_person_for_one_slot() -> None:
    assert lines(calendar(letter(SLOT))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//roundtable-ical//roundtable-ical//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        "UID:680a880a-39cb-5cf4-94e2-7f0bd8f2157d@example.org",
        "SEQUENCE:0",
        "DTSTAMP:20260901T120000Z",
        "DTSTART;TZID=America/New_York:20260924T083000",
        "DTEND;TZID=America/New_York:20260924T090000",
        "SUMMARY:Panel",
        "STATUS:CONFIRMED",
        "ORGANIZER;CN=Desk:mailto:desk@example.org",
        'ATTENDEE;CN="Mr. Guy Ryder";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;'
        "ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:guy@example.org",
        "DESCRIPTION:Your role: Chair\\nPart of: Breakfast",
        "TRANSP:OPAQUE",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_zone_is_always_inside() -> None:
    assert calendar(letter(SLOT)).count(b"BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n") == 1


@pytest.mark.parametrize(
    "slot",
    [
        replace(SLOT, timezone="Etc/UTC"),
        # 01:30 comes twice on that night in New York
        replace(
            SLOT,
            start=datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
            end=datetime(2026, 11, 1, 8, tzinfo=UTC),
        ),
    ],
)
def test_a_time_that_programs_disagree_on_is_written_in_utc(slot: Slot) -> None:
    content = calendar(letter(slot))

    assert b"VTIMEZONE" not in content
    assert f"DTSTART:{slot.start:%Y%m%dT%H%M%SZ}" in lines(content)


def test_a_cancellation_names_what_it_takes_away(sent: Sent) -> None:
    told = sent([letter(SLOT)])
    gone = lines(calendar(letter(None, told, MOMENT + timedelta(days=1))))

    wanted = {
        "METHOD:CANCEL",
        "SEQUENCE:1",
        "DTSTAMP:20260902T120000Z",
        "STATUS:CANCELLED",
        "SUMMARY:Panel",
        "DTSTART;TZID=America/New_York:20260924T083000",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    }
    assert wanted <= set(gone)
    assert "RSVP" not in "".join(gone)


def test_an_answer_stands_in_what_is_reworded_and_not_in_what_is_asked_again(sent: Sent) -> None:
    told = sent([letter(SLOT)])
    told[KEY] = replace(told[KEY], answer=ANSWER)

    reworded = "".join(lines(calendar(letter(replace(SLOT, title="Skills"), told))))
    moved = "".join(lines(calendar(letter(replace(SLOT, status=Status.TENTATIVE), told))))

    assert "PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto" in reworded
    assert "PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE" in moved


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert calendar(letter(SLOT)) == calendar(letter(SLOT))


def test_an_invitation_is_not_taken_for_the_segment_of_a_feed(make_event: MakeEvent) -> None:
    event = make_event()
    found = due(event.id, {}, slots(event), MOMENT, event.uid_domain)

    invited = {line for each in found for line in lines(calendar(each)) if line[:4] == "UID:"}
    assert len(invited) == 3
    assert invited.isdisjoint(f"UID:{uid(event, id_)}" for id_ in event.agenda)


def test_the_description_holds_all_that_programs_hide() -> None:
    slot = replace(
        SLOT,
        remote=True,
        open_end=True,
        others="Ann Nilsson\nIda Berg",
        description="How skills travel.",
        join="https://meet.example.org/1",
        page="https://events.example.org/segments/panel",
    )

    assert described(slot) == (
        "Your role: Chair (by video link)\nPart of: Breakfast\nEnd time open\n\n"
        "Also taking part:\nAnn Nilsson\nIda Berg\n\n"
        "How skills travel.\n\n"
        "Join: https://meet.example.org/1\nPage: https://events.example.org/segments/panel"
    )


def test_a_proposal_is_turned_down_without_touching_the_slot() -> None:
    proposal = Proposal(sequence=2, dtstamp=MOMENT)

    assert lines(declined_counter("1@example.org", SLOT, proposal, MOMENT)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//roundtable-ical//roundtable-ical//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:DECLINECOUNTER",
        "BEGIN:VEVENT",
        "UID:1@example.org",
        "DTSTAMP:20260901T120000Z",
        "SEQUENCE:2",
        "ORGANIZER;CN=Desk:mailto:desk@example.org",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
