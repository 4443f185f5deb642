"""What was looked at leaves as it was, with the date on which it may."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from roundtable_ical.itip.outbox import Post, PostState
from roundtable_ical.ports import InvitationStore
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.services.links import Personal
from roundtable_ical.services.review import approve
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.stores.sql import SqlStore
from roundtable_ical.testing.letters import MOMENT, leave, panel

DAYS = MOMENT + timedelta(days=3)
PAGE = "https://events.example.org/breakfast/"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[InvitationStore]:
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = SqlStore(str(tmp_path / "store.db"))
    yield opened
    opened.close()


def held(store: InvitationStore) -> tuple[Post, ...]:
    personal = Personal("a secret of some length", "breakfast")
    mailing = Mailing(
        event=panel(speakers=("guy", "ann")),
        moment=MOMENT,
        hold=True,
        links=lambda invitation: personal.of_letter(invitation, PAGE, MOMENT),
    )
    return invite(mailing, store).decision.posts


def test_a_letter_leaves_with_the_date_of_its_approval_and_all_else_as_it_was(
    store: InvitationStore,
) -> None:
    guy, ann = held(store)

    count = approve(store, "breakfast", [guy.message_id, "<nobody@example.org>"], DAYS)
    [left] = leave(store, DAYS)

    assert count == 1
    assert message_from_bytes(left.content)["Date"] == "Fri, 04 Sep 2026 12:00:00 +0000"
    assert left.content.partition(b"\r\n")[2] == guy.content.partition(b"\r\n")[2]
    assert (left.message_id, left.told) == (guy.message_id, guy.told)
    assert {each.message_id: each.state for each in store.posts()} == {
        guy.message_id: PostState.SENT,
        ann.message_id: PostState.HELD,
    }


def test_what_is_not_held_is_left_alone(store: InvitationStore) -> None:
    guy, ann = held(store)
    names = [guy.message_id, ann.message_id]

    assert approve(store, "breakfast", names, DAYS) == 2
    assert approve(store, "breakfast", names, DAYS + timedelta(days=1)) == 0
    assert approve(store, "other", names, DAYS) == 0
    assert {message_from_bytes(each.content)["Date"] for each in leave(store, DAYS)} == {
        "Fri, 04 Sep 2026 12:00:00 +0000"
    }
    assert approve(store, "breakfast", names, DAYS) == 0
