"""The cities that a reader picks a time zone by: where delegates sit, and each its IANA zone.

A zone is called by a city, never by an abbreviation; Geneva has no zone of its own.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from roundtable_ical import zones
from roundtable_ical.web.languages import LANGUAGES, catalogue
from roundtable_ical.web.languages import marked as _
from roundtable_ical.zones.places import folded

CITIES: dict[str, tuple[str, str]] = {
    "Honolulu": ("Pacific/Honolulu", _("Honolulu")),
    "Anchorage": ("America/Anchorage", _("Anchorage")),
    "Los Angeles": ("America/Los_Angeles", _("Los Angeles")),
    "Denver": ("America/Denver", _("Denver")),
    "Mexico City": ("America/Mexico_City", _("Mexico City")),
    "Chicago": ("America/Chicago", _("Chicago")),
    "Panama": ("America/Panama", _("Panama City")),
    "Bogota": ("America/Bogota", _("Bogotá")),
    "Lima": ("America/Lima", _("Lima")),
    "New York": ("America/New_York", _("New York")),
    "Washington": ("America/New_York", _("Washington")),
    "Ottawa": ("America/Toronto", _("Ottawa")),
    "Havana": ("America/Havana", _("Havana")),
    "Kingston": ("America/Jamaica", _("Kingston")),
    "Caracas": ("America/Caracas", _("Caracas")),
    "Santiago": ("America/Santiago", _("Santiago")),
    "Buenos Aires": ("America/Argentina/Buenos_Aires", _("Buenos Aires")),
    "Brasilia": ("America/Sao_Paulo", _("Brasília")),
    "Praia": ("Atlantic/Cape_Verde", _("Praia")),
    "Dakar": ("Africa/Dakar", _("Dakar")),
    "Accra": ("Africa/Accra", _("Accra")),
    "Rabat": ("Africa/Casablanca", _("Rabat")),
    "Lisbon": ("Europe/Lisbon", _("Lisbon")),
    "London": ("Europe/London", _("London")),
    "Algiers": ("Africa/Algiers", _("Algiers")),
    "Abuja": ("Africa/Lagos", _("Abuja")),
    "Kinshasa": ("Africa/Kinshasa", _("Kinshasa")),
    "Madrid": ("Europe/Madrid", _("Madrid")),
    "Paris": ("Europe/Paris", _("Paris")),
    "Brussels": ("Europe/Brussels", _("Brussels")),
    "The Hague": ("Europe/Amsterdam", _("The Hague")),
    "Geneva": ("Europe/Zurich", _("Geneva")),
    "Rome": ("Europe/Rome", _("Rome")),
    "Berlin": ("Europe/Berlin", _("Berlin")),
    "Copenhagen": ("Europe/Copenhagen", _("Copenhagen")),
    "Oslo": ("Europe/Oslo", _("Oslo")),
    "Stockholm": ("Europe/Stockholm", _("Stockholm")),
    "Vienna": ("Europe/Vienna", _("Vienna")),
    "Warsaw": ("Europe/Warsaw", _("Warsaw")),
    "Pretoria": ("Africa/Johannesburg", _("Pretoria")),
    "Athens": ("Europe/Athens", _("Athens")),
    "Helsinki": ("Europe/Helsinki", _("Helsinki")),
    "Kyiv": ("Europe/Kyiv", _("Kyiv")),
    "Cairo": ("Africa/Cairo", _("Cairo")),
    "Beirut": ("Asia/Beirut", _("Beirut")),
    "Jerusalem": ("Asia/Jerusalem", _("Jerusalem")),
    "Amman": ("Asia/Amman", _("Amman")),
    "Ankara": ("Europe/Istanbul", _("Ankara")),
    "Moscow": ("Europe/Moscow", _("Moscow")),
    "Nairobi": ("Africa/Nairobi", _("Nairobi")),
    "Addis Ababa": ("Africa/Addis_Ababa", _("Addis Ababa")),
    "Baghdad": ("Asia/Baghdad", _("Baghdad")),
    "Riyadh": ("Asia/Riyadh", _("Riyadh")),
    "Doha": ("Asia/Qatar", _("Doha")),
    "Tehran": ("Asia/Tehran", _("Tehran")),
    "Abu Dhabi": ("Asia/Dubai", _("Abu Dhabi")),
    "Kabul": ("Asia/Kabul", _("Kabul")),
    "Islamabad": ("Asia/Karachi", _("Islamabad")),
    "Tashkent": ("Asia/Tashkent", _("Tashkent")),
    "Astana": ("Asia/Almaty", _("Astana")),
    "New Delhi": ("Asia/Kolkata", _("New Delhi")),
    "Colombo": ("Asia/Colombo", _("Colombo")),
    "Kathmandu": ("Asia/Kathmandu", _("Kathmandu")),
    "Dhaka": ("Asia/Dhaka", _("Dhaka")),
    "Yangon": ("Asia/Yangon", _("Yangon")),
    "Bangkok": ("Asia/Bangkok", _("Bangkok")),
    "Hanoi": ("Asia/Ho_Chi_Minh", _("Hanoi")),
    "Jakarta": ("Asia/Jakarta", _("Jakarta")),
    "Singapore": ("Asia/Singapore", _("Singapore")),
    "Beijing": ("Asia/Shanghai", _("Beijing")),
    "Manila": ("Asia/Manila", _("Manila")),
    "Perth": ("Australia/Perth", _("Perth")),
    "Seoul": ("Asia/Seoul", _("Seoul")),
    "Tokyo": ("Asia/Tokyo", _("Tokyo")),
    "Canberra": ("Australia/Sydney", _("Canberra")),
    "Honiara": ("Pacific/Guadalcanal", _("Honiara")),
    "Suva": ("Pacific/Fiji", _("Suva")),
    "Wellington": ("Pacific/Auckland", _("Wellington")),
    "Apia": ("Pacific/Apia", _("Apia")),
}
"""By what stands in the query: the zone, and the name to be said in the reader's language."""


