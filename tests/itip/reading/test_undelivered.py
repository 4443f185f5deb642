"""What a report of a mail server means for an invitation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome
from roundtable_ical.itip.reading.bounces import Fate, Report
from roundtable_ical.itip.reading.undelivered import undelivered

MOMENT = datetime(2026, 9, 2, tzinfo=UTC)
NEW, OLD = "<panel-guy.1@events.example.org>", "<panel-guy.0@events.example.org>"


def heard(digest: str = "a", hours: int = 0) -> Heard:
    return Heard(
        event_id="breakfast",
        digest=digest,
        message_id="<x@example.org>",
        sender="mailer-daemon@example.org",
        moment=MOMENT,
        outcome=Outcome.HELD,
        reason="",
        dtstamp=MOMENT + timedelta(hours=hours),
    )


def failed(*recipients: str, messages: tuple[str, ...] = (), why: str = "550 no") -> Report:
    return Report(fate=Fate.FAILED, recipients=recipients, messages=messages, why=why)


@pytest.mark.parametrize(
    ("report", "uids", "bounced", "reason"),
    [
        (
            failed("GUY@example.org", messages=(NEW,)),
            (),
            "guy@example.org",
            "Our mail to guy@example.org was not delivered: 550 no; "
            "check the address, or reach the speaker another way.",
        ),
        (
            failed("guy@elsewhere.example.com", messages=(NEW,)),
            (),
            "guy@example.org",
            "Our mail to guy@example.org (it was sent on to guy@elsewhere.example.com) was not "
            "delivered: 550 no; check the address, or reach the speaker another way.",
        ),
        (
            failed("guy@example.org", why=""),
            (),
            "guy@example.org",
            "Our mail to guy@example.org was not delivered; "
            "check the address, or reach the speaker another way.",
        ),
        (
            failed(why=""),
            ("panel-guy@events.example.org",),
            "guy@example.org",
            "Our mail to guy@example.org was not delivered; "
            "check the address, or reach the speaker another way.",
        ),
    ],
)
def test_an_invitation_that_does_not_arrive_is_in_trouble_and_never_declined(
    book: Book,
    asked: Invitation,
    report: Report,
    uids: tuple[str, ...],
    bounced: str,
    reason: str,
) -> None:
    found, after = undelivered(report, frozenset(uids), heard(), book)

    assert found == replace(
        heard(), outcome=Outcome.BOUNCED, reason=reason, key=asked.key, bounced=bounced
    )
    assert after == replace(asked, trouble=reason)


def test_a_late_bounce_of_an_address_that_was_corrected_is_no_trouble(book: Book) -> None:
    found, after = undelivered(
        failed("old@example.org", messages=(OLD,)), frozenset(), heard(), book
    )

    assert (found.outcome, found.bounced, after) == (Outcome.BOUNCED, "old@example.org", None)
    assert found.reason.endswith("they have been written to at guy@example.org since.")


def test_a_bounce_of_other_mail_is_ignored(book: Book) -> None:
    found, after = undelivered(failed("ann@example.net"), frozenset(), heard(), book)

    assert (found.outcome, found.key, after) == (Outcome.IGNORED, None, None)


@pytest.mark.parametrize("fate", [Fate.DELAYED, Fate.RECEIVED])
def test_a_delay_or_a_receipt_changes_nothing(book: Book, asked: Invitation, fate: Fate) -> None:
    found, after = undelivered(Report(fate=fate, messages=(NEW,)), frozenset(), heard(), book)

    assert (found.outcome, found.key, after) == (Outcome.NOT_A_REPLY, asked.key, None)


def test_what_no_program_understands_waits_for_a_person(book: Book, asked: Invitation) -> None:
    unclear = Report(fate=Fate.UNCLEAR, messages=(NEW,))
    found, after = undelivered(unclear, frozenset(), heard(), book)

    assert (found.outcome, found.key, after) == (Outcome.HELD, asked.key, None)

    other = replace(unclear, messages=("<other@example.net>",))
    found, after = undelivered(other, frozenset(), heard(), book)

    assert (found.outcome, found.key, after) == (Outcome.IGNORED, None, None)


def test_of_several_bounces_the_newest_is_told_in_any_order(book: Book) -> None:
    bounces = [(heard("a", 2), "full"), (heard("b", 1), "unknown"), (heard("c", 2), "closed")]
    told: set[str] = set()
    for order in permutations(bounces):
        known = book
        for each, why in order:
            found, after = undelivered(failed("guy@example.org", why=why), frozenset(), each, known)
            assert after
            known = replace(
                known,
                heard={**known.heard, found.digest: found},
                invitations={after.key: after},
            )
        told.update(each.trouble for each in known.invitations.values())

    assert told == {
        "Our mail to guy@example.org was not delivered: closed; "
        "check the address, or reach the speaker another way."
    }
