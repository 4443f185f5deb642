"""Feeds: a head, the zones, the segments chosen, a tail; all of it bytes."""

import hashlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain

from icalendar import vDuration, vText, vUri

from roundtable_ical.errors import InvalidField
from roundtable_ical.ical.addresses import Addresses, feed_path
from roundtable_ical.ical.event import EventWriter
from roundtable_ical.ical.lines import Lines, line
from roundtable_ical.ical.options import Options
from roundtable_ical.ical.spans import zones_used
from roundtable_ical.ical.text import text
from roundtable_ical.programme.colors import CSS3_COLORS
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.selection import Selection, selected
from roundtable_ical.revisions.feedstates import AGENDA_FEED, EVENT_FEED
from roundtable_ical.revisions.ledger import WHOLE_EVENT, Entry, Ledger, State
from roundtable_ical.revisions.stamps import Stamp

PRODID = "-//roundtable-ical//roundtable-ical//EN"
REFRESH = timedelta(hours=1)
_ABOUT = ("DESCRIPTION", "X-WR-CALDESC")
_TAIL = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, kw_only=True)
class Feed:
    """One subscribable calendar, ready to be sent.

    *path* is its place below the event's page, *count* the number of its VEVENTs. It is kept in
    *pieces*, since all feeds share those: a VEVENT stands once in memory, however many hold it.
    """

    path: str
    name: str
    pieces: tuple[bytes, ...]
    count: int

    @property
    def body(self) -> bytes:
        """The calendar in one piece; joined each time."""
        return b"".join(self.pieces)

    @property
    def size(self) -> int:
        """The bytes of the calendar."""
        return sum(map(len, self.pieces))

    def to_ical(self) -> bytes:
        """Return the calendar's bytes (RFC 5545), the same for ever for the same input."""
        return self.body

    @cached_property
    def etag(self) -> str:
        """A strong validator: it changes with any byte (RFC 9110 section 8.8.3)."""
        digest = hashlib.sha256()
        for piece in self.pieces:
            digest.update(piece)
        return digest.hexdigest()[:32]


class FeedWriter:
    """Writes the feeds of one event in one way; a segment is rendered once for all of them.

    Attributes:
        event: the programme.
        options: what the subscriber asked for.
        addresses: where the event's page and feeds are.
        rendered: bytes of the VEVENTs that it has rendered itself, and keeps.
    """

    def __init__(
        self,
        event: SideEvent,
        options: Options | None = None,
        *,
        base: str | None = None,
        ledger: Ledger | None = None,
    ) -> None:
        """Take what is the same in all feeds.

        Args:
            event: the programme.
            options: what the subscriber asked for.
            base: address of the event's page, where it differs from the event's own `url`.
            ledger: what each segment last said; without one every stamp is the event's `revised`.
        """
        self.event = event
        self.options = options or Options()
        self.addresses = Addresses(base or event.url)
        self._writer = EventWriter(event, self.options, self.addresses)
        self.rendered = 0
        self._lines = Lines()
        self._ledger: Ledger = ledger or {}
        self._rendered: dict[str, bytes] = {}
        if self.options == Options():
            self._rendered = {id_: entry.body for id_, entry in self._ledger.items()}

    def feed(self, selection: Selection | None = None) -> Feed:
        """Return the feed of every segment in *selection*; of all where there is none."""
        selection = selection or Selection()
        return self._selected(selection, feed_path(selection))

    def own(self, speaker_id: str, path: str, without: Container[str] = ()) -> Feed:
        """Return a speaker's private feed at *path*: their segments *without* some, by id."""
        return self._selected(Selection(speakers=(speaker_id,)), path, without)

    def _selected(self, selection: Selection, path: str, without: Container[str] = ()) -> Feed:
        occurrences = tuple(
            item for item in selected(self.event, selection) if item.id not in without
        )
        events = [(item.span, self._segment(item)) for item in occurrences]
        events += [
            ((entry.start, entry.end), entry.body)
            for entry in self._gone
            if entry.segment_id not in without and _held(entry, selection)
        ]
        zones = zones_used(occurrences, self._writer.clockwork)
        bodies = [body for _, body in sorted(events, key=lambda event: event[0])]
        name, color = self._writer.speech.calendar_name(selection), self._color(selection)
        return self._feed(path, name, zones, bodies, color)

    def of(self, entries: Ledger) -> Feed:
        """Return a calendar with nothing in it but *entries*, to be looked at."""
        shown = [entry for entry in entries.values() if entry.body]
        zones = sorted({entry.tzid for entry in shown if entry.tzid})
        bodies = [entry.body for entry in shown]
        return self._feed(AGENDA_FEED, self._writer.speech.title(), zones, bodies, None)

    def block(self) -> Feed:
        """Return the feed of the whole event as one block."""
        event = self.event
        zones: list[str] = []
        bodies: list[bytes] = []
        if event.start and event.end:
            zones = list(filter(None, [self._writer.clockwork.zone_of(event.start, event.end)]))
            bodies = [self._block()]
        return self._feed(EVENT_FEED, self._writer.speech.title(), zones, bodies, None)

    @cached_property
    def _gone(self) -> tuple[Entry, ...]:
        """What was taken out and is shown as cancelled; asked for with every feed."""
        return tuple(entry for entry in self._ledger.values() if entry.state is State.GONE)

    def _stamp(self, id_: str) -> Stamp:
        if id_ in self._ledger:
            return self._ledger[id_].stamp
        event = self.event
        return Stamp(sequence=event.revision or 0, modified=event.revised, created=event.created)

    def _segment(self, item: Occurrence) -> bytes:
        if item.id not in self._rendered:
            body = self._writer.segment(item, self._stamp(item.id))
            self._rendered[item.id] = body
            self.rendered += len(body)
        return self._rendered[item.id]

    def _block(self) -> bytes:
        if WHOLE_EVENT not in self._rendered:
            body = self._writer.block(self._stamp(WHOLE_EVENT))
            self._rendered[WHOLE_EVENT] = body
            self.rendered += len(body)
        return self._rendered[WHOLE_EVENT]

    def _feed(
        self, path: str, name: str, zones: list[str], events: list[bytes], color: str | None
    ) -> Feed:
        clockwork = self._writer.clockwork
        definitions = [clockwork.definitions[key].to_ical() for key in zones]
        if not events and (spare := clockwork.spare()):
            definitions = [spare.to_ical()]
        head = self._head(path, name, color)
        pieces = (*head, *definitions, *events, _TAIL)
        return Feed(path=path, name=name, pieces=pieces, count=len(events))

    def _head(self, path: str, name: str, color: str | None) -> list[bytes]:
        """Return the calendar's properties; some stand twice, since clients read either.

        There is no UID of the calendar (RFC 7986 section 5.3): vdirsyncer, and so khal, takes the
        first UID in the file for that of every event, and keeps one event of all.
        """
        again = self._lines.again
        about = self._about
        called = text(name)
        lines = [
            b"BEGIN:VCALENDAR\r\n",
            again("VERSION", None, lambda: [vText("2.0")]),
            again("PRODID", None, lambda: [vText(PRODID)]),
            again("CALSCALE", None, lambda: [vText("GREGORIAN")]),
            *(again(each, None, lambda: [text(about)]) for each in _ABOUT if about),
            line("NAME", called),
            line("X-WR-CALNAME", called),
        ]
        if color:
            lines.append(again("COLOR", color, lambda: [vText(color)]))
        lines.append(again("REFRESH-INTERVAL", None, lambda: [_refresh(VALUE="DURATION")]))
        if source := self.addresses.feed(path, self.options.query):
            lines.append(line("SOURCE", vUri(source, params={"VALUE": "URI"})))
        if page := self.addresses.page:
            lines.append(again("URL", None, lambda: [vUri(page)]))
        if color:
            apple = "X-APPLE-CALENDAR-COLOR"
            lines.append(again(apple, color, lambda: [vText(CSS3_COLORS[color])]))
        lines.append(again("X-PUBLISHED-TTL", None, lambda: [_refresh()]))
        lines.append(again("X-WR-TIMEZONE", None, lambda: [text(self.event.timezone.key)]))
        return lines

    @cached_property
    def _about(self) -> str:
        return self._writer.speech.calendar()

    def _color(self, selection: Selection) -> str | None:
        section, id_ = selection.only or ("", "")
        return self.event.topics[id_].color if section == "themes" else None


