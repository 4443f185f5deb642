"""Venues and their rooms, as pages show them."""

from dataclasses import dataclass

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.places import Venue
from roundtable_ical.web.models.said import NOTHING, Said, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A venue, or a room of one (then *building* is where it is and *building_id* its page).

    *address* is street and city; *rooms* those it has, with a page each; *link* is how to join from
    afar; *count* is how many items with a time take place there.
    """

    id: str
    name: Said
    building: Said
    building_id: str
    address: Said
    link: str | None
    count: int
    rooms: tuple["Place", ...] = ()


def place(event: SideEvent, id_: str, say: Voice) -> Place:
    """Return the venue or room *id_* of *event*."""
    venue = event.places[id_]
    return Place(
        id=id_,
        name=say(venue.room or venue.name),
        building=say(venue.name) if venue.room else NOTHING,
        building_id=event.building_of(id_) or "",
        address=_address(venue, say),
        link=venue.url,
        count=len(event.holders.get(("venues", id_), ())),
        rooms=tuple(place(event, room.id, say) for room in venue.rooms),
    )


def _address(venue: Venue, say: Voice) -> Said:
    return say.joined((say(venue.address), say.city(venue.city)))
