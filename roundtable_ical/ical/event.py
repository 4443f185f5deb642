"""A VEVENT: one segment, or the whole event as one block."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Event, vCategory, vUri

from roundtable_ical.ical.addresses import Addresses
from roundtable_ical.ical.description import Speech, join_link
from roundtable_ical.ical.identity import WHOLE_EVENT, uid
from roundtable_ical.ical.options import Options
from roundtable_ical.ical.spans import Clockwork, written
from roundtable_ical.ical.text import parameter, text
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Which revision a segment is in: DTSTAMP and LAST-MODIFIED are *modified*, never "now"."""

    sequence: int
    modified: datetime
    created: datetime | None = None


class EventWriter:
    """Writes the VEVENTs of one event in one way; the same input gives the same bytes."""

    def __init__(self, event: SideEvent, options: Options, addresses: Addresses) -> None:
        self.event = event
        self.options = options
        self.addresses = addresses
        self.speech = Speech(event, options.language)
        self.clockwork = Clockwork(event)

    def segment(self, item: Occurrence, stamp: Stamp) -> bytes:
        """Return the VEVENT of one segment, its lines ended by CRLF."""
        segment = item.segment
        page = self.addresses.segment(item.id)
        component = self._component(item.id, segment.status, item.start, item.end, stamp)
        component.add("summary", text(self.speech.summary(segment, cancelled=item.cancelled)))
        component.add("description", text(self.speech.segment(item, page)))
        self._add_place(component, item.venue)
        self._add_themes(component, segment.themes)
        if link := join_link(item):
            label = parameter(self.speech.words.join)
            component.add(
                "conference",
                vUri(link),
                parameters={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": label},
            )
        if page:
            component.add("url", vUri(page))
        return bytes(component.to_ical())

    def block(self, occurrences: tuple[Occurrence, ...], stamp: Stamp) -> bytes:
        """Return the VEVENT of the whole event, from its first moment to its last."""
        event = self.event
        if event.start is None or event.end is None:
            return b""
        page = self.addresses.page
        component = self._component(WHOLE_EVENT, event.status, event.start, event.end, stamp)
        cancelled = event.status is Status.CANCELLED
        prefix = f"{self.speech.words.cancelled}: " if cancelled else ""
        component.add("summary", text(prefix + self.speech.title()))
        component.add("description", text(self.speech.event_block(occurrences, page)))
        venue = event.frame.venue and event.places[event.frame.venue]
        self._add_place(component, venue or None)
        self._add_themes(component, tuple(event.topics))
        if page:
            component.add("url", vUri(page))
        return bytes(component.to_ical())

    def _component(
        self, id_: str, status: Status, start: datetime, end: datetime, stamp: Stamp
    ) -> Event:
        component = Event()
        component.add("uid", uid(self.event, id_))
        component.add("dtstamp", stamp.modified.astimezone(UTC))
        component.add("last-modified", stamp.modified.astimezone(UTC))
        if stamp.created:
            component.add("created", stamp.created.astimezone(UTC))
        component.add("sequence", stamp.sequence)
        component.add("status", status.value.upper())
        tzid = self.clockwork.zone_of(start, end)
        component.add("dtstart", written(start, tzid))
        component.add("dtend", written(end, tzid))
        for name, value in self._busyness(status):
            component.add(name, value)
        for host in self.event.hosts:
            name = host.name.said_in(self.speech.language, self.event.language)
            component.add("contact", text(name))
        if self.options.alarm and status is not Status.CANCELLED:
            component.add_component(self._alarm(self.options.alarm))
        return component

    def _busyness(self, status: Status) -> Iterator[tuple[str, str]]:
        """Yield TRANSP and Outlook's word for the same (MS-OXCICAL 2.1.3.1.1.20.31)."""
        if not self.options.busy or status is Status.CANCELLED:
            yield "transp", "TRANSPARENT"
            yield "x-microsoft-cdo-busystatus", "FREE"
        else:
            yield "transp", "OPAQUE"
            tentative = status is Status.TENTATIVE
            yield "x-microsoft-cdo-busystatus", "TENTATIVE" if tentative else "BUSY"

    def _alarm(self, before: timedelta) -> Alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text(self.speech.title()))
        alarm.add("trigger", -before)
        return alarm

    def _add_place(self, component: Event, venue: Venue | None) -> None:
        if venue is None:
            return
        location = venue.location(self.speech.language, self.event.language)
        component.add("location", text(location))
        if venue.geo:
            component.add("geo", (venue.geo.lat, venue.geo.lon))

    def _add_themes(self, component: Event, ids: tuple[str, ...]) -> None:
        themes = [self.event.topics[id_] for id_ in ids]
        if not themes:
            return
        titles: list[str] = [
            text(theme.title.said_in(self.speech.language, self.event.language)) for theme in themes
        ]
        component.add("categories", vCategory(titles))
        color = next((theme.color for theme in themes if theme.color), None)
        if color and len(themes) == 1:
            component.add("color", color)
