"""Speakers hear what they do not know yet, once, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from roundtable_ical.itip.outbox import Decision, PostState
from roundtable_ical.itip.slots import SlotKey, Uninvited
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.invite import Asked, Mailing, invite, updates
from roundtable_ical.services.links import Personal
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, event, leave, panel

LATER = MOMENT + timedelta(hours=1)


def asked(programme: SideEvent, store: MemoryStore, hours: int = 0, **more: object) -> Asked:
    settle = timedelta(minutes=10 if more.pop("settle", False) else 0)
    mailing = Mailing(
        event=programme,
        moment=MOMENT + timedelta(hours=hours),
        settle=settle,
        hold=bool(more.pop("hold", False)),
        revision=3,
    )
    return invite(mailing, store, **more)  # type: ignore[arg-type]  # what the test says


def kinds(found: Asked) -> list[tuple[str, str]]:
    return [(post.kind, post.recipient) for post in found.decision.posts]


def test_a_slot_is_asked_for_once() -> None:
    store = MemoryStore()

    first, again = asked(event(), store), asked(event(), store)

    assert kinds(first) == [("invitation", "guy@example.org")]
    assert again.decision == Decision()


def test_who_is_not_written_to_is_told_with_the_reason() -> None:
    speakers = [{"id": "guy", "label": "Representative of Chile", "tbc": True}]

    found = asked(event(speakers=speakers), MemoryStore())

    assert found.decision.posts == ()
    assert found.uninvited == (
        Uninvited(key=PANEL, reason="is still to be named, and has no address"),
    )


def test_a_letter_tells_of_the_revision_it_was_written_for() -> None:
    store = MemoryStore()

    asked(event(), store)

    (post,) = leave(store)
    assert post.revision == 3
    told = store.book("breakfast").invitations[PANEL].told
    assert told is not None
    assert (told.revision, told.message_id) == (3, post.message_id)


def test_moved_twice_before_it_leaves_is_one_letter() -> None:
    store = MemoryStore()
    asked(panel("08:30"), store)
    leave(store)

    first = asked(panel("10:00"), store, 1, settle=True)
    second = asked(panel("11:00"), store, 2, settle=True)

    assert second.decision.withdrawn == (first.decision.posts[0].message_id,)
    (post,) = leave(store, MOMENT + timedelta(hours=3))
    assert post.told is not None
    assert (post.told.sequence, f"{post.told.slot.start:%H:%M}") == (1, "15:00")


def test_moved_and_moved_back_before_it_leaves_is_no_letter() -> None:
    store = MemoryStore()
    asked(panel("08:30"), store)
    leave(store)
    asked(panel("10:00"), store, 1, settle=True)

    asked(panel("08:30"), store, 2, settle=True)

    assert leave(store, MOMENT + timedelta(days=1)) == []


def test_a_letter_that_settles_does_not_leave_before_its_time() -> None:
    store = MemoryStore()
    asked(event(), store, settle=True)

    early = leave(store, MOMENT + timedelta(minutes=9))
    in_time = leave(store, MOMENT + timedelta(minutes=10))

    assert (len(early), len(in_time)) == (0, 1)


def test_what_was_held_for_review_stays_held_when_it_is_written_anew() -> None:
    store = MemoryStore()
    asked(panel("08:30"), store, hold=True)

    found = asked(panel("10:00"), store, 1)

    assert [post.state for post in found.decision.posts] == [PostState.HELD]
    assert leave(store, LATER) == []


def test_only_the_speaker_that_was_named_is_written_to() -> None:
    store = MemoryStore()
    programme = panel(speakers=("guy", "ann"))

    found = asked(programme, store, speakers=("ann",))

    assert kinds(found) == [("invitation", "ann@example.org")]


def test_a_dry_run_writes_nothing() -> None:
    store = MemoryStore()

    found = asked(event(), store, dry_run=True)

    assert len(found.decision.posts) == 1
    assert store.posts() == ()


def test_a_publication_tells_those_who_were_asked_and_nobody_else() -> None:
    store = MemoryStore()
    asked(panel(speakers=("guy",)), store)
    leave(store)

    moved = Mailing(event=panel("10:00", speakers=("guy", "ann")), moment=LATER)
    decision = store.decide("breakfast", updates(moved))

    assert [(post.kind, post.recipient) for post in decision.posts] == [
        ("moved", "guy@example.org")
    ]


def test_who_speaks_in_the_place_of_another_is_asked_and_the_other_hears_of_it() -> None:
    store = MemoryStore()
    asked(panel(speakers=("guy",)), store)
    leave(store)

    found = asked(panel(speakers=("ann",)), store, 1)

    assert sorted(kinds(found)) == [
        ("cancelled", "guy@example.org"),
        ("invitation", "ann@example.org"),
    ]


def refused(store: MemoryStore) -> None:
    for post in store.claim(MOMENT, MOMENT + timedelta(minutes=2), 10):
        trouble = "554 5.7.1 relay access denied"
        store.report(replace(post, state=PostState.REFUSED, trouble=trouble))


def test_what_a_server_refused_is_written_once_more_on_demand_and_once_only() -> None:
    store = MemoryStore()
    asked(panel(), store)
    refused(store)

    assert kinds(asked(panel(), store, 1)) == []
    assert kinds(asked(panel(), store, 1, again=True)) == [("invitation", "guy@example.org")]
    assert kinds(asked(panel(), store, 2, again=True)) == []
    assert [post.subject for post in leave(store, LATER)] == [
        "Invitation: Panel, 24 September 2026, 08:30"
    ]
    assert kinds(asked(panel(), store, 3, again=True)) == []
    assert store.book("breakfast").invitations[PANEL].trouble == ""


def test_what_is_written_once_more_stays_when_others_are_told_of_something_else() -> None:
    store = MemoryStore()
    asked(panel(), store)
    refused(store)
    [again] = asked(panel(), store, 1, again=True).decision.posts

    found = store.decide("breakfast", updates(Mailing(event=panel(), moment=LATER)))

    assert found == Decision()
    assert [post.message_id for post in store.book("breakfast").waiting] == [again.message_id]


@pytest.mark.parametrize("times", [1, 2])
def test_links_in_letters_are_kept_with_them(times: int) -> None:
    store = MemoryStore()
    personal = Personal("a secret of some length", "breakfast")
    mailing = Mailing(
        event=event(),
        moment=MOMENT,
        links=lambda one: personal.of_letter(one, "https://events.example.org/breakfast/", MOMENT),
    )

    for _ in range(times):
        invite(mailing, store)

    assert {(each.scope, each.subject) for each in store.tokens("breakfast")} == {
        ("answer", "panel/guy"),
        ("feed", "guy"),
    }
    (post,) = leave(store)
    text, _ = personal.answer(SlotKey("panel", "guy"), MOMENT)
    assert f"/breakfast/answer/{text}" in post.content.decode().replace("=\r\n", "")
