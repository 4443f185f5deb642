"""How long it takes from one place to another: as the file says, or else from the map."""

from dataclasses import dataclass
from math import asin, ceil, cos, radians, sin, sqrt

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.places import Geo, Venue

EARTH = 6_371_008.8
"""Mean radius in metres (IUGG)."""
NEXT_DOOR = 150
"""Metres within which two places are one: a map's pin is no door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """A way to get about: metres in a minute, and the minutes it takes to leave and to arrive."""

    name: str
    metres: float
    overhead: int

    def minutes(self, metres: float) -> int:
        """Return how long it takes over a distance in metres."""
        return ceil(self.overhead + metres / self.metres)


ON_FOOT = Means(name="on foot", metres=80, overhead=5)
BY_ROAD = Means(name="by road", metres=333, overhead=25)
BY_AIR = Means(name="by air", metres=11_667, overhead=300)
MEANS = (ON_FOOT, BY_ROAD, BY_AIR)
"""What is thought of where the file says nothing: 4.8, 20 and 700 kilometres an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """The way between two places; *metres* is None where the file states the *minutes*."""

    minutes: int
    metres: int | None = None
    means: str = ""

    def __str__(self) -> str:
        if self.metres is None:
            return f"{self.minutes} min, as the file says"
        walked = f" or {ON_FOOT.minutes(self.metres)} on foot" if self.means == BY_ROAD.name else ""
        return f"{self.minutes} min {self.means}{walked}, {self.metres / 1000:,.1f} km on the map"


HERE = Journey(minutes=0)
"""No way at all: one building, or a meeting on line."""


def metres_between(one: Geo, other: Geo) -> float:
    """Return the length of the great circle between two places, in metres (haversine)."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    across = sin((other_lat - lat) / 2) ** 2
    along = sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(across + cos(lat) * cos(other_lat) * along)))


def on_line(venue: Venue) -> bool:
    """Whether *venue* is no place that one could go to."""
    place = venue.geo or venue.address or venue.city or venue.room
    return bool(venue.url) and not place


def by_map(one: Geo, other: Geo, means: tuple[Means, ...] = MEANS) -> Journey:
    """Return the fastest way between two places on the map."""
    metres = metres_between(one, other)
    if metres <= NEXT_DOOR:
        return HERE
    least, name = min((each.minutes(metres), each.name) for each in means)
    return Journey(minutes=least, metres=round(metres), means=name)


def stated(event: SideEvent, one: frozenset[str], other: frozenset[str]) -> Journey | None:
    """Return what *event* says of the way between places; each is known by any of its ids."""
    for walk in event.walks:
        first, second = walk.between
        if (first in one and second in other) or (first in other and second in one):
            return Journey(minutes=walk.minutes)
    return None
