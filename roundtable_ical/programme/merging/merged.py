"""A document read again meets the file that was made of it: ids and additions stay.

What the document says is taken (titles, times, people, status); what it does not speak of stays
as it is in the file (ids, addresses, abstracts, colours, translations). With the document that
the file was first made from, corrections stay too where the document is as it was then.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.likeness import normal
from roundtable_ical.programme.merging.remaining import cut
from roundtable_ical.programme.merging.renaming import rebuilt, renamed
from roundtable_ical.programme.merging.sameness import (
    added_by_hand,
    explained,
    ids,
    label,
    matches,
    names,
    without_series,
)
from roundtable_ical.programme.merging.segments import (
    Placed,
    Side,
    Supposed,
    Used,
    merged_segment,
    settled,
)
from roundtable_ical.programme.merging.values import Languages, merged_status, merged_text, taken
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.segments import Status

_LAST_REVISION = 2**31 - 1
_EVENT = ("title", "subtitle", "kind", "hours", "objective", "background", "participants")
_EVENT_ELSE = ("timezone", "url", "organizer", "walks", "constraints", "foreign")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "hosts": ("name", "role", "url"),
    "themes": ("title", "description", "color", "foreign"),
    "speakers": (
        *("honorific", "name", "function", "affiliation", "label", "email", "foreign"),
        *("available", "away"),
    ),
    "venues": (
        *("name", "room", "address", "city", "timezone", "geo", "url", "foreign"),
        *("capacity", "equipment", "hours"),
    ),
    "rooms": ("name", "url", "foreign"),
}


class Missing(StrEnum):
    """What becomes of a part of the file that the document does not have."""

    REMOVE = "remove"
    CANCEL = "cancel"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The new *event*, and what is to be told of how it came about."""

    event: SideEvent
    notes: tuple[Problem, ...] = ()


def merged(
    present: SideEvent,
    document: SideEvent,
    base: SideEvent | None = None,
    missing: Missing = Missing.REMOVE,
    unsaid: Collection[Path] = (),
) -> Merge:
    """Return *present* brought to what *document* says.

    Args:
        present: the event of the file.
        document: the event of the document, `revised` now.
        base: that of the document that the file was first made from; None where it is gone.
        missing: what becomes of segments that the document does not have. Those that *base* did
            not have either were added by hand, and stay.
        unsaid: paths of values in *document* that it does not say, and that somebody had to
            suppose: what the file has there stays.

    Returns:
        The event; *present* itself where nothing is different.

    Raises:
        InvalidProgramme: the two do not fit together.
    """
    supposed = Supposed.of(document, unsaid)
    document = without_series(present, document)
    first = renamed(base, names(matches(present, base), present, base)) if base else None
    found = matches(first or present, document)
    told = [(first or present, found)]
    if first:
        added = added_by_hand(found, matches(present, document), first)
        told.append((present, added))
        found = {section: [*pairs, *added[section]] for section, pairs in found.items()}
    notes = [
        explained(match, section, old, document)
        for old, known in told
        for section, pairs in known.items()
        for match in pairs
        if match.reason
    ]
    called = names(found, present, document, first)
    theirs = renamed(document, called)
    work = _Work(present, theirs, first, missing, notes, supposed.renamed(called.segments))
    event = work.event()
    if rebuilt(event, revised=present.revised, revision=present.revision) == present:
        return Merge(event=present, notes=tuple(work.notes))
    return Merge(event=event, notes=tuple(work.notes))


