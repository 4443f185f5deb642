"""Zones as other programs name them: behind a maker's prefix, or by the cities that lie in them."""

import re
from zoneinfo import ZoneInfo

from roundtable_ical.errors import UnknownZone
from roundtable_ical.zones.names import zone
from roundtable_ical.zones.places import zones_of_city

_BRACKETS = re.compile(r"^\((?:UTC|GMT)[^)]*\)\s*|^\(?(?:UTC|GMT)\s*[+-]\d\d:?\d\d\)?\s*")
_BETWEEN = re.compile(r"\s*[,;/]\s*")


def named(words: str) -> ZoneInfo | None:
    """Return the zone that a TZID names, None where the name alone does not tell.

    IANA ids, also behind a prefix (``/mozilla.org/20050126_1/Europe/Berlin``), and Windows names.

    >>> named("/freeassociation.sourceforge.net/Europe/Berlin").key
    'Europe/Berlin'
    """
    plain = words.strip().strip("\"'")
    parts = [part for part in plain.split("/") if part]
    tails = ["/".join(parts[-length:]) for length in (3, 2) if len(parts) > length]
    universal = parts[-1:] if plain.lower().startswith("tzone:") else []
    for name in (plain, *tails, *universal):
        try:
            return zone(name)
        except UnknownZone:
            continue
    return None


def of_cities(words: str) -> ZoneInfo | None:
    """Return the zone of the first city in a list that lies in one, as Outlook writes them.

    >>> of_cities("(UTC+01:00) Amsterdam, Berlin, Bern").key
    'Europe/Amsterdam'
    """
    for city in _BETWEEN.split(_BRACKETS.sub("", words.strip().strip("\"'"))):
        keys = zones_of_city(city)
        if len(keys) == 1:
            return zone(keys[0])
    return None
