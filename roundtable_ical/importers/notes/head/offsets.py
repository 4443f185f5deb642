"""Names of clocks: abbreviations, offsets, and the words for zones of whole regions."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.importers.notes.times.letters import folded

ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    "EST": ("America/New_York",), "EDT": ("America/New_York",), "ET": ("America/New_York",),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Mexico_City"), "CDT": ("America/Chicago",),
    "CT": ("America/Chicago",), "MST": ("America/Denver",), "MDT": ("America/Denver",),
    "PST": ("America/Los_Angeles", "Asia/Manila"), "PDT": ("America/Los_Angeles",),
    "PT": ("America/Los_Angeles",), "MT": ("America/Denver",),
    "AKST": ("America/Anchorage",), "HST": ("Pacific/Honolulu",), "AST": ("America/Halifax",),
    "ADT": ("America/Halifax",), "NST": ("America/St_Johns",),
    "CET": ("Europe/Paris", "Europe/Berlin", "Europe/Zurich"), "CEST": ("Europe/Paris",),
    "MEZ": ("Europe/Berlin",), "MESZ": ("Europe/Berlin",), "HNEC": ("Europe/Paris",),
    "WET": ("Europe/Lisbon",), "WEST": ("Europe/Lisbon",), "BST": ("Europe/London",),
    "EET": ("Europe/Athens", "Europe/Helsinki", "Africa/Cairo"), "EEST": ("Europe/Athens",),
    "MSK": ("Europe/Moscow",), "TRT": ("Europe/Istanbul",),
    "IST": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "IDT": ("Asia/Jerusalem",),
    "EAT": ("Africa/Nairobi",), "CAT": ("Africa/Maputo",), "WAT": ("Africa/Lagos",),
    "SAST": ("Africa/Johannesburg",), "JST": ("Asia/Tokyo",), "KST": ("Asia/Seoul",),
    "SGT": ("Asia/Singapore",), "HKT": ("Asia/Hong_Kong",), "MYT": ("Asia/Kuala_Lumpur",),
    "PHT": ("Asia/Manila",), "PHST": ("Asia/Manila",), "ICT": ("Asia/Bangkok",),
    "WIB": ("Asia/Jakarta",), "WITA": ("Asia/Makassar",), "WIT": ("Asia/Jayapura",),
    "PKT": ("Asia/Karachi",), "NPT": ("Asia/Kathmandu",), "BDT": ("Asia/Dhaka",),
    "GST": ("Asia/Dubai",), "AEST": ("Australia/Sydney", "Australia/Brisbane"),
    "AEDT": ("Australia/Sydney",), "AWST": ("Australia/Perth",), "ACST": ("Australia/Adelaide",),
    "NZST": ("Pacific/Auckland",), "NZDT": ("Pacific/Auckland",), "FJT": ("Pacific/Fiji",),
    "ART": ("America/Argentina/Buenos_Aires",), "BRT": ("America/Sao_Paulo",),
    "CLT": ("America/Santiago",), "CLST": ("America/Santiago",), "COT": ("America/Bogota",),
    "PET": ("America/Lima",), "ECT": ("America/Guayaquil",), "VET": ("America/Caracas",),
    "BOT": ("America/La_Paz",), "UYT": ("America/Montevideo",), "PYT": ("America/Asuncion",),
}  # fmt: skip
"""Zones by the abbreviation of their clock, the likeliest first."""

_REGIONS: Mapping[str, str] = {
    "eastern": "America/New_York", "us eastern": "America/New_York",
    "central": "America/Chicago", "us central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "us pacific": "America/Los_Angeles",
    "central european": "Europe/Paris", "central europe": "Europe/Paris",
    "western european": "Europe/Lisbon", "eastern european": "Europe/Athens",
    "ny": "America/New_York", "nyc": "America/New_York", "us east coast": "America/New_York",
    "british": "Europe/London", "british summer": "Europe/London", "uk": "Europe/London",
    "greenwich mean": "UTC", "greenwich": "UTC", "universal": "UTC", "coordinated universal": "UTC",
    "east africa": "Africa/Nairobi", "eastern africa": "Africa/Nairobi",
    "west africa": "Africa/Lagos", "central africa": "Africa/Maputo",
    "south africa": "Africa/Johannesburg", "south african": "Africa/Johannesburg",
    "indian": "Asia/Kolkata", "japan": "Asia/Tokyo", "korea": "Asia/Seoul", "gulf": "Asia/Dubai",
    "atlantic": "America/Halifax", "australian eastern": "Australia/Sydney",
    "new zealand": "Pacific/Auckland", "philippine": "Asia/Manila", "arabian": "Asia/Riyadh",
    "moscow": "Europe/Moscow", "swiss": "Europe/Zurich", "pakistan": "Asia/Karachi",
    "europe centrale": "Europe/Paris", "europa central": "Europe/Paris",
    "este": "America/New_York", "l'est": "America/New_York",
    "del este": "America/New_York", "de l'est": "America/New_York",
}  # fmt: skip

_BY_OFFSET: Mapping[int, tuple[str, ...]] = {
    -600: ("Pacific/Honolulu",), -540: ("America/Anchorage",), -480: ("America/Los_Angeles",),
    -420: ("America/Denver", "America/Los_Angeles"),
    -360: ("America/Chicago", "America/Costa_Rica"),
    -300: ("America/New_York", "America/Bogota", "America/Chicago"),
    -240: ("America/New_York", "America/La_Paz", "America/Santiago"),
    -180: ("America/Sao_Paulo", "America/Argentina/Buenos_Aires"), -60: ("Atlantic/Cape_Verde",),
    0: ("UTC",), 60: ("Europe/Paris", "Africa/Lagos", "Europe/London"),
    120: ("Europe/Paris", "Africa/Johannesburg", "Europe/Athens"),
    180: ("Africa/Nairobi", "Europe/Istanbul", "Europe/Athens"), 210: ("Asia/Tehran",),
    240: ("Asia/Dubai",), 270: ("Asia/Kabul",), 300: ("Asia/Karachi",), 330: ("Asia/Kolkata",),
    345: ("Asia/Kathmandu",), 360: ("Asia/Dhaka",), 390: ("Asia/Yangon",), 420: ("Asia/Bangkok",),
    480: ("Asia/Singapore", "Asia/Shanghai"), 540: ("Asia/Tokyo",), 570: ("Australia/Darwin",),
    600: ("Australia/Brisbane", "Australia/Sydney"),
    660: ("Pacific/Guadalcanal", "Australia/Sydney"),
    720: ("Pacific/Fiji", "Pacific/Auckland"), 780: ("Pacific/Tongatapu", "Pacific/Auckland"),
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt|z|h)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?")


def offset_on(zone: ZoneInfo, day: date) -> timedelta:
    """Return how far the clocks of *zone* are ahead of UTC at noon of *day*."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset() or timedelta()


