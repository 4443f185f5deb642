"""The events of a house: those to come, soonest first, and those that are over, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Status
from roundtable_ical.web.models.facts import days_of
from roundtable_ical.web.models.said import Said, Voice
from roundtable_ical.web.reader import Reader

_FAR = datetime(9999, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One event in the list; *dates* empty while no day is known, *cities* those of its venues."""

    id: str
    title: Said
    subtitle: Said
    status: Status
    dates: str
    cities: tuple[Said, ...]
    hosts: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """The events to come (those under way among them) and those over; *parted* tells them apart.

    A copy on a static server has no clock, so there nothing is parted: all are in *past*.
    """

    coming: tuple[Listed, ...]
    past: tuple[Listed, ...]
    parted: bool


def index_page(events: Iterable[SideEvent], reader: Reader, now: datetime | None) -> IndexPage:
    """Return the list of *events* for *reader*.

    Args:
        events: in any order.
        reader: in whose language.
        now: the present moment, aware; None where the page is to stand for ever.
    """
    known = sorted(events, key=lambda event: (_starts(event), event.id))
    over = {event.id for event in known if now is None or over_at(event) <= now}
    return IndexPage(
        coming=tuple(_listed(event, reader) for event in known if event.id not in over),
        past=tuple(_listed(event, reader) for event in reversed(known) if event.id in over),
        parted=now is not None,
    )


def over_at(event: SideEvent) -> datetime:
    """Return the moment from which *event* is past: the midnight after its last day.

    Where an item goes on after that, the end of the last one. An event of which no day is known is
    still to come.
    """
    days = days_of(event)
    if not days:
        return _FAR
    midnight = datetime.combine(days[-1] + timedelta(days=1), time(), event.timezone)
    return max(midnight, event.end or midnight).astimezone(UTC)


def _starts(event: SideEvent) -> datetime:
    if event.start:
        return event.start.astimezone(UTC)
    days = days_of(event)
    return datetime.combine(days[0], time(), event.timezone).astimezone(UTC) if days else _FAR


def _listed(event: SideEvent, reader: Reader) -> Listed:
    say = Voice(reader, event.language)
    days = days_of(event)
    cities = {city.text: city for venue in event.venues if (city := say.city(venue.city))}
    return Listed(
        id=event.id,
        title=say(event.title),
        subtitle=say(event.subtitle),
        status=event.status,
        dates=reader.days(days[0], days[-1]) if days else "",
        cities=tuple(cities.values()),
        hosts=tuple(say(host.name) for host in event.hosts),
    )
