"""What another format says is no change that anybody sees."""

from datetime import UTC, datetime

from roundtable_ical import SideEvent
from roundtable_ical.revisions.changes import changes
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore

PLAIN = {
    "id": "e",
    "title": "Event",
    "timezone": "Europe/Zurich",
    "date": "2026-10-29",
    "revised": "2026-09-01T12:00:00Z",
    "venues": [{"id": "v", "name": "V", "rooms": [{"id": "r", "name": "R"}]}],
    "themes": [{"id": "t", "title": "T"}],
    "speakers": [{"id": "s", "name": "S"}],
}
SEGMENT = {
    "id": "a", "title": "A", "start": "09:00", "end": "10:00", "venue": "r", "themes": ["t"],
    "speakers": ["s"],
}  # fmt: skip
KEPT = {"foreign": {"frab": {"@id": "7"}}}


def both() -> tuple[SideEvent, SideEvent]:
    venue = {"id": "v", "name": "V", "rooms": [{"id": "r", "name": "R", **KEPT}], **KEPT}
    kept = {
        **PLAIN,
        **KEPT,
        "venues": [venue],
        "themes": [{"id": "t", "title": "T", **KEPT}],
        "speakers": [{"id": "s", "name": "S", **KEPT}],
        "segments": [{**SEGMENT, **KEPT}],
    }
    return SideEvent.model_validate({**PLAIN, "segments": [SEGMENT]}), SideEvent.model_validate(
        kept
    )


def test_it_is_no_change() -> None:
    before, after = both()

    assert changes(before, after) == ()


def test_its_publication_gives_no_feed_new_bytes() -> None:
    before, after = both()
    store = MemoryStore()
    publish(before, store, moment=datetime(2026, 9, 2, tzinfo=UTC), tzdata="2026f", before=None)
    first = store.latest("e")

    publish(after, store, moment=datetime(2026, 9, 3, tzinfo=UTC), tzdata="2026f", before=first)

    second = store.latest("e")
    assert first is not None
    assert second is not None
    assert second.feeds == first.feeds
    assert second.ledger == first.ledger
