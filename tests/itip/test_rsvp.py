"""The organiser's table: a row for each who was asked, and what waits for a person."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from roundtable_ical.itip.ledger import Answer, Invitation
from roundtable_ical.itip.outbox import Book, Heard, Outcome, Post, PostState
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.rsvp import Delivery, Row, awaits, rows, unplaced
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.testing.letters import event
from roundtable_ical.testing.mailing_values import NOON, PANEL, post, slot, told

ASKED = Invitation(event_id="breakfast", key=PANEL, uid="1@example.org", told=told(1))
YES = Answer(
    partstat=ParticipationStatus.ACCEPTED,
    sequence=1,
    dtstamp=NOON + timedelta(hours=1),
    source="mail",
    comment="Gladly",
)
HELD = Heard(
    event_id="breakfast",
    digest="d" * 64,
    message_id="<h@example.org>",
    sender="aide@example.org",
    moment=NOON,
    outcome=Outcome.HELD,
    reason="Somebody else answers.",
    key=PANEL,
)


def book(
    *invitations: Invitation, waiting: tuple[Post, ...] = (), heard: tuple[Heard, ...] = ()
) -> Book:
    return Book(
        event_id="breakfast",
        invitations={each.key: each for each in invitations},
        waiting=waiting,
        heard={each.digest: each for each in heard},
    )


def test_a_row_tells_what_was_asked_and_what_was_answered() -> None:
    [row] = rows(event(), book(replace(ASKED, answer=YES), heard=(HELD,)))

    assert row == Row(
        key=PANEL,
        name="Zoë Ångström, 漢字",
        address="guy@example.org",
        title="Panel 1",
        start=slot(1).start,
        partstat=ParticipationStatus.ACCEPTED,
        withdrawn=False,
        delivery=Delivery.SENT,
        sequence=1,
        revision=None,
        asked=NOON,
        answered=YES.dtstamp,
        source="mail",
        comment="Gladly",
        waiting=(HELD,),
    )


def test_an_answer_to_what_was_asked_before_is_not_shown() -> None:
    [row] = rows(event(), book(replace(ASKED, told=told(2), answer=YES)))

    assert (row.partstat, row.answered, row.comment, row.source) == (
        ParticipationStatus.NEEDS_ACTION,
        None,
        "",
        "",
    )


def test_a_letter_that_has_not_left_is_on_its_way_and_asks_nobody_yet() -> None:
    waiting = replace(ASKED, told=None)

    [queued] = rows(event(), book(waiting, waiting=(post(told(0)),)))
    [held] = rows(event(), book(waiting, waiting=(post(told(0), state=PostState.HELD),)))

    assert (queued.delivery, queued.asked, queued.sequence) == (Delivery.WAITING, None, 0)
    assert held.delivery is Delivery.HELD


def test_one_that_was_taken_back_before_it_left_has_no_row() -> None:
    assert rows(event(), book(replace(ASKED, told=None))) == ()


def test_trouble_and_what_was_taken_back_show() -> None:
    cancelled = replace(told(2), method=Method.CANCEL)

    [bounced] = rows(event(), book(replace(ASKED, trouble="550 no such user")))
    [gone] = rows(event(), book(replace(ASKED, told=cancelled)))

    assert (bounced.delivery, bounced.trouble) == (Delivery.FAILED, "550 no such user")
    assert gone.withdrawn


def test_rows_come_in_order_of_time() -> None:
    early, late = SlotKey("b", "guy"), SlotKey("a", "guy")
    moved = replace(told(0), slot=replace(slot(), start=datetime(2026, 9, 2, tzinfo=UTC)))

    found = rows(event(), book(replace(ASKED, key=late), replace(ASKED, key=early, told=moved)))

    assert [row.key for row in found] == [early, late]


def test_only_what_nobody_has_decided_waits() -> None:
    decided = replace(HELD, digest="e" * 64, decided="rejected")
    loose = replace(HELD, digest="f" * 64, key=None)
    known = book(ASKED, heard=(HELD, decided, loose))

    assert [awaits(each) for each in (HELD, decided, loose)] == [True, False, True]
    assert [row.waiting for row in rows(event(), known)] == [(HELD,)]
    assert tuple(unplaced(known)) == (loose,)
