"""A schedule.xml becomes an event, and what the event has no field for is kept beside it."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from lxml import etree

from roundtable_ical.importers.draft import refused
from roundtable_ical.importers.schedules.drafted import Drafted
from roundtable_ical.importers.schedules.frab_kept import Kept
from roundtable_ical.importers.schedules.frab_plan import joined, started
from roundtable_ical.importers.schedules.frab_tree import XML_LANG, line_of, local
from roundtable_ical.importers.schedules.frab_words import role_of
from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled
from roundtable_ical.importers.schedules.moments import clock, day, minutes, moment
from roundtable_ical.importers.schedules.plan import Plan, Talk, first
from roundtable_ical.importers.schedules.words import Words
from roundtable_ical.importers.schedules.xmls import Unreadable, parsed
from roundtable_ical.ports import Source
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.segments import Status
from roundtable_ical.programme.texts import LANGUAGE, shortened

_NIGHT = 6
"""The hour before which a schedule's day may still be that of the day before."""

_CANCELLED = frozenset({"cancelled", "canceled"})
_NAMES = ("name", "public_name", "full_name")


def read(source: Source) -> Reading:
    """Return the event in a schedule.xml, and every problem with its line."""
    try:
        root, problems = parsed(source.content)
    except Unreadable as error:
        return refused(source, error.problem, error.line)
    if local(root.tag) != "schedule":
        message = f"this is no schedule.xml: its root is <{shortened(local(root.tag))}>"
        hint = "export schedule.xml from frab, pretalx, pentabarf or wafer"
        return refused(source, Problem.error("not-a-schedule", (), message, hint), line_of(root))
    document = Document(root)
    document.plan.problems += problems
    drafted = Drafted(document.plan, source)
    Kept(document, drafted).note()
    return drafted.reading()


class Document:
    """A schedule.xml as a plan; *events* are its elements, in the order of the plan's talks."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.plan = Plan()
        self.events: list[etree._Element] = []
        self.persons: dict[str, etree._Element] = {}
        self.building = ""
        self.day_change: time | None = None
        self.first: date | None = None
        conference = next((child for child in root if local(child.tag) == "conference"), None)
        if conference is not None:
            self._conference(conference)
        for each in root:
            if local(each.tag) == "day":
                on = day(each.get("date")) or day(each.get("start")) or self._day(each)
                self._items(each, on, "", self.building)
            elif local(each.tag) in {"room", "event"}:
                self._items([each], None, "", self.building)

    def _conference(self, conference: etree._Element) -> None:
        plan = self.plan
        fields = _fields(conference)
        plan.title = self._words(fields.get("title", ()), lines=False)
        plan.subtitle = self._words(fields.get("subtitle", ()), lines=False)
        plan.about = self._words(fields.get("description", ()), lines=True)
        plan.acronym = self._line(fields, "acronym")
        plan.zone = self._line(fields, "time_zone_name") or self._line(fields, "timezone")
        plan.city = self._line(fields, "city")
        plan.language = self._line(fields, "language")
        plan.clues = [self._line(fields, name) for name in ("base_url", "url", "venue")]
        self.building = self._line(fields, "venue")
        self.day_change = clock(self._line(fields, "day_change"))
        self.first = day(self._line(fields, "start"))
        for track in fields.get("track", ()):
            plan.track(track.get("name") or track.text, track.get("color") or "")

    def _day(self, element: etree._Element) -> date | None:
        """Return the day that *element* is by its number."""
        index = element.get("index") or ""
        if self.first is None or not index.isdecimal() or len(index) > 3:
            return None
        return self.first + timedelta(days=int(index) - 1)

    def _items(self, parent: Any, on: date | None, room: str, building: str) -> None:
        late = False
        for each in parent:
            tag = local(each.tag)
            if tag == "event":
                late = self._event(each, on, room, building, late=late)
            elif tag == "room":
                name = self.plan.scribe.line(each.get("name") or "")
                self._items(each, on, name or room, room or building)

    def _event(
        self, event: etree._Element, on: date | None, room: str, building: str, *, late: bool
    ) -> bool:
        plan, scribe = self.plan, self.plan.scribe
        fields = _fields(event)
        title = self._words(fields.get("title", ()), lines=False)
        abstract = self._words(fields.get("abstract", ()), lines=True)
        description = self._words(fields.get("description", ()), lines=True)
        at = clock(self._line(fields, "start"))
        if at and self.day_change and at < self.day_change and at.hour < _NIGHT:
            late = True
        start, late = started(
            self._line(fields, "date"), self._line(fields, "start"), on, late=late
        )
        type_ = self._line(fields, "type")
        cancelled = says_cancelled(first(title)) or self._line(fields, "status") in _CANCELLED
        plan.talks.append(
            Talk(
                title,
                start=start,
                end=moment(self._line(fields, "end")),
                minutes=minutes(self._line(fields, "duration") or None),
                abstract=joined(abstract, description),
                place=plan.place(self._line(fields, "room") or room, building),
                tracks=(plan.track(self._line(fields, "track")),),
                people=plan.speakers(self._people(fields.get("persons", ()))),
                kind=kind_of(type_, first(title)),
                status=Status.CANCELLED if cancelled else Status.CONFIRMED,
                language=scribe.line(self._line(fields, "language")),
                line=line_of(event),
            )
        )
        self.events.append(event)
        return late

    def _people(self, lists: Any) -> Iterator[tuple[str, Role]]:
        for people in lists:
            for person in people:
                name = person.text
                if not (name and name.strip()):
                    inside = {local(each.tag): each.text for each in person}
                    name = next(
                        (found for n in _NAMES if (found := person.get(n) or inside.get(n))), ""
                    )
                known = person.get("guid") or person.get("code") or person.get("id")
                key = self.plan.person(known, name, affiliation=person.get("affiliation"))
                if key:
                    self.persons.setdefault(key, person)
                yield key, role_of(person.get("role") or person.get("event_role"))

    def _line(self, fields: dict[str, list[etree._Element]], name: str) -> str:
        elements = fields.get(name)
        words = elements[0].text if elements else None
        return self.plan.scribe.line(words) if words else ""

    def _words(self, elements: Any, *, lines: bool) -> Words:
        """Return the words in *elements*: one text, or one for each language they are in."""
        tidy = self.plan.scribe.texts if lines else self.plan.scribe.lines
        if len(elements) == 1:
            return tidy("".join(elements[0].itertext()) if len(elements[0]) else elements[0].text)
        said = {element.get(XML_LANG): element.text or "" for element in elements}
        if said and all(tag and LANGUAGE.fullmatch(tag) for tag in said):
            return tidy({str(tag): words for tag, words in said.items()})
        return tidy(next(filter(None, said.values()), ""))


def _fields(element: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the children of *element* by their tag."""
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        found.setdefault(local(child.tag), []).append(child)
    return found
