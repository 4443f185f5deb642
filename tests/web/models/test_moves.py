from datetime import UTC, datetime

import pytest

from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.retell import Retold, Told
from roundtable_ical.web.models.moves import Move, moves, worded
from roundtable_ical.web.reader import Reader


def retold(number: int, *changes: Change) -> Retold:
    moment = datetime(2026, 9, number, tzinfo=UTC)
    revision = Revision(
        event_id="e", number=number, moment=moment, author="", message="", tzdata="2026f"
    )
    return Retold(revision=revision, told=tuple(Told(change=each) for each in changes))


def moved(was: str, now: str, kind: ChangeKind = ChangeKind.MOVED) -> Change:
    return Change(segment_id="panel", title="Panel", kind=kind, was=was, now=now)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (
            "2026-10-29 08:15-08:30",
            "2026-10-29 08:20-08:35",
            Move(was="08:15–08:30", now="08:20–08:35"),
        ),
        (
            "2026-10-29 08:15-08:30",
            "2026-10-30 08:15-08:30",
            Move(was="2026-10-29 08:15–08:30", now="2026-10-30 08:15–08:30"),
        ),
        (
            "2026-10-29 08:15-08:30",
            "2026-10-29 09:00-09:15, with Video",
            Move(was="08:15–08:30", now="09:00–09:15"),
        ),
    ],
)
def test_a_move_says_the_day_only_where_it_changed(was: str, now: str, told: Move) -> None:
    assert moves([retold(2, moved(was, now))]) == {"panel": told}


def test_days_of_a_move_are_written_as_the_language_does() -> None:
    move = Move(was="2026-10-29 08:15–08:30", now="2026-10-30 08:15–08:30")
    room = Move(was="Room 2026-10-29", now="Room 2", room=True)

    assert worded(move, Reader(wanted="en")) == Move(
        was="Thu 29 Oct 2026, 08:15–08:30", now="Fri 30 Oct 2026, 08:15–08:30"
    )
    assert worded(room, Reader(wanted="en")) == room


def test_another_room_is_a_move_too() -> None:
    change = moved("Room 1, Palais", "Room 2, Palais", ChangeKind.ROOM)

    assert moves([retold(2, change)]) == {
        "panel": Move(was="Room 1, Palais", now="Room 2, Palais", room=True)
    }


def test_the_newest_move_counts() -> None:
    newest = moved("2026-10-29 08:20-08:35", "2026-10-29 08:25-08:40")
    older = moved("2026-10-29 08:15-08:30", "2026-10-29 08:20-08:35")

    found = moves([retold(3, newest), retold(2, older)])

    assert found == {"panel": Move(was="08:20–08:35", now="08:25–08:40")}


def test_what_was_added_or_reworded_did_not_move() -> None:
    added = moved("", "2026-10-29 08:20-08:35", ChangeKind.ADDED)
    words = moved("a", "b", ChangeKind.RENAMED)

    assert moves([retold(1, added, words)]) == {}


def test_what_moved_long_ago_is_no_news() -> None:
    move = moved("2026-10-29 08:15-08:30", "2026-10-29 08:20-08:35")

    assert moves([retold(5), retold(4), retold(3), retold(2, move)]) == {}
