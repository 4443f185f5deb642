from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.itip.ledger import Invitation, Proposal
from roundtable_ical.itip.outbox import Heard, Outcome
from roundtable_ical.itip.requests import due
from roundtable_ical.itip.slots import SlotKey, slots
from roundtable_ical.itip.writing.notices import TOLD, of_notice
from roundtable_ical.itip.writing.wording import Row

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
KEY = SlotKey("panel", "guy")
ABOUT = (
    Row("Session", "Panel on skills"),
    Row("Date and time", "Thursday 24 September 2026, 08:30–09:00 (New York time)"),
)


def heard(outcome: Outcome, **changes: Any) -> Heard:
    plain = Heard(
        event_id="breakfast",
        digest="d1",
        message_id="<1@example.org>",
        sender="guy@example.org",
        moment=MOMENT,
        outcome=outcome,
        reason="the reason",
        key=KEY,
    )
    return replace(plain, **changes)


@pytest.fixture
def invitation(make_event: MakeEvent, sent: Sent) -> Invitation:
    event = make_event()
    return sent(due(event.id, {}, slots(event), MOMENT, event.uid_domain))[KEY]


def test_a_refusal_is_told_with_the_comment(make_event: MakeEvent, invitation: Invitation) -> None:
    wording = of_notice(
        make_event(), heard(Outcome.DECLINED, comment="I am in Geneva."), invitation
    )

    assert wording.subject == "Mr. Guy Ryder has declined: Panel on skills"
    assert wording.rows == (*ABOUT, Row("Comment", "I am in Geneva."))


def test_a_proposal_is_told_with_time_and_person(
    make_event: MakeEvent, invitation: Invitation
) -> None:
    start = datetime(2026, 9, 24, 14, tzinfo=UTC)
    proposal = Proposal(sequence=0, dtstamp=MOMENT, digest="d1", substitute="Ida Berg")
    countered = heard(Outcome.COUNTERED, start=start, end=start + timedelta(minutes=30))

    wording = of_notice(make_event(), countered, replace(invitation, proposal=proposal))

    assert wording.rows == (
        *ABOUT,
        Row("Proposed time", "Thursday 24 September 2026, 10:00–10:30 (New York time)"),
        Row("Named instead", "Ida Berg"),
    )


def test_a_delegation_is_told_with_who_was_named(
    make_event: MakeEvent, invitation: Invitation
) -> None:
    delegated = heard(Outcome.DELEGATED, delegated_to="ida@example.org")

    assert of_notice(make_event(), delegated, invitation).rows == (
        *ABOUT,
        Row("Named instead", "ida@example.org"),
    )


def test_mail_that_came_back_is_told_with_address_and_reason(
    make_event: MakeEvent, invitation: Invitation
) -> None:
    bounced = heard(Outcome.BOUNCED, bounced="guy@example.org")

    assert of_notice(make_event(), bounced, invitation).rows == (
        *ABOUT,
        Row("Address", "guy@example.org"),
        Row("Reason", "the reason"),
    )


@pytest.mark.parametrize("outcome", sorted(TOLD))
def test_a_notice_is_in_the_language_of_the_event(
    outcome: Outcome, make_event: MakeEvent, invitation: Invitation
) -> None:
    wording = of_notice(make_event(language="fr"), heard(outcome), invitation)

    assert wording.subject.endswith("Table ronde sur les compétences")
    assert wording.heading == "Ministerial breakfast"


def test_a_long_comment_is_cut(make_event: MakeEvent, invitation: Invitation) -> None:
    wording = of_notice(make_event(), heard(Outcome.DECLINED, comment="x" * 9000), invitation)

    assert wording.rows[-1] == Row("Comment", "x" * 2000)
