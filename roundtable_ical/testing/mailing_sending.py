"""Promises of a store to senders of mail: what they get, what they say of it, and who shares it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import Any

from roundtable_ical.itip.ledger import Answer
from roundtable_ical.itip.outbox import Book, Decision, PostState
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.itip.writing import mime
from roundtable_ical.itip.writing.kept import HIDDEN
from roundtable_ical.testing.mailing_histories import run_mailing
from roundtable_ical.testing.mailing_values import (
    CLAIM,
    NOON,
    PANEL,
    again,
    asked,
    sent,
    slot,
    telling,
)
from roundtable_ical.testing.sharing import Opener

MANY = 40
MINUTE = timedelta(minutes=1)
LINK = f"WyJicmVha2Zhc3QiXQ.{27 * 'x'}"
"""The end of a personal link."""


class SendingFacts:
    """What every store that mails promises to senders."""

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

    def test_a_message_that_leaves_no_more_opens_nothing(self, store: Any) -> None:
        """What it said stays; until then it leaves with its links, at every try."""
        mail = mime.multipart("mixed", [mime.text(f"Answer: /answer/{LINK} Thanks.", "plain")], "")
        kept = mail.replace(LINK.encode(), HIDDEN)
        notice = replace(asked(store), content=mail, key=None, told=None)
        names = ("sent", "refused", "later", "withdrawn")
        posts = [replace(notice, message_id=f"<{name}@example.org>") for name in names]
        store.decide("breakfast", lambda _: Decision(posts=tuple(posts)))

        [_, was_sent, was_refused, put_off] = store.claim(NOON, NOON + CLAIM, 4)
        store.report(sent(was_sent, NOON))
        store.report(replace(was_refused, state=PostState.REFUSED))
        store.report(again(put_off, NOON + MINUTE))
        store.decide("breakfast", lambda _: Decision(withdrawn=(posts[3].message_id,)))

        found = [store.post(post.message_id).content for post in posts]
        assert [post.content for post in (was_sent, was_refused, put_off)] == [mail] * 3
        assert found == [kept, kept, mail, kept]

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

    def test_of_a_sender_that_dies_what_has_left_is_not_sent_again(
        self, store: Any, again: Opener
    ) -> None:
        """Though it never reported: the next one finds it noted, and finishes the report."""
        first = asked(store)
        notice = replace(first, message_id="<n@example.org>", key=None, told=None)
        store.decide("breakfast", lambda _: Decision(posts=(notice,)))
        [taken, _] = store.claim(NOON, NOON + CLAIM, 10)

        store.departed(sent(taken, NOON + MINUTE))

        assert store.post(first.message_id) == replace(taken, sent=NOON + MINUTE)
        store.decide("breakfast", lambda _: Decision(withdrawn=(first.message_id,)))
        other: Any = again()
        left = other.claim(NOON + CLAIM, NOON + 2 * CLAIM, 1)
        assert [each.message_id for each in left] == [notice.message_id]
        done = replace(taken, state=PostState.SENT, sent=NOON + MINUTE, claimed_until=None)
        assert store.post(first.message_id) == done
        assert store.book("breakfast").invitations[PANEL].told == first.told
        other.close()

    def test_what_has_left_is_not_given_back(self, store: Any) -> None:
        """Whatever another report says; and it ends older ones, as every report does."""
        asked(store)
        [taken] = store.claim(NOON, NOON + CLAIM, 10)
        store.departed(sent(taken, NOON))

        store.report(again(taken, NOON + MINUTE))

        done = replace(taken, state=PostState.SENT, sent=NOON, claimed_until=None)
        assert store.post(taken.message_id) == done
        store.departed(sent(taken, NOON + MINUTE))
        assert store.post(taken.message_id) == done

    def test_what_nobody_had_in_hand_any_more_was_sent_nevertheless(self, store: Any) -> None:
        """A note that comes too late counts as a report."""
        asked(store)
        [taken] = store.claim(NOON, NOON + CLAIM, 10)
        store.report(again(taken, NOON + MINUTE))

        store.departed(sent(taken, NOON))
        store.departed(sent(replace(taken, message_id="<other@example.org>"), NOON))

        assert [each.state for each in store.posts()] == [PostState.SENT]
        assert store.book("breakfast").invitations[PANEL].told == taken.told

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
        other: Any = again()
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
