"""What is served from a store: the newest revision, and the last good one in trouble."""

from collections.abc import Hashable
from datetime import UTC, datetime, timedelta

import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.errors import Unavailable, Unreadable
from roundtable_ical.revisions.publication import Publication, Snapshot
from roundtable_ical.services import follow_store
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)


class Shaky(MemoryStore):
    """A store that can be out of reach."""

    reachable = True

    def mark(self) -> Hashable:
        """Return the mark, or fail as a lost connection does."""
        if not self.reachable:
            raise Unavailable("postgresql://db: the server does not answer; look whether it runs")
        return super().mark()


class Served:
    """A shelf over a store, and what the log was told."""

    def __init__(self) -> None:
        self.store = Shaky()
        self.log: list[str] = []
        self.shelf = StoreShelf(
            store=self.store, base=lambda _: None, tell=self.log.append, warn=self.log.append
        )
        self.hours = 0

    def publish(self, event: SideEvent) -> None:
        """Publish *event*, an hour after the last one."""
        self.hours += 1
        publish(event, self.store, moment=NOON + timedelta(hours=self.hours), tzdata="2026f")


@pytest.fixture
def breakfast() -> SideEvent:
    return read("samples/hld-2013")


def rehearsed(event: SideEvent) -> Publication:
    """Return what publishing *event* for the first time appends."""
    store = MemoryStore()
    publish(event, store, moment=NOON, tzdata="2026f")
    [publication] = store.publications(event.id)
    return publication


def renamed(event: SideEvent, title: str) -> SideEvent:
    values = event.model_dump()
    values["segments"][0]["title"] = title
    return SideEvent.model_validate(values)


def test_what_is_published_is_served_at_the_next_look(breakfast: SideEvent) -> None:
    served = Served()
    served.shelf.refresh()
    served.publish(breakfast)

    served.shelf.refresh()

    assert list(served.shelf.editions) == ["hld-2013"]
    assert served.log == ["hld-2013 served, revision 1 of 2026-10-06 13:00 UTC"]


def test_only_what_has_a_new_revision_is_taken_again(breakfast: SideEvent) -> None:
    served = Served()
    served.publish(breakfast)
    served.publish(read("samples/week-of-side-events"))
    served.shelf.refresh()
    before = dict(served.shelf.editions)
    served.publish(renamed(breakfast, "Opening"))

    served.shelf.refresh()

    after = served.shelf.editions
    assert after["week-of-side-events"] is before["week-of-side-events"]
    assert b"SUMMARY:Opening" in after["hld-2013"].published["agenda.ics"].body
    assert served.shelf.serial == 3


def test_a_look_without_news_changes_nothing(breakfast: SideEvent) -> None:
    served = Served()
    served.publish(breakfast)
    served.shelf.refresh()
    edition, serial = served.shelf.editions["hld-2013"], served.shelf.serial

    served.shelf.refresh()

    assert served.shelf.editions["hld-2013"] is edition
    assert served.shelf.serial == serial


def test_in_trouble_the_last_good_feeds_stay_and_it_is_said_once(breakfast: SideEvent) -> None:
    served = Served()
    served.publish(breakfast)
    served.shelf.refresh()
    edition = served.shelf.editions["hld-2013"]
    served.log.clear()
    served.store.reachable = False

    served.shelf.refresh()
    served.shelf.refresh()

    assert served.shelf.editions["hld-2013"] is edition
    assert [file.stale for file in served.shelf.files] == [True]
    assert served.log == [
        "the store cannot be read (the last good feeds stay up): "
        "postgresql://db: the server does not answer; look whether it runs"
    ]


def test_it_recovers_by_itself_and_takes_what_was_missed(breakfast: SideEvent) -> None:
    served = Served()
    served.publish(breakfast)
    served.shelf.refresh()
    served.store.reachable = False
    served.shelf.refresh()
    served.publish(renamed(breakfast, "Opening"))
    served.store.reachable = True

    served.shelf.refresh()

    assert [file.stale for file in served.shelf.files] == [False]
    assert b"SUMMARY:Opening" in served.shelf.editions["hld-2013"].published["agenda.ics"].body
    assert served.log[-1] == "the store can be read again"


def test_who_waits_hears_of_a_publication(breakfast: SideEvent) -> None:
    served = Served()
    served.publish(breakfast)

    assert served.shelf.wait(1.0) is True


def test_a_reader_takes_what_was_published_and_not_all_that_there_is(
    breakfast: SideEvent,
) -> None:
    served = Served()
    served.publish(breakfast)
    served.shelf.refresh()
    before = served.shelf.editions["hld-2013"].event.segments
    served.publish(renamed(breakfast, "Opening"))
    served.publish(renamed(breakfast, "Welcome, everybody"))

    served.shelf.refresh()

    edition = served.shelf.editions["hld-2013"]
    assert edition.snapshot == served.store.latest("hld-2013")
    shared = [one is other for one, other in zip(before, edition.event.segments, strict=True)]
    assert shared == [False, *[True] * (len(before) - 1)]


def test_far_behind_or_over_another_store_all_is_read_anew(
    breakfast: SideEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store may be put back from a copy: its revision 2 is not the one that was read."""
    monkeypatch.setattr(follow_store, "MOST_STEPS", 1)
    served = Served()
    served.publish(breakfast)
    served.shelf.refresh()
    for title in ("One", "Two", "Three"):
        served.publish(renamed(breakfast, title))
    served.shelf.refresh()
    assert served.shelf.editions["hld-2013"].snapshot == served.store.latest("hld-2013")

    put_back = Served()
    put_back.publish(renamed(breakfast, "Another past"))
    served.shelf.store = put_back.store
    served.shelf.refresh()

    assert served.shelf.editions["hld-2013"].snapshot == put_back.store.latest("hld-2013")


class Damaged(Shaky):
    """A store that has lost what one event consists of."""

    damaged: str | None = None

    def latest(self, event_id: str) -> Snapshot | None:
        """Return the newest revision, or say that it cannot be read."""
        if event_id == self.damaged:
            raise Unreadable(f"store.sqlite: {event_id}, revision 1 cannot be read")
        return super().latest(event_id)


def test_one_event_that_cannot_be_read_keeps_no_other_from_being_served(
    breakfast: SideEvent,
) -> None:
    served = Served()
    served.shelf.store = served.store = store = Damaged()
    store.damaged = "hld-2013"
    served.publish(read("samples/week-of-side-events"))
    store.append(rehearsed(breakfast))

    served.shelf.refresh()
    served.shelf.refresh()

    assert list(served.shelf.editions) == ["week-of-side-events"]
    assert {file.path: file.stale for file in served.shelf.files} == {
        "hld-2013": True,
        "week-of-side-events": False,
    }
    assert served.log == [
        "hld-2013 (what is served stays up): store.sqlite: hld-2013, revision 1 cannot be read",
        "week-of-side-events served, revision 1 of 2026-10-06 13:00 UTC",
    ]
