"""Answers reach the ledger once, in any order, and the organizer hears of those that matter."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from roundtable_ical.errors import UnknownId
from roundtable_ical.itip.ledger import Answer, Proposal
from roundtable_ical.itip.outbox import Outcome, Post
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.services.answer import (
    AT_ONCE,
    answer_by_web,
    decline_proposal,
    listen,
    settle_held,
)
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, event, leave, reply

LATER = MOMENT + timedelta(hours=2)
MINUTE = timedelta(minutes=1)
LONGEST = (datetime.max.replace(tzinfo=UTC) - MOMENT) // MINUTE


@pytest.fixture
def store() -> MemoryStore:
    """Return a store in which a speaker was asked."""
    store = MemoryStore()
    invite(Mailing(event=event(), moment=MOMENT), store)
    return store


@pytest.fixture
def letter(store: MemoryStore) -> Post:
    """Return the invitation that left."""
    (post,) = leave(store)
    return post


def heard(store: MemoryStore, *mails: bytes) -> list[Outcome]:
    named = [(f"{number}.eml", mail) for number, mail in enumerate(mails)]
    found = listen(event(), named, store, moment=lambda: LATER, trust=Trust())
    return [each.outcome for _, each in found]


def partstat(store: MemoryStore) -> ParticipationStatus:
    return store.book("breakfast").invitations[PANEL].partstat


def notices(store: MemoryStore) -> list[str]:
    return [post.recipient for post in store.posts() if post.kind == "notice"]


def test_an_answer_is_recorded_with_its_comment(store: MemoryStore, letter: Post) -> None:
    outcomes = heard(store, reply(letter, "ACCEPTED", comment="Gladly"))

    assert outcomes == [Outcome.ACCEPTED]
    answer = store.book("breakfast").invitations[PANEL].answer
    assert answer is not None
    assert (answer.partstat, answer.comment, answer.source) == ("ACCEPTED", "Gladly", "mail")


def test_the_same_message_counts_once(store: MemoryStore, letter: Post) -> None:
    mail = reply(letter, "DECLINED")

    assert heard(store, mail, mail) == [Outcome.DECLINED, Outcome.IGNORED]
    assert heard(store, mail) == [Outcome.IGNORED]
    assert notices(store) == ["protocol@example.org"]
    assert [each.outcome for each in store.book("breakfast").heard.values()] == [Outcome.DECLINED]


def test_any_order_of_answers_gives_the_newest(letter: Post) -> None:
    mails = [
        reply(letter, "ACCEPTED", after=1),
        reply(letter, "DECLINED", after=2),
        reply(letter, "TENTATIVE", after=3),
    ]
    found = set()
    for order in permutations(mails):
        store = MemoryStore()
        invite(Mailing(event=event(), moment=MOMENT), store)
        leave(store)
        heard(store, *order)
        found.add(partstat(store))

    assert found == {ParticipationStatus.TENTATIVE}


def test_more_messages_than_one_transaction_takes_are_all_read(
    store: MemoryStore, letter: Post
) -> None:
    mails = [reply(letter, "ACCEPTED", after=number) for number in range(1, AT_ONCE + 3)]

    assert heard(store, *mails) == [Outcome.ACCEPTED] * (AT_ONCE + 2)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("ACCEPTED", 0),
        ("TENTATIVE", 0),
        ("DECLINED", 1),
        ('DELEGATED;DELEGATED-TO="mailto:deputy@example.org"', 1),
    ],
)
def test_the_organizer_hears_of_what_asks_for_a_decision(
    store: MemoryStore, letter: Post, word: str, told: int
) -> None:
    heard(store, reply(letter, word))

    assert len(notices(store)) == told


def test_a_held_message_counts_once_a_person_accepts_it(store: MemoryStore, letter: Post) -> None:
    strange = reply(letter, "ACCEPTED", sender="assistant@example.org")
    assert heard(store, strange) == [Outcome.HELD]
    (waiting,) = store.book("breakfast").heard
    assert partstat(store) == ParticipationStatus.NEEDS_ACTION

    settled = settle_held(event(), waiting[:12], store, accept=True, moment=LATER)

    assert settled.outcome is Outcome.ACCEPTED
    assert partstat(store) == ParticipationStatus.ACCEPTED
    with pytest.raises(UnknownId, match="message"):
        settle_held(event(), waiting[:12], store, accept=False, moment=LATER)


def test_a_held_message_that_is_rejected_changes_nothing(store: MemoryStore, letter: Post) -> None:
    heard(store, reply(letter, "ACCEPTED", sender="mallory@elsewhere.example"))
    (waiting,) = store.book("breakfast").heard

    settle_held(event(), waiting, store, accept=False, moment=LATER)

    assert partstat(store) == ParticipationStatus.NEEDS_ACTION
    assert store.book("breakfast").heard[waiting].decided == "rejected"


def test_which_held_message_is_meant_must_be_clear(store: MemoryStore, letter: Post) -> None:
    heard(store, reply(letter, "ACCEPTED", sender="a@x.example"))

    with pytest.raises(UnknownId):
        settle_held(event(), "", store, accept=True, moment=LATER)


@pytest.mark.usefixtures("letter")
def test_an_answer_on_the_page_counts_like_one_by_mail(store: MemoryStore) -> None:
    given = Answer(
        partstat=ParticipationStatus.DECLINED, sequence=0, dtstamp=LATER, source="web", comment="No"
    )

    after = answer_by_web(event(), PANEL, given, store)

    assert after.partstat is ParticipationStatus.DECLINED
    assert notices(store) == ["protocol@example.org"]


def test_a_later_mail_changes_an_answer_of_the_page(store: MemoryStore, letter: Post) -> None:
    given = Answer(
        partstat=ParticipationStatus.DECLINED,
        sequence=0,
        dtstamp=MOMENT + timedelta(minutes=5),
        source="web",
    )
    answer_by_web(event(), PANEL, given, store)

    heard(store, reply(letter, "TENTATIVE", after=1), reply(letter, "ACCEPTED", after=9))

    assert partstat(store) == ParticipationStatus.ACCEPTED


@pytest.mark.parametrize("after", [60, 24 * 60, LONGEST])
def test_an_answer_on_the_page_counts_after_a_mail_from_a_clock_that_is_fast(
    store: MemoryStore, letter: Post, after: int
) -> None:
    heard(store, reply(letter, "ACCEPTED", after=after))
    given = Answer(
        partstat=ParticipationStatus.DECLINED,
        sequence=0,
        dtstamp=MOMENT + timedelta(hours=1),
        source="web",
    )

    assert answer_by_web(event(), PANEL, given, store).partstat is ParticipationStatus.DECLINED
    assert partstat(store) is ParticipationStatus.DECLINED
    assert notices(store) == ["protocol@example.org"]


@pytest.mark.usefixtures("letter")
def test_a_proposal_is_kept_until_it_is_declined_and_the_slot_stays(store: MemoryStore) -> None:
    start = MOMENT + timedelta(days=20)
    proposed = Proposal(
        sequence=0, dtstamp=LATER, start=start, end=start + timedelta(hours=1), comment="Later?"
    )
    answer_by_web(event(), PANEL, proposed, store)

    post = decline_proposal("breakfast", PANEL, store, moment=LATER)

    kept = store.book("breakfast").invitations[PANEL].proposal
    assert kept is not None
    assert kept.declined
    assert (post.recipient, post.told) == ("guy@example.org", None)
    with pytest.raises(UnknownId, match="proposal"):
        decline_proposal("breakfast", PANEL, store, moment=LATER)


def test_nobody_answers_for_a_slot_that_was_never_offered(store: MemoryStore) -> None:
    given = Answer(partstat=ParticipationStatus.ACCEPTED, sequence=0, dtstamp=LATER, source="web")

    with pytest.raises(UnknownId, match="invitation"):
        answer_by_web(event(), PANEL, given, store)  # the letter has not left
