"""Where things happen."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from roundtable_ical import zones
from roundtable_ical.programme.availability import Opening
from roundtable_ical.programme.base import Part
from roundtable_ical.programme.foreign import Foreign
from roundtable_ical.programme.texts import Line, Slug, Text, WebAddress

Zone = Annotated[
    ZoneInfo,
    BeforeValidator(zones.zone),
    PlainSerializer(lambda zone: zone.key, return_type=str),
    WithJsonSchema({"type": "string", "description": "IANA zone, as America/New_York"}),
]
"""A time zone; files write its IANA id, code may pass pytz, zoneinfo and dateutil zones."""


Thing = Annotated[
    str,
    AfterValidator(lambda words: " ".join(words.split())),
    Field(min_length=1, max_length=100, description="as projector or interpretation booths"),
]
"""Something that a room has, or a segment needs; capital letters make no difference."""
Capacity = Annotated[int, Field(ge=1, le=1_000_000, description="how many people it holds")]
UNSEEN: dict[str, Any] = {
    **dict.fromkeys(("foreign", "capacity", "equipment", "hours"), True),
    "rooms": {"__all__": {"foreign", "capacity", "equipment", "hours"}},
}
"""What no feed and no page shows of a venue, as `model_dump` leaves it out."""


class Geo(Part):
    """A place on the map, in degrees (WGS 84; RFC 5545 section 3.8.1.6)."""

    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Room(Part):
    """A room of a venue, with an id of its own to be followed and booked by."""

    id: Slug
    name: Line
    url: WebAddress | None = Field(None, description="join link of this room")
    capacity: Capacity | None = None
    equipment: tuple[Thing, ...] = Field((), description="what it has beyond the venue's own")
    hours: Opening = ()
    foreign: Foreign = Field({})


class Venue(Part):
    """A place, a room in it, or a meeting on line."""

    id: Slug
    name: Line
    room: Line | None = None
    address: Text | None = None
    city: Line | None = None
    timezone: Zone | None = Field(None, description="where it differs from the event's")
    geo: Geo | None = None
    url: WebAddress | None = Field(None, description="join link")
    capacity: Capacity | None = None
    equipment: tuple[Thing, ...] = Field((), description="what it has, each of its rooms too")
    hours: Opening = ()
    rooms: tuple[Room, ...] = Field((), description="several rooms at one address")
    foreign: Foreign = Field({})

    def expanded(self) -> tuple["Venue", ...]:
        """Return the venue itself and each of its rooms as a venue of its own."""
        rooms = (
            self.model_copy(
                update={
                    "id": room.id,
                    "room": room.name,
                    "url": room.url or self.url,
                    "capacity": room.capacity,
                    "equipment": tuple(dict.fromkeys((*self.equipment, *room.equipment))),
                    "hours": room.hours or self.hours,
                    "rooms": (),
                    "foreign": room.foreign,
                }
            )
            for room in self.rooms
        )
        return (self, *rooms)

    def location(self, language: str | None, otherwise: str | None = None) -> str:
        """Return all a person needs to get there, as one line (RFC 5545 section 3.8.1.7)."""
        parts = (self.room, self.name, self.address, self.city)
        words = (part.said_in(language, otherwise) for part in parts if part)
        return ", ".join(" ".join(word.split()) for word in words)


__all__ = ["UNSEEN", "Capacity", "Geo", "Room", "Thing", "Venue", "Zone"]
