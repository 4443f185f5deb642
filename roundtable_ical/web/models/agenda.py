"""The agenda as pages show it: days, and on each day its rows in order of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from roundtable_ical.ical.description import join_link
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Kind, Segment, Status
from roundtable_ical.web.models.hours import Hours, hours, readers_hours
from roundtable_ical.web.models.moves import Move, worded
from roundtable_ical.web.models.people import Person, appearing
from roundtable_ical.web.models.said import NOTHING, Said, Voice
from roundtable_ical.web.models.topics import Topic, topics

_PLAIN = frozenset({Kind.BREAK, Kind.MEAL, Kind.REGISTRATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment on the agenda.

    *hours* are at the venue, *theirs* on the reader's clock where they asked for one; both None
    while the time is open. *room* is the room or else the venue, *house* where that is, *place* all
    of it with its street. *move* is what it was before, where a store knows of it. *plain* is a
    break: nothing to attend.
    """

    id: str
    title: Said
    abstract: Said
    note: Said
    status: Status
    hours: Hours | None
    theirs: Hours | None
    minutes: str
    city: Said
    place: Said
    room: Said
    house: Said
    venue: str
    link: str | None
    topics: tuple[Topic, ...]
    people: tuple[Person, ...]
    move: Move | None = None
    plain: bool = False

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"s-{self.id}"

    @property
    def saved(self) -> bool:
        """Whether a copy of it may be saved: it has a time, and takes place."""
        return self.hours is not None and self.status is not Status.CANCELLED

    @property
    def rail(self) -> int:
        """The rail of its first theme; 0 without one."""
        return self.topics[0].rail if self.topics else 0

    @property
    def tone(self) -> int:
        """The colour of its first theme; 0 without one."""
        return self.topics[0].tone if self.topics else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the agenda: *title* in full, *short* for its link; items in order of time."""

    day: date
    title: str
    short: str
    rows: tuple[Row, ...]
    items: tuple[Occurrence, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"day-{self.day.isoformat()}"


class Agenda:
    """Makes rows of one event for one reader."""

    def __init__(
        self, event: SideEvent, say: Voice, moves: Mapping[str, Move] | None = None
    ) -> None:
        self.event = event
        self.say = say
        self.reader = say.reader
        self.topics = topics(event, say)
        self._moves = moves or {}
        self._places: dict[str, tuple[Said, Said, Said, Said]] = {}

    def days(self, items: Iterable[Occurrence] | None = None) -> tuple[Day, ...]:
        """Return the days of *items* (of all), each once, though venues lie far apart."""
        chosen = self.event.occurrences if items is None else items
        by_day = sorted(chosen, key=lambda item: (item.start.date(), item.span))
        return tuple(
            self._day(day, tuple(found))
            for day, found in groupby(by_day, key=lambda item: item.start.date())
        )

    def row(self, item: Occurrence) -> Row:
        """Return the row of something that has a time."""
        start, end = item.start, item.end
        return self._row(
            item.segment,
            item.venue,
            status=item.segment.status,
            times=(start, end),
            minutes="" if item.segment.open_end else self.reader.minutes(item.minutes),
            link=join_link(item),
        )

    def open(self) -> tuple[Row, ...]:
        """Return the rows of what has no time yet."""
        return tuple(self.unscheduled(segment) for segment in self.event.unscheduled)

    def unscheduled(self, segment: Segment) -> Row:
        """Return the row of *segment*, whose time is open."""
        venue = self.event.frame.venue_of(segment)
        return self._row(segment, venue, status=Status.UNSCHEDULED, link=segment.url)

    def _day(self, day: date, items: tuple[Occurrence, ...]) -> Day:
        return Day(
            day=day,
            title=self.reader.day(day),
            short=self.reader.weekday(day),
            rows=tuple(map(self.row, items)),
            items=items,
        )

    def _row(
        self,
        segment: Segment,
        venue: Venue | None,
        *,
        status: Status,
        link: str | None,
        times: tuple[datetime, datetime] | None = None,
        minutes: str = "",
    ) -> Row:
        city, place, room, house = self._placed(venue)
        move, open_end = self._moves.get(segment.id), segment.open_end
        return Row(
            id=segment.id,
            title=self.say(segment.title),
            abstract=self.say(segment.abstract),
            note=self.say(segment.note),
            status=status,
            hours=hours(*times, self.reader, city.text, open_end=open_end) if times else None,
            theirs=readers_hours(*times, self.reader, open_end=open_end) if times else None,
            minutes=minutes,
            city=city,
            place=place,
            room=room,
            house=house,
            venue=venue.id if venue else "",
            link=link,
            topics=tuple(self.topics[id_] for id_ in segment.themes),
            people=tuple(appearing(self.event, segment, self.say)),
            move=worded(move, self.reader) if move else None,
            plain=segment.kind in _PLAIN,
        )

    def _placed(self, venue: Venue | None) -> tuple[Said, Said, Said, Said]:
        """Return city, whole place, room or else name, and the house that is in."""
        if venue is None:
            return self._clock(), NOTHING, NOTHING, NOTHING
        if venue.id not in self._places:
            parts = [self.say(part) for part in (venue.room, venue.name, venue.address, venue.city)]
            room, name, _, city = parts
            house = self.say.joined([name, city] if room else [city])
            called = self.say.city(venue.city) or self._clock(venue)
            self._places[venue.id] = called, self.say.joined(parts), room or name, house
        return self._places[venue.id]

    def _clock(self, venue: Venue | None = None) -> Said:
        """Return the city that a clock is called by, where the venue names none."""
        zone = (venue and venue.timezone) or self.event.timezone
        return Said(self.reader.city_name(zone.key))
