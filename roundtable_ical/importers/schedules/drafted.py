"""A plan becomes the reading of an event: values, ids, wall times, and what was inferred."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from roundtable_ical import zones
from roundtable_ical.importers.draft import Draft, Ids
from roundtable_ical.importers.schedules.home import home
from roundtable_ical.importers.schedules.jsons import lines_of
from roundtable_ical.importers.schedules.plan import Foreign, Place, Plan, Talk, first
from roundtable_ical.importers.schedules.titles import identified, titled
from roundtable_ical.importers.schedules.words import readable
from roundtable_ical.importers.spans import Timed, ended, span, whole_minute
from roundtable_ical.ports import Source
from roundtable_ical.programme.colors import CSS3_COLORS
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Path, Problem
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.segments import Kind, Status
from roundtable_ical.programme.texts import LANGUAGE

_NAMES = {value: name for name, value in reversed(CSS3_COLORS.items())}
_MAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+\.\w+")
_LONGEST = timedelta(days=14)


class Drafted:
    """Makes the draft of one plan; *ids* are those of its talks afterwards, by position."""

    def __init__(self, plan: Plan, source: Source) -> None:
        self.plan = plan
        self.draft = Draft(source)
        self.zone = home(plan, source.given)
        self.values = self.draft.values
        self.place_ids: dict[str, str] = {}
        self.theme_ids: dict[str, str] = {}
        self.speaker_ids: dict[str, str] = {}
        self.ids: list[str] = []
        self.spans: dict[int, tuple[datetime, datetime]] = {}
        self._head()
        self._places()
        self._themes()
        self._speakers()
        self._segments()

    def reading(self) -> Reading:
        """Return the event and every problem."""
        if not self.plan.talks:
            message, hint = (
                "the file has no sessions in it",
                "export the schedule, not a part of it",
            )
            self.draft.tell(Problem.warning("no-sessions", (), message, hint))
        for problem in self.plan.problems:
            self.draft.tell(problem)
        if self.plan.scribe.odd:
            message = (
                f"{self.plan.scribe.odd} control characters were taken out, "
                f"the first one is {self.plan.scribe.first}"
            )
            hint = "look whether the words there are what you see in the document"
            self.draft.tell(Problem.warning("control-character", (), message, hint))
        return self.draft.reading()

    def _head(self) -> None:
        plan = self.plan
        title = titled(plan, self.draft.source)
        self.values["id"] = identified(plan.acronym or first(title))
        self.values["title"] = title
        self.values["timezone"] = self.zone.key
        if plan.subtitle:
            self.values["subtitle"] = plan.subtitle
        if plan.about:
            self.values["background"] = plan.about
        spoken = Counter(talk.language for talk in plan.talks if talk.language)
        language = plan.language or next((tag for tag, _ in spoken.most_common(1)), "")
        self.values["language"] = _tag(language) or "en"
        ids = Ids()
        if plan.hosts:
            self.values["hosts"] = [{"id": ids.new(name), "name": name} for name in plan.hosts]

    def _places(self) -> None:
        ids = Ids()
        venues: dict[str, dict[str, Any]] = {}
        for key, place in self.plan.places.items():
            self.place_ids[key] = self._place(place, venues, ids)
        if venues:
            self.values["venues"] = list(venues.values())

    def _place(self, place: Place, venues: dict[str, dict[str, Any]], ids: Ids) -> str:
        if not place.building:
            id_ = ids.new(first(place.name))
            values = {"id": id_, "name": place.name, **_kept(place.foreign)}
            venues[id_] = values
            self._where(values)
            return id_
        house = f"\n{place.building}"
        if house not in venues:
            id_ = ids.new(place.building)
            venues[house] = {"id": id_, "name": place.building}
            self._where(venues[house])
        if not place.name:
            return str(venues[house]["id"])
        id_ = ids.new(first(place.name))
        room = {"id": id_, "name": place.name, **_kept(place.foreign)}
        venues[house].setdefault("rooms", []).append(room)
        return id_

    def _where(self, venue: dict[str, Any]) -> None:
        if self.plan.city:
            venue["city"] = self.plan.city
        if self.plan.address:
            venue["address"] = self.plan.address

    def _themes(self) -> None:
        ids = Ids()
        themes = []
        for key, track in self.plan.tracks.items():
            self.theme_ids[key] = ids.new(first(track.title))
            values: dict[str, Any] = {"id": self.theme_ids[key], "title": track.title}
            if color := _color(track.color):
                values["color"] = color
            if track.about:
                values["description"] = track.about
            themes.append(values | _kept(track.foreign))
        if themes:
            self.values["themes"] = themes

    def _speakers(self) -> None:
        ids = Ids()
        speakers = []
        appearing = {key for talk in self.plan.talks for key, _ in talk.people}
        for key, person in self.plan.people.items():
            if key not in appearing:
                continue
            self.speaker_ids[key] = ids.new(person.name)
            values: dict[str, Any] = {"id": self.speaker_ids[key], "name": person.name}
            for field in ("affiliation", "function", "honorific"):
                if words := getattr(person, field):
                    values[field] = words
            if _MAIL.fullmatch(person.email):
                values["email"] = person.email
            speakers.append(values | _kept(person.foreign))
        if speakers:
            self.values["speakers"] = speakers

    def _segments(self) -> None:
        ids = Ids()
        segments: list[dict[str, Any]] = []
        timed: list[Timed] = []
        for talk in self.plan.talks:
            position = len(segments)
            path: Path = ("segments", position)
            self.ids.append(ids.new(first(talk.title) or "untitled"))
            segments.append(self._segment(talk, self.ids[-1], path))
            if talk.line:
                self.draft.lines[path] = talk.line
            if talk.start is None:
                segments[-1]["status"] = Status.UNSCHEDULED.value
            else:
                start = self._moment(talk.start, path, "start")
                end = self._end(talk, start, path)
                timed.append(Timed(path=path, start=start, end=end, room=talk.place))
        days: set[date] = set(self.plan.days)
        for item, end, problem in ended(timed):
            position = int(item.path[1])
            segments[position] |= span(item.start, end, self.zone)
            self.spans[position] = whole_minute(item.start), whole_minute(end)
            days.add(whole_minute(item.start).date())
            if problem:
                self.draft.tell(problem)
        self._days(days, segments)
        self.values["segments"] = segments

    def _days(self, days: Iterable[date], segments: list[dict[str, Any]]) -> None:
        known = sorted(days)
        if len(known) > 1:
            self.values["dates"] = [str(day) for day in known]
        elif known:
            self.values["date"] = str(known[0])
            for segment in segments:
                segment.pop("date", None)

    def _segment(self, talk: Talk, id_: str, path: Path) -> dict[str, Any]:
        if not talk.title:
            message = "an item without a title; it was called 'Untitled'"
            self.draft.tell(Problem.inferred("untitled", (*path, "title"), message, sure=0.5))
        values: dict[str, Any] = {"id": id_, "title": talk.title or "Untitled"}
        if talk.abstract:
            values["abstract"] = talk.abstract
        if talk.kind is not Kind.OTHER:
            values["kind"] = talk.kind.value
        if talk.status is not Status.CONFIRMED:
            values["status"] = talk.status.value
        if talk.place:
            values["venue"] = self.place_ids[talk.place]
        if themes := [self.theme_ids[key] for key in dict.fromkeys(talk.tracks) if key]:
            values["themes"] = themes
        if talk.people:
            values["speakers"] = [self._appearance(key, role) for key, role in talk.people]
        if talk.note:
            values["note"] = talk.note
        return values | _kept(talk.foreign)

    def _appearance(self, key: str, role: Role) -> str | dict[str, str]:
        id_ = self.speaker_ids[key]
        return id_ if role is Role.SPEAKER else {"speaker": id_, "role": role.value}

    def _moment(self, said: datetime, path: Path, field: str) -> datetime:
        """Return *said* on the clock at the venue; a time that is not there is told."""
        if said.tzinfo is not None:
            return said.astimezone(self.zone)
        local = said.replace(tzinfo=self.zone)
        there = local.astimezone(UTC).astimezone(self.zone)
        if there.replace(tzinfo=None) != said:
            message = f"{said:%H:%M} is skipped by the clock; {there:%H:%M} was taken"
            self.draft.tell(Problem.warning("skipped-time", (*path, field), message, "check it"))
        elif zones.ambiguous(local):
            message = f"{said:%H:%M} happens twice that night; the first one was taken"
            told = Problem.inferred("repeated-time", (*path, field), message, sure=0.5)
            self.draft.tell(told)
        return there

    def _end(self, talk: Talk, start: datetime, path: Path) -> datetime | None:
        end = None
        if talk.end is not None:
            end = self._moment(talk.end, path, "end")
            if talk.end.tzinfo is None and end <= start and talk.end.date() == start.date():
                end = None if end == start else self._moment(talk.end + timedelta(1), path, "end")
        if end is None and talk.minutes:
            end = (start.astimezone(UTC) + timedelta(minutes=talk.minutes)).astimezone(self.zone)
        if end is None or whole_minute(end).astimezone(UTC) <= whole_minute(start).astimezone(UTC):
            return None
        return end if end.astimezone(UTC) - start.astimezone(UTC) <= _LONGEST else None


def drafted(plan: Plan, source: Source) -> Reading:
    """Return the event that *plan* says, and every problem; what is there twice counts once."""
    titles = (first(talk.title) for talk in plan.talks)
    for talk, line in zip(plan.talks, lines_of(titles, source.content), strict=True):
        talk.line = talk.line or line
    seen: set[object] = set()
    different = []
    for talk in plan.talks:
        at = talk.start, talk.end, talk.minutes, talk.place
        key = first(talk.title), at, talk.people, talk.status
        if talk.start is None or key not in seen:
            different.append(talk)
        seen.add(key)
    if repeated := len(plan.talks) - len(different):
        message = f"{repeated} items repeat another one exactly; they were left out"
        plan.problems.append(Problem.inferred("repeated", (), message, sure=0.9))
        plan.talks = different
    return Drafted(plan, source).reading()


def _kept(foreign: Foreign) -> dict[str, Any]:
    return {"foreign": readable(foreign)} if foreign else {}


def _color(value: str) -> str | None:
    plain = value.strip().lower()
    return plain if plain in CSS3_COLORS else _NAMES.get(_long(plain).upper())


def _long(color: str) -> str:
    short = len(color) == 4 and color.startswith("#")
    return "#" + "".join(letter * 2 for letter in color[1:]) if short else color


def _tag(language: str) -> str:
    """Return *language* as a BCP 47 tag; empty where it is none."""
    tag = language.strip().replace("_", "-")
    base, hyphen, rest = tag.partition("-")
    tag = base.lower() + hyphen + rest
    return tag if LANGUAGE.fullmatch(tag) else ""
