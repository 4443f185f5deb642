"""DESCRIPTION: everything a person needs, in plain text, in one language.

Clients drop or hide most other properties (CONFERENCE, CONTACT, ATTENDEE), so the speakers, their
functions and the join link stand here.
"""

from collections.abc import Iterator
from itertools import islice

from roundtable_ical.ical.words import Words, words
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Role
from roundtable_ical.programme.segments import Segment
from roundtable_ical.programme.selection import Selection
from roundtable_ical.programme.texts import Text, said

MOST_AGENDA_LINES = 120


class Speech:
    """What is said of an event's parts in one language."""

    def __init__(self, event: SideEvent, language: str | None = None) -> None:
        self.event = event
        self.language = language or event.language
        self.words: Words = words(self.language)
        self._people: dict[Appearance, str] = {}

    def summary(self, segment: Segment, *, cancelled: bool) -> str:
        """Return the title, with the word for cancelled before it where it is."""
        title = segment.title.said_in(self.language, self.event.language)
        return f"{self.words.cancelled_prefix}{title}" if cancelled else title

    def title(self) -> str:
        """Return the event's title."""
        return self._said(self.event.title)

    def named(self, section: str, id_: str) -> str:
        """Return what is called *id_* in *section* (``themes``, ``speakers``, ...)."""
        event = self.event
        match section:
            case "themes":
                return self._said(event.topics[id_].title)
            case "speakers":
                return self.name(id_)
            case "venues":
                place = event.places[id_]
                return self._said(place.room or place.name)
        return self._said(event.agenda[id_].title)

    def segment(self, occurrence: Occurrence, page: str | None) -> str:
        """Return the DESCRIPTION of one segment; *page* is its public address."""
        segment = occurrence.segment
        lines = "\n".join(self.speakers(segment))
        facts = "\n".join(self._facts(occurrence, page))
        note, abstract = (self._said(part) for part in (segment.note, segment.abstract))
        return "\n\n".join(filter(None, (note, lines, abstract, facts)))

    def event_block(self, page: str | None) -> str:
        """Return the DESCRIPTION of the whole event as one block: its agenda, line by line."""
        agenda = list(islice(self._agenda(), MOST_AGENDA_LINES + 1))
        if len(agenda) > MOST_AGENDA_LINES:
            agenda[-1] = "…"
        if agenda:
            agenda.insert(0, f"{self.words.agenda}{self.words.colon}".rstrip())
        address = f"{self.words.page}{self.words.colon}{page}" if page else ""
        parts = (self.calendar(), "\n".join(agenda), self._said(self.event.objective), address)
        return "\n\n".join(filter(None, parts))

    def calendar_name(self, selection: Selection) -> str:
        """Return what a client shows in its list of calendars."""
        if selection.everything:
            return self.title()
        if selection.only is None:
            return f"{self.title()} ({self.words.my_choice})"
        return f"{self.named(*selection.only)} · {self.title()}"

    def calendar(self) -> str:
        """Return a few lines on what the event is."""
        event = self.event
        hosts = ", ".join(host.name.said_in(self.language, event.language) for host in event.hosts)
        lines = (
            self._said(event.subtitle),
            self._said(event.kind),
            f"{self.words.hosts}{self.words.colon}{hosts}" if hosts else "",
        )
        return "\n".join(filter(None, lines))

    def speakers(self, segment: Segment) -> Iterator[str]:
        """Yield a line for each speaker: role, name, function, and whether it is confirmed."""
        for appearance in segment.speakers:
            role = self.words.roles[appearance.role]
            prefix = "" if appearance.role is Role.SPEAKER else f"{role}{self.words.colon}"
            yield prefix + self._person(appearance)

    def _person(self, appearance: Appearance) -> str:
        if appearance not in self._people:
            self._people[appearance] = self.person(appearance)
        return self._people[appearance]

    def person(self, appearance: Appearance) -> str:
        """Return who appears, as "Mr. Guy Ryder, Director-General, ILO (to be confirmed)"."""
        speaker = self.event.people[appearance.speaker]
        position = speaker.position(self.language, self.event.language)
        name = self.name(appearance.speaker)
        known = speaker.public_name(self.language, self.event.language)
        marks = (
            self.words.to_be_confirmed if speaker.tbc or appearance.tbc else "",
            self.words.remote if appearance.remote else "",
        )
        aside = ", ".join(filter(None, marks))
        whole = f"{name}, {position}" if known and position else name
        return f"{whole} ({aside})" if aside else whole

    def name(self, speaker_id: str) -> str:
        """Return how a speaker is called in public, also without a name that may be said."""
        speaker = self.event.people[speaker_id]
        languages = (self.language, self.event.language)
        return (
            speaker.public_name(*languages)
            or speaker.place_words(*languages)
            or self.words.withheld
        )

    def _agenda(self) -> Iterator[str]:
        occurrences = self.event.occurrences
        first = occurrences[0].start if occurrences else None
        several_days = any(first and item.start.date() != first.date() for item in occurrences)
        several_zones = len(self.event.zone_spans) > 1
        day = None
        for item in occurrences:
            if several_days and item.start.date() != day:
                day = item.start.date()
                yield f"{day}"
            city = item.venue.city if item.venue and several_zones else None
            place = f" ({self._said(city)})" if city else ""
            summary = self.summary(item.segment, cancelled=item.cancelled)
            end = "" if item.segment.open_end else f"{item.end:%H:%M}"
            yield f"{item.start:%H:%M}–{end}{place} {summary}"
        for segment in self.event.unscheduled:
            yield f"{self.words.unscheduled}{self.words.colon}{self._said(segment.title)}"

    def _facts(self, occurrence: Occurrence, page: str | None) -> Iterator[str]:
        event, segment = self.event, occurrence.segment
        colon = self.words.colon
        if segment.open_end:
            yield self.words.open_end
        for theme in segment.themes:
            yield f"{self.words.theme}{colon}{self._said(event.topics[theme].title)}"
        yield f"{self.words.part_of}{colon}{self._said(event.title)}"
        if link := join_link(occurrence):
            yield f"{self.words.join}{colon}{link}"
        if page:
            yield f"{self.words.page}{colon}{page}"

    def _said(self, part: Text | None) -> str:
        return said(part, self.language, self.event.language)


def join_link(occurrence: Occurrence) -> str | None:
    """Return the address to join at: the segment's own, else its venue's."""
    return occurrence.segment.url or (occurrence.venue.url if occurrence.venue else None)