def _refresh(**params: str) -> vDuration:
    return vDuration(REFRESH, params=params)


def _held(entry: Entry, selection: Selection) -> bool:
    """Whether the feed of *selection* held the segment that *entry* is of."""
    return entry.segment_id != WHOLE_EVENT and (
        selection.everything
        or not set(selection.themes).isdisjoint(entry.themes)
        or not set(selection.speakers).isdisjoint(entry.speakers)
        or not set(selection.venues).isdisjoint(entry.venues)
        or entry.segment_id in selection.segments
    )


def feed(
    event: SideEvent,
    *,
    kind: str = "segments",
    theme: str | None = None,
    speaker: str | None = None,
    venue: str | None = None,
    segment: str | None = None,
    themes: Iterable[str] = (),
    speakers: Iterable[str] = (),
    venues: Iterable[str] = (),
    segments: Iterable[str] = (),
    options: Options | None = None,
) -> Feed:
    """Return a feed of *event*: all of it, or the union of what is named.

    Args:
        event: the programme.
        kind: ``segments`` for one VEVENT each, ``event`` for the whole event as one block.
        theme: id of a theme to follow; likewise *speaker*, *venue* and *segment*.
        themes: ids of several; likewise *speakers*, *venues* and *segments*.
        options: language, busy time, alarm.

    Raises:
        UnknownId: an id that the event does not have.
        InvalidField: another *kind*.
    """
    writer = FeedWriter(event, options)
    if kind not in {"event", "segments"}:
        raise InvalidField("kind", kind, "is not possible", hint="write event or segments")
    chosen = (theme, speaker, venue, segment, *themes, *speakers, *venues, *segments)
    if kind == "event":
        if any(chosen):
            hint = "leave the rest out, or write kind='segments'"
            raise InvalidField("kind", kind, "is the whole event and nothing of it", hint=hint)
        return writer.block()
    selection = Selection.of(
        event,
        themes=(*themes, *_one(theme)),
        speakers=(*speakers, *_one(speaker)),
        venues=(*venues, *_one(venue)),
        segments=(*segments, *_one(segment)),
    )
    return writer.feed(selection)


def _one(id_: str | None) -> tuple[str, ...]:
    return () if id_ is None else (id_,)


def every_feed(event: SideEvent, options: Options | None = None) -> Mapping[str, Feed]:
    """Return each feed that *event* publishes, without mixes, by its path."""
    writer = FeedWriter(event, options)
    choices = chain(
        (Selection(),),
        (Selection(themes=(id_,)) for id_ in event.topics),
        (Selection(speakers=(id_,)) for id_ in event.people),
        (Selection(venues=(id_,)) for id_ in event.places),
    )
    feeds = (writer.block(), *(writer.feed(choice) for choice in choices))
    return {found.path: found for found in feeds}
