"""What a schedule.xml says and an event has no field for: kept beside it, for the way back.

``foreign: {frab: ...}`` of the event is the file without its items: where an item stood is its id.
That of a segment is its element. What the programme says itself is not kept; where the file says it
in other words, these are kept with what the programme said then (``=``), and stand as long as it
still says it. An element that is missing in ``#order`` was not there.
"""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from lxml import etree

from roundtable_ical.importers.schedules.drafted import Drafted
from roundtable_ical.importers.schedules.frab_plan import FRAB
from roundtable_ical.importers.schedules.frab_tree import (
    add,
    alike,
    attributes,
    encoded,
    local,
)
from roundtable_ical.importers.schedules.moments import day, moment
from roundtable_ical.importers.schedules.plan import Talk
from roundtable_ical.importers.schedules.words import readable
from roundtable_ical.programme.foreign import as_said
from roundtable_ical.programme.texts import Text

if TYPE_CHECKING:
    from roundtable_ical.importers.schedules.frab_document import Document

ORDER = "#order"
_PLAIN = "date start duration room title"
_TEXTS = ("abstract", "description")


class Kept:
    """Notes in a draft what its document says beyond it."""

    def __init__(self, document: "Document", drafted: Drafted) -> None:
        self.document = document
        self.drafted = drafted
        self.plan = document.plan
        self.positions = {id(event): n for n, event in enumerate(document.events)}
        self.language = str(drafted.values["language"])
        self.own = [self._own(talk, n) for n, talk in enumerate(self.plan.talks)]
        self.people = {key: self._person(key, element) for key, element in document.persons.items()}

    def note(self) -> None:
        """Write ``foreign`` into the values of the draft."""
        values = self.drafted.values
        orders = [_order(event) for event in self.document.events]
        usual = next((order for order, _ in Counter(orders).most_common(1)), "") or _PLAIN
        for position, event in enumerate(self.document.events):
            kept = self._segment(event, position, orders[position], usual)
            if kept:
                values["segments"][position]["foreign"] = {FRAB: readable(kept)}
        for speaker, key in zip(values.get("speakers", ()), self.drafted.speaker_ids, strict=True):
            if person := self.people.get(key):
                speaker["foreign"] = {FRAB: readable(person)}
        skeleton = {ORDER: usual, "schedule": self._skeleton(self.document.root)}
        values["foreign"] = {FRAB: readable(skeleton)}

    def _person(self, key: str, element: etree._Element) -> dict[str, Any]:
        kept = encoded(element)
        if isinstance(kept, str):
            return {}
        if alike(str(kept.get("#text", "")), self.plan.people[key].name):
            kept.pop("#text", None)
        return kept

    def _segment(
        self, event: etree._Element, position: int, order: str, usual: str
    ) -> dict[str, Any]:
        talk = self.plan.talks[position]
        own = self.own[position]
        kept = attributes(event)
        if order != usual:
            kept[ORDER] = order
        seen: dict[str, Any] = {}
        texts: dict[str, list[Any]] = {}
        for child in event:
            tag = child.tag
            value: Any = encoded(child)
            if tag in _TEXTS:
                texts.setdefault(tag, []).append(value)
            else:
                add(seen, tag, value)
        for tag, value in seen.items():
            left = value
            if isinstance(value, list):
                if tag in own:
                    left = [{**_mapping(each), "=": as_said(own[tag])} for each in value]
            elif tag == "persons":
                left = self._persons(value, talk, own[tag])
            elif tag in own:
                left = _beside(value, own[tag])
            if left != "":
                kept[tag] = left
        return kept | self._texts(texts, own["abstract"])

    def _own(self, talk: Talk, position: int) -> dict[str, str]:
        """Return what the programme says of an item, in the words of the format."""
        values = self.drafted.values["segments"][position]
        place = self.plan.places.get(talk.place)
        track = self.plan.tracks.get(talk.tracks[0]) if talk.tracks else None
        found = {
            "title": self._said(values["title"]),
            "abstract": self._said(values.get("abstract", "")),
            "room": (self._said(place.name) or place.building) if place else "",
            "track": self._said(track.title) if track else "",
            "persons": "\n".join(self.plan.people[key].name for key, _ in talk.people),
        }
        found["description"] = found["abstract"]
        span = self.drafted.spans.get(position)
        return found | times(*span) if span else {**found, "date": "", "start": "", "duration": ""}

    def _said(self, words: Any) -> str:
        return words if isinstance(words, str) else Text(words).said_in(self.language)

    def _persons(self, value: Any, talk: Talk, own: str) -> Any:
        people = [
            {**self.people[key], "#text": self.plan.people[key].name} for key, _ in talk.people
        ]
        plain = [each if len(each) > 1 else each["#text"] for each in people]
        stands = plain[0] if len(plain) == 1 else plain
        if value == ({"person": stands} if plain else ""):
            return ""
        return {"#text": value, "=": as_said(own)} if isinstance(value, str) else (
            {**value, "=": as_said(own)}
        )  # fmt: skip

    def _texts(self, said: dict[str, list[Any]], own: str) -> dict[str, Any]:
        """Return what has to be kept of abstract and description, which are one in a programme."""
        plain = {tag: each[0] for tag, each in said.items() if len(each) == 1}
        if len(plain) < len(said) or any(isinstance(value, dict) for value in plain.values()):
            return {
                tag: [{"#text": "", "=": as_said(own), **_mapping(one)} for one in each]
                for tag, each in said.items()
            }
        abstract, description = (str(plain.get(tag, "")) for tag in _TEXTS)
        kept: dict[str, Any] = {}
        if not description:
            return kept if alike(abstract, own) else {"abstract": _then(abstract, own)}
        if own == f"{abstract}\n\n{description}":
            return {"abstract": abstract}
        begun = own.removesuffix(self.plan.scribe.text(description)).rstrip("\n")
        if alike(f"{abstract} {description}", own) and alike(begun, abstract):
            return {"abstract": begun} if "abstract" in plain else kept
        return {tag: _then(str(words), own) for tag, words in plain.items()}

    def _skeleton(self, element: etree._Element) -> Any:
        """Return the file without its items, and without what the programme says itself."""
        found = attributes(element)
        if element is self.document.root and element.tag != "schedule":
            found["#tag"] = element.tag
        for child in element:
            match local(child.tag):
                case "event" if id(child) in self.positions:
                    add(found, child.tag, self._reference(child))
                case "day" | "room":
                    add(found, child.tag, self._skeleton(child))
                case "conference" if element is self.document.root:
                    add(found, child.tag, self._conference(child))
                case "generator":
                    pass
                case _:
                    add(found, child.tag, encoded(child))
        return found

    def _reference(self, event: etree._Element) -> Any:
        """Return the id of an item; with its time and room, where it is not where it should be."""
        position = self.positions[id(event)]
        id_ = self.drafted.ids[position]
        room, holder = event.getparent(), event.getparent()
        while holder is not None and local(holder.tag) != "day":
            holder = holder.getparent()
        own = self.own[position]
        name = (room.get("name") or "") if room is not None else ""
        fits = holder is not None and belongs(holder.attrib, own["date"])
        if fits and " ".join(name.split()) == own["room"]:
            return id_
        return {"=": f"{own['date']} {own['room']}", "#text": id_}

    def _conference(self, element: etree._Element) -> Any:
        values = self.drafted.values
        days = (
            values.get("dates") or [values["date"]] if "dates" in values or "date" in values else []
        )
        own = {
            "title": self._said(values["title"]),
            "time_zone_name": values["timezone"],
            "start": days[0] if days else "",
            "end": days[-1] if days else "",
            "days": str(len(days)),
        }
        found = attributes(element)
        for child in element:
            value = encoded(child)
            if child.tag in own and isinstance(value, str):
                same = value == own[child.tag] or (
                    child.tag == "title" and alike(value, own[child.tag])
                )
                stood = " ".join(days) if child.tag in {"start", "end", "days"} else own[child.tag]
                value = {} if same else {"#text": value, "=": as_said(stood)}
            add(found, child.tag, value)
        return found


