"""What a programme has to be planned: its segments as tasks, with the rooms they could be in."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Segment
from roundtable_ical.scheduling import opening
from roundtable_ical.scheduling.board import Board, Booking
from roundtable_ical.scheduling.intervals import Interval
from roundtable_ical.scheduling.planning.problem import Task
from roundtable_ical.scheduling.planning.rules import Span
from roundtable_ical.scheduling.walking import on_line

MOST_TASKS = 2_000
"""Segments that one plan takes on; more would not be looked through in any useful time."""
MOST_ROOMS = 20
"""Rooms that are thought of for a segment, those of its building first."""
NEAR = timedelta(days=7)
"""How far a segment that has a day is moved at the most, in a programme that is `VAST`."""
VAST = 10_000
"""Segments times days from which not every day is thought of for each segment."""
OTHER_ROOM, OTHER_HOUSE = 10, 60
"""What another room, and one in another building, counts beside the minutes of a move."""
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


class Stated:
    """One programme to be planned beside *others*, which stay as they are.

    Args:
        event: what is to be planned.
        others: programmes that share people and rooms with it.
        without: ids of rooms that cannot be used; a building stands for its rooms.
        length: minutes of unscheduled segments that say no length; None leaves these alone.
        since: the moment of planning: what has begun by then stays, nothing is put before it. None,
            or a moment when all is over, plans as if everything lay ahead.

    Raises:
        UnknownId: no such room.
        InvalidField: no day is known, there are too many segments, or *since* has no zone.
    """

    def __init__(
        self,
        event: SideEvent,
        others: Sequence[SideEvent] = (),
        *,
        without: Collection[str] = (),
        length: int | None = None,
        since: datetime | None = None,
    ) -> None:
        for id_ in without:
            if id_ not in event.places:
                raise UnknownId("room", id_, event.places)
        self.event = event
        self.lost = {id_ for id_ in event.places if {id_, event.building_of(id_)} & set(without)}
        self.board = Board([event, *others])
        said = (each.date for each in event.unscheduled if each.date)
        self.days = tuple(sorted({*self.board.days(0), *said}))
        self.left_out: list[str] = []
        self._fresh = dict(self._unscheduled(length))
        self.bookings = {
            booking.item.id: booking for booking in self.board.bookings if booking.at == 0
        }
        self.scheduled = frozenset(self.bookings)
        for id_, item in self._fresh.items():
            self.bookings[id_] = self.board.booking(0, item)
        if len(self.bookings) > MOST_TASKS:
            hint = f"a plan takes {MOST_TASKS:,}; plan its parts as events of one store"
            raise InvalidField("segments", len(self.bookings), "are too many", hint=hint)
        self._vast = len(self.bookings) * len(self.days) > VAST
        if self._vast:
            self.left_out.append(f"what has a day is not moved by more than {NEAR.days} days")
        around = [opening.whole_day(day, zone) for day in self.days for zone in self._zones()]
        spans = [*around, *(booking.span for booking in self.bookings.values())]
        first = min((start for start, _ in spans), default=event.revised)
        last = max((end for _, end in spans), default=event.revised)
        self.around: Interval = first - _DAY, last + _DAY
        self.origin = opening.whole_day(self.around[0].date(), event.timezone)[0]
        if since is not None and since.utcoffset() is None:
            raise InvalidField("since", since.isoformat(), "has no time zone")
        self.since = since if since and first < since < last else None
        booked = [(id_, self.bookings[id_].span) for id_ in self.scheduled if self.since]
        self.begun = frozenset(id_ for id_, (start, _) in booked if since and start < since)
        self.running = frozenset(
            id_ for id_, (_, end) in booked if since and id_ in self.begun and since < end
        )

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What needs a time and a room, in order of time, what has none yet last."""
        return tuple(self._task(booking) for booking in self.bookings.values())

    def moment(self, minute: int) -> datetime:
        """Return a minute of the problem as the moment it is."""
        return self.origin + minute * _MINUTE

    def minute(self, moment: datetime) -> int:
        """Return *moment* as a minute of the problem; the next one where it has begun."""
        return -((self.origin - moment) // _MINUTE)

    def minutes(self, intervals: Iterable[Interval]) -> tuple[Span, ...]:
        """Return *intervals* in minutes of the problem; a started minute is not in them."""
        return tuple(
            (self.minute(start), (end - self.origin) // _MINUTE) for start, end in intervals
        )

    def tasks_of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the tasks that are meant by *ids* of segments: all days of a series."""
        return tuple(
            task
            for id_ in ids
            for task, booking in self.bookings.items()
            if booking.item.series == id_
        )

    def label(self, id_: str) -> str:
        """Return the title of a task in quotes, with its id where others have that title too."""
        segment = self.bookings[id_].item.segment
        title = segment.title.said_in(self.event.language)
        return f"‘{title}’" if self._titles[title] == 1 else f"‘{title}’ ({id_})"

    @cached_property
    def _titles(self) -> Counter[str]:
        found = (booking.item.segment.title for booking in self.bookings.values())
        return Counter(title.said_in(self.event.language) for title in found)

    def called(self, room: str) -> str:
        """Return how people know a room."""
        venue = self.event.places[room]
        return (venue.room or venue.name).said_in(self.event.language)

    def _zones(self) -> Iterator[ZoneInfo]:
        items = [booking.item for booking in self.board.bookings if booking.at == 0]
        zones = {item.zone.key: item.zone for item in (*items, *self._fresh.values())}
        yield from zones.values()

    def _unscheduled(self, length: int | None) -> Iterator[tuple[str, Occurrence]]:
        event = self.event
        own = {segment.id for segment in event.segments}
        for segment in event.unscheduled:
            minutes = segment.minutes or _written(segment) or length
            if segment.id not in own:
                self.left_out.append(f"{segment.id} is a day of a series: write its time there")
            elif minutes is None:
                self.left_out.append(f"{segment.id} says no length: write its `minutes`")
            elif not self.days:
                hint = "write `date` or `dates` of the event"
                raise InvalidField("dates", event.id, "has no day to plan on", hint=hint)
            else:
                zone = event.frame.zone_of(segment)
                start = opening.whole_day(segment.date or self.days[0], zone)[0]
                yield (
                    segment.id,
                    Occurrence(
                        id=segment.id,
                        series=segment.id,
                        segment=segment,
                        venue=event.frame.venue_of(segment),
                        start=start.astimezone(zone),
                        end=(start + minutes * _MINUTE).astimezone(zone),
                    ),
                )

    def _task(self, booking: Booking) -> Task:
        item, event = booking.item, self.event
        fresh = item.id not in self.scheduled
        rooms = self._rooms_for(item)
        named = item.venue.id if item.venue else None
        every = fresh or not self._vast
        days = (day for day in self.days if every or abs(day - item.start.date()) <= NEAR)
        if fresh and (named is None or event.places[named].rooms):
            room, costs = None, {}
        else:
            room = named or ""
            costs = {other: self._cost(room, other) for other in rooms if other != room}
        return Task(
            id=item.id,
            title=self.label(item.id),
            minutes=item.minutes,
            start=None if fresh else self.minutes([item.span])[0][0],
            room=room,
            rooms=rooms,
            days=tuple((day, self.minutes([opening.whole_day(day, item.zone)])[0]) for day in days),
            costs=costs,
        )

    def _cost(self, room: str, other: str) -> int:
        building = self.event.building_of(room) or room
        same = building == (self.event.building_of(other) or other)
        return OTHER_ROOM if same else OTHER_HOUSE

    def _rooms_for(self, item: Occurrence) -> tuple[str, ...]:
        """Return the rooms that *item* could be in, its own and those of its building first."""
        event, venue = self.event, item.venue
        fresh = item.id not in self.scheduled
        if venue is None and not fresh:
            return ("",)
        building = (event.building_of(venue.id) or venue.id) if venue else None
        whole = bool(fresh and venue and venue.rooms)  # "somewhere in this building"

        def fits(place: Venue) -> bool:
            inside = event.building_of(place.id) == building
            away = bool(venue and venue.city and place.city and str(place.city) != str(venue.city))
            zone = place.timezone or event.timezone
            on_screen = on_line(venue) if venue else False
            return (
                not place.rooms
                and zone.key == item.zone.key
                and on_line(place) == on_screen
                and not (away or (whole and not inside))
            )

        found = [id_ for id_, place in event.places.items() if fits(place)]
        found.sort(key=lambda id_: (event.building_of(id_) or id_) != building)
        own = [venue.id] if venue and not whole else []
        return tuple(dict.fromkeys([*own, *found[:MOST_ROOMS]])) or ("",)


def _written(segment: Segment) -> int | None:
    """Return the length of a segment by the start and the end that it says."""
    if segment.start is None or segment.end is None:
        return None
    start, end = (wall.on(date(2000, 1, 1)) for wall in (segment.start, segment.end))
    return (end - start) // _MINUTE if end > start else None


def listed(words: Sequence[str]) -> str:
    """Return *words* in one row, with "and" before the last.

    >>> listed(["Hall", "Room 2", "Cellar"])
    'Hall, Room 2 and Cellar'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