def minutes_of(words: str) -> int | None:
    """Return the offset that *words* state in minutes, as -180 of "GMT-3"; None where none.

    >>> minutes_of("UTC+5:30"), minutes_of("GMT"), minutes_of("CET")
    (330, 0, None)
    """
    plain = folded(words).strip(" ()")
    if plain in {"utc", "gmt", "z", "tu", "tuc", "ut", "zulu"}:
        return 0
    match = _OFFSET.fullmatch(plain)
    if not match or plain[:1].isdigit():
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return minutes if match[1] == "+" else -minutes


def with_offset(minutes: int, day: date) -> ZoneInfo | None:
    """Return the best-known zone whose clocks are *minutes* ahead of UTC on *day*."""
    for key in _BY_OFFSET.get(minutes, ()):
        zone = zones.zone(key)
        if offset_on(zone, day) == timedelta(minutes=minutes):
            return zone
    known = map(zones.zone, zones.common())
    return next((z for z in known if offset_on(z, day) == timedelta(minutes=minutes)), None)


_PEOPLE: Mapping[str, str] = {
    "peninsular": "Europe/Madrid", "espanola": "Europe/Madrid",
    "argentina": "America/Argentina/Buenos_Aires", "colombiana": "America/Bogota",
    "chilena": "America/Santiago", "mexicana": "America/Mexico_City", "peruana": "America/Lima",
    "francaise": "Europe/Paris", "suisse": "Europe/Zurich", "belge": "Europe/Brussels",
    "brasilia": "America/Sao_Paulo", "europa central": "Europe/Madrid",
    "central europea": "Europe/Madrid", "centroeuropea": "Europe/Madrid",
}  # fmt: skip


def by_people(words: str) -> tuple[str, ...]:
    """Return the zone of "hora peninsular", "heure suisse"; none for other words."""
    plain = folded(words)
    found = [zone for name, zone in _PEOPLE.items() if re.search(rf"\b{name}\b", plain)]
    return tuple(found[:1]) if re.match(r"(?:hora|heure|horario)\b", plain) else ()


def by_name(words: str) -> tuple[str, ...]:
    """Return the zones that an abbreviation or a region's name means, the likeliest first."""
    bare = words.strip(" ().")
    if bare in ABBREVIATIONS:
        return ABBREVIATIONS[bare]
    plain = re.sub(r"\b(?:standard|daylight|summer|local|time|hora|heure)\b", " ", folded(bare))
    plain = " ".join(plain.split())
    return (_REGIONS[plain],) if plain in _REGIONS else ()
