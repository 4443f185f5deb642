"""What an answer changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.outbox import Heard, Outcome
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.reading.effects import effect, untimely

STAMP = datetime(2026, 9, 1, 13, tzinfo=UTC)
LATER = datetime(2026, 9, 24, 15, tzinfo=UTC)
YES, NO, MAYBE, OTHER = (
    ParticipationStatus.ACCEPTED,
    ParticipationStatus.DECLINED,
    ParticipationStatus.TENTATIVE,
    ParticipationStatus.DELEGATED,
)


def heard(partstat: ParticipationStatus | None = YES, **changes: Any) -> Heard:
    values: dict[str, Any] = {
        "event_id": "breakfast",
        "digest": "b",
        "message_id": "<x@example.org>",
        "sender": "guy@example.org",
        "moment": STAMP,
        "outcome": Outcome.HELD,
        "reason": "",
        "partstat": partstat,
        "sequence": 1,
        "dtstamp": STAMP,
    }
    return Heard(**values | changes)


def answer(partstat: ParticipationStatus = YES, **changes: Any) -> Answer:
    values: dict[str, Any] = {"sequence": 1, "dtstamp": STAMP, "source": "mail", "digest": "b"}
    return Answer(partstat=partstat, **values | changes)


@pytest.mark.parametrize(
    ("partstat", "outcome", "reason"),
    [
        (YES, Outcome.ACCEPTED, "Guy Ryder accepts “Panel on skills”."),
        (NO, Outcome.DECLINED, "Guy Ryder declines “Panel on skills”."),
        (MAYBE, Outcome.TENTATIVE, "Guy Ryder says perhaps to “Panel on skills”."),
    ],
)
def test_an_answer_is_recorded_with_its_note(
    asked: Invitation, partstat: ParticipationStatus, outcome: Outcome, reason: str
) -> None:
    said = heard(partstat, comment="Thanks")

    found, after = effect(asked, said)

    assert found == replace(said, outcome=outcome, reason=reason)
    assert after == replace(asked, answer=answer(partstat, comment="Thanks"))
    assert after.partstat is partstat


def test_a_substitute_is_recorded_and_not_invited(asked: Invitation) -> None:
    found, after = effect(asked, heard(OTHER, delegated_to="ann@example.net"))

    assert found.reason == (
        "Guy Ryder wants somebody else to take “Panel on skills”: "
        "ann@example.net, who was not invited."
    )
    assert after == replace(asked, answer=answer(OTHER, delegated_to="ann@example.net"))


@pytest.mark.parametrize(
    ("before", "counts"),
    [
        (answer(NO, dtstamp=STAMP - timedelta(seconds=1)), True),
        (answer(NO, dtstamp=STAMP + timedelta(seconds=1)), False),
        (answer(NO, digest="a"), True),
        (answer(NO, digest="c"), False),
        (answer(NO, sequence=0, dtstamp=STAMP + timedelta(days=9)), True),
        (answer(NO, source="web", digest=""), True),
    ],
)
def test_the_newer_of_two_answers_counts(asked: Invitation, before: Answer, counts: bool) -> None:
    known = replace(asked, answer=before)

    found, after = effect(known, heard())

    assert after == (replace(asked, answer=answer()) if counts else known)
    assert found.outcome is (Outcome.ACCEPTED if counts else Outcome.IGNORED)


@pytest.mark.parametrize(
    ("partstat", "stands"), [(None, None), (MAYBE, MAYBE), (NO, MAYBE), (YES, None)]
)
def test_another_time_is_kept_beside_the_answer_and_moves_nothing(
    asked: Invitation, partstat: ParticipationStatus | None, stands: ParticipationStatus | None
) -> None:
    end = LATER + timedelta(minutes=30)

    found, after = effect(asked, heard(partstat, start=LATER, end=end, comment="I land at 10"))

    proposal = Proposal(
        sequence=1, dtstamp=STAMP, digest="b", start=LATER, end=end, comment="I land at 10"
    )
    given = answer(stands, comment="I land at 10") if stands else None
    assert after == replace(asked, proposal=proposal, answer=given)
    assert (found.outcome, found.partstat) == (Outcome.COUNTERED, stands)


def test_a_proposal_that_is_not_of_a_time_is_one_too(asked: Invitation) -> None:
    found, after = effect(asked, heard(None, outcome=Outcome.COUNTERED, comment="A larger room"))

    assert (
        found.reason == "Guy Ryder proposes a change for “Panel on skills”; take it or decline it."
    )
    assert after.proposal == Proposal(
        sequence=1, dtstamp=STAMP, digest="b", comment="A larger room"
    )


def test_an_older_proposal_does_not_replace_a_newer_one(asked: Invitation) -> None:
    newer = Proposal(sequence=1, dtstamp=STAMP + timedelta(hours=1), start=LATER, declined=True)
    known = replace(asked, proposal=newer)

    found, after = effect(known, heard(None, start=LATER, end=LATER))

    assert (found.outcome, after) == (Outcome.IGNORED, known)


@pytest.mark.parametrize(
    ("told", "sequence", "reason"),
    [
        ({}, 1, ""),
        ({"sequence": 3}, 2, ""),
        ({}, 0, "It answers “Panel on skills” as it was before it changed; they were asked again"),
        ({}, 2, "It answers a version of “Panel on skills” that we never sent"),
        (
            {"method": Method.CANCEL},
            1,
            "It answers an invitation to “Panel on skills” that was withdrawn",
        ),
    ],
)
def test_an_answer_is_to_what_was_asked(
    asked: Invitation, told: dict[str, Any], sequence: int, reason: str
) -> None:
    assert asked.told
    known = replace(asked, told=replace(asked.told, **told))

    assert untimely(known, sequence) == reason


def test_nothing_answers_what_was_never_sent(asked: Invitation) -> None:
    known = replace(asked, told=None)

    found, after = effect(known, heard())

    assert found.reason == "It answers an invitation that has not been sent yet."
    assert (found.outcome, after) == (Outcome.IGNORED, known)


def test_the_same_answer_in_another_message_counts_once_in_any_order(asked: Invitation) -> None:
    first, second = heard(NO, digest="a"), heard(NO, digest="b")
    states = []
    for one, other in ((first, second), (second, first)):
        told, between = effect(asked, one)
        again, after = effect(between, other)
        assert (told.outcome, again.outcome) == (Outcome.DECLINED, Outcome.IGNORED)
        assert again.reason.startswith("Guy Ryder has sent the same")
        states.append(after)

    assert states[0] == states[1] == replace(asked, answer=answer(NO))


def test_a_copy_of_a_proposal_that_was_declined_asks_nothing_again(asked: Invitation) -> None:
    said = heard(None, digest="a", start=LATER, end=LATER + timedelta(hours=1))
    _, between = effect(asked, said)
    assert between.proposal
    declined = replace(between, proposal=replace(between.proposal, declined=True))

    found, after = effect(declined, replace(said, digest="b"))

    assert (found.outcome, after.proposal) == (
        Outcome.IGNORED,
        replace(between.proposal, declined=True, digest="b"),
    )
