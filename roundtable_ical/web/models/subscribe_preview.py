"""A calendar before one has it: its first items as a program will show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from roundtable_ical.ical.words import words
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.segments import Status
from roundtable_ical.web.models.hours import Hours, hours, in_zone
from roundtable_ical.web.models.said import NOTHING, Said, Voice

MOST_FIRST = 3
"""Items from the beginning; the first that is cancelled and the first that is open come along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An item of a calendar: its title as the feed has it, on the reader's clock if they chose one.

    *day* is the day on that clock.
    """

    title: Said
    day: str
    hours: Hours
    place: Said
    cancelled: bool
    tentative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The items that tell most, and how many *more* there are besides."""

    items: tuple[Shown, ...]
    more: int


def preview(items: Sequence[Occurrence], say: Voice) -> Preview:
    """Return a look at a feed of *items*, which are in order of time."""
    shown = list(_telling(items))
    return Preview(items=tuple(_shown(item, say) for item in shown), more=len(items) - len(shown))


def preview_of_block(event: SideEvent, say: Voice) -> Preview:
    """Return a look at the feed of the whole event as one block."""
    if event.start is None or event.end is None:
        return Preview(items=(), more=0)
    home = event.places.get(event.frame.venue or "")
    block = _item(
        say,
        say(event.title),
        (event.start, event.end),
        say(home.room or home.name) if home else NOTHING,
        event.status,
    )
    return Preview(items=(block,), more=0)


def _telling(items: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Yield the first few, and the first of each kind that programs show in ways of their own."""
    rest = items[MOST_FIRST:]
    yield from items[:MOST_FIRST]
    found = {
        status: next((item for item in rest if item.segment.status is status), None)
        for status in (Status.CANCELLED, Status.TENTATIVE)
        if not any(item.segment.status is status for item in items[:MOST_FIRST])
    }
    yield from sorted(filter(None, found.values()), key=lambda item: item.span)


def _shown(item: Occurrence, say: Voice) -> Shown:
    venue = item.venue
    place = say(venue.room or venue.name) if venue else NOTHING
    return _item(say, say(item.segment.title), (item.start, item.end), place, item.segment.status)


def _item(
    say: Voice, title: Said, span: tuple[datetime, datetime], place: Said, status: Status
) -> Shown:
    reader = say.reader
    cancelled = status is Status.CANCELLED
    if cancelled:
        title = Said(f"{words(reader.wanted).cancelled_prefix}{title.text}", title.language)
    zone = reader.zone
    start, end = (in_zone(each, zone) if zone else each for each in span)
    return Shown(
        title=title,
        day=reader.short_day(start.date(), year=False),
        hours=hours(start, end, reader),
        place=place,
        cancelled=cancelled,
        tentative=status is Status.TENTATIVE,
    )
