"""Mail as no one would think of it: plans change, senders come, go and die, in any order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import Enum
from functools import partial
from itertools import count, pairwise
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from roundtable_ical.itip.outbox import Book, Decision, Post, PostState
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.testing.mailing_values import CLAIM, NOON, again, sent, slot, telling

KEYS = (SlotKey("panel", "guy"), SlotKey("lunch", "guy"))
SENDERS = 2
_numbers = count(1)

keys = st.sampled_from(KEYS)
senders = st.integers(0, SENDERS - 1)


def run_mailing(store: Any, again: Callable[[], Any]) -> None:
    """Run the machine on *store*; each history has an event of its own there."""
    run_state_machine_as_test(
        cast("type[MailHistory]", partial(MailHistory, store, again)),
        settings=settings(
            max_examples=30,
            stateful_step_count=20,
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


class Fate(Enum):
    """What may become of a message that a sender has."""

    SENT = 1
    LATER = 2
    REFUSED = 3
    LOST = 4
    ARRIVED_AND_LOST = 5
    KILLED = 6
    ARRIVED_AND_KILLED = 7
    NOTED_AND_KILLED = 8


ARRIVED = frozenset(
    {Fate.SENT, Fate.ARRIVED_AND_LOST, Fate.ARRIVED_AND_KILLED, Fate.NOTED_AND_KILLED}
)
UNKNOWN = frozenset({Fate.LOST, Fate.ARRIVED_AND_LOST, Fate.ARRIVED_AND_KILLED})


class Crash(Exception):
    """The end of a process, in the middle of something."""


class MailHistory(RuleBasedStateMachine):
    """Two slots of an event, two senders, and everything that reached a mailbox."""

    def __init__(self, store: Any, again: Callable[[], Any]) -> None:
        super().__init__()
        self.store, self.again = store, again
        self.opened: list[Any] = []
        self.event_id = f"mail-{next(_numbers)}"
        self.clock = NOON
        self.plan: dict[SlotKey, int | None] = dict.fromkeys(KEYS)
        self.hands: list[list[Post]] = [[] for _ in range(SENDERS)]
        self.arrived: list[Post] = []
        self.doubted: set[str] = set()
        self.refused: set[str] = set()

    @rule(key=keys, version=st.sampled_from([0, 1, 2, None]))
    def change(self, key: SlotKey, version: int | None) -> None:
        """Give a speaker a slot, move it, take it back; each time all is decided anew."""
        self.plan[key] = version
        self._decide()

    @rule()
    def crash_in_a_decision(self) -> None:
        """Break off while deciding: nothing was kept."""
        before = self.store.book(self.event_id), self.store.posts(self.event_id)

        def decide(book: Book) -> Decision:
            assert book == before[0]
            raise Crash

        with pytest.raises(Crash):
            self.store.decide(self.event_id, decide)
        assert (self.store.book(self.event_id), self.store.posts(self.event_id)) == before

    @rule(minutes=st.integers(0, 3))
    def let_time_pass(self, minutes: int) -> None:
        """Claims run out, and what was put off is due."""
        self.clock += timedelta(minutes=minutes)

    @rule(sender=senders, limit=st.integers(1, 3))
    def claim(self, sender: int, limit: int) -> None:
        """Take some messages; nobody else may have them."""
        self._forget_stale_claims()
        taken = self.store.claim(self.clock, self.clock + CLAIM, limit, self.event_id)
        held = {post.message_id for hand in self.hands for post in hand}
        assert len(taken) <= limit
        assert not held & {post.message_id for post in taken}
        assert all(post.due <= self.clock for post in taken)
        self.doubted |= {post.message_id for post in taken if post.unsure}
        self.hands[sender] += taken

    @rule(sender=senders, fates=st.lists(st.sampled_from(Fate), min_size=1, max_size=3))
    def work(self, sender: int, fates: list[Fate]) -> None:
        """Take messages where there are none at hand, and hand over some."""
        if not self.hands[sender]:
            self.claim(sender, len(fates))
        for fate in fates:
            self.hand_over(sender, fate, 0)

    @rule(sender=senders, fate=st.sampled_from(Fate), minutes=st.integers(0, 5))
    def hand_over(self, sender: int, fate: Fate, minutes: int) -> None:
        """Hand one message to the mail server, and hear of its fate or not."""
        if not (hand := self.hands[sender]):
            return
        post, later = hand.pop(0), self.clock + timedelta(minutes=minutes)
        if fate in ARRIVED:
            self.arrived.append(post)
        if fate in UNKNOWN:
            self.doubted.add(post.message_id)
        match fate:
            case Fate.SENT:
                self.store.report(sent(post, self.clock))
            case Fate.LATER:
                self.store.report(again(post, later))
            case Fate.LOST | Fate.ARRIVED_AND_LOST:
                self.store.report(again(post, later, unsure=True))
            case Fate.REFUSED:
                self.refused.add(post.message_id)
                trouble = "550 5.1.1 no such user"
                self.store.report(replace(post, state=PostState.REFUSED, trouble=trouble))
            case Fate.NOTED_AND_KILLED:
                self.store.departed(sent(post, self.clock))
                hand.clear()
            case Fate.KILLED | Fate.ARRIVED_AND_KILLED:
                hand.clear()

    @rule()
    def crash(self) -> None:
        """Open the store anew without having closed it."""
        before = self.store.posts(self.event_id)
        self.store = self.again()
        self.opened.append(self.store)
        assert self.store.posts(self.event_id) == before

    def teardown(self) -> None:
        """Let senders finish: then every speaker knows what is planned, and nobody heard twice."""
        for hand in self.hands:
            hand.clear()
        for _ in range(5):
            self.clock += timedelta(days=1)
            self._decide()
            for post in self.store.claim(self.clock, self.clock + CLAIM, 100, self.event_id):
                self.doubted |= {post.message_id} if post.unsure else set()
                self.arrived.append(post)
                self.store.report(sent(post, self.clock))
        book = self.store.book(self.event_id)
        assert book.waiting == ()
        for key in KEYS:
            self._check(key, book)
        for each in self.opened:
            each.close()

    def _decide(self) -> None:
        self.clock += timedelta(seconds=1)
        wanted = {
            key: None if version is None else slot(version, key)
            for key, version in self.plan.items()
        }
        self.store.decide(self.event_id, telling(wanted, self.clock, self.event_id))

    def _forget_stale_claims(self) -> None:
        for hand in self.hands:
            hand[:] = [post for post in hand if _valid(post, self)]

    def _check(self, key: SlotKey, book: Book) -> None:
        got = [post for post in self.arrived if post.key == key]
        for name in {post.message_id for post in got}:
            same = [post for post in got if post.message_id == name]
            assert len({post.content for post in same}) == 1
            assert len(same) == 1 or name in self.doubted
        ranked = sorted({post.told.rank: post for post in got if post.told}.items())
        for (rank, _), (_, later) in pairwise(ranked):  # whatever came was thought of
            assert later.before is not None
            assert later.before.rank >= rank
        asked = book.invitations.get(key)
        told = asked.told if asked else None
        told_slot = told.slot if told and told.method is Method.REQUEST else None
        version = self.plan[key]
        assert told_slot == (None if version is None else slot(version, key))
        if told is None:
            assert got == []
        elif told.message_id not in self.refused:
            assert ranked[-1][1].told == told


def _valid(post: Post, history: MailHistory) -> bool:
    return post.claimed_until is not None and post.claimed_until > history.clock
