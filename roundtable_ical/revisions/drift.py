"""Zones over time: what a newer time zone database has moved since it was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.revisions.ledger import Ledger, State

Span = tuple[datetime, datetime]
"""Start and end, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A segment whose wall time stands while its moment is another: *was* published, is *now*."""

    segment_id: str
    title: str
    zone: str
    was: Span
    now: Span

    def __str__(self) -> str:
        return f"{self.title} | {self.zone} | was: {in_utc(self.was)} | is: {in_utc(self.now)}"


def drift(ledger: Ledger, event: SideEvent) -> tuple[Drift, ...]:
    """Return the segments of *event* that are not at the moments that were published.

    Args:
        ledger: what each segment last said.
        event: the programme that the ledger was made from, its moments by the present database.

    Returns:
        In order of time. What was never published, or was taken out, has not moved.
    """
    return tuple(_moved(ledger, event))


def _moved(ledger: Ledger, event: SideEvent) -> Iterator[Drift]:
    for item in event.occurrences:
        entry = ledger.get(item.id)
        if entry is None or entry.state is not State.LIVE:
            continue
        was = entry.start, entry.end
        if was != item.span:
            title, zone = str(item.segment.title), item.zone.key
            yield Drift(segment_id=item.id, title=title, zone=zone, was=was, now=item.span)


def in_utc(span: Span) -> str:
    """Return *span* in words, as ``2026-10-29 08:15-08:30 UTC``."""
    start, end = span
    last = f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M}-{last} UTC"
