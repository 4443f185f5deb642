"""See first what an order does, then take it."""

from datetime import UTC, datetime, timedelta

from roundtable_ical import SideEvent, shifted
from roundtable_ical.scheduling.found import ClashKind
from roundtable_ical.services.publish import publish
from roundtable_ical.services.reschedule import dated, preview, undoing
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import values

BREAKFAST = SideEvent.model_validate(values(hours="08:20-09:05"))
NOW = datetime(2026, 9, 20, 12, 0, 0, 123, tzinfo=UTC)


def test_clashes_are_made_mended_or_become_longer() -> None:
    for by, expected in {
        5: ([], [ClashKind.HOURS], []),
        10: ([ClashKind.HOURS], [ClashKind.HOURS], []),
        -5: ([], [], [(5, 10)]),
    }.items():
        seen = preview(BREAKFAST, shifted(BREAKFAST, "welcome", by).event)

        assert (
            [clash.kind for clash in seen.made],
            [clash.kind for clash in seen.mended],
            [(was.minutes, now.minutes) for was, now in seen.changed],
        ) == expected
        assert [each.segment for each in seen.effects] == ["welcome", "panel"]


def test_clashes_with_other_events_count() -> None:
    other = SideEvent.model_validate(
        values(
            "other",
            venues=[],
            segments=[
                {
                    "id": "talk",
                    "title": "Talk",
                    "start": "09:00",
                    "minutes": 30,
                    "speakers": ["guy"],
                }
            ],
        )
    )

    seen = preview(BREAKFAST, shifted(BREAKFAST, "panel", 5).event, [other])

    assert [(clash.kind, clash.minutes) for clash in seen.made] == [(ClashKind.PERSON, 5)]


def test_what_is_written_is_dated_and_counted_where_it_counts() -> None:
    counting = BREAKFAST.model_copy(update={"revision": 4})

    assert (dated(BREAKFAST, NOW).revised, dated(BREAKFAST, NOW).revision) == (
        NOW.replace(microsecond=0),
        None,
    )
    assert dated(counting, NOW).revision == 5
    assert dated(BREAKFAST, BREAKFAST.revised - timedelta(days=1)).revised == BREAKFAST.revised


def test_each_undoing_goes_one_revision_further_back() -> None:
    store, found = MemoryStore(), []
    versions = [
        BREAKFAST.model_copy(update={"title": BREAKFAST.title.model_copy(update={"root": words})})
        for words in ("One", "Two", "Three")
    ]
    for number, event in enumerate(versions):
        publish(event, store, moment=NOW, tzdata="2026a", message=f"step {number + 1}")
    while undone := undoing(store, "breakfast"):
        found.append((str(undone.before.title), undone.message))
        publish(undone.before, store, moment=NOW, tzdata="2026a", message=undone.message)

    assert found == [
        ("Two", "undone: step 3; as in revision 2"),
        ("One", "undone: step 2; as in revision 1"),
    ]
