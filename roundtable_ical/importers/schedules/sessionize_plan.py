"""What Sessionize's API says, whichever of its views, as a plan."""

import re
from collections.abc import Iterator
from typing import Any

from roundtable_ical.importers.schedules.frab_words import said
from roundtable_ical.importers.schedules.jsons import groups, has, mapping
from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled
from roundtable_ical.importers.schedules.moments import moment
from roundtable_ical.importers.schedules.plan import Plan, Talk, first
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Status

_TRACK = re.compile(
    r"\b(?:tracks?|themes?|themas?|themen|topics?|streams?|th[eé]matiques?|temas?|tem[aá]ticas?"
    r"|pistas?|parcours|spor|raita|трек)\b",
    re.IGNORECASE,
)
_FORMAT = re.compile(r"format|session type|\btype|\btyp\b|formato|art der", re.IGNORECASE)
_LANGUAGE = re.compile(r"\b(?:languages?|sprache|langue|idioma|lingua|taal)\b", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "german": "de",
    "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es",
    "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "polish": "pl", "polski": "pl", "danish": "da", "dansk": "da",
    "norwegian": "no", "norsk": "no", "swedish": "sv", "svenska": "sv", "czech": "cs",
    "čeština": "cs", "japanese": "ja", "日本語": "ja",
}  # fmt: skip
_LEFT_OUT = frozenset({"declined", "decline", "rejected", "nominated", "waitlisted", "draft"})


def sure(value: object) -> float:
    """Return how sure it is that *value* is a view of Sessionize."""
    return 0.9 if _sessions(value) or _speakers_view(value) else 0.0


def planned(value: Any) -> Plan:
    """Return what *value* says; `sure` of it."""
    return _Planner(value).plan


def _sessions(value: object) -> list[dict[str, Any]]:
    """Return every session in *value*, each once, whichever view it is."""
    found = [item for item in _all(value) if _like_session(item)]
    return list({str(item.get("id") or id(item)): item for item in found[::-1]}.values())[::-1]


def _like_session(item: dict[str, Any]) -> bool:
    return "title" in item and any(
        key in item for key in ("startsAt", "isServiceSession", "isPlenumSession", "categoryItems")
    )


def _all(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield from groups(value.get("sessions"))
        return
    for group in groups(value):
        yield from groups(group.get("sessions"))
        for room in groups(group.get("rooms")):
            for session in groups(room.get("sessions")):
                yield {"room": room.get("name"), **session}
        for slot in groups(group.get("timeSlots")):
            for room in groups(slot.get("rooms")):
                if session := mapping(room.get("session")):
                    yield {"room": room.get("name"), **session}
        if _like_session(group):
            yield group


def _speakers_view(value: object) -> bool:
    people = list(groups(value))[:20] if isinstance(value, list) else []
    return bool(people) and all(
        has(each, "fullName") and ("sessions" in each or "isTopSpeaker" in each) for each in people
    )


class _Planner:
    def __init__(self, value: Any) -> None:
        self.plan = Plan()
        self.left_out = 0
        top = mapping(value)
        self.rooms = {str(room.get("id")): room.get("name") for room in groups(top.get("rooms"))}
        self.categories: dict[str, tuple[str, str]] = {}
        for category in groups(top.get("categories")):
            title = self.plan.scribe.line(category.get("title"))
            for item in groups(category.get("items")):
                name = self.plan.scribe.line(item.get("name"))
                self.categories[str(item.get("id"))] = title, name
        self.people: dict[str, str] = {}
        for person in groups(top.get("speakers")):
            self._person(person)
        sessions = _sessions(value)
        if not sessions and _speakers_view(value):
            sessions = self._of_speakers(value)
        for session in sessions:
            self._talk(session)
        if self.left_out:
            message = f"{self.left_out} sessions are not accepted; they were left out"
            self.plan.problems.append(Problem.inferred("left-out", (), message, sure=0.9))

    def _of_speakers(self, people: Any) -> list[dict[str, Any]]:
        """Return sessions without times, as the view of the speakers has them."""
        found: dict[str, dict[str, Any]] = {}
        for person in groups(people):
            self._person(person)
            for item in groups(person.get("sessions")):
                names = {"id": item.get("id"), "title": item.get("name") or item.get("title")}
                session = found.setdefault(str(item.get("id")), {**names, "speakers": []})
                session["speakers"].append(person.get("id"))
        message = "this is the view of the speakers: it has no times, and no rooms"
        hint = "export the view All"
        self.plan.problems.append(Problem.warning("no-times", (), message, hint))
        return list(found.values())

    def _person(self, person: dict[str, Any]) -> str:
        name = person.get("fullName") or person.get("name")
        if not name:
            parts = (str(person.get(part) or "") for part in ("firstName", "lastName"))
            name = " ".join(filter(None, parts))
        id_ = person.get("id")
        key = self.plan.person(id_, name, function=person.get("tagLine"))
        self.people[str(id_)] = key
        return key

    def _talk(self, session: dict[str, Any]) -> None:
        plan, scribe = self.plan, self.plan.scribe
        status = str(session.get("status") or "").lower()
        if status in _LEFT_OUT:
            self.left_out += 1
            return
        title = scribe.lines(session.get("title"))
        service = session.get("isServiceSession") is True
        categories = list(self._categories(session))
        room = session.get("room") or self.rooms.get(str(session.get("roomId")))
        formats = " ".join(name for kind, name in categories if _FORMAT.search(kind))
        languages = [name.casefold() for kind, name in categories if _LANGUAGE.search(kind)]
        kept = said({"@id": session.get("id"), "type": formats})
        plan.talks.append(
            Talk(
                title,
                start=moment(session.get("startsAt")),
                end=moment(session.get("endsAt")),
                abstract=scribe.texts(session.get("description")),
                place=plan.place(room),
                tracks=tuple(plan.track(name) for kind, name in categories if _TRACK.search(kind)),
                people=plan.speakers((key, Role.SPEAKER) for key in self._speakers(session)),
                kind=kind_of(formats, first(title), service=service),
                status=_status(session, first(title), service=service),
                language=next((_LANGUAGES[name] for name in languages if name in _LANGUAGES), ""),
                foreign={"sessionize": kept} if kept else {},
            )
        )

    def _categories(self, session: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield title and chosen item of each category of *session*."""
        items = session.get("categoryItems")
        for item in items if isinstance(items, list) else ():
            id_ = item.get("id") if isinstance(item, dict) else item
            if str(id_) in self.categories:
                yield self.categories[str(id_)]
        for category in groups(session.get("categories")):
            title = self.plan.scribe.line(category.get("name") or category.get("title"))
            for item in groups(category.get("categoryItems") or category.get("items")):
                yield title, self.plan.scribe.line(item.get("name"))

    def _speakers(self, session: dict[str, Any]) -> Iterator[str]:
        speakers = session.get("speakers")
        for speaker in speakers if isinstance(speakers, list) else ():
            if isinstance(speaker, dict):
                yield self._person(speaker)
            else:
                yield self.people.get(str(speaker), "")


def _status(session: dict[str, Any], title: str, *, service: bool) -> Status:
    if says_cancelled(title) or str(session.get("status")).lower() in {"cancelled", "canceled"}:
        return Status.CANCELLED
    unsure = session.get("isConfirmed") is False and not service
    return Status.TENTATIVE if unsure else Status.CONFIRMED
