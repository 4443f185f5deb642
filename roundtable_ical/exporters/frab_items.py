"""One item of an agenda as an ``event`` of schedule.xml."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from roundtable_ical.exporters.frab_nodes import attribute, child, items
from roundtable_ical.ical.identity import uid
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.foreign import as_said
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.texts import Text, public

FRAB = "frab"
ORDER = (
    "room title subtitle type date start duration abstract description slug track persons language "
    "recording links attachments logo url feedback_url"
)
_NEEDED = frozenset(
    "room title subtitle type date start duration abstract slug track persons language".split()
)
"""What the schema of the format wants to be there, if empty."""

_OWN = frozenset({"title", "room", "track", "date", "start", "duration"})
_TEXTS = ("abstract", "description")


def kept_of(part: Any) -> Mapping[str, Any]:
    """Return what schedule.xml said of *part* beyond it."""
    kept = part.foreign.get(FRAB)
    return kept if isinstance(kept, Mapping) else {}


@dataclass
class Items:
    """Writes the items of one event."""

    event: SideEvent
    order: str = ""
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        taken = (str(kept_of(segment).get("@id", "")) for segment in self.event.segments)
        self.used |= {number for number in taken if number}
        self.said: Callable[[str], str] = str if self.order else public
        self.numbers = {id_: n for n, id_ in enumerate(self.event.people, start=1)}

    def write(self, parent: etree._Element, segment: Segment, at: Occurrence | None) -> None:
        """Add *segment* to *parent*; *at* is its time, None while that is open."""
        kept = kept_of(segment)
        element = etree.SubElement(parent, "event")
        for name, value in self._attributes(segment, kept).items():
            attribute(element, name, value)
        own = self.own(segment, at)
        texts = self._texts(kept, own["abstract"])
        order = str(kept.get("#order") or self.order or ORDER).split()
        imported = bool(self.order) and bool(kept)
        if not imported:
            own = self._own_too(segment) | own
        begun: dict[str, int] = {}
        for each in order:
            tag, _, number = each.partition("*")
            values = texts[tag] if tag in texts else items(kept.get(tag))
            first = begun.get(tag, 0)
            last = first + int(number) if number.isdecimal() else len(values)
            begun[tag] = last
            for value in values[first:last]:
                if imported or value or own.get(tag) or tag in _NEEDED:
                    self._child(element, tag, value, own.get(tag, ""), segment)
        tags = {each.partition("*")[0] for each in order}
        for tag in ("track", "persons", "abstract"):
            told = not (tag == "abstract" and "description" in tags)
            if tag not in tags and own[tag] and told:
                self._child(element, tag, None, own[tag], segment)

    def own(self, segment: Segment, at: Occurrence | None) -> dict[str, str]:
        """Return what the programme says of *segment*, in the words of the format."""
        venue = at.venue if at else self.event.frame.venue_of(segment)
        theme = self.event.topics[segment.themes[0]] if segment.themes else None
        found = {
            "title": self._said(segment.title),
            "abstract": self._said(segment.abstract),
            "room": self._said(venue.room or venue.name) if venue else "",
            "track": self._said(theme.title) if theme else "",
            "persons": "\n".join(
                self._name(self.event.people[a.speaker]) for a in segment.speakers
            ),
            "date": "",
            "start": "",
            "duration": "",
        }
        if segment.status is Status.CANCELLED and not kept_of(segment):
            found["title"] = f"CANCELLED: {found['title']}"
        if at is None:
            return found
        start = at.start.astimezone(self.event.timezone)
        length = f"{at.minutes // 60:02}:{at.minutes % 60:02}"
        return {
            **found,
            "date": start.isoformat(),
            "start": f"{start:%H:%M}",
            "duration": length,
        }

    def _said(self, words: Text | None) -> str:
        return self.said(words.said_in(self.event.language)) if words else ""

    def _name(self, speaker: Speaker) -> str:
        if speaker.name and speaker.consent:
            return self._said(speaker.name)
        return self.said(speaker.place_words(self.event.language))

    def _attributes(self, segment: Segment, kept: Mapping[str, Any]) -> dict[str, str]:
        found = {key[1:]: str(value) for key, value in kept.items() if key.startswith("@")}
        if self.order and kept:
            return found
        if "id" not in found:
            number = len(self.used) + 1
            while str(number) in self.used:
                number += 1
            self.used.add(str(number))
            found = {"id": str(number), **found}
        return {"guid": uid(self.event, segment.id).partition("@")[0], **found}

    def _own_too(self, segment: Segment) -> dict[str, str]:
        return {
            "type": segment.kind.value,
            "slug": f"{self.event.id}-{segment.id}",
            "language": self.event.language,
        }

    def _texts(self, kept: Mapping[str, Any], own: str) -> dict[str, list[Any]]:
        """Return abstract and description, which are one text in a programme."""
        beside = [
            each for tag in _TEXTS for each in items(kept.get(tag)) if isinstance(each, Mapping)
        ]
        if beside and all(each.get("=") == as_said(own) for each in beside):
            return {
                tag: [_without(each) for each in items(kept[tag])] if tag in kept else [""]
                for tag in _TEXTS
            }
        told = str(kept.get("#order") or self.order or ORDER).split()
        order = {each.partition("*")[0] for each in told}
        begun = kept.get("abstract", None if "abstract" in order else "")
        if isinstance(begun, str) and not beside:
            if own == begun:
                return {"abstract": [begun], "description": [""]}
            if not begun and "description" in order:
                return {"abstract": [""], "description": [own]}
            if begun and own.startswith(begun + "\n"):
                return {"abstract": [begun], "description": [own[len(begun) :].lstrip("\n")]}
        return {"abstract": [own], "description": [""]}

    def _child(
        self, parent: etree._Element, tag: str, value: Any, own: str, segment: Segment
    ) -> None:
        stands = isinstance(value, Mapping) and value.get("=", as_said(own)) == as_said(own)
        if tag == "persons" and not (stands and isinstance(value, Mapping)):
            people = child(parent, tag)
            if people is not None:
                self._persons(people, segment)
        elif tag in _TEXTS or value is None or isinstance(value, str):
            child(parent, tag, own if value is None else value)
        elif not stands:
            attributes = {key: each for key, each in value.items() if key.startswith("@")}
            child(parent, tag, {**attributes, "#text": own})
        else:
            bare = tag in _OWN and not any(key[0] not in "@=" for key in value)
            child(parent, tag, {**value, "#text": own} if bare else value)

    def _persons(self, parent: etree._Element, segment: Segment) -> None:
        for appearance in segment.speakers:
            speaker = self.event.people[appearance.speaker]
            kept = dict(kept_of(speaker))
            if not kept and not self.order:
                kept = {"@id": str(self.numbers[speaker.id])}
            if name := self._name(speaker):
                child(parent, "person", {**kept, "#text": name} if "#text" not in kept else kept)


def _without(value: Any) -> Any:
    return {k: v for k, v in value.items() if k != "="} if isinstance(value, Mapping) else value
