"""What Indico exports as a plan: contributions, blocks of sessions, breaks."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from roundtable_ical import zones
from roundtable_ical.errors import UnknownZone
from roundtable_ical.importers.schedules.frab_words import said
from roundtable_ical.importers.schedules.jsons import groups, has, mapping
from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled
from roundtable_ical.importers.schedules.moments import minutes, moment
from roundtable_ical.importers.schedules.plan import Plan, Talk, first
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Kind, Status

_DAY = re.compile(r"\d{8}")
_SPEAKERS = ("speakers", "presenters")
_AUTHORS = ("primaryauthors", "primaryAuthors", "authors")


def sure(value: object) -> float:
    """Return how sure it is that *value* comes from Indico."""
    if not _events(value) and not list(_timetables(value)):
        return 0.0
    return 0.9 if has(value, "results") else 0.8


def planned(value: Any) -> Plan:
    """Return what *value* says; `sure` of it."""
    planner = _Planner()
    events = _events(value)
    for event in events[:1]:
        planner.event(event)
    if len(events) > 1:
        message = f"the file has {len(events)} events; the first one was taken"
        hint = "export one event"
        planner.plan.problems.append(Problem.warning("several-events", (), message, hint))
    for timetable in _timetables(value):
        planner.timetable(timetable)
    planner.finish()
    return planner.plan


def _events(value: object) -> list[dict[str, Any]]:
    """Return the events of an export with their contributions or sessions."""
    results = mapping(value).get("results", value)
    found = list(groups(results)) if isinstance(results, list) else [mapping(results)]
    return [
        event
        for event in found
        if has(event, "startDate", "title") and ("contributions" in event or "sessions" in event)
    ]


def _timetables(value: object) -> Iterator[dict[str, Any]]:
    """Yield each timetable: entries by day."""
    results = mapping(mapping(value).get("results", value))
    for candidate in (results, *groups(results)):
        days = [key for key in candidate if _DAY.fullmatch(key)]
        if days and len(days) == len(candidate):
            yield candidate


class _Planner:
    def __init__(self) -> None:
        self.plan = Plan()
        self.home: tuple[str, str] = ("", "")
        self.seen: set[str] = set()
        self.zones: dict[str, int] = {}

    def event(self, event: dict[str, Any]) -> None:
        """Take in an event with its contributions and sessions."""
        plan, scribe = self.plan, self.plan.scribe
        plan.title = scribe.lines(event.get("title"))
        plan.about = scribe.texts(event.get("description"))
        plan.zone = scribe.line(event.get("timezone")) or _zone(event.get("startDate"))
        plan.address = scribe.line(event.get("address"))
        plan.clues = [scribe.line(event.get("location")), str(event.get("url") or "")]
        self.home = scribe.line(event.get("location")), scribe.line(event.get("room"))
        chairs = [self._name(chair) for chair in groups(event.get("chairs"))]
        organizer = scribe.line(event.get("organizer"))
        plan.hosts = list(dict.fromkeys(filter(None, [organizer, *chairs])))
        if any(self.home):
            plan.place(self.home[1], self.home[0])
        for session in groups(event.get("sessions")):
            self._block(session, list(groups(session.get("contributions"))))
        for item in groups(event.get("contributions")):
            self._contribution(item, {})

    def timetable(self, days: dict[str, Any]) -> None:
        """Take in the entries of every day."""
        for day in sorted(days):
            entries = list(groups(days[day]))
            for entry in sorted(entries, key=_when):
                if entry.get("entryType") == "Session" or "entries" in entry:
                    inside = sorted(groups(entry.get("entries")), key=_when)
                    self._block(entry, inside)
                else:
                    self._contribution(entry, {})

    def finish(self) -> None:
        """Take the zone that most moments are in, where the event names none."""
        if not self.plan.zone and self.zones:
            self.plan.zone = max(self.zones, key=lambda name: self.zones[name])

    def _block(self, block: dict[str, Any], inside: list[dict[str, Any]]) -> None:
        for item in inside:
            self._contribution(item, block)
        self._theme(block)
        if not inside:
            self._contribution(block, {}, kind=Kind.OTHER)

    def _theme(self, block: dict[str, Any]) -> str:
        """Return the theme that a session is; who convenes it is said there."""
        title = _session(block)
        key = self.plan.track(title, block.get("color")) if title else ""
        conveners = [self._name(person) for person in groups(block.get("conveners"))]
        if key and any(conveners) and not self.plan.tracks[key].about:
            self.plan.tracks[key].about = f"Conveners: {', '.join(filter(None, conveners))}"
        return key

    def _contribution(
        self, item: dict[str, Any], block: dict[str, Any], kind: Kind | None = None
    ) -> None:
        plan, scribe = self.plan, self.plan.scribe
        start = self._moment(item.get("startDate"))
        title = scribe.lines(item.get("title") or item.get("slotTitle"))
        id_ = item.get("db_id") or item.get("contributionId") or item.get("id")
        key = f"{id_}|{first(title)}|{start}"
        if key in self.seen:
            return
        self.seen.add(key)
        type_ = scribe.line(item.get("type"))
        service = item.get("entryType") == "Break" or item.get("_type") == "BreakTimeSchEntry"
        named = plan.track(item.get("track"))
        session = item.get("session")
        theme = self._theme(block) if block else plan.track(session) if session else ""
        kept = said({"@id": id_, "@code": item.get("code"), "type": type_})
        cancelled = says_cancelled(first(title))
        plan.talks.append(
            Talk(
                title,
                start=start,
                end=self._moment(item.get("endDate")),
                minutes=minutes(item.get("duration")),
                abstract=self._abstract(item),
                place=self._place(item, block),
                tracks=(named, theme) if named or theme else (),
                people=plan.speakers(self._people(item)),
                kind=kind or kind_of(type_, first(title), service=service),
                status=Status.CANCELLED if cancelled else Status.CONFIRMED,
                foreign={"indico": kept} if kept else {},
            )
        )

    def _moment(self, value: object) -> datetime | None:
        """Return the moment that date, time and zone say, or one text."""
        if not isinstance(value, dict):
            return moment(value)
        found = moment(f"{value.get('date')}T{value.get('time')}")
        zone = _zone(value)
        if found is None or not zone or found.tzinfo is not None:
            return found
        self.zones[zone] = self.zones.get(zone, 0) + 1
        try:
            return found.replace(tzinfo=zones.zone(zone))
        except UnknownZone:
            return found

    def _place(self, item: dict[str, Any], block: dict[str, Any]) -> str:
        scribe = self.plan.scribe
        for each in (item, block):
            room = scribe.line(each.get("roomFullname") or each.get("room"))
            location = scribe.line(each.get("location"))
            if room:
                return self.plan.place(room, location)
            if location and location != self.home[0]:
                return self.plan.place(location)
        return self.plan.place(self.home[1], self.home[0])

    def _abstract(self, item: dict[str, Any]) -> str:
        """Return the description, and below it what the item is made of."""
        scribe = self.plan.scribe
        parts = [scribe.text(item.get("description"))]
        for each in groups(item.get("subContributions") or item.get("subcontributions")):
            people = ", ".join(name for name, _ in self._named(each))
            title = scribe.line(each.get("title"))
            parts.append(f"- {title}" + (f" ({people})" if people else ""))
        return "\n".join(filter(None, parts))

    def _people(self, item: dict[str, Any]) -> Iterator[tuple[str, Role]]:
        for name, person in self._named(item):
            id_ = person.get("person_id") or person.get("db_id") or person.get("personId")
            key = self.plan.person(
                f"person:{id_}" if id_ else "",
                name,
                affiliation=person.get("affiliation"),
                email=person.get("email"),
            )
            yield key, Role.SPEAKER

    def _named(self, item: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield who speaks; the authors where nobody is named as a speaker."""
        for field in (*_SPEAKERS, *_AUTHORS):
            people = list(groups(item.get(field)))
            if people:
                yield from ((self._name(person), person) for person in people)
                return

    def _name(self, person: dict[str, Any]) -> str:
        scribe = self.plan.scribe
        given = scribe.line(person.get("first_name") or person.get("firstName"))
        family = scribe.line(
            person.get("last_name") or person.get("familyName") or person.get("lastName")
        )
        if given or family:
            return f"{given} {family}".strip()
        whole = scribe.line(person.get("fullName") or person.get("name"))
        last, comma, rest = whole.partition(", ")
        return f"{rest} {last}" if comma and ", " not in rest else whole


def _zone(value: object) -> str:
    return str(mapping(value).get("tz") or "")


def _when(entry: dict[str, Any]) -> tuple[str, str]:
    start = mapping(entry.get("startDate"))
    return str(start.get("date")), str(start.get("time"))


def _session(block: dict[str, Any]) -> Any:
    return mapping(block.get("session")).get("title") or block.get("title")
