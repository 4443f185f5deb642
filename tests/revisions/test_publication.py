from datetime import UTC, datetime
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.revisions.feedstates import FeedState
from roundtable_ical.revisions.ledger import Entry
from roundtable_ical.revisions.parts import changed_parts
from roundtable_ical.revisions.publication import (
    Publication,
    Revision,
    Snapshot,
    following,
    stepped,
)
from roundtable_ical.revisions.stamps import Stamp

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


def revision(number: int, **more: str) -> Revision:
    words = {"author": "", "message": ""} | more
    return Revision(event_id="lunch", number=number, moment=NOON, tzdata="2026f", **words)


def entry(id_: str, sequence: int) -> Entry:
    stamp = Stamp(sequence=sequence, modified=NOON)
    return Entry(segment_id=id_, stamp=stamp, start=NOON, end=NOON, tzid=None, body=b"")


def feed(path: str, digest: str) -> FeedState:
    return FeedState(path=path, digest=digest, modified=NOON)


def test_a_revision_reads_as_one_line() -> None:
    line = str(revision(3, author="Ana", message="the minister leaves early"))

    assert line == "revision 3 of 2026-09-01 12:00 UTC by Ana: the minister leaves early"
    assert str(revision(1)) == "revision 1 of 2026-09-01 12:00 UTC"


def test_what_a_reader_sees_next_is_the_old_with_the_new_over_it(values: dict[str, Any]) -> None:
    event = SideEvent.model_validate(values)
    before = Snapshot(
        revision=revision(1),
        event=event,
        ledger={"a": entry("a", 0), "b": entry("b", 0)},
        feeds={"agenda.ics": feed("agenda.ics", "1"), "event.ics": feed("event.ics", "1")},
    )
    publication = Publication(
        revision=revision(2),
        parts={},
        entries=(entry("b", 1),),
        feeds=(feed("agenda.ics", "2"),),
    )

    after = following(before, publication, event)

    assert after.revision.number == 2
    assert {id_: each.stamp.sequence for id_, each in after.ledger.items()} == {"a": 0, "b": 1}
    assert {path: each.digest for path, each in after.feeds.items()} == {
        "agenda.ics": "2",
        "event.ics": "1",
    }


def test_a_reader_steps_from_one_revision_to_the_next_by_what_was_published(
    values: dict[str, Any],
) -> None:
    event = SideEvent.model_validate(values)
    before = Snapshot(revision=revision(1), event=event, ledger={}, feeds={})
    values["segments"][0]["title"] = "Opening"
    opening = SideEvent.model_validate(values)
    publication = Publication(
        revision=revision(2),
        parts=changed_parts(event, opening),
        entries=(entry("a", 1),),
        feeds=(),
    )

    assert stepped(before, publication) == following(before, publication, opening)
