"""What follows each other in one room on one day, and the items that an order names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roundtable_ical.errors import InvalidField, UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.nearest import nearest
from roundtable_ical.scheduling.timetable import Item, timetable

_MOST_NAMED = 20
Lane = tuple[Item, ...]
"""The items of one room on one local day, in order of time."""


@dataclass(frozen=True)
class Lanes:
    """The timetable of an event by room and day."""

    event: SideEvent

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Everything that takes place, by id, in order of time."""
        return timetable(self.event)

    @cached_property
    def _lanes(self) -> Mapping[tuple[str | None, date], Lane]:
        found: dict[tuple[str | None, date], list[Item]] = {}
        for item in self.items.values():
            found.setdefault((item.room, item.day), []).append(item)
        return {key: tuple(lane) for key, lane in found.items()}

    def lane(self, room: str | None, day: date) -> Lane:
        """Return what is in *room* (None: what has no room) on *day*."""
        return self._lanes.get((room, day), ())

    def all(self) -> Iterator[tuple[str | None, date, Lane]]:
        """Yield every lane, with its room and day."""
        yield from ((room, day, lane) for (room, day), lane in self._lanes.items())

    def item(self, id_: str) -> Item:
        """Return the item that an order names.

        Raises:
            UnknownId: there is none; names those that look like it, or the days of a series.
            InvalidField: it is cancelled, or has no time.
        """
        if id_ in self.items:
            return self.items[id_]
        days = [each.id for each in self.event.occurrences if each.series == id_ != each.id]
        if days:
            raise InvalidField("segment", id_, "is on several days", hint=f"name one: {_few(days)}")
        if id_ in self.event.agenda:
            if any(each.id == id_ for each in self.event.unscheduled):
                hint = "write its `start` and `end` into the file"
                raise InvalidField("segment", id_, "has no time yet", hint=hint)
            hint = "take its `status: cancelled` out of the file, if it takes place after all"
            raise InvalidField("segment", id_, "is cancelled", hint=hint)
        known = [*self.items]
        meant = nearest(id_, known) or known[:_MOST_NAMED]
        raise UnknownId("segment", id_, [*meant, *(["..."] if len(known) > len(meant) else [])])

    def movable(self, id_: str) -> Item:
        """Return the item that an order moves.

        Raises:
            UnknownId, InvalidField: as `item`; or it is fixed.
        """
        item = self.item(id_)
        if item.fixed:
            hint = "it is an anchor: take `fixed` out of the file, if it may move after all"
            raise InvalidField("segment", id_, "is fixed", hint=hint)
        return item

    def rooms(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of rooms that *wanted* means: themselves, and the rooms of a venue.

        Raises:
            UnknownId: there is no such room.
        """
        places = self.event.places
        for id_ in wanted:
            if id_ not in places:
                raise UnknownId("venue", id_, places)
        found = [id_ for id_ in places if {id_, self.event.building_of(id_)} & {*wanted}]
        return tuple(found)


def _few(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_MOST_NAMED]) + (", ..." if len(ids) > _MOST_NAMED else "")
