"""A VEVENT: one segment, or the whole event as one block."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, vCategory, vDatetime, vGeo, vInt, vText, vUri

from roundtable_ical.ical.addresses import Addresses
from roundtable_ical.ical.description import Speech, join_link
from roundtable_ical.ical.identity import uid
from roundtable_ical.ical.lines import Lines, line
from roundtable_ical.ical.options import Options
from roundtable_ical.ical.spans import Clockwork, written
from roundtable_ical.ical.text import parameter, text
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Status
from roundtable_ical.revisions.ledger import WHOLE_EVENT
from roundtable_ical.revisions.stamps import Stamp

_Lines = dict[str, bytes]
_ORDER = (
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DTSTAMP",
    "UID",
    "SEQUENCE",
    "CATEGORIES",
    "COLOR",
    "CONFERENCE",
    "CONTACT",
    "CREATED",
    "DESCRIPTION",
    "GEO",
    "LAST-MODIFIED",
    "LOCATION",
    "STATUS",
    "TRANSP",
    "URL",
    "X-MICROSOFT-CDO-BUSYSTATUS",
)


class EventWriter:
    """Writes the VEVENTs of one event in one way; the same input gives the same bytes."""

    def __init__(self, event: SideEvent, options: Options, addresses: Addresses) -> None:
        self.event = event
        self.options = options
        self.addresses = addresses
        self.speech = Speech(event, options.language)
        self.clockwork = Clockwork(event)
        self._lines = Lines()

    def segment(self, item: Occurrence, stamp: Stamp) -> bytes:
        """Return the VEVENT of one segment, its lines ended by CRLF."""
        return self._segment(item, stamp, self.clockwork.zone_of(item.start, item.end))

    def tombstone(self, item: Occurrence, stamp: Stamp) -> bytes:
        """Return the VEVENT of a segment that was taken out: cancelled, and in UTC.

        It stays as it is while the programme around it changes, so it leans on no VTIMEZONE.
        """
        segment = item.segment.model_copy(update={"status": Status.CANCELLED})
        return self._segment(replace(item, segment=segment), stamp, None)

    def _segment(self, item: Occurrence, stamp: Stamp, tzid: str | None) -> bytes:
        segment = item.segment
        page = self.addresses.segment(item.id)
        found = self._dated(item.id, segment.status, (item.start, item.end), tzid, stamp)
        summary = self.speech.summary(segment, cancelled=item.cancelled)
        found["SUMMARY"] = line("SUMMARY", text(summary))
        found["DESCRIPTION"] = line("DESCRIPTION", text(self.speech.segment(item, page)))
        found |= self._place(item.venue)
        found |= self._themes(segment.themes)
        if link := join_link(item):
            found["CONFERENCE"] = self._lines.again("CONFERENCE", link, lambda: self._link(link))
        if page:
            found["URL"] = line("URL", vUri(page))
        return self._component(found, segment.status)

    def block(self, stamp: Stamp) -> bytes:
        """Return the VEVENT of the whole event, from its first moment to its last."""
        event = self.event
        if event.start is None or event.end is None:
            return b""
        page = self.addresses.page
        tzid = self.clockwork.zone_of(event.start, event.end)
        span = event.start, event.end
        found = self._dated(WHOLE_EVENT, event.status, span, tzid, stamp)
        cancelled = event.status is Status.CANCELLED
        prefix = self.speech.words.cancelled_prefix if cancelled else ""
        found["SUMMARY"] = line("SUMMARY", text(prefix + self.speech.title()))
        found["DESCRIPTION"] = self._lines.again(
            "DESCRIPTION", page, lambda: [text(self.speech.event_block(page))]
        )
        found |= self._place(event.places.get(event.frame.venue or ""))
        found |= self._themes(tuple(event.topics))
        if page:
            found["URL"] = line("URL", vUri(page))
        return self._component(found, event.status)

    def _component(self, found: _Lines, status: Status) -> bytes:
        lines = [found[name] for name in _ORDER if name in found]
        alarm = b""
        if self.options.alarm and status is not Status.CANCELLED:
            alarm = self._alarm(self.options.alarm)
        return b"".join((b"BEGIN:VEVENT\r\n", *lines, alarm, b"END:VEVENT\r\n"))

    def _dated(
        self,
        id_: str,
        status: Status,
        span: tuple[datetime, datetime],
        tzid: str | None,
        stamp: Stamp,
    ) -> _Lines:
        again = self._lines.again
        sequence, modified, created = stamp.sequence, stamp.modified, stamp.created
        found = {
            "UID": line("UID", vText(uid(self.event, id_))),
            "DTSTAMP": again("DTSTAMP", modified, lambda: [written(modified, None)]),
            "LAST-MODIFIED": again("LAST-MODIFIED", modified, lambda: [written(modified, None)]),
            "SEQUENCE": again("SEQUENCE", sequence, lambda: [vInt(sequence)]),
            "STATUS": again("STATUS", status, lambda: [vText(status.value.upper())]),
            "DTSTART": self._moment("DTSTART", span[0], tzid),
            "DTEND": self._moment("DTEND", span[1], tzid),
            "CONTACT": again("CONTACT", None, self._hosts),
        }
        if created:
            found["CREATED"] = again(
                "CREATED", created, lambda: [vDatetime(created.astimezone(UTC))]
            )
        found |= self._busyness(status)
        return found

    def _moment(self, name: str, moment: datetime, tzid: str | None) -> bytes:
        said = moment.replace(tzinfo=None, fold=0) if tzid else moment.astimezone(UTC)
        return self._lines.again(name, (said, tzid), lambda: [written(moment, tzid)])

    def _hosts(self) -> Iterator[vText]:
        for host in self.event.hosts:
            yield text(host.name.said_in(self.speech.language, self.event.language))

    def _busyness(self, status: Status) -> _Lines:
        """Return TRANSP and Outlook's word for the same (MS-OXCICAL 2.1.3.1.1.20.31)."""
        if not self.options.busy or status is Status.CANCELLED:
            transp, outlook = "TRANSPARENT", "FREE"
        else:
            transp = "OPAQUE"
            outlook = "TENTATIVE" if status is Status.TENTATIVE else "BUSY"
        return {
            "TRANSP": self._lines.again("TRANSP", transp, lambda: [vText(transp)]),
            "X-MICROSOFT-CDO-BUSYSTATUS": self._lines.again(
                "X-MICROSOFT-CDO-BUSYSTATUS", outlook, lambda: [vText(outlook)]
            ),
        }

    def _alarm(self, before: timedelta) -> bytes:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text(self.speech.title()))
        alarm.add("trigger", -before)
        return bytes(alarm.to_ical())

    def _link(self, link: str) -> Iterator[vUri]:
        label = parameter(self.speech.words.join)
        yield vUri(link, params={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": label})

    def _place(self, venue: Venue | None) -> _Lines:
        if venue is None:
            return {}
        again = self._lines.again
        found = {"LOCATION": again("LOCATION", venue.id, lambda: [text(self._location(venue))])}
        if geo := venue.geo:
            found["GEO"] = again("GEO", (geo.lat, geo.lon), lambda: [vGeo((geo.lat, geo.lon))])
        return found

    def _location(self, venue: Venue) -> str:
        return venue.location(self.speech.language, self.event.language)

    def _themes(self, ids: tuple[str, ...]) -> _Lines:
        if not ids:
            return {}
        found = {"CATEGORIES": self._lines.again("CATEGORIES", ids, lambda: self._titles(ids))}
        color = self.event.topics[ids[0]].color
        if color and len(ids) == 1:
            found["COLOR"] = self._lines.again("COLOR", color, lambda: [vText(color)])
        return found

    def _titles(self, ids: tuple[str, ...]) -> Iterator[vCategory]:
        themes = (self.event.topics[id_] for id_ in ids)
        titles = (
            theme.title.said_in(self.speech.language, self.event.language) for theme in themes
        )
        yield vCategory([*map(text, titles)])
