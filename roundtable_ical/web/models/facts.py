"""The facts at the head of a page: which days, at what hours, where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.web.models.home import home_city
from roundtable_ical.web.models.hours import Hours, hours, offset, readers_hours
from roundtable_ical.web.models.said import Said, Voice

MOST_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What stands in the four cells; *days* empty while no day is known.

    *hours* are those of an event of one day, *theirs* the same on the reader's clock, *stated* as
    the invitation prints them. *places* is one line for each, the first few.
    """

    days: str
    several_days: bool
    hours: Hours | None
    offset: str
    theirs: Hours | None
    stated: str
    places: tuple[Said, ...]
    more_places: int
    several_clocks: bool


def days_of(event: SideEvent) -> tuple[date, ...]:
    """Return the days that *event* states, or else those of its agenda."""
    return event.days or tuple(sorted({item.start.date() for item in event.occurrences}))


def facts(event: SideEvent, say: Voice) -> Facts:
    """Return the facts of *event*."""
    days = days_of(event)
    span = _span(event, days)
    reader = say.reader
    stated = f"{event.hours.start}–{event.hours.end}" if event.hours else ""
    city, open_end = home_city(event, say), open_at_the_end(event)
    places = _places(event, say)
    return Facts(
        days=reader.days(days[0], days[-1]) if days else "",
        several_days=len(days) > 1,
        hours=hours(*span, reader, city, open_end=open_end) if span else None,
        offset=offset(span[0]) if span else "",
        theirs=readers_hours(*span, reader, open_end=open_end) if span else None,
        stated="" if span and stated == str(hours(*span, reader)) else stated,
        places=tuple(places[:MOST_PLACES]),
        more_places=max(0, len(places) - MOST_PLACES),
        several_clocks=len(event.zone_spans) > 1,
    )


def _span(event: SideEvent, days: Sequence[date]) -> tuple[datetime, datetime] | None:
    """Return begin and end of an event of one day."""
    if event.start is None or event.end is None or len(days) != 1:
        return None
    return event.start, event.end


def open_at_the_end(event: SideEvent) -> bool:
    """Whether nobody knows the end of what is over last."""
    last = max(event.occurrences, key=lambda item: item.span[1], default=None)
    return last is not None and last.segment.open_end


def _places(event: SideEvent, say: Voice) -> list[Said]:
    home = event.places.get(event.frame.venue or "")
    if home:
        parts = [say(part) for part in (home.room, home.name, home.address, home.city)]
        return [say.joined(parts)]
    told = (say.joined([say(venue.name), say(venue.city)]) for venue in event.venues)
    return list(dict.fromkeys(told))
