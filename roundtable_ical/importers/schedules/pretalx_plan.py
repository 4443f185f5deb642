"""What pretalx says as a plan: submissions with their slots, or rows with its column titles."""

from collections.abc import Iterator
from typing import Any

from roundtable_ical.importers.schedules.frab_plan import joined
from roundtable_ical.importers.schedules.frab_words import said
from roundtable_ical.importers.schedules.jsons import groups, has, mapping
from roundtable_ical.importers.schedules.kinds import kind_of, says_cancelled
from roundtable_ical.importers.schedules.moments import minutes, moment
from roundtable_ical.importers.schedules.plan import Plan, Talk, first
from roundtable_ical.importers.schedules.pretalx_columns import columns, row
from roundtable_ical.programme.people import Role
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.segments import Status

_LEFT_OUT = frozenset({"submitted", "rejected", "draft", "deleted"})
_TALKS = ("title", "submission", "start", "slot", "slots")
"""What a list of people has nothing of."""

_STATUS = {
    "accepted": Status.TENTATIVE,
    "canceled": Status.CANCELLED,
    "cancelled": Status.CANCELLED,
    "withdrawn": Status.CANCELLED,
}


def sure(value: object) -> float:
    """Return how sure it is that *value* comes from pretalx."""
    if has(value, "talks", "rooms") or has(value, "slots", "version"):
        return 0.9
    items = list(groups(_items(value)))[:20]
    if not items:
        return 0.0
    if any(has(item, "code") and _like_submission(item) for item in items):
        return 0.9
    if any(has(item, "submission", "start") for item in items):
        return 0.9
    if all(has(item, "code", "biography") for item in items):
        return 0.6
    return 0.85 if columns(items) else 0.0


def _like_submission(item: dict[str, Any]) -> bool:
    return any(key in item for key in ("submission_type", "slot", "slots", "content_locale"))


def _items(value: object) -> object:
    """Return the list in *value*: as it is, in the envelope of the API, or one submission."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and "code" in value and _like_submission(value):
        return [value]
    for key in ("results", "submissions", "sessions", "talks", "slots"):
        if isinstance(value, dict) and isinstance(value.get(key), list):
            return value[key]
    return []


def planned(value: Any) -> Plan:
    """Return what *value* says; `sure` of it."""
    return _Planner(value).plan


class _Planner:
    def __init__(self, value: Any) -> None:
        plan = self.plan = Plan()
        self.left_out: dict[str, int] = {}
        self.nameless = 0
        top = mapping(value)
        plan.zone = plan.scribe.line(top.get("timezone"))
        event = mapping(top.get("event"))
        plan.title = plan.scribe.lines(event.get("name") or top.get("event_name"))
        self.rooms = {str(room.get("id")): room for room in groups(top.get("rooms"))}
        self.people = {str(each.get("code")): each for each in groups(top.get("speakers"))}
        self.tracks = {str(each.get("id")): each for each in groups(top.get("tracks"))}
        for track in self.tracks.values():
            plan.track(track.get("name"), track.get("color"))
        items = list(groups(_items(value)))
        found = columns(items[:20])
        for item in items:
            self._submission(row(item, found) if found else item)
        for each in groups(top.get("breaks")):
            self._submission(each)
        self._tell(top, len(items))

    def _tell(self, top: dict[str, Any], number: int) -> None:
        problems = self.plan.problems
        count = top.get("count")
        if top.get("next") or (isinstance(count, int) and count > number):
            message = f"the file is one page of several: {number} of {count} items"
            hint = "get the other pages too, or all at once with ?page_size="
            problems.append(Problem.warning("more-pages", (), message, hint))
        for state, left in self.left_out.items():
            message = f"{left} submissions are {state}, and in no schedule; they were left out"
            problems.append(Problem.inferred("left-out", (), message, sure=0.9))
        if self.nameless:
            message = f"{self.nameless} speakers are given by their code alone, without a name"
            hint = "ask for the names too, with ?expand=speakers"
            problems.append(Problem.warning("speaker-nameless", (), message, hint))

    def _submission(self, item: dict[str, Any]) -> None:
        if not any(item.get(key) for key in _TALKS):
            return
        submission = item.get("submission")
        if isinstance(submission, dict):
            item = {**submission, "slot": item}
        state = str(item.get("state") or "").strip().lower()
        slots = list(self._slots(item))
        if state in _LEFT_OUT or (not slots and _STATUS.get(state) is Status.CANCELLED):
            self.left_out[state] = self.left_out.get(state, 0) + 1
            return
        for slot in slots or [{}]:
            self._talk(item, slot, _STATUS.get(state, Status.CONFIRMED))

    def _slots(self, item: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the times of *item*: it may have several."""
        several = item.get("slots")
        each = [slot for slot in groups(several) if slot.get("start")]
        each = each or [slot for slot in (mapping(item.get("slot")), item) if slot.get("start")][:1]
        yield from each

    def _talk(self, item: dict[str, Any], slot: dict[str, Any], status: Status) -> None:
        plan, scribe = self.plan, self.plan.scribe
        service = not item.get("code") and not item.get("title")
        title = scribe.lines(
            item.get("title") or slot.get("description") or item.get("description")
        )
        type_ = scribe.line(item.get("submission_type") or item.get("type"))
        abstract = scribe.texts(item.get("abstract"))
        more = "" if service else scribe.texts(item.get("description"))
        if says_cancelled(first(title)):
            status = Status.CANCELLED
        kept = said({"@code": item.get("code"), "type": type_, "language": _language(item)})
        plan.talks.append(
            Talk(
                title,
                start=moment(slot.get("start")),
                end=moment(slot.get("end")),
                minutes=minutes(slot.get("duration") or item.get("duration")),
                abstract=joined(abstract, more),
                place=self._room(slot.get("room") or item.get("room")),
                tracks=(self._track(item.get("track")),),
                people=plan.speakers((key, Role.SPEAKER) for key in self._speakers(item)),
                kind=kind_of(type_, first(title), service=service),
                status=status,
                language=_language(item),
                foreign={"frab": kept} if kept else {},
            )
        )

    def _room(self, room: object) -> str:
        known = self.rooms.get(str(room), room) if isinstance(room, str | int) else room
        if isinstance(known, int):
            return self.plan.place(f"Room {known}")
        name = known.get("name", known) if isinstance(known, dict) else known
        return self.plan.place(name)

    def _track(self, track: object) -> str:
        known = self.tracks.get(str(track), track) if isinstance(track, str | int) else track
        if isinstance(known, int):
            return ""
        found = mapping(known)
        return self.plan.track(found.get("name", known), found.get("color"))

    def _speakers(self, item: dict[str, Any]) -> Iterator[str]:
        speakers = item.get("speakers")
        for speaker in speakers if isinstance(speakers, list) else ():
            person = speaker if isinstance(speaker, dict) else self.people.get(str(speaker), {})
            code = person.get("code") or (speaker if isinstance(speaker, str) else "")
            kept = said({"@code": code})
            key = self.plan.person(
                code, person.get("name"), email=person.get("email"),
                foreign={"frab": kept} if kept else {},
            )  # fmt: skip
            self.nameless += not key
            yield key


def _language(item: dict[str, Any]) -> str:
    return str(item.get("content_locale") or item.get("language") or "")
