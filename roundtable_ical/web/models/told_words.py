"""The words of a change in the reader's language.

A `Change` says what was and is in plain English, as the command line prints it: moments as
``2026-10-29 08:15-08:30``, lengths as ``45 min``, a status, a role in brackets. What is ours in
that is said in the reader's words here; what the organiser wrote stays as it is.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Status
from roundtable_ical.revisions.changes import Change, ChangeKind
from roundtable_ical.web.languages import catalogue
from roundtable_ical.web.languages import marked as _
from roundtable_ical.web.reader import Reader

BADGES: dict[ChangeKind, tuple[str, str, str]] = {
    ChangeKind.ADDED: ("ok", "plus", _("New")),
    ChangeKind.REMOVED: ("off", "cross", _("Removed")),
    ChangeKind.CANCELLED: ("off", "cross", _("Cancelled")),
    ChangeKind.RETURNED: ("ok", "tick", _("Takes place after all")),
    ChangeKind.TENTATIVE: ("tbc", "", _("To be confirmed")),
    ChangeKind.CONFIRMED: ("ok", "tick", _("Confirmed")),
    ChangeKind.SCHEDULED: ("ok", "tick", _("Time set")),
    ChangeKind.UNSCHEDULED: ("tbc", "", _("Time open")),
    ChangeKind.MOVED: ("moved", "arrow", _("Moved")),
    ChangeKind.SWAPPED: ("moved", "arrow", _("Swapped")),
    ChangeKind.SHORTENED: ("moved", "arrow", _("Shorter")),
    ChangeKind.LENGTHENED: ("moved", "arrow", _("Longer")),
    ChangeKind.ROOM: ("moved", "arrow", _("Other room")),
    ChangeKind.RENAMED: ("moved", "arrow", _("Renamed")),
    ChangeKind.THEMES: ("moved", "arrow", _("Themes")),
    ChangeKind.SPEAKER_JOINED: ("ok", "plus", _("Speaker added")),
    ChangeKind.SPEAKER_LEFT: ("neutral", "cross", _("Speaker gone")),
    ChangeKind.SPEAKER_CONFIRMED: ("ok", "tick", _("Speaker confirmed")),
    ChangeKind.SPEAKER_UNCONFIRMED: ("tbc", "", _("Speaker to be confirmed")),
    ChangeKind.SPEAKER_CHANGED: ("moved", "arrow", _("Speaker")),
    ChangeKind.WORDS: ("neutral", "arrow", _("Text")),
}
"""By kind: class of the badge, its icon ("" is a question mark), its word."""

_STATUSES = {
    Status.CONFIRMED: _("Confirmed"),
    Status.TENTATIVE: _("To be confirmed"),
    Status.CANCELLED: _("Cancelled"),
    Status.UNSCHEDULED: _("Time open"),
}
_REVISED = _("Revised")
_DAY = r"(\d{4}-\d\d-\d\d)"
_TIME = r"(\d\d:\d\d)"
_WHEN = re.compile(rf"{_DAY} {_TIME}-(?:(?:{_DAY} )?{_TIME})?")
_LENGTH = re.compile(r"(\d+) min")
_ROLES = {f" ({role})": role for role in Role if role is not Role.SPEAKER}
_TIMES = frozenset(
    {
        ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RETURNED, ChangeKind.SCHEDULED,
        ChangeKind.UNSCHEDULED, ChangeKind.MOVED, ChangeKind.SWAPPED,
    }
)  # fmt: skip
TEXTS = frozenset(
    {ChangeKind.ROOM, ChangeKind.RENAMED, ChangeKind.THEMES, ChangeKind.WORDS}
)  # fmt: skip
"""Of these, what was and is are the organiser's own words."""
_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.SWAPPED})
_WITH_REASON = frozenset(
    {
        ChangeKind.CANCELLED, ChangeKind.RETURNED, ChangeKind.TENTATIVE, ChangeKind.CONFIRMED,
        ChangeKind.SCHEDULED, ChangeKind.UNSCHEDULED,
    }
)  # fmt: skip
_LENGTHS = frozenset({ChangeKind.SHORTENED, ChangeKind.LENGTHENED})
_STATES = frozenset({ChangeKind.CANCELLED, ChangeKind.TENTATIVE, ChangeKind.CONFIRMED})
_PEOPLE = frozenset(
    {
        ChangeKind.SPEAKER_JOINED, ChangeKind.SPEAKER_LEFT, ChangeKind.SPEAKER_CONFIRMED,
        ChangeKind.SPEAKER_UNCONFIRMED, ChangeKind.SPEAKER_CHANGED,
    }
)  # fmt: skip


def joined(told: Iterable[Change]) -> Iterator[tuple[Change, str]]:
    """Yield the changes that a person would tell, each with its reason, which may be empty.

    Of what moved, a new length shows in its times; a note that comes with a new state is why.
    """
    found = list(told)
    moved = {each.segment_id for each in found if each.kind in _MOVES}
    states = {each.segment_id for each in found if each.kind in _WITH_REASON}
    notes = {
        each.segment_id: each.now
        for each in found
        if each.kind is ChangeKind.WORDS and each.segment_id in states and each.now
    }
    for each in found:
        id_ = each.segment_id
        if each.kind in _LENGTHS and id_ in moved:
            continue
        if each.kind is ChangeKind.WORDS and id_ in notes:
            continue
        yield each, notes.get(id_, "") if each.kind in _WITH_REASON else ""


def was_and_is(change: Change, reader: Reader) -> tuple[str, str]:
    """Return what stands under "was" and "is"; either may be empty."""
    if change.kind is ChangeKind.WORDS and not change.was and not change.now:
        return "", _ours(_REVISED, reader)
    return _said(change.was, change.kind, reader), _said(change.now, change.kind, reader)


def _said(words: str, kind: ChangeKind, reader: Reader) -> str:
    if not words:
        return ""
    if kind in _TIMES:
        return _when(words, reader)
    if kind in _LENGTHS and (length := _LENGTH.fullmatch(words)):
        return reader.minutes(int(length[1]))
    if kind in _STATES:
        return _ours(_STATUSES[Status(words)], reader)
    return _person(words, reader) if kind in _PEOPLE else words


def _ours(message: str, reader: Reader) -> str:
    return str(catalogue(reader.language).ugettext(message))


def _when(words: str, reader: Reader) -> str:
    found = _WHEN.match(words)
    if found is None:
        return _ours(_STATUSES[Status.UNSCHEDULED], reader)
    day, start, other, end = found.groups()
    last = _at(other, end, reader) if other else end or ""
    when = f"{_at(day, start, reader)}–{last}"
    _, _, partner = words[found.end() :].partition(", with ")
    return f"{when} ({partner})" if partner else when


def _at(day: str, time: str, reader: Reader) -> str:
    return reader.at(reader.short_day(date.fromisoformat(day), year=False), time)


def _person(words: str, reader: Reader) -> str:
    role = next((role for tail, role in _ROLES.items() if words.endswith(tail)), None)
    name = words.removesuffix(f" ({role})") if role else words
    name = reader.words.withheld if name == "a speaker to be announced" else name
    return f"{name} ({reader.words.roles[role]})" if role else name