class _Work:
    """The parts of the new event, as they come together."""

    def __init__(
        self,
        present: SideEvent,
        document: SideEvent,
        base: SideEvent | None,
        missing: Missing,
        notes: list[Problem],
        supposed: Supposed,
    ) -> None:
        self.present, self.document, self.base = present, document, base
        self.keep = missing is not Missing.REMOVE
        self.missing = missing
        self.notes = notes
        self.supposed = supposed
        self.languages = Languages(file=present.language, document=document.language)

    def event(self) -> SideEvent:
        """Return the new event, `revised` by the document's moment."""
        ours, theirs, base = self.present, self.document, self.base
        said = [name for name in _EVENT if name not in self.supposed.fields]
        fields = taken(ours, theirs, base, self.languages, said)
        fields |= taken(ours, theirs, base, self.languages, _EVENT_ELSE)
        fields["status"] = merged_status(ours.status, theirs.status, base.status if base else None)
        if ours.url:
            fields["url"] = ours.url
        if theirs.days and theirs.days != ours.days and (not base or base.days != theirs.days):
            fields |= {"date": theirs.date, "dates": theirs.dates}
        placed = self._segments()
        used = Used.of(placed)
        venues = self._venues(used.places)
        draft = rebuilt(ours, **fields, venues=venues, segments=(), venue=self._venue(venues))
        segments = tuple(settled(placed, draft.frame, draft.places))
        event = rebuilt(
            draft,
            walks=fields["walks"],
            constraints=fields["constraints"],
            hosts=self._parts("hosts", frozenset()),
            themes=self._parts("themes", used.themes),
            speakers=self._parts("speakers", used.speakers),
            segments=segments,
            revised=theirs.revised,
            revision=None if ours.revision is None else min(ours.revision + 1, _LAST_REVISION),
        )
        self.notes += cut(fields, event)
        return event

    def _venue(self, venues: Sequence[Venue]) -> str | None:
        known = {place.id for venue in venues for place in venue.expanded()}
        return self.present.venue if self.present.venue in known else None

    def _segments(self) -> list[Placed]:
        ours, theirs = Side.of(self.present), Side.of(self.document)
        base = Side.of(self.base) if self.base else None
        found: dict[str, Placed] = {}
        for id_, segment in ours.segments.items():
            if id_ in theirs.segments:
                found[id_] = merged_segment(
                    id_, ours, theirs, base, self.languages, keep=self.keep, supposed=self.supposed
                )
            elif self._stays("segments", segment.id) or segment.repeat:
                found[id_] = Placed(segment, ours, ours)
            elif self.missing is Missing.CANCEL:
                cancelled = segment.model_copy(update={"status": Status.CANCELLED})
                found[id_] = Placed(cancelled, ours, ours)
            else:
                self._tell("removed", "segments", id_)
        new = {id_: Placed(each, theirs, theirs) for id_, each in theirs.segments.items()}
        return _in_order(found, self._unless_taken_out("segments", new))

    def _parts(self, section: str, used: Iterable[str]) -> tuple[Any, ...]:
        """Return the parts of a section that have nothing inside them."""
        ours, theirs, base = (
            {each.id: each for each in getattr(event, section)} if event else {}
            for event in (self.present, self.document, self.base)
        )
        found: dict[str, Any] = {}
        for id_, part in ours.items():
            if id_ in theirs:
                found[id_] = self._part(section, part, theirs[id_], base.get(id_))
            elif id_ in used or self.keep or self._stays(section, id_):
                found[id_] = part
            else:
                self._tell("removed", section, id_)
        new = self._unless_taken_out(section, theirs)
        wanted = {id_: each for id_, each in new.items() if id_ in used or id_ not in base}
        return tuple(_in_order(found, wanted))

    def _part(self, section: str, ours: Any, theirs: Any, base: Any) -> Any:
        update = taken(ours, theirs, base, self.languages, _FIELDS[section])
        if section == "speakers":
            if base is None or base.tbc != theirs.tbc:
                update["tbc"] = theirs.tbc
            if ours.email:
                update["email"] = ours.email
            if theirs.name and not ours.name:  # the place that was kept has been filled
                update["label"] = theirs.label
                update["function"] = theirs.function or ours.function
        return ours.model_copy(update=update)

    def _stays(self, section: str, id_: str) -> bool:
        """Whether what the document does not have stays: it says nothing of such, or never did."""
        if not ids(self.document, section) or self.missing is Missing.KEEP:
            return True
        return self.base is not None and id_ not in ids(self.base, section)

    def _unless_taken_out(self, section: str, parts: Mapping[str, Any]) -> dict[str, Any]:
        """Return *parts* without those that were in the first document, and not in the file."""
        ours, first = ids(self.present, section), ids(self.base, section)
        out = [id_ for id_ in parts if id_ in first and id_ not in ours]
        if section == "segments":
            for id_ in out:
                self._tell("left-out", section, id_)
        return {id_: part for id_, part in parts.items() if id_ not in out}

    def _tell(self, code: str, section: str, id_: str) -> None:
        gone = code == "removed"
        name = label(self.present if gone else self.document, section, id_)
        reason = "is not in the document" if gone else "was taken out of the file by hand"
        words = f"{code.replace('-', ' ')}: {name!r} {reason}"
        self.notes.append(Problem.warning(code, (section,), words))

    def _venues(self, used: frozenset[str]) -> tuple[Venue, ...]:
        ours, theirs = self.present.places, self.document.places
        base = self.base.places if self.base else {}
        found: dict[str, Venue] = {}
        for venue in self.present.venues:
            rooms = tuple(
                self._room(room, theirs.get(room.id), base.get(room.id))
                for room in venue.rooms
                if room.id in theirs
                or room.id in used
                or self.keep
                or self._stays("places", room.id)
            )
            told = theirs.get(venue.id)
            merged_venue = venue
            if told is not None:
                plain = told.model_copy(update={"rooms": ()})
                merged_venue = self._part("venues", venue, plain, base.get(venue.id))
                new_rooms = (room for room in told.rooms if room.id not in ours)
                rooms = (*rooms, *new_rooms)
            elif not (rooms or venue.id in used or self.keep or self._stays("places", venue.id)):
                self._tell("removed", "places", venue.id)
                continue
            found[venue.id] = merged_venue.model_copy(update={"rooms": rooms})
        new: dict[str, Venue] = {}
        for venue in self.document.venues:
            rooms = tuple(room for room in venue.rooms if room.id not in ours)
            if venue.id not in ours and (rooms or not venue.rooms or venue.id in used):
                new[venue.id] = venue.model_copy(update={"rooms": rooms})
        return tuple(_in_order(found, self._unless_taken_out("places", new)))

    def _room(self, ours: Any, told: Venue | None, base: Venue | None) -> Any:
        if told is None:
            return ours
        name = told.room or told.name
        unchanged = base is not None and (base.room or base.name) == name
        kept = unchanged or normal(name) == normal(ours.name)
        merged_name = ours.name if kept else merged_text(ours.name, name, self.languages)
        return ours.model_copy(update={"name": merged_name})


_Item = TypeVar("_Item")


def _in_order(found: Mapping[str, _Item], new: Mapping[str, _Item]) -> list[_Item]:
    """Return *found* in its order, and of *new* what is not in it, each behind the one before."""
    order: list[str] = [*found]
    before: str | None = None
    for id_ in new:
        if id_ not in found:
            order.insert(order.index(before) + 1 if before in order else 0, id_)
        before = id_ if id_ in order else before
    return [found[id_] if id_ in found else new[id_] for id_ in order]
