"""Countries and cities, and the zones whose clocks hang there.

Out of pytz's copy of the IANA tables, the cities of `roundtable_ical.zones.cities` added.
"""

import unicodedata
from functools import cache
from zoneinfo import ZoneInfo

import pytz  # noqa: TID251 - zones/ is where pytz is asked

from roundtable_ical.zones.cities import CITIES, COUNTRIES
from roundtable_ical.zones.database import current

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i"})
_PUNCTUATION = str.maketrans({"_": " ", "-": " ", ".": "", "'": "", "’": "", "&": "and"})


def folded(text: str) -> str:
    """Return *text* as it is compared: without accents, capitals, full stops and hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.translate(_LETTERS).translate(_PUNCTUATION).split())


@cache
def common() -> tuple[str, ...]:
    """Return the ids to offer in a list, sorted, "UTC" last: no legacy names, no offsets."""
    listed = {key for keys in _zones_by_code().values() for key in keys}
    return (*sorted(listed.intersection(pytz.common_timezones)), "UTC")


def zones_of_country(name_or_code: str) -> tuple[str, ...]:
    """Return the zones of a country, its most populous first; none for no country.

    Args:
        name_or_code: in English, short or as the UN writes it, or two letters (ISO 3166).
    """
    whole, short = folded(name_or_code), folded(name_or_code.partition("(")[0])
    code = _codes().get(whole) or _codes().get(short, "")
    return _zones_by_code().get(code, ())


def zones_of_city(name: str) -> tuple[str, ...]:
    """Return the zones of the cities of this name; none for an unknown one.

    Args:
        name: in English or as its people write it; a country may follow after a comma.

    Returns:
        One zone for nearly every city; more where two countries have one of this name
        (Hyderabad, San José) and none is named. Sorted.
    """
    city, _, rest = name.partition(",")
    found = _zones_by_city().get(folded(city), ())
    country = folded(rest.rpartition(",")[2])
    there = zones_of_country(country)
    # "Los Angeles, CA" is in California, and in no other country.
    fitting = tuple(key for key in found if key in there)
    return fitting if fitting or (len(country) > 2 and there) else found


@cache
def city_names() -> frozenset[str]:
    """Return the names that `zones_of_city` knows, folded."""
    return frozenset(_zones_by_city())


@cache
def country_names() -> frozenset[str]:
    """Return the names that `zones_of_country` knows, folded, the codes left out."""
    return frozenset(name for name in _codes() if len(name) > 2)


@cache
def _zones_by_code() -> dict[str, tuple[str, ...]]:
    known = current().keys()
    return {
        code: tuple(key for key in keys if key in known)
        for code, keys in pytz.country_timezones.items()
    }


@cache
def _codes() -> dict[str, str]:
    """Map folded names and codes to codes; a name in use beats a code (there is none yet)."""
    codes = {folded(code): code for code in pytz.country_names}
    for code, name in pytz.country_names.items():
        for part in (name, name.partition(" (")[0]):
            codes.setdefault(folded(part), code)
        codes[folded(name)] = code
    for code, names in COUNTRIES.items():
        codes |= {folded(name): code for name in names.split(";")}
    return codes


@cache
def _zones_by_city() -> dict[str, tuple[str, ...]]:
    cities: dict[str, set[str]] = {}
    for key in common()[:-1]:
        cities.setdefault(folded(key.rpartition("/")[2]), set()).add(key)
    for key, target in current().links().items():
        if "/" in key and target in common():
            # Calcutta, Saigon and Kiev are what many still write.
            cities.setdefault(folded(key.rpartition("/")[2]), {target})
    for key, names in CITIES.items():
        for name in names.split(";"):
            cities.setdefault(folded(name), set()).add(key)
    return {name: tuple(sorted(keys)) for name, keys in cities.items()}


def city_of(zone: ZoneInfo) -> str:
    """Return the city that *zone* is called by, as "New York"."""
    return zone.key.rpartition("/")[2].replace("_", " ")
