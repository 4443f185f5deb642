"""One VEVENT in the words of an agenda."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from roundtable_ical.importers.calendars.clocks import Clocks
from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.people import speakers
from roundtable_ical.importers.calendars.stamps import Stamp, Unreadable, length, stamp
from roundtable_ical.importers.calendars.texts import called_off, description, items, title
from roundtable_ical.importers.draft import Draft
from roundtable_ical.importers.listings import Listing, said_shortly, text_of
from roundtable_ical.importers.speakers import Cast
from roundtable_ical.programme.problems import Problem
from roundtable_ical.programme.texts import shortened

_STATUS = {"TENTATIVE": "tentative", "CANCELLED": "cancelled", "CANCELED": "cancelled"}
_LINKS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_MOST_THEMES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A VEVENT: when it is, on its own clock, and what is said of it (*values* of a segment).

    *length* is on the clock, None where no end is given. *instance* is the RECURRENCE-ID.
    """

    item: Component
    uid: str
    sequence: int
    start: Stamp
    length: timedelta | None
    instance: Stamp | None
    values: Mapping[str, Any]

    @property
    def line(self) -> int:
        """Where it begins in the file."""
        return self.item.line


class Desk:
    """Where VEVENTs become plans: their places, themes and people are listed in the draft."""

    def __init__(self, draft: Draft, clocks: Clocks) -> None:
        self.draft = draft
        self.clocks = clocks
        self._venues = Listing(draft, "venues", "name")
        self._themes = Listing(draft, "themes", "title")
        self._cast = Cast(draft)

    def planned(self, item: Component, *, called_off_all: bool = False) -> Planned | None:
        """Return what *item* says; None where it has no day, which is told."""
        begin, instance = item.first("DTSTART"), item.first("RECURRENCE-ID")
        try:
            if begin is None:
                raise Unreadable("it has no DTSTART")
            start = stamp(begin)
            moved = stamp(instance) if instance else None
        except Unreadable as error:
            said = item.first("SUMMARY")
            what = f" {shortened(title(said))!r}" if said else ""
            message = f"the event{what} was left out: {error}"
            hint = "add it by hand, where it matters"
            self.draft.tell(Problem.warning("no-start", (), message, hint), item.line)
            return None
        uid, sequence = item.first("UID"), item.first("SEQUENCE")
        number = sequence.value if sequence else ""
        return Planned(
            item=item,
            uid=uid.value if uid else "",
            sequence=int(number) if number.isdecimal() and len(number) < 10 else 0,
            start=start,
            length=self._length(item, start),
            instance=moved,
            values=self._values(item, called_off_all=called_off_all),
        )

    def _length(self, item: Component, start: Stamp) -> timedelta | None:
        ends, lasts = item.first("DTEND", "DUE"), item.first("DURATION")
        try:
            if ends:
                end = stamp(ends)
                if start.all_day:
                    return max(end.wall - start.wall, timedelta(days=1))
                if end.zone == start.zone:
                    found = end.wall - start.wall
                else:
                    found = self.clocks.moment(end) - self.clocks.moment(start)
                if found > timedelta(0):
                    return found
                if found < timedelta(0):
                    raise Unreadable(f"its end {ends.value!r} is before its start")
            elif lasts and (found := length(lasts)):
                return found
        except Unreadable as error:
            message = f"the end was left out: {error}"
            self.draft.tell(Problem.warning("no-end", (), message), item.line)
        return timedelta(days=1) if start.all_day else None

    def _values(self, item: Component, *, called_off_all: bool) -> dict[str, Any]:
        values: dict[str, Any] = {"title": self._title(item)}
        status = item.first("STATUS")
        values["status"] = _STATUS.get(status.value.upper() if status else "", "confirmed")
        if called_off_all:
            values["status"] = "cancelled"
        if (rest := called_off(values["title"])) is not None:
            values |= {"title": rest, "status": "cancelled"}
        abstract = description(item)
        link, page = item.first(*_LINKS), item.first("URL")
        if page and page.value not in abstract and page.value.startswith(("http:", "https:")):
            abstract = f"{abstract}\n\n{page.value}".strip()
        if abstract:
            values["abstract"] = text_of(self.draft, abstract, item.line)
        if link and link.value.startswith(("http:", "https:")):
            values["url"] = link.value
        values |= self._place(item)
        themes = [each for line in item.every("CATEGORIES") for each in items(line)]
        if themes:
            ids = (self._themes.id_of(each, item.line) for each in themes[:_MOST_THEMES])
            values["themes"] = list(dict.fromkeys(ids))
        if found := speakers(item, abstract):
            values["speakers"] = self._cast.appearances(found, item.line)
        return values

    def _title(self, item: Component) -> str:
        said = item.first("SUMMARY")
        words = title(said) if said else ""
        if words:
            return said_shortly(self.draft, words, item.line)
        words = next((line for line in description(item).split("\n") if line.strip()), "")
        found = shortened(words.strip(), 80) or "(no title)"
        message = f"the event has no title; {found!r} was taken"
        told = Problem.inferred("title-inferred", (), message, sure=0.3, hint="write its title")
        self.draft.tell(told, item.line)
        return found

    def _place(self, item: Component) -> dict[str, Any]:
        where = item.first("LOCATION")
        said = title(where) if where else ""
        if not said and (named := next(item.inside("VLOCATION"), None)):
            name = named.first("NAME")
            said = title(name) if name else ""
        return (
            {}
            if not any(map(str.isalnum, said))
            else {"venue": self._venues.id_of(said, item.line)}
        )
