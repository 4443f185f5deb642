"""The whole of a schedule.xml: the conference, its days and rooms, and the items in them."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from lxml import etree

from roundtable_ical.exporters.frab_items import Items, kept_of
from roundtable_ical.exporters.frab_nodes import attribute, child, parts
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.foreign import as_said
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.segments import Segment

_NIGHT = timedelta(hours=4)
_LATE = 6


def written(event: SideEvent) -> bytes:
    """Return *event* as schedule.xml, UTF-8 with a line end."""
    root = Document(event).root
    etree.indent(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


class Document:
    """A schedule.xml of one event."""

    def __init__(self, event: SideEvent) -> None:
        self.event = event
        kept = kept_of(event)
        found = kept.get("schedule")
        skeleton: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
        self.conference: Any = kept.get("conference", {})
        self.items = Items(event, order=str(kept.get("#order", "")) if skeleton else "")
        self.open = self._open()
        self.done: set[str] = set()
        self.root = self._root(str(skeleton.get("#tag", "schedule")))
        etree.SubElement(self.root, "generator", name="roundtable-ical")
        if skeleton:
            self._rebuild(skeleton)
        else:
            etree.SubElement(self.root, "version").text = str(event.revision or 1)
            self._conference(self._own_conference())
        for id_, (segment, item) in self.open.items():
            if id_ not in self.done and item is not None:
                self._place(segment, item)

    def _root(self, tag: str) -> etree._Element:
        space, brace, _ = tag.removeprefix("{").partition("}")
        spaces: Any = {None: space}
        return etree.Element(tag, nsmap=spaces if brace else None)

    def _open(self) -> dict[str, tuple[Segment, Occurrence | None]]:
        """Return all there is to be written by id, in the order of the file."""
        timed: dict[str, list[Occurrence]] = {}
        for item in self.event.occurrences:
            timed.setdefault(item.series, []).append(item)
        found: dict[str, tuple[Segment, Occurrence | None]] = {}
        for segment in self.event.segments:
            for item in timed.get(segment.id, ()):
                found[item.id] = item.segment, item
            if segment.id not in timed:
                found[segment.id] = segment, None
        return found

    def _rebuild(self, skeleton: Mapping[str, Any]) -> None:
        for key, value in skeleton.items():
            if key.startswith("@"):
                attribute(self.root, key[1:], value)
        for tag, value in parts(skeleton):
            match _local(tag):
                case "conference":
                    self._conference(value, tag)
                case "day" | "room" | "event":
                    self._holder(self.root, tag, value, None, "")
                case _:
                    child(self.root, tag, value)

    def _holder(
        self, parent: etree._Element, tag: str, value: Any, day: Mapping[str, Any] | None, room: str
    ) -> None:
        """Add a day or a room with all that is in it, or the item that *value* refers to."""
        name = _local(tag)
        if name == "event":
            self._refer(parent, value, day, room)
            return
        if name not in {"day", "room"} or not isinstance(value, Mapping):
            child(parent, tag, value)
            return
        element = etree.SubElement(parent, tag)
        for key, inside in value.items():
            if key.startswith("@"):
                attribute(element, key[1:], inside)
        if name == "day":
            day = value
        else:
            room = str(value.get("@name", ""))
        for inner, inside in parts(value):
            self._holder(element, inner, inside, day, room)

    def _refer(
        self, parent: etree._Element, value: Any, day: Mapping[str, Any] | None, room: str
    ) -> None:
        """Write an item where it stood, if it is still there."""
        pinned = value.get("=") if isinstance(value, Mapping) else None
        id_ = str(value.get("#text") if isinstance(value, Mapping) else value)
        if id_ not in self.open:
            return
        segment, item = self.open[id_]
        own = self.items.own(segment, item)
        if pinned is not None:
            stays = pinned == f"{own['date']} {own['room']}"
        else:
            start = item.start.astimezone(self.event.timezone) if item else None
            stays = " ".join(room.split()) == own["room"] and _belongs(day or {}, start)
        if stays:
            self.items.write(parent, segment, item)
            self.done.add(id_)

    def _conference(self, value: Any, tag: str = "conference") -> None:
        element = etree.SubElement(self.root, tag)
        days = [str(day) for day in self._days()]
        own = {
            "title": self.event.title.said_in(self.event.language),
            "time_zone_name": self.event.timezone.key,
            "start": days[0] if days else "",
            "end": days[-1] if days else "",
            "days": str(len(days)),
        }
        for key, inside in value.items() if isinstance(value, Mapping) else ():
            if key.startswith("@"):
                attribute(element, key[1:], inside)
        for name, inside in parts(value):
            if name in own and isinstance(inside, Mapping) and not inside.keys() - {"=", "#text"}:
                stood = " ".join(days) if name in {"start", "end", "days"} else own[name]
                stands = "=" in inside and inside["="] == as_said(stood)
                child(element, name, str(inside.get("#text", "")) if stands else own[name])
            else:
                child(element, name, inside)

    def _own_conference(self) -> dict[str, Any]:
        kept = self.conference if isinstance(self.conference, Mapping) else {}
        tracks = []
        for theme in self.event.themes:
            title = theme.title.said_in(self.event.language)
            tracks.append({"@name": title, "@slug": theme.id, **kept_of(theme)})
        found: dict[str, Any] = {"title": {}, "acronym": self.event.id, "start": {}, "end": {}}
        found |= {"days": {}, "timeslot_duration": "00:05", "time_zone_name": {}}
        if self.event.url:
            found["base_url"] = self.event.url
        return {**found, **kept, **({"track": tracks} if tracks else {})}

    def _days(self) -> tuple[date, ...]:
        starts = (item.start for item in self.event.occurrences)
        zone = self.event.timezone
        return self.event.days or tuple(sorted({s.astimezone(zone).date() for s in starts}))

    def _place(self, segment: Segment, item: Occurrence) -> None:
        """Write an item that was nowhere so far: under its day, in its room."""
        start = item.start.astimezone(self.event.timezone)
        room = self.items.own(segment, item)["room"]
        day = next((each for each in self._elements("day") if _belongs(_told(each), start)), None)
        if day is None:
            day = self._new_day(start)
        for each in day:
            if _local(each.tag) == "room" and each.get("name") == room:
                self.items.write(each, segment, item)
                return
        new = etree.SubElement(day, "room")
        attribute(new, "name", room)
        self.items.write(new, segment, item)

    def _new_day(self, start: datetime) -> etree._Element:
        on = (start.replace(tzinfo=None) - _NIGHT).date()
        zone = self.event.timezone
        begin = datetime.combine(on, datetime.min.time()) + _NIGHT
        end = begin + timedelta(days=1, minutes=-1)
        day = etree.Element("day")
        known = list(self._elements("day"))
        numbers = [int(found) for each in known if (found := each.get("index", "")).isdecimal()]
        day.set("index", str(max(numbers, default=0) + 1))
        day.set("date", str(on))
        day.set("start", begin.replace(tzinfo=zone).isoformat())
        day.set("end", end.replace(tzinfo=zone).isoformat())
        after = next((each for each in known if (each.get("date") or "") > str(on)), None)
        if after is None:
            self.root.append(day)
        else:
            after.addprevious(day)
        return day

    def _elements(self, tag: str) -> Iterator[etree._Element]:
        return (each for each in self.root if _local(each.tag) == tag)


def _told(element: etree._Element) -> dict[str, str]:
    told: Any = element.items()
    return {f"@{name}": value for name, value in told}


def _belongs(day: Mapping[str, Any], start: datetime | None) -> bool:
    """Tell whether what begins at *start* stands under *day*: a night is of the day before."""
    on, begin, end = (_moment(day.get(key)) for key in ("@date", "@start", "@end"))
    if start is None or (on is None and begin is None):
        return start is None
    if begin and end and begin.tzinfo and end.tzinfo and begin <= start <= end:
        return True
    first = (on or begin or start).date()
    late = start.date() == first + timedelta(days=1) and start.hour < _LATE
    return start.date() == first or late


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