def times(start: datetime, end: datetime) -> dict[str, str]:
    """Return date, start and duration of an item as the format writes them."""
    length = (end - start) // timedelta(minutes=1) if start.tzinfo is None else _minutes(start, end)
    return {
        "date": start.isoformat(),
        "start": f"{start:%H:%M}",
        "duration": f"{length // 60:02}:{length % 60:02}",
    }


def _minutes(start: datetime, end: datetime) -> int:
    return int(end.timestamp() - start.timestamp()) // 60


def belongs(attributes: Any, date: str) -> bool:
    """Tell whether what begins at *date* stands under the day with these attributes."""
    start = moment(date)
    on = day(attributes.get("date")) or day(attributes.get("start"))
    if start is None or on is None:
        return start is None
    begin, end = moment(attributes.get("start")), moment(attributes.get("end"))
    if begin and end and begin.tzinfo and end.tzinfo and begin <= start <= end:
        return True
    late = start.date() == on + timedelta(days=1) and start.hour < 6
    return start.date() == on or late


def _order(event: etree._Element) -> str:
    """Return the tags of the children in their order; with a number where they come in runs."""
    tags = [child.tag for child in event]
    if len(set(tags)) == len(tags):
        return " ".join(tags)
    runs: list[list[Any]] = []
    for tag in tags:
        if runs and runs[-1][0] == tag:
            runs[-1][1] += 1
        else:
            runs.append([tag, 1])
    once = len({tag for tag, _ in runs}) == len(runs)
    return " ".join(tag if once else f"{tag}*{number}" for tag, number in runs)


def _beside(value: Any, own: str) -> Any:
    """Return what of *value* is not *own*; empty where nothing is."""
    if isinstance(value, str):
        return "" if alike(value, own) else _then(value, own)
    if alike(str(value.get("#text", "")), own) and all(key[0] in "@#" for key in value):
        return {key: item for key, item in value.items() if key != "#text"}
    return {**value, "=": as_said(own)}


def _then(words: str, own: str) -> dict[str, str]:
    return {"#text": words, "=": as_said(own)}


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"#text": value}
