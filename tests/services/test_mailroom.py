"""One store's mail, as one installation handles it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from roundtable_ical.itip.ledger import Answer
from roundtable_ical.itip.outbox import PostState
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.answer import answer_by_web
from roundtable_ical.services.invite import invite
from roundtable_ical.services.mailroom import Mailroom
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, leave, panel

FRONT = "https://events.example.org/breakfast/"
LATER = MOMENT + timedelta(hours=1)
TBC = panel(speakers=[{"speaker": "guy", "tbc": True}])  # type: ignore[list-item]  # a table


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def room_of(store: MemoryStore, **changes: Any) -> Mailroom:
    values: dict[str, Any] = {
        "clock": lambda: LATER,
        "base": lambda _: FRONT,
        "secret": lambda: "open sesame",
    }
    return Mailroom(programmes=store, mail=store, **values | changes)


def asked(store: MemoryStore, programme: SideEvent = TBC) -> None:
    """Publish a programme and ask its speaker."""
    publish(programme, store, moment=MOMENT, tzdata="2026a")
    invite(replace(room_of(store).mailing(programme, 1), moment=MOMENT), store)
    leave(store)


def said(store: MemoryStore, partstat: ParticipationStatus) -> None:
    answer = Answer(partstat=partstat, sequence=0, dtstamp=MOMENT, source="web")
    answer_by_web(TBC, PANEL, answer, store)


def speaker(programme: SideEvent) -> dict[str, Any]:
    [appearance] = programme.agenda["panel"].speakers
    return {"speaker": appearance.speaker, "tbc": appearance.tbc}


def test_who_accepts_is_confirmed_and_it_is_published(store: MemoryStore) -> None:
    asked(store)
    said(store, ParticipationStatus.ACCEPTED)

    first, again = (room_of(store).publish_answers("breakfast") for _ in range(2))

    assert first is not None
    assert first.revision is not None
    assert (first.revision.number, first.revision.message) == (2, "speakers have answered")
    assert again is None
    public = store.latest("breakfast")
    assert public is not None
    assert not speaker(public.event)["tbc"]
    assert leave(store, LATER) == []


@pytest.mark.parametrize(("declined", "tbc"), [("keep", False), ("tbc", True)])
def test_of_who_declines_the_setting_says_what_shows(
    store: MemoryStore, declined: str, tbc: bool
) -> None:
    asked(store, panel())
    said(store, ParticipationStatus.DECLINED)

    shown = room_of(store, declined=declined).answered(panel())

    assert speaker(shown)["tbc"] is tbc


def test_what_nobody_has_published_is_not_published_by_an_answer(store: MemoryStore) -> None:
    assert room_of(store).publish_answers("breakfast") is None


@pytest.mark.parametrize(
    ("changes", "links"),
    [({}, True), ({"base": lambda _: None}, False), ({"secret": lambda: None}, False)],
)
def test_letters_have_links_where_there_is_an_address_and_a_secret(
    store: MemoryStore, changes: dict[str, Any], links: bool
) -> None:
    [post] = invite(room_of(store, **changes).mailing(panel()), store).decision.posts

    assert (f"{FRONT}answer/".encode() in post.content.replace(b"=\r\n", b"")) is links
    assert bool(store.tokens("breakfast")) is links


def test_the_secret_is_asked_for_with_the_first_letter_alone(store: MemoryStore) -> None:
    def missing() -> str:
        raise AssertionError("nobody is written to")

    mailing = room_of(store, secret=missing).mailing(panel(speakers=()))

    assert invite(mailing, store).decision.posts == ()


def test_letters_wait_as_the_house_or_the_command_says(store: MemoryStore) -> None:
    room = room_of(store, settle=timedelta(minutes=10))

    assert room.mailing(panel()).settle == timedelta(minutes=10)
    assert room.mailing(panel(), settle=timedelta(0)).settle == timedelta(0)
    [held] = invite(room.mailing(panel(), hold=True), store).decision.posts
    assert (held.state, held.due) == (PostState.HELD, LATER + timedelta(minutes=10))


def test_a_publication_tells_those_who_were_asked_which_revision_it_is(store: MemoryStore) -> None:
    asked(store, panel())
    moved = panel("10:00")

    decision = store.decide("breakfast", room_of(store).updating(moved)(7))

    [post] = decision.posts
    assert (post.kind, post.revision, post.recipient) == ("moved", 7, "guy@example.org")
