"""The promises of an `InvitationStore`, as tests that every store inherits which mails."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from roundtable_ical.errors import RevisionConflict, Unavailable
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.outbox import Book, Decision, Heard, Outcome, Post, PostState
from roundtable_ical.itip.tokens import Token
from roundtable_ical.ports import InvitationStore
from roundtable_ical.testing.mailing_sending import SendingFacts
from roundtable_ical.testing.mailing_values import (
    CLAIM,
    NOON,
    PANEL,
    asked,
    made_up,
    slot,
    telling,
)
from roundtable_ical.testing.programmes import publication

MINUTE = timedelta(minutes=1)
TOKEN = Token(digest="0" * 64, event_id="breakfast", scope="answer", subject="guy/panel", made=NOON)
HEARD = Heard(
    event_id="breakfast",
    digest="f" * 64,
    message_id="<answer@example.org>",
    sender="guy@example.org",
    moment=NOON,
    outcome=Outcome.ACCEPTED,
    reason="",
    place="imaps://desk@mx.example.org:993/INBOX;UIDVALIDITY=1/;UID=7",
    content=b"\xff\x00",
)


class InvitationStoreContract(SendingFacts):
    """What every store promises that mails. Subclass it and give two fixtures.

    ``store`` is the store under test, empty. ``again`` is a function that opens another store
    object on the same data.
    """

    def failing(self) -> AbstractContextManager[None] | None:
        """Return a block in which an append breaks off in the middle; None: not tested."""
        return None

    def test_it_mails(self, store: Any) -> None:
        """Every method of the Protocol is there."""
        assert isinstance(store, InvitationStore)

    def test_there_is_no_mail_at_first(self, store: Any) -> None:
        """Questions about what is not there have answers."""
        assert store.book("breakfast") == Book(event_id="breakfast")
        assert store.posts() == store.posts("breakfast") == store.tokens("breakfast") == ()
        assert store.claim(NOON, NOON + CLAIM, 10) == ()
        assert store.post("<x@example.org>") is None
        assert store.heard("breakfast", "f" * 64) is None
        assert store.token("0" * 64) is None
        assert store.mailed() == ()
        assert store.approve(("<x@example.org>",)) == 0
        assert store.approve(()) == 0
        assert store.revoke("breakfast", "answer", "guy") == 0

    def test_everything_comes_back_as_it_was(self, store: Any) -> None:
        """Every field of every value, whatever is in it."""
        numbers = iter(range(10**6))

        @settings(max_examples=30, database=None, suppress_health_check=[HealthCheck.too_slow])
        @given(
            made_up(Invitation, event_id="x", key=PANEL),
            made_up(Post, event_id="x", message_id="x", key=PANEL),
            made_up(Heard, event_id="x", digest="x"),
            made_up(Token, event_id="x", digest="x", scope="feed", subject="guy"),
        )
        def written(invitation: Invitation, post: Post, heard: Heard, token: Token) -> None:
            event_id, name = f"event-{(number := next(numbers))}", f"<{number}@example.org>"
            invitation = replace(invitation, event_id=event_id)
            post = replace(post, event_id=event_id, message_id=name)
            heard = replace(heard, event_id=event_id, digest=name)
            token = replace(token, event_id=event_id, digest=name)
            decision = Decision(
                invitations=(invitation,), posts=(post,), heard=(heard,), tokens=(token,)
            )

            assert store.decide(event_id, lambda _: decision) == decision

            listed = replace(post, content=b"")
            assert store.book(event_id) == Book(
                event_id=event_id,
                invitations={PANEL: invitation},
                waiting=(listed,) if post.state in {PostState.HELD, PostState.QUEUED} else (),
                heard={name: replace(heard, content=b"")},
            )
            assert store.posts(event_id) == (listed,)
            assert store.post(name) == post
            assert store.heard(event_id, name) == heard
            assert store.tokens(event_id) == (token,)
            assert store.token(name) == token
            assert event_id in store.mailed()

        written()

    def test_moments_of_mail_come_back_as_moments_in_utc(self, store: Any) -> None:
        """Equal moments are not enough: their text is in calendars."""
        found = store.post(asked(store).message_id)

        moments = (found.made, found.due, found.told.dtstamp, found.told.slot.start)
        assert {moment.tzname() for moment in moments} == {"UTC"}

    def test_a_decision_that_fails_leaves_nothing(self, store: Any) -> None:
        """What it raises is raised."""
        asked(store)
        before = store.book("breakfast"), store.posts()

        def decide(_: Book) -> Decision:
            raise RuntimeError("changed my mind")

        with pytest.raises(RuntimeError, match="changed my mind"):
            store.decide("breakfast", decide)

        assert (store.book("breakfast"), store.posts()) == before

    def test_a_decision_leaves_other_events_alone(self, store: Any) -> None:
        """Their mail can be neither seen nor withdrawn."""
        other = asked(store, event_id="lunch")

        store.decide("breakfast", lambda _: Decision(withdrawn=(other.message_id,)))

        assert store.book("breakfast") == Book(event_id="breakfast")
        assert store.post(other.message_id) == other
        assert store.mailed() == ("lunch",)

    def test_a_newer_letter_takes_the_place_of_one_that_waits(self, store: Any) -> None:
        """Moved twice is one mail; moved and moved back is none."""
        first = asked(store)
        second = asked(store, 1, NOON + MINUTE)

        assert store.book("breakfast").waiting == (replace(second, content=b""),)
        store.decide("breakfast", telling({PANEL: None}, NOON + 2 * MINUTE))

        assert store.claim(NOON + 3 * MINUTE, NOON + CLAIM, 10) == ()
        assert [each.state for each in store.posts()] == [PostState.WITHDRAWN] * 2
        assert store.post(first.message_id) == replace(first, state=PostState.WITHDRAWN)

    def test_the_message_id_is_the_key(self, store: Any) -> None:
        """A message is kept once; one that was withdrawn makes room for another."""
        first = asked(store)
        other = replace(first, content=b"other", subject="Other")
        store.decide("breakfast", lambda _: Decision(posts=(other,)))
        assert store.post(first.message_id) == first

        both = Decision(posts=(other,), withdrawn=(first.message_id,))
        store.decide("breakfast", lambda _: both)

        assert store.post(first.message_id) == other
        assert len(store.posts()) == 1

    def test_what_was_written_comes_with_the_revision(self, store: Any) -> None:
        """Both are kept, or none."""
        decide = telling({PANEL: slot()}, NOON)
        store.append(publication(1), decide)
        [post] = store.posts("breakfast")

        with pytest.raises(RevisionConflict):
            store.append(publication(1), telling({PANEL: slot(1)}, NOON + MINUTE))

        assert store.posts() == (post,)
        assert [*store.book("breakfast").invitations] == [PANEL]

    def test_a_decision_that_fails_takes_its_revision_with_it(self, store: Any) -> None:
        """Nobody learns of a revision whose speakers were forgotten."""

        def decide(_: Book) -> Decision:
            raise RuntimeError("no words for this")

        with pytest.raises(RuntimeError):
            store.append(publication(1), decide)

        assert store.events() == ()
        assert not store.wait(0)

    def test_an_append_that_breaks_off_leaves_no_mail(self, store: Any) -> None:
        """Half a revision writes to nobody."""
        failing = self.failing()
        if failing is None:
            pytest.skip("nothing makes an append of this store break off")

        with failing, pytest.raises(Unavailable):
            store.append(publication(1), telling({PANEL: slot()}, NOON))

        assert store.posts() == ()
        store.append(publication(1), telling({PANEL: slot()}, NOON))
        assert len(store.posts()) == 1

    def test_held_letters_wait_for_an_organiser(self, store: Any) -> None:
        """They are let go and held again, until a sender has them."""
        post = asked(store)
        names = (post.message_id, "<other@example.org>")

        assert store.approve(names, hold=True) == 1
        assert store.approve(names, hold=True) == 0
        assert store.claim(NOON, NOON + CLAIM, 10) == ()
        assert [each.state for each in store.book("breakfast").waiting] == [PostState.HELD]
        assert store.approve(names) == 1
        assert len(store.claim(NOON, NOON + CLAIM, 10)) == 1
        assert store.approve(names, hold=True) == 0

    def test_links_are_revoked_by_whose_they_are(self, store: Any) -> None:
        """All of one subject, once; a link is kept as it was first given out."""
        other = replace(TOKEN, digest="1" * 64, subject="ann/panel")
        third = replace(TOKEN, digest="2" * 64, generation=1)
        for token in (TOKEN, other, third, replace(TOKEN, generation=9)):
            store.keep_token(token)
        assert store.tokens("breakfast") == (TOKEN, other, third)

        assert store.revoke("breakfast", "answer", "guy/panel") == 2
        assert store.revoke("breakfast", "answer", "guy/panel") == 0
        assert store.revoke("lunch", "answer", "ann/panel") == 0

        assert store.token(TOKEN.digest) == replace(TOKEN, revoked=True)
        assert store.tokens("breakfast") == (
            replace(TOKEN, revoked=True),
            other,
            replace(third, revoked=True),
        )

    def test_what_was_read_is_written_over(self, store: Any) -> None:
        """A person decides about a message that was held."""
        store.decide("breakfast", lambda _: Decision(heard=(HEARD,)))
        decided = replace(HEARD, decided="accepted")

        store.decide("breakfast", lambda _: Decision(heard=(decided,)))

        assert store.heard("breakfast", HEARD.digest) == decided
        assert store.book("breakfast").heard == {HEARD.digest: replace(decided, content=b"")}
