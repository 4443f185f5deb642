"""What a claim and a report make of a post: incoming, stored, expected."""

from dataclasses import replace
from datetime import timedelta

import pytest

from roundtable_ical.itip.leaving import Kept, claimed, departed, reported, telling
from roundtable_ical.itip.ledger import Invitation, Told
from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.testing.mailing_values import CLAIM, NOON, PANEL, again, post, sent, told

UNTIL = NOON + CLAIM
LATER = NOON + timedelta(minutes=10)


def asked(last: Told | None = None, *ids: str, trouble: str = "") -> Invitation:
    return Invitation(
        event_id="breakfast",
        key=PANEL,
        uid="panel-guy@example.org",
        told=last,
        message_ids=ids,
        trouble=trouble,
    )


FIRST = post(told(0))
SECOND = post(told(1), before=told(0))
HELD_BY_US = claimed(FIRST, UNTIL)


def test_a_claim_is_nothing_but_a_term() -> None:
    expected = replace(FIRST, state=PostState.SENDING, claimed_until=UNTIL)

    assert claimed(FIRST, UNTIL) == expected


def test_who_never_reported_has_tried() -> None:
    second = claimed(HELD_BY_US, LATER)
    third = claimed(second, LATER + CLAIM)

    assert second == replace(HELD_BY_US, claimed_until=LATER, unsure=True, attempts=1)
    assert third.attempts == 2


def test_a_try_that_was_reported_counts_once() -> None:
    change = reported(again(HELD_BY_US, LATER, unsure=True), HELD_BY_US, asked(told(0)))

    [kept] = change.posts
    assert kept.attempts == 1
    assert claimed(kept, LATER + CLAIM).attempts == 1


def test_a_message_that_may_have_left_was_told() -> None:
    assert telling(asked(), FIRST) == asked(told(0), FIRST.message_id)
    assert telling(asked(told(0), "<0@example.org>"), FIRST) == asked(told(0), "<0@example.org>")


def test_an_older_message_is_no_news() -> None:
    expected = asked(told(1), "<1@example.org>", "<0@example.org>")

    assert telling(asked(told(1), "<1@example.org>"), FIRST) == expected


def test_what_did_not_leave_was_not_told() -> None:
    before = asked(told(0), FIRST.message_id)

    change = reported(again(HELD_BY_US, LATER), HELD_BY_US, before)

    assert change == Kept((replace(FIRST, due=LATER, attempts=1),), asked())


def test_what_may_have_left_stays_out_of_reach_of_decisions() -> None:
    before = asked(told(0), FIRST.message_id)
    report = again(HELD_BY_US, LATER, unsure=True)

    [kept] = reported(report, HELD_BY_US, before).posts

    expected = replace(HELD_BY_US, due=LATER, claimed_until=LATER, unsure=True, attempts=1)
    assert kept == expected
    assert reported(report, HELD_BY_US, before).invitation is None
    second = claimed(kept, LATER + CLAIM)
    assert reported(again(second, LATER + CLAIM), second, before).invitation is None


def test_a_newer_message_that_left_is_not_forgotten() -> None:
    before = asked(told(1), FIRST.message_id, SECOND.message_id)

    change = reported(again(HELD_BY_US, LATER), HELD_BY_US, before, [SECOND])

    assert change.invitation == asked(told(1), SECOND.message_id)


@pytest.mark.parametrize(
    ("fate", "unsure", "expected"),
    [
        (PostState.QUEUED, False, None),
        (PostState.HELD, False, None),
        (PostState.WITHDRAWN, False, None),
        (PostState.WITHDRAWN, True, told(0)),
        (PostState.SENDING, False, told(0)),
        (PostState.SENT, False, told(0)),
        (PostState.REFUSED, False, told(0)),
    ],
)
def test_of_two_that_did_not_leave_neither_was_told(
    fate: PostState, *, unsure: bool, expected: Told | None
) -> None:
    first = replace(FIRST, state=fate, unsure=unsure)
    second = claimed(SECOND, UNTIL)

    change = reported(again(second, LATER), second, asked(told(1)), [first])

    assert change.invitation == asked(expected)


def test_what_has_nothing_left_to_tell_is_withdrawn_and_was_not_told() -> None:
    mine = replace(HELD_BY_US, state=PostState.WITHDRAWN, trouble="over")
    expected = replace(FIRST, state=PostState.WITHDRAWN, trouble="over")

    change = reported(mine, HELD_BY_US, asked(told(0), FIRST.message_id))

    assert change == Kept((expected,), asked())


