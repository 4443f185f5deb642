"""What a person would say has changed between two programmes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from roundtable_ical.programme.base import Part
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.places import UNSEEN
from roundtable_ical.programme.segments import Status
from roundtable_ical.revisions.differences import Differences, differences
from roundtable_ical.revisions.views import Seen, said_name, seen


class ChangeKind(StrEnum):
    """What happened, in an organiser's words."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    MOVED = "moved"
    SWAPPED = "swapped"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    ROOM = "other room"
    RENAMED = "renamed"
    THEMES = "themes changed"
    SPEAKER_JOINED = "speaker joined"
    SPEAKER_LEFT = "speaker left"
    SPEAKER_CONFIRMED = "speaker confirmed"
    SPEAKER_UNCONFIRMED = "speaker to be confirmed"
    SPEAKER_CHANGED = "speaker changed"
    WORDS = "words changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was.

    *segment_id* is None for what concerns the event as a whole. *was* and *now* are what a
    "was / is" line shows, empty where there is nothing to show. *inherited* is the id of the venue,
    speaker or theme that the change came from, None where it is the segment's own.
    """

    segment_id: str | None
    title: str
    kind: ChangeKind
    was: str = ""
    now: str = ""
    inherited: str | None = None

    def __str__(self) -> str:
        words = [self.title, self.kind.value]
        if self.was:
            words.append(f"was: {self.was}")
        if self.now:
            words.append(f"is: {self.now}")
        return " | ".join(words)


_STATUS_CHANGES = {
    Status.CANCELLED: ChangeKind.CANCELLED,
    Status.TENTATIVE: ChangeKind.TENTATIVE,
    Status.CONFIRMED: ChangeKind.CONFIRMED,
    Status.UNSCHEDULED: ChangeKind.UNSCHEDULED,
}
_WORDS = ("abstract", "note", "url", "open_end", "kind")
_EVENT_WORDS = ("subtitle", "kind", "objective", "hosts", "url", "language", "uid_domain")


def changes(
    before: SideEvent | None, after: SideEvent, different: Differences | None = None
) -> tuple[Change, ...]:
    """Return what changed from *before* to *after*, in the order of the new agenda; removals last.

    Args:
        before: the programme as it was; None when there was none.
        after: the programme as it is.
        different: `differences` of the two, where the caller has them.

    Returns:
        For each segment (each day of a recurring one by itself) what changed about it, what it
        takes from its venue, speakers and themes included. Nothing where nothing is different:
        ``changes(event, event) == ()``. Two segments that took each other's start are *swapped*.
    """
    touched = (different or differences(before, after)).touched(after)
    touched |= {segment.id for segment in after.unscheduled}
    gone = [id_ for id_ in (before.agenda if before else ()) if id_ not in after.agenda]
    old = seen(before, {*touched, *gone}) if before else {}
    new = seen(after, touched)
    found = list(_of_event(before, after)) if before else []
    for id_, now in new.items():
        was = old.get(id_)
        if was is None:
            found.append(_change(now, ChangeKind.ADDED, now=now.when))
        elif was != now:
            found += _of_segment(was, now)
    found += [_change(old[id_], ChangeKind.REMOVED, was=old[id_].when) for id_ in gone]
    return tuple(_with_swaps(found, old, new))


def _change(
    of: Seen, kind: ChangeKind, was: str = "", now: str = "", inherited: str | None = None
) -> Change:
    return Change(
        segment_id=of.segment.id,
        title=str(of.segment.title),
        kind=kind,
        was=was,
        now=now,
        inherited=inherited,
    )


def _of_event(before: SideEvent, after: SideEvent) -> Iterator[Change]:
    def change(kind: ChangeKind, was: object = "", now: object = "") -> Change:
        title = str(after.title)
        return Change(segment_id=None, title=title, kind=kind, was=str(was), now=str(now))

    if before.title != after.title:
        yield change(ChangeKind.RENAMED, before.title, after.title)
    if before.status != after.status:
        yield change(_STATUS_CHANGES[after.status], before.status, after.status)
    if any(getattr(before, field) != getattr(after, field) for field in _EVENT_WORDS):
        yield change(ChangeKind.WORDS)


def _of_segment(was: Seen, now: Seen) -> Iterator[Change]:
    yield from _of_status(was, now)
    yield from _of_time(was, now)
    yield from _of_place(was, now)
    if was.segment.title != now.segment.title:
        old, new = str(was.segment.title), str(now.segment.title)
        yield _change(now, ChangeKind.RENAMED, old, new)
    yield from _of_themes(was, now)
    yield from _of_people(was, now)
    words = [f for f in _WORDS if getattr(was.segment, f) != getattr(now.segment, f)]
    if words == ["note"]:
        yield _change(now, ChangeKind.WORDS, *(str(each.segment.note or "") for each in (was, now)))
    elif words:
        yield _change(now, ChangeKind.WORDS)


def _of_status(was: Seen, now: Seen) -> Iterator[Change]:
    if was.status == now.status:
        return
    if was.status is Status.CANCELLED and now.status is not Status.UNSCHEDULED:
        yield _change(now, ChangeKind.RETURNED, now=now.when)
    elif was.status is Status.UNSCHEDULED:
        yield _change(now, ChangeKind.SCHEDULED, was.when, now.when)
    elif now.status is Status.UNSCHEDULED:
        yield _change(now, ChangeKind.UNSCHEDULED, was.when, now.when)
    else:
        yield _change(now, _STATUS_CHANGES[now.status], was.status.value, now.status.value)


def _of_time(was: Seen, now: Seen) -> Iterator[Change]:
    old, new = was.occurrence, now.occurrence
    if old is None or new is None or (old.span == new.span and was.when == now.when):
        return
    if old.start != new.start or was.day != now.day or old.zone != new.zone:
        yield _change(now, ChangeKind.MOVED, was.when, now.when)
    if old.minutes != new.minutes:
        shorter = new.minutes < old.minutes
        kind = ChangeKind.SHORTENED if shorter else ChangeKind.LENGTHENED
        yield _change(now, kind, f"{old.minutes} min", f"{new.minutes} min")


def _of_place(was: Seen, now: Seen) -> Iterator[Change]:
    old = was.occurrence.venue if was.occurrence else None
    new = now.occurrence.venue if now.occurrence else None
    if was.occurrence is None or now.occurrence is None or _shown(old) == _shown(new):
        return
    inherited = new.id if old and new and old.id == new.id else None
    yield _change(now, ChangeKind.ROOM, was.place, now.place, inherited)


def _shown(part: Part | None) -> object:
    """Return all of *part* but what is kept for other formats: that nobody sees."""
    return part and part.model_dump(exclude=UNSEEN)


def _of_themes(was: Seen, now: Seen) -> Iterator[Change]:
    old = {theme.id: _shown(theme) for theme in was.themes}
    new = {theme.id: _shown(theme) for theme in now.themes}
    if list(old.items()) == list(new.items()):
        return
    inherited = next((id_ for id_ in new if id_ in old and old[id_] != new[id_]), None)
    titles = [
        ", ".join(str(theme.title) for theme in themes) for themes in (was.themes, now.themes)
    ]
    own = inherited if old.keys() == new.keys() else None
    yield _change(now, ChangeKind.THEMES, titles[0], titles[1], own)


def _of_people(was: Seen, now: Seen) -> Iterator[Change]:
    old = {part.speaker: (part, speaker) for part, speaker in was.people}
    new = {part.speaker: (part, speaker) for part, speaker in now.people}
    for id_, (part, speaker) in new.items():
        words = said_name(part, speaker)
        if id_ not in old:
            yield _change(now, ChangeKind.SPEAKER_JOINED, now=words)
        elif old[id_] != new[id_]:
            old_part, old_speaker = old[id_]
            before = said_name(old_part, old_speaker)
            unsure = part.tbc or speaker.tbc
            inherited = id_ if old_part == part else None
            if unsure != (old_part.tbc or old_speaker.tbc):
                kind = ChangeKind.SPEAKER_UNCONFIRMED if unsure else ChangeKind.SPEAKER_CONFIRMED
                yield _change(now, kind, before, words, inherited)
            elif before != words or old_part.remote != part.remote:
                yield _change(now, ChangeKind.SPEAKER_CHANGED, before, words, inherited)
    for id_, (part, speaker) in old.items():
        if id_ not in new:
            yield _change(now, ChangeKind.SPEAKER_LEFT, was=said_name(part, speaker))
    if old.keys() == new.keys() and [*old] != [*new]:
        before, words = (
            ", ".join(said_name(*both) for both in people.values()) for people in (old, new)
        )
        yield _change(now, ChangeKind.SPEAKER_CHANGED, before, words)


def _with_swaps(
    found: list[Change], old: dict[str, Seen], new: dict[str, Seen]
) -> Iterator[Change]:
    """Yield *found*; two segments that moved to each other's start are *swapped*, one with one."""
    moved = [each.segment_id for each in found if each.kind is ChangeKind.MOVED]
    partners = _partners({id_: _way(old[id_], new[id_]) for id_ in moved if id_})
    for change in found:
        other = partners.get(change.segment_id or "")
        if change.kind is ChangeKind.MOVED and other:
            title = str(new[other].segment.title)
            yield replace(change, kind=ChangeKind.SWAPPED, now=f"{change.now}, with {title}")
        else:
            yield change


_Way = tuple[datetime | None, datetime | None]


def _way(was: Seen, now: Seen) -> _Way:
    """Return from which start to which a segment moved."""
    old, new = was.occurrence, now.occurrence
    return old.start if old else None, new.start if new else None


def _partners(ways: dict[str, _Way]) -> dict[str, str]:
    """Return who moved where who came from, both ways; in the order of *ways*."""
    waiting: dict[_Way, list[str]] = {}
    found: dict[str, str] = {}
    for id_, (begun, begins) in ways.items():
        back = waiting.get((begins, begun))
        if begun == begins:  # only the zone is another
            continue
        if back:
            found[id_] = back.pop(0)
            found[found[id_]] = id_
        else:
            waiting.setdefault((begun, begins), []).append(id_)
    return found
