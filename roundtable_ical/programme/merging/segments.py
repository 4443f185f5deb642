"""One segment out of two: that of the file, and the same one in a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.merging.likeness import normal
from roundtable_ical.programme.merging.values import Languages, merged_status, taken
from roundtable_ical.programme.occurrences import Frame
from roundtable_ical.programme.people import Appearance, Role
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.problems import Path
from roundtable_ical.programme.segments import Kind, Segment

Span = tuple[datetime, datetime]
_TIME = ("date", "start", "end", "minutes", "fold", "timezone", "repeat")
_SAID = (
    *("title", "abstract", "url", "note", "foreign"),
    *("elastic", "least", "audience", "needs"),
)


@dataclass(frozen=True, slots=True)
class Side:
    """An event, and for each of its segments the first time it is on."""

    event: SideEvent
    segments: Mapping[str, Segment]
    spans: Mapping[str, Span]

    @classmethod
    def of(cls, event: SideEvent) -> "Side":
        """Return *event* with its segments and their times by id."""
        spans: dict[str, Span] = {}
        for item in event.occurrences:
            spans.setdefault(item.series, item.span)
        return cls(event, {each.id: each for each in event.segments}, spans)

    def place(self, id_: str) -> str | None:
        """Return where a segment is, by the event's default where it names no venue."""
        venue = self.event.frame.venue_of(self.segments[id_])
        return venue.id if venue else None


@dataclass(frozen=True, slots=True)
class Supposed:
    """What a document does not say, and was supposed: *fields* of the event, *ends* of segments."""

    fields: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    @classmethod
    def of(cls, event: SideEvent, paths: Iterable[Path]) -> "Supposed":
        """Return what stands at *paths* in *event*."""
        fields: set[str] = set()
        ends: set[str] = set()
        for path in paths:
            match path:
                case (str(name),):
                    fields.add(name)
                case ("segments", int(at), "end" | "minutes") if at < len(event.segments):
                    ends.add(event.segments[at].id)
        return cls(frozenset(fields), frozenset(ends))

    def renamed(self, segments: Mapping[str, str]) -> "Supposed":
        """Return the same with other ids of *segments*."""
        return Supposed(self.fields, frozenset(segments.get(id_, id_) for id_ in self.ends))


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment, and the side that its time and its place were taken from."""

    segment: Segment
    time: Side
    place: Side


@dataclass(frozen=True, slots=True)
class Used:
    """Ids that segments name."""

    themes: frozenset[str]
    speakers: frozenset[str]
    places: frozenset[str]

    @classmethod
    def of(cls, found: Iterable[Placed]) -> "Used":
        """Return what the segments *found* name."""
        themes: set[str] = set()
        speakers: set[str] = set()
        places: set[str | None] = set()
        for each in found:
            segment = each.segment
            parts = [*segment.speakers]
            if segment.repeat:
                for change in segment.repeat.changes.values():
                    parts += change.speakers or ()
                    places.add(change.venue)
            themes.update(segment.themes)
            speakers.update(part.speaker for part in parts)
            places |= {segment.venue, each.place.place(segment.id)}
        return cls(frozenset(themes), frozenset(speakers), frozenset(filter(None, places)))


def merged_segment(
    id_: str,
    present: Side,
    document: Side,
    base: Side | None,
    languages: Languages,
    *,
    keep: bool,
    supposed: Supposed = Supposed(),  # a frozen value
) -> Placed:
    """Return the segment *id_* of *present* brought to what *document* says of it.

    Args:
        id_: its id on every side.
        present: the file.
        document: the document.
        base: the document that the file was first made from.
        languages: of texts that name none.
        keep: whether people whom the document does not have stay.
        supposed: what the document does not say.
    """
    ours, theirs = present.segments[id_], document.segments[id_]
    first = base.segments.get(id_) if base else None
    update = taken(ours, theirs, first, languages, _SAID)
    update["status"] = merged_status(ours.status, theirs.status, first.status if first else None)
    renamed = normal(ours.title) != normal(theirs.title)
    # What it is and which theme it belongs to were read out of its title: they change with it.
    if theirs.kind is not Kind.OTHER and (ours.kind is Kind.OTHER or renamed or theirs.foreign):
        update |= taken(ours, theirs, first, languages, ("kind",))
    if theirs.themes and (not ours.themes or renamed or theirs.foreign):
        update |= taken(ours, theirs, first, languages, ("themes",))
    update["speakers"] = _appearances(ours, theirs, first, keep=keep)
    was, now = present.spans.get(id_), document.spans.get(id_)
    same_time = was == now or (was and now and was[0] == now[0] and id_ in supposed.ends)
    unmoved = base is not None and base.spans.get(id_) == document.spans.get(id_) and first
    timed = present
    if not (same_time or unmoved or (ours.repeat and not theirs.repeat)):
        update |= {name: getattr(theirs, name) for name in _TIME}
        timed = document
    here, there = present.place(id_), document.place(id_)
    was_there = base.place(id_) if base and first else None
    located = present
    if there is not None and there not in {here, was_there}:
        update["venue"] = theirs.venue
        located = document
    return Placed(ours.model_copy(update=update), timed, located)


def _appearances(
    ours: Segment, theirs: Segment, first: Segment | None, *, keep: bool
) -> tuple[Appearance, ...]:
    """Return who speaks: the document's people, with what the file adds to each of them."""
    if first is not None and first.speakers == theirs.speakers:
        return ours.speakers
    before = {part.speaker: part for part in first.speakers} if first else {}
    known = {part.speaker: part for part in ours.speakers}
    if not theirs.speakers and (first is None or keep):
        return ours.speakers
    found = [
        _appearance(known.get(part.speaker), part, before.get(part.speaker))
        for part in theirs.speakers
        if part.speaker in known or part.speaker not in before
    ]
    told = {part.speaker for part in theirs.speakers}
    by_hand = (
        part
        for part in ours.speakers
        if part.speaker not in told and (keep or (first and part.speaker not in before))
    )
    return (*found, *by_hand)


def _appearance(
    ours: Appearance | None, theirs: Appearance, first: Appearance | None
) -> Appearance:
    if ours is None:
        return theirs
    if first == theirs:
        return ours
    role = ours.role if theirs.role is Role.SPEAKER else theirs.role
    return theirs.model_copy(update={"role": role, "remote": ours.remote or theirs.remote})


def settled(found: Iterable[Placed], frame: Frame, places: Mapping[str, Venue]) -> list[Segment]:
    """Return segments that say by themselves what their new event would say otherwise for them.

    Args:
        found: segments, with the events that they got their days, zones and places from.
        frame: what their new event says for those that say nothing.
        places: the venues and rooms of the new event.
    """
    return [_settled(each, replace(frame, venues=places)) for each in found]


def _settled(each: Placed, frame: Frame) -> Segment:
    segment = each.segment
    id_ = segment.id
    update: dict[str, Any] = {}
    place = each.place.place(id_)
    here = frame.venue_of(segment)
    if place in frame.venues and (here is None or here.id != place):
        update["venue"] = place
    source = each.time.segments[id_]
    if source.start is not None:
        zone = each.time.event.frame.zone_of(source)
        segment = segment.model_copy(update=update)
        if frame.zone_of(segment).key != zone.key:
            update["timezone"] = zone
        day = source.date or source.start.day or each.time.event.frame.day
        if not (segment.date or (segment.start and segment.start.day)) and frame.day != day:
            update["date"] = day
    return segment.model_copy(update=update) if update else segment