def test_what_is_withdrawn_and_may_have_left_was_told() -> None:
    doubted = replace(HELD_BY_US, unsure=True)

    change = reported(replace(doubted, state=PostState.WITHDRAWN), doubted, asked(told(0)))

    assert change == Kept((replace(FIRST, state=PostState.WITHDRAWN, unsure=True),))


def test_what_was_sent_ends_trouble_and_older_messages() -> None:
    second = claimed(SECOND, UNTIL)
    stale = [replace(FIRST, state=state) for state in PostState]
    farewell = replace(FIRST, recipient="old@example.org")

    change = reported(
        sent(second, NOON), second, asked(told(1), trouble="full"), [*stale, farewell]
    )

    done = replace(SECOND, state=PostState.SENT, sent=NOON)
    withdrawn = replace(FIRST, state=PostState.WITHDRAWN)
    assert change == Kept((done, *[withdrawn] * 3), asked(told(1), SECOND.message_id))


def test_a_newer_message_waits_though_an_older_one_was_sent() -> None:
    change = reported(sent(HELD_BY_US, NOON), HELD_BY_US, asked(told(0)), [SECOND])

    assert len(change.posts) == 1


def test_a_refusal_is_trouble_and_never_left() -> None:
    refused = replace(HELD_BY_US, state=PostState.REFUSED, trouble="550 who?")
    before = asked(told(0), FIRST.message_id)

    change = reported(refused, HELD_BY_US, before)

    kept = replace(refused, claimed_until=None)
    assert change == Kept((kept,), asked(told(0), trouble="550 who?"))
    unsure = replace(HELD_BY_US, unsure=True)
    assert reported(refused, unsure, before).invitation == replace(before, trouble="550 who?")


@pytest.mark.parametrize("state", [PostState.QUEUED, PostState.REFUSED])
@pytest.mark.parametrize(
    "kept",
    [
        claimed(HELD_BY_US, LATER),
        *(replace(HELD_BY_US, state=state) for state in PostState if state != "sending"),
    ],
)
def test_who_comes_too_late_is_not_heard(state: PostState, kept: Post) -> None:
    assert reported(replace(HELD_BY_US, state=state), kept, asked(told(0))) == Kept()


@pytest.mark.parametrize("state", [state for state in PostState if state != "sent"])
def test_that_it_was_sent_is_believed_at_any_time(state: PostState) -> None:
    kept = replace(claimed(HELD_BY_US, LATER), state=state)

    [done] = reported(sent(HELD_BY_US, NOON), kept, asked(told(0))).posts

    assert (done.state, done.sent, done.claimed_until) == (PostState.SENT, NOON, None)
    assert reported(sent(HELD_BY_US, LATER), done, asked(told(0))) == Kept()


def test_a_message_has_left_from_the_note_until_the_report() -> None:
    noted = [replace(FIRST, state=state, sent=NOON) for state in PostState]

    assert [each.state for each in noted if departed(each)] == [PostState.SENDING]
    assert not departed(HELD_BY_US)


@pytest.mark.parametrize("state", [PostState.QUEUED, PostState.REFUSED, PostState.SENT])
def test_of_a_message_that_has_left_every_report_says_that_it_was_sent(state: PostState) -> None:
    left = replace(claimed(HELD_BY_US, LATER), sent=NOON)
    before = asked(told(0), FIRST.message_id)

    change = reported(replace(HELD_BY_US, state=state), left, before)

    done = replace(left, state=PostState.SENT, claimed_until=None)
    assert change == Kept((done,), before)


def test_an_older_message_that_has_left_is_not_withdrawn() -> None:
    second, left = claimed(SECOND, UNTIL), replace(HELD_BY_US, sent=NOON)

    change = reported(sent(second, LATER), second, asked(told(1)), [left])

    assert change.posts[1:] == (replace(FIRST, state=PostState.SENT, sent=NOON),)


def test_a_message_to_the_organiser_has_no_invitation() -> None:
    notice = claimed(replace(FIRST, key=None, told=None), UNTIL)
    refused = replace(notice, state=PostState.REFUSED, trouble="550")

    assert reported(sent(notice, NOON), notice, None).invitation is None
    assert reported(again(notice, LATER), notice, None).invitation is None
    assert reported(refused, notice, None).invitation is None
