from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from roundtable_ical import Options, Selection, SideEvent, every_feed, read
from roundtable_ical.services import editions
from roundtable_ical.services.editions import Edition
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore

Written = Callable[..., Path]
NOON = datetime(2026, 9, 2, 12, tzinfo=UTC)


@pytest.fixture
def event(written: Written) -> SideEvent:
    """Return the breakfast."""
    return read(written())


def test_every_feed_is_ready_before_anybody_asks(event: SideEvent) -> None:
    edition = Edition(event, base=None)

    assert edition.published == every_feed(event)
    choice = Selection(themes=("skills",))
    assert edition.feed(choice, Options()) is edition.published["themes/skills.ics"]


def test_a_feed_with_options_is_made_once_and_kept(event: SideEvent) -> None:
    edition = Edition(event, base=None)
    busy = Options(busy=True)

    first = edition.feed(Selection(), busy)

    assert edition.feed(Selection(), busy) is first
    assert edition.block(busy) is edition.block(busy)


@pytest.mark.parametrize("limit", ["MOST_WRITERS", "MOST_FEEDS", "MOST_BYTES"])
def test_what_is_kept_is_bounded_and_a_feed_made_again_is_the_same(
    event: SideEvent, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """No reader fills memory by asking for one alarm after the other."""
    monkeypatch.setattr(editions, limit, 12_000 if limit == "MOST_BYTES" else 3)
    edition = Edition(event, base=None)
    busy = Options(busy=True)
    first = edition.feed(Selection(), busy)

    for minutes in range(1, 60):
        edition.feed(Selection(), Options.from_query({"alarm": f"{minutes}m"}))

    again = edition.feed(Selection(), busy)
    assert again is not first
    assert again == first


def test_mixes_are_bounded_too_and_the_one_asked_for_longest_ago_goes_first(
    event: SideEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "MOST_FEEDS", 2)
    edition = Edition(event, base=None)
    segments = [item.id for item in event.occurrences]
    choices = [
        Selection(segments=tuple(segments)),
        Selection(themes=("skills",), segments=(segments[0],)),
        Selection(themes=("skills",), segments=(segments[1],)),
    ]
    first, second, third = (edition.feed(choice, Options()) for choice in choices)

    again = [edition.feed(choice, Options()) for choice in reversed(choices)]

    assert again == [third, second, first]
    assert [again[0] is third, again[1] is second, again[2] is first] == [True, True, False]


def test_a_vevent_is_in_memory_once_however_many_feeds_hold_it(event: SideEvent) -> None:
    snapshot = publish(event, MemoryStore(), moment=NOON, tzdata="2026f").snapshot
    assert snapshot is not None
    stored = {id(entry.body) for entry in snapshot.ledger.values()}

    edition = Edition(event, base=None, snapshot=snapshot)

    held = [
        piece
        for feed in edition.published.values()
        for piece in feed.pieces
        if piece.startswith(b"BEGIN:VEVENT")
    ]
    assert len(held) > len(stored)
    assert {id(piece) for piece in held} == stored


def test_a_feed_larger_than_all_that_may_be_kept_is_served_all_the_same(
    event: SideEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "MOST_BYTES", 10)

    edition = Edition(event, base=None)

    assert edition.feed(Selection(), Options(busy=True)).count == 2


def test_a_feed_of_a_store_has_the_date_of_its_own_last_change(event: SideEvent) -> None:
    store = MemoryStore()
    publish(event, store, moment=NOON, tzdata="2026f")
    values = event.model_dump()
    values["segments"][0]["title"] = "Another title"
    later = NOON + timedelta(hours=1)
    changed = SideEvent.model_validate(values)
    snapshot = publish(changed, store, moment=later, tzdata="2026f").snapshot
    assert snapshot is not None

    edition = Edition(snapshot.event, base=None, snapshot=snapshot)

    assert edition.modified("agenda.ics") == later
    assert edition.modified("themes/skills.ics") == NOON
    assert edition.last_modified == later


def test_a_feed_that_did_not_change_is_not_made_again(event: SideEvent) -> None:
    store = MemoryStore()
    first = publish(event, store, moment=NOON, tzdata="2026f").snapshot
    assert first is not None
    before = Edition(first.event, base=None, snapshot=first)
    values = event.model_dump()
    values["segments"][0]["title"] = "Another title"
    changed = SideEvent.model_validate(values)
    done = publish(changed, store, moment=NOON + timedelta(hours=1), tzdata="2026f")
    assert done.snapshot is not None

    after = Edition(changed, base=None, snapshot=done.snapshot, former=before)

    anew = Edition(changed, base=None, snapshot=done.snapshot)
    assert after.published == anew.published
    same = {path for path, feed in after.published.items() if feed is before.published.get(path)}
    assert same == after.published.keys() - set(done.feeds)
    assert same


def test_at_another_address_every_feed_is_made_again(event: SideEvent) -> None:
    """Each of them says where it is."""
    snapshot = publish(event, MemoryStore(), moment=NOON, tzdata="2026f").snapshot
    before = Edition(event, base=None, snapshot=snapshot)

    base = "https://new.example.org/breakfast/"
    after = Edition(event, base=base, snapshot=snapshot, former=before)

    assert after.published == Edition(event, base=base, snapshot=snapshot).published
