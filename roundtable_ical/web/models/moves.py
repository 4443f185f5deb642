"""What a segment's time was before: the "was / is" beside it, where a store remembers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.services.retell import Retold
from roundtable_ical.web.reader import Reader

_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.SWAPPED, ChangeKind.ROOM})
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)")
_RECENT = 3
"""Revisions whose moves are still said: older ones are news to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """From *was* to *now*, each as "10:00–11:00", with the day where that is another one."""

    was: str
    now: str
    room: bool = False


def moves(retold: Iterable[Retold]) -> Mapping[str, Move]:
    """Return by segment what its time or room was before the newest of *retold* that changed it.

    Args:
        retold: revisions, newest first; the very first one moves nothing.
    """
    found: dict[str, Move] = {}
    for each in list(retold)[:_RECENT]:
        for told in each.told:
            change = told.change
            if change.segment_id and change.segment_id not in found and _is_move(change):
                found[change.segment_id] = _move(change)
    return found


def worded(move: Move, reader: Reader) -> Move:
    """Return *move* with its days as the reader's language writes them."""

    def told(when: str) -> str:
        return _MOMENT.sub(lambda at: reader.at(day(at[1]), at[2]), when)

    def day(written: str) -> str:
        return reader.short_day(date.fromisoformat(written))

    return move if move.room else replace(move, was=told(move.was), now=told(move.now))


def _is_move(change: Change) -> bool:
    return bool(change.was) and change.kind in _MOVES


def _move(change: Change) -> Move:
    if change.kind is ChangeKind.ROOM:
        return Move(was=change.was, now=change.now, room=True)
    was, now = change.was, change.now.partition(", with ")[0]
    day = was.partition(" ")[0]
    if now.startswith(f"{day} "):
        was, now = was.partition(" ")[2], now.partition(" ")[2]
    return Move(was=_dashed(was), now=_dashed(now))


def _dashed(when: str) -> str:
    """Return a span with an en dash; the hyphens of a date stay."""
    head, _, tail = when.rpartition("-")
    return f"{head}–{tail}" if head else when
