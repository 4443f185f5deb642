"""What the clock of an event is called by: the city where it is, else that of its zone."""

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.web.models.said import Voice


def home_city(event: SideEvent, say: Voice) -> str:
    """Return the city of the event's venues on its own clock, where they are in one.

    Geneva keeps the time of Zurich, and nobody there would call it so.
    """
    zone = event.timezone.key
    there = [venue for venue in event.venues if (venue.timezone or event.timezone).key == zone]
    cities = {say.city(venue.city).text for venue in there if venue.city}
    return cities.pop() if len(cities) == 1 else say.reader.city_name(zone)
