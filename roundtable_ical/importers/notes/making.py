"""An event being made of what was found in a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.importers.draft import Draft, Ids
from roundtable_ical.importers.notes.cast import Cast
from roundtable_ical.importers.notes.found import Agenda, Head, Item, Person, Remark
from roundtable_ical.importers.notes.head.themes import ties
from roundtable_ical.importers.notes.people import people
from roundtable_ical.ports import Given
from roundtable_ical.programme.event import RESERVED_IDS
from roundtable_ical.programme.problems import Path, Problem, Question
from roundtable_ical.programme.texts import shortened

_UTC = zones.zone("UTC")
_LENGTH = 60
"""Minutes of an item that nobody said the end of."""
_FEWEST = 2
"""Items that make an agenda where no date is found in a document."""
_SHOWN = 160
_PATHS = {
    "days": "date",
    "zone": "timezone",
    "place": "venues",
    "cohosts": "hosts",
    "topics": "themes",
}


def days_of(told: Head, items: Iterable[Item]) -> list[date]:
    """Return the days of the event in order, those of its agenda among them."""
    return sorted({*told.days, *(item.day for item in items if item.day)})


@dataclass
class Making:
    """One draft being filled; `make` does it."""

    draft: Draft
    given: Given
    told: Head
    listed: Agenda
    ids: Ids = field(default_factory=Ids)
    rooms: dict[str, str] = field(default_factory=dict)

    def make(self) -> None:
        """Fill the draft."""
        self.cast = Cast(Ids())
        self.zone = self.told.zone or _UTC
        self.days = days_of(self.told, self.listed.items)
        self.assumed = not self.days
        if self.assumed:
            self._assume_day()
        self._event()
        self._hosts()
        self._venues()
        self._themes()
        self._segments()
        self._bystanders()
        self.draft.values["speakers"] = self.cast.speakers()
        for at, person in enumerate(self.cast.people):
            self.draft.lines["speakers", at] = person.line
        for name, line in self.told.lines.items():
            self.draft.lines[_PATHS.get(name, name),] = line
        self._tell((), self.told.remarks)
        self._tell((), _new(self.listed.remarks, self.told.remarks))
        for line, words in self.told.unread:
            self.draft.unread(line, shortened(words, _SHOWN))

    def _assume_day(self) -> None:
        day = self.given.moment.date()
        self.days = [day]
        question = Question(name="date", words="On which day does it begin?", default=str(day))
        message = f"no date stands in the document; {day} was taken"
        self.draft.tell(
            Problem.inferred(
                "date-missing", ("date",), message, sure=0.0, hint="say --date", question=question
            ),
            1,
        )

    def _event(self) -> None:
        told, values = self.told, self.draft.values
        title = told.title or self._title_of_file()
        single = len(self.days) == 1
        values |= {
            "id": Ids(RESERVED_IDS).new(title),
            "title": title,
            "subtitle": told.subtitle,
            "kind": told.kind,
            "language": told.language,
            "timezone": self.zone.key,
            "date": self.days[0].isoformat() if single else None,
            "dates": [] if single else [day.isoformat() for day in self.days],
            "hours": "-".join(f"{clock:%H:%M}" for clock in told.hours) if told.hours else None,
            "objective": told.objective,
            "background": told.background,
            "participants": list(told.participants),
        }
        for name in [name for name, value in values.items() if value in (None, [])]:
            del values[name]
        self._compare_hours()

    def _title_of_file(self) -> str:
        name = self.draft.source.name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
        title = " ".join(name.replace("_", " ").replace("-", " ").split()).capitalize() or "Event"
        message = f"the note has no title; {title!r} is the file's name"
        self.draft.tell(Problem.inferred("title-inferred", ("title",), message, sure=0.1), 1)
        return title

    def _compare_hours(self) -> None:
        """Tell where the hours that are stated are not those of the agenda."""
        timed = [item for item in self.listed.items if item.start and item.day == self.days[0]]
        if not self.told.hours or not timed:
            return
        first = min(item.start for item in timed if item.start)
        ends = [item.end for item in timed if item.end]
        last = max(ends) if ends else None
        stated = "-".join(f"{clock:%H:%M}" for clock in self.told.hours)
        agenda_hours = f"{first:%H:%M}-{last:%H:%M}" if last else f"{first:%H:%M}"
        if stated.startswith(agenda_hours) or len(timed) == 1:
            return
        message = f"the note says {stated}, its agenda {agenda_hours}; both were kept"
        problem = Problem.inferred("hours-differ", ("hours",), message, sure=0.5)
        self.draft.tell(problem, self.told.lines.get("hours"))

    def _hosts(self) -> None:
        ids = Ids()
        named = [("host", name) for name in self.told.hosts]
        named += [("co-host", name) for name in self.told.cohosts]
        if named:
            self.draft.values["hosts"] = [
                {"id": ids.new(name), "name": name, "role": role} for role, name in named
            ]

    def _venues(self) -> None:
        """Make the venue of the head, its rooms from the agenda; or a venue of each room."""
        place, venues = self.told.place, list[dict[str, Any]]()
        ids = Ids()
        names = list(dict.fromkeys(item.room for item in self.listed.items if item.room))
        if place:
            venue: dict[str, Any] = {"id": ids.new(place.room or place.name), "name": place.name}
            parts = {"room": place.room, "address": place.address, "city": place.city}
            venue |= {name: value for name, value in parts.items() if value}
            main = venue["id"]
            self.rooms = {name: main for name in names if name in (place.room, place.name)}
            rooms = [name for name in names if name not in self.rooms]
            self.rooms |= {name: ids.new(name) for name in rooms}
            if rooms:
                venue["rooms"] = [{"id": self.rooms[name], "name": name} for name in rooms]
                self.draft.values["venue"] = main
            venues = [venue]
            self.draft.lines["venues", 0] = place.line
        else:
            self.rooms = {name: ids.new(name) for name in names}
            venues = [{"id": id_, "name": name} for name, id_ in self.rooms.items()]
            for at, name in enumerate(names):
                item = next(item for item in self.listed.items if item.room == name)
                self.draft.lines["venues", at] = item.line
        if venues:
            self.draft.values["venues"] = venues

    def _themes(self) -> None:
        ids = Ids()
        themes = []
        for at, topic in enumerate(self.told.topics):
            theme = {"id": ids.new(topic.title), "title": topic.title}
            if topic.description:
                theme["description"] = topic.description
            themes.append(theme)
            self.draft.lines["themes", at] = topic.line
        if themes:
            self.draft.values["themes"] = themes

    def _segments(self) -> None:
        positions = [
            [self.cast.add(person) for person in item.named.people] for item in self.listed.items
        ]
        self.draft.values["segments"] = [
            self._segment(at, item, positions[at]) for at, item in enumerate(self.listed.items)
        ]
        for tie in ties(self.listed.items, self.told.topics):
            segment = self.draft.values["segments"][tie.item]
            theme = self.draft.values["themes"][tie.topic]
            segment["themes"] = [theme["id"]]
            message = f"its words are those of the theme {theme['title']!r}"
            path: Path = ("segments", tie.item, "themes")
            self.draft.tell(Problem.inferred("theme-inferred", path, message, sure=tie.score))

    def _segment(self, at: int, item: Item, positions: Sequence[int]) -> dict[str, Any]:
        path: Path = ("segments", at)
        self.draft.lines[path] = item.line
        title = item.title or item.kind.value.capitalize()
        segment: dict[str, Any] = {"id": self.ids.new(title), "title": title}
        if item.named.rest:
            segment["abstract"] = "\n\n".join(item.named.rest)
        segment["kind"] = item.kind.value
        if item.tentative:
            segment["status"] = "tentative"
        day = item.day or self.days[0]
        if len(self.days) > 1:
            segment["date"] = day.isoformat()
        segment |= self._times(path, item, day)
        if item.zone and _shows_another(item.zone, self.zone, day, item.start):
            segment["timezone"] = item.zone.key
        if item.room and len(self.rooms) + bool(self.told.place) > 1:
            segment["venue"] = self.rooms[item.room]
        if item.named.people:
            together = zip(positions, item.named.people, strict=True)
            appearances = {at_: self.cast.appearance(at_, person) for at_, person in together}
            segment["speakers"] = list(appearances.values())
        self._tell(path, item.remarks)
        self._tell(path, item.named.remarks)
        return segment

    def _times(self, path: Path, item: Item, day: date) -> dict[str, Any]:
        if item.start is None:
            return {"status": "unscheduled"} if not item.tentative else {}
        times: dict[str, Any] = {"start": f"{item.start:%H:%M}"}
        if item.end is None:
            message = f"no end is stated; calendars show {_LENGTH} minutes"
            problem = Problem.inferred("end-inferred", (*path, "open_end"), message, sure=0.2)
            self.draft.tell(problem)
            return times | {"minutes": _LENGTH, "open_end": True}
        over = item.end <= item.start
        end = f"{day + timedelta(days=1)} {item.end:%H:%M}" if over else f"{item.end:%H:%M}"
        return times | {"end": end}

    def _bystanders(self) -> None:
        """Keep the people of a list of speakers who have no item, and say so."""
        for person in people.listed(self.told.speakers, self.told.language):
            if _is_told(person) and not self.cast.known(person):
                self.cast.add(person)

    def _tell(self, path: Path, remarks: Iterable[Remark]) -> None:
        for remark in remarks:
            place = (*path, remark.field) if remark.field else path
            self.draft.tell(_problem(remark, place), remark.line)


def _problem(remark: Remark, path: Path) -> Problem:
    if remark.sure is None:
        return Problem.warning(remark.code, path, remark.message, remark.hint)
    return Problem.inferred(
        remark.code,
        path,
        remark.message,
        sure=remark.sure,
        hint=remark.hint,
        question=remark.question,
    )


def _shows_another(zone: ZoneInfo, usual: ZoneInfo, day: date, start: time | None) -> bool:
    """Whether the clocks of two zones show different times then."""
    moment = datetime.combine(day, start or time.min)
    return zone.utcoffset(moment) != usual.utcoffset(moment)


def _is_told(person: Person) -> bool:
    return person.name is not None


def _new(remarks: Iterable[Remark], known: Iterable[Remark]) -> list[Remark]:
    """Return the remarks that ask or tell something else than those that are *known*."""
    codes = {remark.code for remark in known}
    return [remark for remark in remarks if remark.code not in codes]
