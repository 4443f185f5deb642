"""The tree of a schedule.json as a plan."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from roundtable_ical.importers.schedules.frab_words import DAY_CHANGE, role_of, said
from roundtable_ical.importers.schedules.jsons import groups, mapping
from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled
from roundtable_ical.importers.schedules.moments import clock, day, minutes, moment
from roundtable_ical.importers.schedules.plan import Plan, Talk, first
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.segments import Status

FRAB = "frab"


def planned(schedule: dict[str, Any]) -> Plan:
    """Return what *schedule*, a schedule.json without its wrapper, says."""
    return _Planner(schedule).plan


class _Planner:
    def __init__(self, schedule: dict[str, Any]) -> None:
        conference = mapping(schedule.get("conference"))
        plan = self.plan = Plan()
        plan.title = plan.scribe.lines(conference.get("title") or conference.get("name"))
        plan.subtitle = plan.scribe.lines(conference.get("subtitle"))
        plan.about = plan.scribe.texts(conference.get("description"))
        plan.acronym = plan.scribe.line(conference.get("acronym"))
        zone = conference.get("time_zone_name") or conference.get("timezone")
        plan.zone = plan.scribe.line(zone)
        plan.city = plan.scribe.line(conference.get("city"))
        plan.clues = [str(conference.get("url") or ""), str(schedule.get("base_url") or "")]
        self.building = plan.scribe.line(conference.get("venue"))
        self.tracks: dict[str, str] = {}
        self.persons = {
            str(person[key]): person
            for person in groups(schedule.get("persons") or schedule.get("speakers"))
            for key in ("guid", "code", "id")
            if person.get(key)
        }
        for track in groups(conference.get("tracks") or schedule.get("tracks")):
            self._track(track)
        for room in groups(conference.get("rooms")):
            self._room(room)
        self._days(conference.get("days") or schedule.get("days"))
        for event in groups(schedule.get("events")):
            self._talk(event, None, "")
        self._conference(conference)

    def _track(self, track: dict[str, Any]) -> None:
        colors = mapping(track.get("colors"))
        color = track.get("color") or colors.get("light") or next(iter(colors.values()), "")
        key = self.plan.track(track.get("name") or track.get("title"), color)
        if not key:
            return
        for name in ("slug", "guid", "id", "name"):
            if isinstance(track.get(name), str | int):
                self.tracks[str(track[name])] = key
        kept = said({"@slug": track.get("slug"), "@color": color})
        self.plan.tracks[key].foreign = {FRAB: kept} if kept else {}

    def _room(self, room: dict[str, Any]) -> str:
        kept = {
            f"@{name}": str(room[name])
            for name in ("guid", "slug", "capacity")
            if isinstance(room.get(name), str | int) and str(room[name])
        }
        return self.plan.place(room.get("name"), self.building, **({FRAB: kept} if kept else {}))

    def _days(self, days: object) -> None:
        for each in groups(days):
            on = day(each.get("date"))
            rooms = each.get("rooms")
            if isinstance(rooms, dict):
                named = [(name, events) for name, events in rooms.items()]
            else:
                named = [(room.get("name"), room.get("events")) for room in groups(rooms)]
            for name, events in named:
                late = False
                for event in groups(events):
                    late = self._talk(event, on, name, late=late)
            for event in groups(each.get("events")):
                self._talk(event, on, "")

    def _talk(self, event: dict[str, Any], on: Any, room: object, *, late: bool = False) -> bool:
        plan, scribe = self.plan, self.plan.scribe
        title = scribe.lines(event.get("title"))
        start, late = started(event.get("date"), event.get("start"), on, late=late)
        place = event.get("room") or room
        type_ = scribe.line(event.get("type") or event.get("submission_type"))
        cancelled = says_cancelled(first(title)) or event.get("state") in {"canceled", "cancelled"}
        plan.talks.append(
            Talk(
                title,
                start=start,
                end=moment(event.get("end")),
                minutes=minutes(event.get("duration")),
                abstract=joined(
                    scribe.texts(event.get("abstract")), scribe.texts(event.get("description"))
                ),
                place=self._room(place) if isinstance(place, dict) else self._room({"name": place}),
                tracks=(self._track_of(event.get("track")),),
                people=plan.speakers(self._people(event)),
                kind=kind_of(type_, first(title)),
                status=Status.CANCELLED if cancelled else Status.CONFIRMED,
                language=scribe.line(event.get("language")),
                foreign=_foreign(event),
            )
        )
        return late

    def _track_of(self, value: object) -> str:
        known = value
        if isinstance(value, dict):
            known = value.get("slug") or value.get("guid") or value.get("name")
        return self.tracks.get(str(known)) or self.plan.track(value)

    def _people(self, event: dict[str, Any]) -> Iterator[tuple[str, Role]]:
        people = event.get("persons") or event.get("participants") or event.get("speakers")
        for value in people if isinstance(people, list) else ():
            person = value if isinstance(value, dict) else {"name": value}
            more = self.persons.get(str(person.get("guid") or person.get("code") or value), {})
            key = person.get("guid") or person.get("code") or person.get("id")
            names = ("public_name", "full_public_name", "name", "display_name")
            name = next((each[n] for each in (person, more) for n in names if each.get(n)), "")
            affiliation = person.get("affiliation") or person.get("organization")
            kept = said({f"@{name}": person.get(name) for name in ("id", "guid", "code")})
            found = self.plan.person(
                key, name, affiliation=affiliation, foreign={FRAB: kept} if kept else {}
            )
            yield found, role_of(person.get("role") or person.get("event_role"))

    def _conference(self, conference: dict[str, Any]) -> None:
        names = ("acronym", "start", "end", "timeslot_duration", "url", "logo")
        kept = said({name: conference.get(name) for name in names})
        if kept:
            self.plan.foreign = {FRAB: {"conference": kept}}


def started(date: object, start: object, on: Any, *, late: bool = False) -> tuple[Any, bool]:
    """Return when an item starts, and whether it and what follows in its room is after midnight.

    Args:
        date: its moment, or only the day.
        start: its moment, or only the time of day.
        on: the day that it stands under: a night belongs to the day before.
        late: whether something after midnight came before it in this room.
    """
    for value in (date, start):
        if (found := moment(value)) is not None:
            return found, late
    time, of = clock(start), day(date)
    if time is None or (of or on) is None:
        return None, late
    if of is not None:
        return datetime.combine(of, time), late
    late = time.hour < DAY_CHANGE and late
    return datetime.combine(on, time) + timedelta(days=late), late or time.hour >= DAY_CHANGE * 3


def joined(abstract: Any, description: Any) -> Any:
    """Return abstract and description, one after the other; each once where they are the same."""
    if not abstract or not description or abstract == description:
        return abstract or description
    if isinstance(abstract, str) and isinstance(description, str):
        return f"{abstract}\n\n{description}"
    languages = dict.fromkeys((*_languages(abstract), *_languages(description)))
    parts = ((tag, (_in(abstract, tag), _in(description, tag))) for tag in languages)
    return {tag: "\n\n".join(filter(None, words)) for tag, words in parts}


def _languages(words: Any) -> list[str]:
    return list(words) if isinstance(words, dict) else []


def _in(words: Any, tag: str) -> str:
    return str(words.get(tag, "")) if isinstance(words, dict) else str(words)


def _foreign(event: dict[str, Any]) -> dict[str, Any]:
    """Return what schedule.xml has a place for, and the programme has not."""
    kept: dict[str, Any] = said(
        {
            "@guid": event.get("guid"),
            "@id": event.get("id"),
            "@code": event.get("code"),
            "subtitle": event.get("subtitle"),
            "type": event.get("type"),
            "slug": event.get("slug"),
            "language": event.get("language"),
            "logo": event.get("logo"),
            "url": event.get("url"),
            "feedback_url": event.get("feedback_url"),
        }
    )
    recording = said({"license": event.get("recording_license")})
    optout = event.get("do_not_record")
    if recording or optout is not None:
        told = "true" if optout in {True, "true", "True"} else "false"
        kept["recording"] = {"license": recording.get("license", ""), "optout": told}
    for several, one in (("links", "link"), ("attachments", "attachment")):
        linked = [
            found
            for item in groups(event.get(several))
            if (found := said({"@href": item.get("url"), "@type": item.get("type"),
                               "#text": item.get("title")}))
        ]  # fmt: skip
        if linked:
            kept[several] = {one: linked}
    return {FRAB: kept} if kept else {}
