"""Wall clock at the venue -> exact moment; the only caller of pytz.

In: names, tzinfos and wall times as callers write them.  Out: `ZoneInfo`, aware datetimes.
May import: errors.
"""

from roundtable_ical.zones.database import Database, current
from roundtable_ical.zones.names import universal, zone
from roundtable_ical.zones.places import city_of, common, zones_of_city, zones_of_country
from roundtable_ical.zones.walls import ambiguous, moment, normalised

__all__ = [
    "Database",
    "ambiguous",
    "city_of",
    "common",
    "current",
    "moment",
    "normalised",
    "universal",
    "zone",
    "zones_of_city",
    "zones_of_country",
]
