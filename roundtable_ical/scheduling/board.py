"""All that is booked in several events: by room, by person, in order of time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling import identities, opening
from roundtable_ical.scheduling.identities import SURE, Named, same_place, same_speaker
from roundtable_ical.scheduling.intervals import Interval
from roundtable_ical.scheduling.walking import HERE, Journey, by_map, on_line, stated


@dataclass(frozen=True, slots=True, eq=False)
class Booking:
    """One occurrence of the event at position *at*; *who* are those in it that have a name."""

    at: int
    item: Occurrence
    who: tuple[str, ...]
    remote: frozenset[str]
    span: tuple[datetime, datetime] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "span", self.item.span)

    @property
    def key(self) -> tuple[int, str]:
        """What tells it from every other one; the same when it is moved."""
        return self.at, self.item.id


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A person in a booking: *speaker* is their id in its event."""

    booking: Booking
    speaker: str

    @property
    def span(self) -> tuple[datetime, datetime]:
        """When they are in it."""
        return self.booking.span


class Board:
    """What takes place in *events*, looked up by who and where; cancelled items are not on it."""

    def __init__(self, events: Sequence[SideEvent]) -> None:
        self.events = tuple(events)
        self.people = identities.people(events)
        self.places = identities.places(events)
        found = [
            self.booking(at, item)
            for at, event in enumerate(self.events)
            for item in event.occurrences
            if not item.cancelled
        ]
        self.bookings = tuple(sorted(found, key=lambda booking: booking.span))
        self._alike: dict[tuple[str, Named, Named], float] = {}
        self._hours: dict[tuple[int, str, date], Interval] = {}
        self._ways: dict[tuple[Named, Named], Journey | None] = {}

    def booking(self, at: int, item: Occurrence) -> Booking:
        """Return *item* of the event at position *at* as a booking."""
        parts = item.segment.speakers
        named = (part.speaker for part in parts if (at, part.speaker) in self.people)
        remote = frozenset(part.speaker for part in parts if part.remote)
        return Booking(at, item, tuple(dict.fromkeys(named)), remote)

    @cached_property
    def rooms(self) -> Mapping[Named, Sequence[Booking]]:
        """Bookings of each room, in order of time; a room is known by the first of its names."""
        found: dict[Named, list[Booking]] = defaultdict(list)
        for booking in self.bookings:
            if (room := self.room_of(booking)) is not None:
                found[room].append(booking)
        return found

    @cached_property
    def parts(self) -> Mapping[Named, Sequence[Part]]:
        """What each person is in, in order of time."""
        found: dict[Named, list[Part]] = defaultdict(list)
        for booking in self.bookings:
            for speaker in booking.who:
                found[self.people[booking.at, speaker]].append(Part(booking, speaker))
        return found

    @cached_property
    def by_day(self) -> Mapping[tuple[int, str, date], Sequence[Booking]]:
        """Bookings by the position of their event, their zone, and the day they begin on there."""
        found: dict[tuple[int, str, date], list[Booking]] = defaultdict(list)
        for booking in self.bookings:
            item = booking.item
            found[booking.at, item.zone.key, item.start.date()].append(booking)
        return found

    def days(self, at: int) -> tuple[date, ...]:
        """Return the days that the event at position *at* states, and those it has something on."""
        return tuple(
            sorted({*self.events[at].days, *(day for own, _, day in self.by_day if own == at)})
        )

    def hours(self, at: int, day: date, zone: ZoneInfo) -> Interval:
        """Return the hours of an event on *day* in *zone*: as it states them, or else it has.

        It has office hours, 08:00 to 18:00, and what goes on before and after them in that zone.
        """
        key = at, zone.key, day
        if key not in self._hours:
            booked = self.by_day.get(key, ())
            start, end = opening.office_hours(day, zone)
            self._hours[key] = opening.stated(self.events[at], day, zone) or (
                min((start, *(booking.span[0] for booking in booked))),
                max((end, *(booking.span[1] for booking in booked))),
            )
        return self._hours[key]

    def room_of(self, booking: Booking) -> Named | None:
        """Return the room of *booking* by the first of its names; None where it is nowhere."""
        venue = booking.item.venue
        return self.places.get((booking.at, venue.id), (booking.at, venue.id)) if venue else None

    def speaker(self, named: Named) -> Speaker:
        """Return the person *named*."""
        return self.events[named[0]].people[named[1]]

    def venue(self, named: Named) -> Venue:
        """Return the place *named*."""
        return self.events[named[0]].places[named[1]]

    def one_person(self, one: Named, other: Named) -> float:
        """Return how sure it is that two are one person; 0 when less than `SURE`."""
        if one == other:
            return 1.0
        key = "person", one, other
        if key not in self._alike:
            sure = same_speaker(self.speaker(one), self.speaker(other))
            self._alike[key] = _below_one(sure)
        return self._alike[key]

    def one_room(self, one: Named, other: Named) -> float:
        """Return how sure it is that two are one room; 0 when less than `SURE`."""
        if one == other:
            return 1.0
        key = "room", one, other
        if key not in self._alike:
            self._alike[key] = _below_one(same_place(self.venue(one), self.venue(other)))
        return self._alike[key]

    def way(self, one: Named, other: Named) -> Journey | None:
        """Return the way between two places; None where nobody knows it."""
        if one == other:
            return HERE
        if (one, other) not in self._ways:
            self._ways[one, other] = self._way(one, other)
        return self._ways[one, other]

    def _way(self, one: Named, other: Named) -> Journey | None:
        here, there = self.venue(one), self.venue(other)
        if on_line(here) or on_line(there):
            return HERE
        for at in dict.fromkeys((one[0], other[0])):
            event = self.events[at]
            if event.walks and (
                told := stated(event, self._names(one, at), self._names(other, at))
            ):
                return told
        if self.places.get(one, one) == self.places.get(other, other):
            return HERE
        if one[0] == other[0] and self._building(one) == self._building(other):
            return HERE
        return by_map(here.geo, there.geo) if here.geo and there.geo else None

    def _building(self, named: Named) -> str:
        return self.events[named[0]].building_of(named[1]) or named[1]

    def _names(self, named: Named, at: int) -> frozenset[str]:
        """Return the ids that the event at position *at* has for a place and its building."""
        ids = {id_ for own, id_ in self._alike_places.get(self.places.get(named), ()) if own == at}
        ids |= {named[1]} if named[0] == at else set()
        return frozenset(ids | {self._building((at, id_)) for id_ in ids})

    @cached_property
    def _alike_places(self) -> Mapping[Named | None, Sequence[Named]]:
        """Every name of each place, by the first of them."""
        found: dict[Named | None, list[Named]] = defaultdict(list)
        for named, first in self.places.items():
            found[first].append(named)
        return found

    def others(self, booking: Booking, moved: frozenset[tuple[int, str]]) -> Iterator[Booking]:
        """Yield what is in the room of *booking*, but what is *moved*."""
        room = self.room_of(booking)
        if room is not None:
            yield from (each for each in self.rooms.get(room, ()) if each.key not in moved)


def _below_one(sure: float) -> float:
    """Return *sure* as it is told: never whole by a name alone, nothing where it is too little."""
    return min(sure, 0.99) if sure >= SURE else 0.0
