"""What each segment last said, and what it says next.

A feed is only as good as its memory: SEQUENCE and LAST-MODIFIED rise on every visible change and on
nothing else, and a segment that was taken out stays for a while, cancelled.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.revisions.differences import Differences, differences
from roundtable_ical.revisions.stamps import Stamp, raised, whole_second

WHOLE_EVENT = ""
"""In place of a segment id: the block that stands for the whole event. No slug is empty."""


class State(StrEnum):
    """Where a segment is in the life of its calendars."""

    LIVE = "live"
    GONE = "gone"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a segment last said.

    *body* is its VEVENT; empty once it *left*. *start* and *end* are the instants that were
    published, *tzid* the zone they were written with (None: UTC). *themes*, *speakers* and *venues*
    are the feeds that hold it. A *gone* segment was taken out and is published as cancelled; one
    that *left* is in no feed any more, and is kept for its SEQUENCE, should it return.
    """

    segment_id: str
    state: State = State.LIVE
    stamp: Stamp
    start: datetime
    end: datetime
    tzid: str | None
    body: bytes
    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()


Ledger = Mapping[str, Entry]
"""The last entry of every segment that was ever published, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A VEVENT, and the zone its times are written with (None: UTC)."""

    body: bytes
    tzid: str | None


class Renderer(Protocol):
    """Makes VEVENTs of one programme; given by who knows iCalendar."""

    @property
    def zones(self) -> Mapping[str, bytes]:
        """The zones that are defined in calendars, and how; equal values write equal times."""
        ...

    def segment(self, item: Occurrence, stamp: Stamp) -> Rendered:
        """Return a segment as it is planned."""
        ...

    def cancelled(self, item: Occurrence, stamp: Stamp) -> Rendered:
        """Return a segment that was taken out, as cancelled."""
        ...

    def block(self, stamp: Stamp) -> Rendered | None:
        """Return the whole event as one block; None while nothing has a time."""
        ...


def next_entries(
    ledger: Ledger,
    before: SideEvent | None,
    after: SideEvent,
    *,
    moment: datetime,
    old: Renderer | None,
    new: Renderer,
    keep: timedelta = timedelta(days=30),
    different: Differences | None = None,
) -> tuple[Entry, ...]:
    """Return the entries that change when *after* is published over *before*; no others.

    Args:
        ledger: what was said last.
        before: the programme that the ledger was made from; None when there was none.
        after: the programme to be published.
        moment: of the publication, aware.
        old: renders *before*; for what was taken out.
        new: renders *after*. Only what may have changed is rendered.
        keep: how long a segment that was taken out is shown as cancelled after its end.
        different: `differences` of *before* and *after*, where the caller has them.

    Returns:
        Entries with raised stamps where a reader of the calendar sees a difference or the instant
        moved; with the stamp they had where only the feeds that hold them changed.
    """
    made = _Entries(ledger, after, moment, new)
    shared = (
        before is not None
        and old is not None
        and _frame(before) == _frame(after)
        and old.zones == new.zones
    )
    if different is None or not shared:
        different = differences(before if shared else None, after)
    touched = different.touched(after)
    found: list[Entry] = []
    for item in after.occurrences:
        entry = ledger.get(item.id)
        if entry is None or item.id in touched or not _stands(entry, item):
            found += made.segment(item, entry)
    live = {item.id for item in after.occurrences}
    planned = {item.id: item for item in before.occurrences} if before else {}
    for id_, entry in ledger.items():
        if id_ in live or id_ == WHOLE_EVENT or entry.state is State.LEFT:
            continue
        if entry.state is State.LIVE and old is not None and id_ in planned:
            found.append(_taken_out(entry, planned[id_], moment, old))
        elif entry.end + keep <= moment:
            found.append(_left(entry))
    found += made.block(ledger.get(WHOLE_EVENT))
    return tuple(found)


def _stands(entry: Entry, item: Occurrence) -> bool:
    """Whether *entry* is live and its instants are still those of *item*."""
    return entry.state is State.LIVE and (entry.start, entry.end) == item.span


def _frame(event: SideEvent) -> tuple[object, ...]:
    """Return what every VEVENT of *event* takes from it."""
    return (
        event.id,
        event.uid_domain,
        event.title,
        event.language,
        event.url,
        event.hosts,
    )


def _taken_out(entry: Entry, item: Occurrence, moment: datetime, old: Renderer) -> Entry:
    stamp = raised(entry.stamp, moment)
    rendered = old.cancelled(item, stamp)
    return replace(entry, state=State.GONE, stamp=stamp, body=rendered.body, tzid=rendered.tzid)


def _left(entry: Entry) -> Entry:
    return replace(entry, state=State.LEFT, body=b"", tzid=None)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Makes the entries of one publication."""

    ledger: Ledger
    event: SideEvent
    moment: datetime
    new: Renderer

    def segment(self, item: Occurrence, entry: Entry | None) -> Iterator[Entry]:
        """Yield the entry of *item* where it is not what *entry* was."""
        segment = item.segment
        fields = _Fields(
            segment_id=item.id,
            span=item.span,
            themes=segment.themes,
            speakers=tuple(part.speaker for part in segment.speakers),
            venues=self._venues(item),
        )
        yield from self._entry(fields, entry, lambda stamp: self.new.segment(item, stamp))

    def _venues(self, item: Occurrence) -> tuple[str, ...]:
        """Return the place of *item* and the venue it is a room of."""
        if item.venue is None:
            return ()
        building = self.event.building_of(item.venue.id)
        return (item.venue.id, building) if building else (item.venue.id,)

    def block(self, entry: Entry | None) -> Iterator[Entry]:
        """Yield the entry of the whole event where it is not what *entry* was."""
        start, end = self.event.start, self.event.end
        if start is not None and end is not None:
            span = start.astimezone(UTC), end.astimezone(UTC)
            yield from self._entry(_Fields(WHOLE_EVENT, span), entry, self.new.block)
        elif entry is not None and entry.state is not State.LEFT:
            yield _left(entry)

    def _entry(
        self, fields: "_Fields", entry: Entry | None, render: Callable[[Stamp], Rendered | None]
    ) -> Iterator[Entry]:
        if entry is None:
            moment = whole_second(self.moment)
            first = self.event.revision or 0
            stamp = Stamp(sequence=first, modified=moment, created=moment)
        else:
            rendered = render(entry.stamp)
            if rendered and entry.state is State.LIVE and rendered.body == entry.body:
                same = fields.entry(entry.stamp, rendered)
                if same == entry:
                    return
                if same.start == entry.start and same.end == entry.end:
                    yield same
                    return
            stamp = raised(entry.stamp, self.moment)
        if (rendered := render(stamp)) is not None:
            yield fields.entry(stamp, rendered)


@dataclass(frozen=True, slots=True)
class _Fields:
    segment_id: str
    span: tuple[datetime, datetime]
    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()

    def entry(self, stamp: Stamp, rendered: Rendered) -> Entry:
        return Entry(
            segment_id=self.segment_id,
            stamp=stamp,
            start=self.span[0],
            end=self.span[1],
            tzid=rendered.tzid,
            body=rendered.body,
            themes=self.themes,
            speakers=self.speakers,
            venues=self.venues,
        )
