"""The promises of an `InvitationStore`, as tests that every store inherits which mails."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from roundtable_ical.errors import RevisionConflict, Unavailable
from roundtable_ical.itip.ledger import Answer, Invitation
from roundtable_ical.itip.outbox import Book, Decision, Heard, Outcome, Post, PostState
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.tokens import Token
from roundtable_ical.ports import InvitationStore
from roundtable_ical.testing.mailing_histories import run_mailing
from roundtable_ical.testing.mailing_values import (
    CLAIM,
    NOON,
    PANEL,
    again,
    asked,
    made_up,
    sent,
    slot,
    telling,
)
from roundtable_ical.testing.programmes import publication
from roundtable_ical.testing.sharing import Opener

MANY = 40
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
    content=b"\xff\x00",
)


class InvitationStoreContract:
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

    def test_senders_take_what_is_due_the_oldest_first(self, store: Any) -> None:
        """As much as they ask for, of one event or of all."""
        first = asked(store, moment=NOON + MINUTE)
        second = asked(store, event_id="lunch")
        third = asked(store, event_id="supper", moment=NOON + 2 * MINUTE)

        def claim(limit: int, event_id: str | None = None) -> list[str]:
            taken = store.claim(NOON + MINUTE, NOON + CLAIM, limit, event_id)
            return [post.message_id for post in taken]

        assert claim(0) == []
        assert claim(5, "dinner") == []
        assert claim(1) == [first.message_id]
        assert claim(5) == [second.message_id]
        assert claim(5) == []
        assert store.post(third.message_id).state is PostState.QUEUED

    def test_with_the_claim_a_speaker_counts_as_told(self, store: Any) -> None:
        """The message may leave at any moment from then on."""
        post = asked(store)
        until = NOON + CLAIM
        taken = replace(post, state=PostState.SENDING, claimed_until=until)

        assert store.claim(NOON, until, 10) == (taken,)

        book = store.book("breakfast")
        assert book.invitations[PANEL].told == post.told
        assert book.invitations[PANEL].message_ids == (post.message_id,)
        assert book.waiting == ()
        assert store.post(post.message_id) == taken

    def test_what_was_sent_stays_sent(self, store: Any) -> None:
        """Nobody gets it again, and it ends the trouble of its invitation."""
        asked(store)
        [taken] = store.claim(NOON, NOON + CLAIM, 10)
        store.decide(
            "breakfast",
            lambda book: Decision(
                invitations=(replace(book.invitations[PANEL], trouble="mailbox full"),)
            ),
        )

        store.report(sent(taken, NOON))

        done = replace(taken, state=PostState.SENT, sent=NOON, claimed_until=None)
        assert store.post(taken.message_id) == done
        assert store.book("breakfast").invitations[PANEL].trouble == ""
        store.report(again(taken, NOON))
        assert store.claim(NOON + 10 * CLAIM, NOON + 11 * CLAIM, 10) == ()

    def test_who_could_not_be_told_was_not_told(self, store: Any) -> None:
        """A message that did not leave waits, and gives way to a newer one."""
        asked(store)
        [taken] = store.claim(NOON, NOON + CLAIM, 10)

        store.report(again(taken, NOON + MINUTE))

        book = store.book("breakfast")
        assert book.invitations[PANEL].told is None
        assert book.invitations[PANEL].message_ids == ()
        assert [(post.state, post.attempts) for post in book.waiting] == [(PostState.QUEUED, 1)]
        assert store.claim(NOON, NOON + CLAIM, 10) == ()
        assert len(store.claim(NOON + MINUTE, NOON + CLAIM, 10)) == 1

    def test_of_a_sender_that_dies_the_next_one_takes_over(self, store: Any) -> None:
        """When the claim has run out, with the same bytes; no decision takes it back."""
        post = asked(store)
        store.claim(NOON, NOON + CLAIM, 10)
        assert store.claim(NOON + MINUTE, NOON + 2 * CLAIM, 10) == ()

        [taken] = store.claim(NOON + CLAIM, NOON + 2 * CLAIM, 10)

        assert (taken.content, taken.unsure, taken.attempts) == (post.content, True, 1)
        store.report(again(taken, NOON + 3 * CLAIM))
        assert store.book("breakfast").waiting == ()
        assert store.book("breakfast").invitations[PANEL].told == post.told
        assert store.claim(NOON + 2 * CLAIM, NOON + 4 * CLAIM, 10) == ()
        assert len(store.claim(NOON + 3 * CLAIM, NOON + 4 * CLAIM, 10)) == 1

    def test_a_refusal_is_the_trouble_of_the_invitation(self, store: Any) -> None:
        """And the end of the message."""
        asked(store)
        [taken] = store.claim(NOON, NOON + CLAIM, 10)

        store.report(replace(taken, state=PostState.REFUSED, trouble="550 no such user"))

        assert store.book("breakfast").invitations[PANEL].trouble == "550 no such user"
        assert store.claim(NOON + CLAIM, NOON + 2 * CLAIM, 10) == ()

    def test_a_report_about_nothing_changes_nothing(self, store: Any) -> None:
        """A message to the organiser has no invitation, and one from elsewhere is not ours."""
        post = asked(store)
        notice = replace(post, message_id="<n@example.org>", key=None, told=None)
        store.decide("breakfast", lambda _: Decision(posts=(notice,)))
        taken = store.claim(NOON, NOON + CLAIM, 10)[-1]

        store.report(sent(taken, NOON))
        store.report(sent(replace(taken, message_id="<other@example.org>"), NOON))

        states = {each.message_id: each.state for each in store.posts()}
        assert states == {
            post.message_id: PostState.SENDING,
            notice.message_id: PostState.SENT,
        }

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

    def test_two_senders_never_get_the_same(self, store: Any, again: Opener) -> None:
        """However fast they ask; together they get everything."""
        notice = replace(asked(store), key=None, told=None)
        names = [f"<{number}@example.org>" for number in range(MANY)]
        for event_id in ("breakfast", "lunch"):
            mail = tuple(
                replace(notice, event_id=event_id, message_id=f"{event_id}{name}") for name in names
            )
            store.decide(event_id, partial(_decided, Decision(posts=mail)))
        stores = [store, store, again(), again()]
        barrier = Barrier(len(stores))

        def work(own: Any) -> list[str]:
            barrier.wait()
            done = []
            while taken := own.claim(NOON + MINUTE, NOON + CLAIM, 3):
                for post in taken:
                    own.report(sent(post, NOON))
                    done.append(post.message_id)
            return done

        with ThreadPoolExecutor(len(stores)) as pool:
            got = [name for names in pool.map(work, stores) for name in names]

        assert sorted(got) == sorted(post.message_id for post in store.posts())
        assert {post.state for post in store.posts()} == {PostState.SENT}
        for own in stores[2:]:
            own.close()

    def test_who_answers_and_who_sends_do_not_undo_each_other(
        self, store: Any, again: Opener
    ) -> None:
        """Both write the same invitation at the same time."""
        other = again()
        wanted = {_panel(number): slot() for number in range(12)}
        store.decide("breakfast", telling(wanted, NOON))

        def answer(number: int) -> None:
            def decide(book: Book) -> Decision:
                said = Answer(
                    partstat=ParticipationStatus.ACCEPTED,
                    sequence=0,
                    dtstamp=NOON,
                    source="mail",
                    comment=str(number),
                )
                return Decision(
                    invitations=(replace(book.invitations[_panel(number)], answer=said),)
                )

            other.decide("breakfast", decide)

        def send(_: int) -> None:
            for post in store.claim(NOON, NOON + CLAIM, 1):
                store.report(sent(post, NOON))

        with ThreadPoolExecutor(2) as pool:
            answering = pool.submit(lambda: [*map(answer, range(12))])
            sending = pool.submit(lambda: [*map(send, range(12))])
            answering.result()
            sending.result()

        found = store.book("breakfast").invitations
        assert {key: each.answer.comment for key, each in found.items()} == {
            _panel(number): str(number) for number in range(12)
        }
        assert {each.told.slot for each in found.values()} == {slot()}
        other.close()

    def test_no_mailing_breaks_a_promise(self, store: Any, again: Opener) -> None:
        """Hypothesis makes up plans, senders and what becomes of them."""
        run_mailing(store, again)


def _panel(number: int) -> SlotKey:
    return SlotKey(f"panel-{number}", "guy")


def _decided(decision: Decision, _: Book) -> Decision:
    return decision
