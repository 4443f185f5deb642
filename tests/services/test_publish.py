from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.errors import RevisionConflict, UnknownId, UnpublishableFeed
from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.ical.lint import Finding, lint
from roundtable_ical.programme.selection import Selection
from roundtable_ical.services import publish as publishing
from roundtable_ical.services.publish import Published, publish, rollback
from roundtable_ical.stores.memory import MemoryStore

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)
TZDATA = "2026f"


@pytest.fixture
def week() -> SideEvent:
    return read("samples/week-of-side-events")


def with_segment(event: SideEvent, id_: str, **changes: Any) -> SideEvent:
    """Return *event* with a changed segment."""
    values = deepcopy(event.model_dump())
    for segment in values["segments"]:
        if segment["id"] == id_:
            segment |= changes
    return SideEvent.model_validate(values)


def without(event: SideEvent, id_: str) -> SideEvent:
    """Return *event* without a segment."""
    values = event.model_dump()
    values["segments"] = [each for each in values["segments"] if each["id"] != id_]
    return SideEvent.model_validate(values)


def test_the_same_programme_twice_makes_one_revision(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)

    again = publish(read("samples/week-of-side-events"), store, moment=NOON, tzdata=TZDATA)

    assert again == Published(revision=None, snapshot=store.latest(week.id))
    assert len(store.history(week.id)) == 1


def test_moving_one_segment_changes_exactly_the_feeds_that_hold_it(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)
    before = store.latest(week.id)
    opening = next(item for item in week.occurrences if item.id == "opening")
    people = {f"speakers/{part.speaker}.ics" for part in opening.segment.speakers}

    done = publish(
        with_segment(week, "opening", end="09:35"),
        store,
        moment=NOON + timedelta(hours=1),
        tzdata=TZDATA,
    )

    holding = {"event.ics", "agenda.ics", "venues/un-headquarters.ics", "venues/ecosoc-chamber.ics"}
    assert set(done.feeds) == holding | people
    after = store.latest(week.id)
    assert before is not None
    assert after is not None
    same = {path for path in before.feeds if before.feeds[path] == after.feeds[path]}
    assert same == set(before.feeds) - set(done.feeds)


def test_unchanged_feeds_keep_every_byte(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)
    before = store.latest(week.id)
    publish(without(week, "opening"), store, moment=NOON + timedelta(hours=1), tzdata=TZDATA)
    after = store.latest(week.id)
    assert before is not None
    assert after is not None

    for theme in week.topics:
        choice = Selection(themes=(theme,))
        old, new = (FeedWriter(s.event, ledger=s.ledger).feed(choice) for s in (before, after))
        assert (old.body == new.body) == (before.feeds[old.path] == after.feeds[new.path])


def test_what_was_taken_out_is_in_the_feeds_that_held_it(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)
    publish(without(week, "opening"), store, moment=NOON + timedelta(hours=1), tzdata=TZDATA)
    snapshot = store.latest(week.id)
    assert snapshot is not None

    writer = FeedWriter(snapshot.event, ledger=snapshot.ledger)

    agenda = writer.feed()
    chair = writer.feed(Selection(speakers=("tomas-lindqvist",)))
    assert b"SUMMARY:CANCELLED: Opening of the week\r\n" in agenda.body
    assert b"SUMMARY:CANCELLED: Opening of the week\r\n" in chair.body
    assert lint(agenda.body) == ()


def test_somebody_who_did_not_see_the_newest_revision_is_told_what_was_missed(
    week: SideEvent,
) -> None:
    store = MemoryStore()
    first = publish(week, store, moment=NOON, tzdata=TZDATA).snapshot
    shorter, longer = (with_segment(week, "opening", end=end) for end in ("09:35", "09:45"))
    publish(shorter, store, moment=NOON, tzdata=TZDATA, author="Ana", message="shorter")

    with pytest.raises(RevisionConflict) as caught:
        publish(longer, store, moment=NOON, tzdata=TZDATA, before=first)

    assert str(caught.value) == (
        "week-of-side-events: somebody else published in between: "
        "revision 2 of 2026-10-06 12:00 UTC by Ana: shorter"
    )
    assert len(store.history(week.id)) == 2


def test_a_rehearsal_publishes_nothing_and_tells_everything(week: SideEvent) -> None:
    store = MemoryStore()

    rehearsed = publish(week, store, moment=NOON, tzdata=TZDATA, dry_run=True)

    assert store.history(week.id) == ()
    assert rehearsed == publish(week, store, moment=NOON, tzdata=TZDATA)


def test_a_rollback_is_a_new_revision_with_risen_sequence(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)
    publish(
        with_segment(week, "opening", end="09:35"),
        store,
        moment=NOON + timedelta(hours=1),
        tzdata=TZDATA,
    )

    done = rollback(week.id, 1, store, moment=NOON + timedelta(hours=2), tzdata=TZDATA)

    snapshot = store.latest(week.id)
    assert snapshot is not None
    assert done.revision is not None
    assert (done.revision.number, done.revision.message) == (3, "as in revision 1")
    assert snapshot.event == week
    assert snapshot.ledger["opening"].stamp.sequence == (week.revision or 0) + 2
    assert "themes/skills.ics" not in done.feeds


def test_there_is_no_rolling_back_to_what_never_was(week: SideEvent) -> None:
    store = MemoryStore()
    publish(week, store, moment=NOON, tzdata=TZDATA)

    with pytest.raises(UnknownId, match="there is no revision '7'; there is: 1"):
        rollback(week.id, 7, store, moment=NOON, tzdata=TZDATA)


def test_events_share_a_store_and_nothing_else(week: SideEvent) -> None:
    store = MemoryStore()
    breakfast = read("samples/hld-2013")

    publish(week, store, moment=NOON, tzdata=TZDATA)
    publish(breakfast, store, moment=NOON, tzdata=TZDATA)

    assert store.events() == ("hld-2013", "week-of-side-events")
    assert [len(store.history(id_)) for id_ in store.events()] == [1, 1]


def test_a_feed_that_would_break_is_not_published(
    week: SideEvent,
) -> None:
    """The linter is the last to look; what it refuses leaves the store as it was."""
    store = MemoryStore()
    broken = Finding("E9", 40, "DTEND is not after DTSTART", "error")

    with pytest.raises(UnpublishableFeed) as caught:
        publish(week, store, moment=NOON, tzdata=TZDATA, judge=lambda _: (broken,))

    assert str(caught.value) == (
        "week-of-side-events was not published: line 40: E9: DTEND is not after DTSTART"
    )
    assert store.history(week.id) == ()


def test_a_large_publication_is_judged_in_parts_and_all_of_it(
    week: SideEvent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory has a bound, and what is wrong in the last part is found like the rest."""
    monkeypatch.setattr(publishing, "MOST_JUDGED", 3)
    judged: list[bytes] = []

    def judge(feed: bytes) -> tuple[Finding, ...]:
        judged.append(feed)
        return ()

    done = publish(week, MemoryStore(), moment=NOON, tzdata=TZDATA, judge=judge)

    assert done.snapshot is not None
    assert max(feed.count(b"BEGIN:VEVENT") for feed in judged) == 3
    bodies = {entry.body for entry in done.snapshot.ledger.values()}
    assert {body for body in bodies if any(body in feed for feed in judged)} == bodies

    last = judged[-1]
    broken = Finding("E9", 40, "DTEND is not after DTSTART", "error")
    with pytest.raises(UnpublishableFeed):
        publish(
            week,
            MemoryStore(),
            moment=NOON,
            tzdata=TZDATA,
            judge=lambda feed: (broken,) if feed == last else (),
        )
