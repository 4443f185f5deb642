"""Personal links are signed, open one thing, and can be revoked."""

import pytest

from roundtable_ical.itip.slots import SlotKey
from roundtable_ical.services.links import ANSWER, FEED, Personal, Signed, digest, read
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT

SECRET = "a secret of some length"  # of the test
KEY = SlotKey("panel", "guy")


@pytest.fixture
def store() -> MemoryStore:
    """Return a store that knows the links of one speaker."""
    store = MemoryStore()
    personal = Personal(SECRET, "breakfast")
    for _, token in (personal.answer(KEY, MOMENT), personal.feed("guy", MOMENT)):
        store.keep_token(token)
    return store


def test_a_link_says_what_it_was_signed_for(store: MemoryStore) -> None:
    personal = Personal(SECRET, "breakfast")

    answer, _ = personal.answer(KEY, MOMENT)
    feed, _ = personal.feed("guy", MOMENT)

    assert read(SECRET, ANSWER, answer, store) == Signed("breakfast", "guy", "panel")
    assert read(SECRET, FEED, feed, store) == Signed("breakfast", "guy", None)


def test_a_link_opens_nothing_else(store: MemoryStore) -> None:
    answer, _ = Personal(SECRET, "breakfast").answer(KEY, MOMENT)

    assert read(SECRET, FEED, answer, store) is None
    assert read("another secret of length", ANSWER, answer, store) is None
    assert read(SECRET, ANSWER, f"{answer}x", store) is None
    assert read(SECRET, ANSWER, "", store) is None


def test_a_link_that_was_never_given_out_opens_nothing() -> None:
    answer, _ = Personal(SECRET, "breakfast").answer(KEY, MOMENT)

    assert read(SECRET, ANSWER, answer, MemoryStore()) is None


def test_a_revoked_link_is_followed_by_another_one(store: MemoryStore) -> None:
    old, _ = Personal(SECRET, "breakfast").answer(KEY, MOMENT)
    store.revoke("breakfast", ANSWER, "panel/guy")

    new, token = Personal(SECRET, "breakfast", store.tokens("breakfast")).answer(KEY, MOMENT)
    store.keep_token(token)

    assert new != old
    assert read(SECRET, ANSWER, old, store) is None
    assert read(SECRET, ANSWER, new, store) == Signed("breakfast", "guy", "panel")


def test_the_store_never_has_the_link_itself(store: MemoryStore) -> None:
    answer, _ = Personal(SECRET, "breakfast").answer(KEY, MOMENT)

    (kept,) = (each for each in store.tokens("breakfast") if each.scope == ANSWER)
    assert kept.digest == digest(answer)
    assert answer not in repr(kept)
