"""Small programmes, and publications of them that tell at a glance of which revision they are."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from roundtable_ical.ports import ProgrammeStore
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.feedstates import FeedState, all_paths
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, State
from roundtable_ical.revisions.parts import changed_parts
from roundtable_ical.revisions.publication import Publication, Revision, Snapshot
from roundtable_ical.revisions.stamps import Stamp

HOSTILE = (
    "Zażółć 'gęślą' \"jaźń\"; DROP TABLE parts; -- 🕊️ مرحبا \u202eabc\u202c %s :x ?1 \\ {}\t漢字"
)
FIRST = datetime(2026, 9, 1, 12, tzinfo=UTC)


def values(event_id: str = "breakfast", **changes: Any) -> dict[str, Any]:
    """Return the programme file of a breakfast, *changes* made to it."""
    return {
        "id": event_id,
        "title": "Breakfast",
        "timezone": "America/New_York",
        "date": "2026-09-24",
        "revised": "2026-09-01T12:00:00Z",
        "venues": [{"id": "hall", "name": "Dining Hall", "city": "New York"}],
        "themes": [{"id": "skills", "title": "Skills"}],
        "speakers": [{"id": "guy", "name": "Guy Ryder"}],
        "segments": [
            {"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"},
            {
                "id": "panel",
                "title": "Panel",
                "start": "08:30",
                "end": "09:00",
                "themes": ["skills"],
                "speakers": ["guy"],
            },
        ],
    } | changes


@cache
def breakfast(number: int, event_id: str = "breakfast") -> SideEvent:
    """Return the programme as revision *number* has it; every second one has a third segment."""
    programme = values(event_id, title=f"Breakfast {number}", objective=HOSTILE)
    if number % 2:
        lunch = {"id": "lunch", "title": f"Lunch {number}", "start": "12:00", "end": "13:00"}
        programme["segments"].append(lunch)
    return SideEvent.model_validate(programme)


@cache
def publication(number: int, event_id: str = "breakfast") -> Publication:
    """Return revision *number*, whose every entry and feed says that number."""
    event = breakfast(number, event_id)
    before = breakfast(number - 1, event_id) if number > 1 else None
    moment = FIRST + timedelta(hours=number, microseconds=number)
    live = [_entry(item.id, number, *item.span, themes=item.segment.themes, speakers=("guy",))
            for item in event.occurrences]  # fmt: skip
    gone = [] if number % 2 else [_entry("lunch", number, FIRST, FIRST, state=State.GONE)]
    whole = _entry(WHOLE_EVENT, number, FIRST, moment)
    return Publication(
        revision=Revision(
            event_id=event_id,
            number=number,
            moment=moment,
            author=f"Ann <{HOSTILE}>",
            message=f"{HOSTILE}\nline two {number}",
            tzdata="2026a",
        ),
        parts=changed_parts(before, event),
        entries=(*live, *gone, whole),
        feeds=tuple(
            FeedState(path=path, digest=f"{number:032x}", modified=moment)
            for path in all_paths(event)
        ),
    )


def snapshot(number: int, event_id: str = "breakfast") -> Snapshot:
    """Return what is to be read once revision *number* is the newest."""
    newest = publication(number, event_id)
    return Snapshot(
        revision=newest.revision,
        event=breakfast(number, event_id),
        ledger={entry.segment_id: entry for entry in newest.entries},
        feeds={feed.path: feed for feed in newest.feeds},
    )


def appended(store: ProgrammeStore, count: int) -> None:
    """Append the first *count* revisions."""
    for number in range(1, count + 1):
        store.append(publication(number))


def unordered(found: Publication) -> tuple[object, ...]:
    """Return *found* as stores keep it: entries and feeds have no order."""
    entries = {entry.segment_id: entry for entry in found.entries}
    feeds = {feed.path: feed for feed in found.feeds}
    return found.revision, dict(found.parts), entries, feeds


def close(*stores: ProgrammeStore) -> None:
    """Close every store."""
    for store in stores:
        store.close()


def _entry(
    segment_id: str, number: int, start: datetime, end: datetime, **fields: Any
) -> Entry:  # fmt: skip
    moment = FIRST + timedelta(hours=number)
    return Entry(
        segment_id=segment_id,
        stamp=Stamp(sequence=number, modified=moment, created=FIRST if number % 3 else None),
        start=start,
        end=end,
        tzid="America/New_York" if number % 2 else None,
        body=bytes(range(256)) + f"{segment_id} {number} {HOSTILE}\r\n".encode(),
        **fields,
    )
