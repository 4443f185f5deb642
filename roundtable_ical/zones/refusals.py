"""Why a name is no time zone, and what to write in its place."""

import re
from difflib import get_close_matches
from functools import cache

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from roundtable_ical.errors import UnknownZone
from roundtable_ical.zones import places
from roundtable_ical.zones.database import current
from roundtable_ical.zones.posix import LocalType, parsed

_OFFSET = re.compile(
    r"(?:utc|gmt|z)?\s*([+\-−±])\s*(\d{1,2})(?::?([0-5]\d))?", re.ASCII | re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_SPOKEN = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AT": "America/Halifax",
    "ART": "America/Argentina/Buenos_Aires",
    "BRT": "America/Sao_Paulo",
    "GST": "Asia/Dubai",
    "ICT": "Asia/Bangkok",
    "MESZ": "Europe/Berlin",
    "MEZ": "Europe/Berlin",
    "MYT": "Asia/Kuala_Lumpur",
    "NPT": "Asia/Kathmandu",
    "SGT": "Asia/Singapore",
    "TRT": "Europe/Istanbul",
}
_FIRST = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("Europe/Zurich", "Europe/Athens", "Europe/London", "Africa/Nairobi", "Africa/Cairo"),
    *("Africa/Johannesburg", "Africa/Lagos", "Asia/Dubai", "Asia/Kolkata", "Asia/Jerusalem"),
    *("Europe/Dublin", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney"),
    *("Pacific/Auckland", "America/Sao_Paulo", "America/Halifax", "America/Panama"),
    *("America/Phoenix", "America/Costa_Rica", "Africa/Abidjan", "Pacific/Fiji"),
)


def refused(name: str) -> UnknownZone:
    """Return the error for *name*, which is no zone that may be used."""
    text = name.strip()
    if not text:
        hint = "write the city's zone, e.g. Europe/Zurich"
        return UnknownZone("timezone", name, "is empty", hint=hint)
    if match := _OFFSET.fullmatch(text.casefold().removeprefix("etc/")):
        sign, hours, minutes = match.groups()
        offset = int(hours) * 3600 + int(minutes or 0) * 60
        # Etc/GMT+5 is five hours *behind* UTC; nowhere else is it written so.
        backwards = text.casefold().startswith("etc/")
        return offset_refused(name, -offset if (sign in "-−") != backwards else offset)
    if found := _by_abbreviation(text.upper()):
        reason = "is an abbreviation, not a time zone"
        return UnknownZone("timezone", name, reason, hint=f"write {_either(found)}")
    if found := _by_legacy(text):
        reason = "is an old name without a place, which calendar programs do not all know"
        return UnknownZone("timezone", name, reason, hint=f"write {_either(found)}")
    if found := _by_footer(text):
        reason = "is a rule, not the name of a time zone"
        return UnknownZone("timezone", name, reason, hint=f"write e.g. {_either(found)}")
    found = nearest(text)
    hint = f"did you mean {_either(found)}?" if found else "write e.g. Europe/Zurich"
    return UnknownZone("timezone", name, "is not a time zone", hint=hint)


def offset_refused(name: str, offset: int) -> UnknownZone:
    """Return the error for *name*, which is but an *offset* in seconds east of UTC."""
    found: tuple[str, ...] = ("UTC",) if offset == 0 else ()
    found += _distinct(tuple(key for key in _candidates() if offset in _offsets(key)))[:3]
    hint = f"write the city's zone, e.g. {_either(found)}" if found else "write the city's zone"
    reason = "is an offset, and does not know about summer time"
    return UnknownZone("timezone", name, reason, hint=hint)


def nearest(text: str) -> tuple[str, ...]:
    """Return up to three zones that *text* may mean, the likeliest first; or none.

    A city or a country of that name comes before a similar spelling.
    """
    # Outlook shows "(UTC-05:00) Eastern Time (US & Canada)".
    plain = places.folded(_IN_BRACKETS.sub("", text))
    place = text.rpartition("/")[2]
    exact = places.zones_of_city(place) or _distinct(places.zones_of_country(place))
    if exact or plain in _meanings():
        return (exact or _meanings()[plain])[:3]
    close = get_close_matches(plain, _meanings(), n=3, cutoff=0.75)
    found = dict.fromkeys(key for name in close for key in _meanings()[name])
    return tuple(found)[:3]


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    """Map every folded name that somebody may have meant to its zones."""
    meanings = {name: places.zones_of_city(name) for name in places.city_names()}
    for name in places.country_names():
        meanings.setdefault(name, _distinct(places.zones_of_country(name)))
    for key in places.common():
        meanings[places.folded(key)] = (key,)
    for name, key in WINDOWS_TO_OLSON.items():
        if not key.startswith("Etc/"):
            meanings[places.folded(name)] = (key,)
            meanings.setdefault(places.folded(name.replace(" Standard", "")), (key,))
    return {name: meanings[name] for name in sorted(meanings)}


def _by_abbreviation(text: str) -> tuple[str, ...]:
    if text in _SPOKEN:
        return (_SPOKEN[text],)
    if not text.isalpha():
        return ()
    return _distinct(tuple(key for key in _candidates() if text in _abbreviations(key)))[:3]


def _by_legacy(text: str) -> tuple[str, ...]:
    # Abbreviations among the legacy ids (EST, CET) have been answered before.
    for key in current().keys():  # noqa: SIM118 - a method, no dict
        if key.casefold() == text.casefold():
            target = current().links().get(key, "")
            return (target,) if "/" in target else _by_footer(current().history(key).footer)
    return ()


def _by_footer(text: str) -> tuple[str, ...]:
    if not any(letter.isdigit() for letter in text):
        return ()
    try:
        parsed(text)
    except ValueError:
        return ()
    same = (key for key in _candidates() if current().history(key).footer == text)
    return (next(same, "Europe/Zurich"),)


def _distinct(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first zone of each rule, so that a wide country shows its width."""
    first: dict[str, str] = {}
    for key in keys:
        first.setdefault(current().history(key).footer, key)
    return tuple(first.values())


def _candidates() -> tuple[str, ...]:
    return (*_FIRST, *(key for key in places.common() if key not in _FIRST and key != "UTC"))


def _abbreviations(key: str) -> set[str]:
    return {clock.abbreviation for clock in _clocks(key)}


def _offsets(key: str) -> set[int]:
    return {clock.offset for clock in _clocks(key)}


def _clocks(key: str) -> tuple[LocalType, ...]:
    """Return how the clock stands in *key* in the years to come."""
    history = current().history(key)
    if history.rule:
        return history.rule.standard, history.rule.daylight
    return (history.types[-1] if history.types else history.initial,)


def _either(keys: tuple[str, ...]) -> str:
    return ", ".join(keys[:-1]) + " or " + keys[-1] if len(keys) > 1 else keys[0]
