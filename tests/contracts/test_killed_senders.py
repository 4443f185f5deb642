"""Senders that are killed at any point: no letter is missing, and at most one comes again."""

import random
import socket
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope, Session

from roundtable_ical import bootstrap
from roundtable_ical.itip.outbox import PostState
from roundtable_ical.itip.participation import Method
from roundtable_ical.itip.slots import Slot, SlotKey
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.mailing_processes import Sender
from roundtable_ical.testing.mailing_values import slot, telling

KILLED = 30
KEYS = tuple(SlotKey(f"panel-{number}", "guy") for number in range(24))


class Inbox:
    """A mail server that takes everything; who sent it is kept beside it."""

    def __init__(self) -> None:
        self.arrived: list[bytes] = []
        self.sessions: list[Session] = []

    async def handle_DATA(self, _: object, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's name
        assert isinstance(envelope.original_content, bytes)
        self.sessions.append(session)
        self.arrived.append(envelope.original_content)
        return "250 OK"

    def sent_again(self) -> Counter[int]:
        """Return how many messages of each sender came once more, by the number of the sender."""
        numbers = {session: number for number, session in enumerate(dict.fromkeys(self.sessions))}
        of = list(zip(map(numbers.__getitem__, self.sessions), self.arrived, strict=True))
        last = {content: place for place, (_, content) in enumerate(of)}
        return Counter(
            sender for place, (sender, content) in enumerate(of) if last[content] > place
        )


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def port(inbox: Inbox) -> Iterator[int]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        free: int = trial.getsockname()[1]
    server = Controller(inbox, hostname="127.0.0.1", port=free, server_hostname="mx")
    server.start()
    yield free
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def again(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    if request.param == "sqlite":
        return partial(SqlStore, str(tmp_path / "store.db"), patience=20)
    server = request.getfixturevalue("postgres")
    return partial(SqlStore, server.new_database(), patience=20)


@pytest.fixture
def store(again: Any) -> Iterator[SqlStore]:
    store = again()
    yield store
    store.close()


def test_everybody_knows_everything_and_a_kill_costs_one_copy_at_most(
    again: Any, store: SqlStore, inbox: Inbox, port: int
) -> None:
    chance = random.Random(5546)  # no secret
    wanted: dict[SlotKey, Slot | None] = dict.fromkeys(KEYS)
    for number in range(KILLED):
        later = number * timedelta(minutes=3)
        for key in chance.sample(KEYS, 9):
            wanted[key] = chance.choice([None, *(slot(hour, key) for hour in range(3))])
        store.decide("breakfast", telling(wanted, bootstrap.now() + later))
        sender = Sender(again, port, later)
        sender.go()
        sender.wait_for(inbox.arrived, len(inbox.arrived) + chance.randint(0, 6))
        time.sleep(chance.uniform(0, 0.005))
        sender.kill()

    last = Sender(again, port, KILLED * timedelta(minutes=3))
    last.go()
    last.sent()
    store.decide("breakfast", telling(wanted, bootstrap.now() + timedelta(days=1)))

    book, posts = store.book("breakfast"), store.posts()
    copies = Counter(inbox.arrived)
    whole = filter(None, (store.post(post.message_id) for post in posts))
    written = {post.content: post for post in whole}
    sent = {content for content, post in written.items() if post.state is PostState.SENT}
    assert book.waiting == ()
    assert {post.state for post in posts} <= {PostState.SENT, PostState.WITHDRAWN}
    assert copies.keys() <= written.keys()
    assert sent <= copies.keys()
    assert {written[content].unsure for content in copies.keys() - sent} <= {True}
    assert {*inbox.sent_again().values()} <= {1}
    told = {key: each.told for key, each in book.invitations.items() if each.told}
    assert {key: each.slot for key, each in told.items() if each.method is Method.REQUEST} == {
        key: each for key, each in wanted.items() if each
    }
    arrived = {written[content].message_id for content in copies}
    assert {each.message_id for each in told.values()} <= arrived
    assert len(copies) > KILLED