def city_name(city: str, locale: Locale) -> str:
    """Return what *city*, a key of `CITIES` or an IANA id, is called in the language of *locale*.

    >>> city_name("Geneva", Locale("fr")), city_name("Europe/Zurich", Locale("fr"))
    ('Genève', 'Zurich')
    """
    if city in CITIES:
        return str(catalogue(locale.language).ugettext(CITIES[city][1]))
    plain = zones.city_of(zones.zone(city))
    if plain in CITIES and CITIES[plain][0] == city:
        return str(catalogue(locale.language).ugettext(CITIES[plain][1]))
    return str(locale.time_zones.get(city, {}).get("city") or plain)


@cache
def city_names(locale: Locale) -> Mapping[str, str]:
    """Return what the cities are called in the language of *locale*, by their English names."""
    return {key: city_name(key, locale) for key in CITIES}


def city_called(name: str, language: str, locale: Locale) -> str:
    """Return what a city that *language* (BCP 47) calls *name* is called in that of *locale*.

    Empty where no such city is known.

    >>> city_called("Genève", "fr", Locale("es")), city_called("Brig", "fr", Locale("es"))
    ('Ginebra', '')
    """
    key = name if name in CITIES else _keys(language.partition("-")[0].lower()).get(name)
    return city_names(locale)[key] if key else ""


@cache
def _keys(language: str) -> Mapping[str, str]:
    """Return keys of `CITIES` by what they are called in *language*, if we speak it."""
    names = city_names(Locale(language)) if language in LANGUAGES else {}
    return {name: key for key, name in names.items()}


@cache
def choices(locale: Locale) -> tuple[tuple[str, str], ...]:
    """Return what a reader picks from: what stands in the query, and its name, by name."""
    return tuple(sorted(city_names(locale).items(), key=lambda choice: folded(choice[1])))
