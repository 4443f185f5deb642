"""What counts as the newest, and what a speaker has answered to what was last asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.testing.mailing_values import NOON, PANEL, told

ASKED = Invitation(event_id="breakfast", key=PANEL, uid="1@example.org", told=told(2))
YES = Answer(partstat=ParticipationStatus.ACCEPTED, sequence=2, dtstamp=NOON, source="mail")
LATER = NOON + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("invitation", "partstat"),
    [
        (replace(ASKED, told=None), "NEEDS-ACTION"),
        (replace(ASKED, told=None, answer=YES), "NEEDS-ACTION"),
        (ASKED, "NEEDS-ACTION"),
        (replace(ASKED, answer=YES), "ACCEPTED"),
        (replace(ASKED, answer=replace(YES, sequence=1)), "NEEDS-ACTION"),
        (
            replace(ASKED, told=replace(told(2), asked=1), answer=replace(YES, sequence=1)),
            "ACCEPTED",
        ),
        (replace(ASKED, told=told(3), answer=YES), "NEEDS-ACTION"),
    ],
)
def test_an_answer_counts_for_what_was_last_asked(invitation: Invitation, partstat: str) -> None:
    assert invitation.partstat == partstat


def test_a_calendar_has_the_slot_after_a_request_and_not_after_a_cancel() -> None:
    cancelled = replace(ASKED, told=replace(told(3), method=Method.CANCEL))

    assert [each.invited for each in (replace(ASKED, told=None), ASKED, cancelled)] == [
        False,
        True,
        False,
    ]


def test_a_proposal_is_open_until_it_is_decided_or_the_speaker_was_asked_again() -> None:
    said = Proposal(sequence=2, dtstamp=NOON)
    waiting = replace(ASKED, proposal=said)
    over = (
        ASKED,
        replace(waiting, told=None),
        replace(waiting, told=told(3)),
        replace(waiting, told=replace(told(2), method=Method.CANCEL)),
        replace(waiting, proposal=replace(said, declined=True)),
        replace(waiting, proposal=replace(said, taken=True)),
    )

    assert waiting.proposed == said
    assert [each.proposed for each in over] == [None] * len(over)


def test_sequence_comes_before_time() -> None:
    later = replace(told(1), dtstamp=LATER)

    assert sorted([told(2), later, told(1)], key=lambda each: each.rank) == [
        told(1),
        later,
        told(2),
    ]


@pytest.mark.parametrize("said", [YES, Proposal(sequence=2, dtstamp=NOON)])
def test_of_two_that_were_written_in_one_second_one_counts_whatever_the_order(
    said: Answer | Proposal,
) -> None:
    first, second = replace(said, digest="a"), replace(said, digest="b")

    assert first.rank < second.rank < replace(said, dtstamp=LATER).rank
    assert replace(said, dtstamp=LATER).rank < replace(said, sequence=3).rank
