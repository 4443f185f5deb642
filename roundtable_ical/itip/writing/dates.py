"""When a slot is, in the words of a language (CLDR): on the venue's clock, or another one."""

import importlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import ModuleType

from babel import Locale
from babel.core import get_global

from roundtable_ical import zones
from roundtable_ical.itip.slots import Slot
from roundtable_ical.itip.writing.words.vocabulary import Words


def when(start: datetime, end: datetime | None, zone: str, words: Words) -> str:
    """Return the span from *start* to *end* (aware) on the clock of *zone*, and whose clock it is.

    Without *end* only the beginning is said. The day of the end is said where it is another one.
    """
    clock = zones.zone(zone)
    first = start.astimezone(clock)
    said = f"{day(first, words)}{words.comma}{first:%H:%M}"
    if end is not None:
        last = end.astimezone(clock)
        same = first.date() == last.date()
        said += f"–{last:%H:%M}" if same else f" – {day(last, words)}{words.comma}{last:%H:%M}"
    local = "UTC" if zones.universal(clock) else words.local.format(city=city(zone, words))
    return f"{said} ({local})"


def own_when(slot: Slot, words: Words) -> str:
    """Return when *slot* is on the speaker's own clock; empty where that shows the same."""
    if not slot.own_timezone:
        return ""
    own, venue = zones.zone(slot.own_timezone), zones.zone(slot.timezone)
    moments = (slot.start, slot.end)
    if all(at.astimezone(own).utcoffset() == at.astimezone(venue).utcoffset() for at in moments):
        return ""
    return when(slot.start, None if slot.open_end else slot.end, slot.own_timezone, words)


def brief(slot: Slot, words: Words) -> str:
    """Return day and beginning of *slot* on the venue's clock, as for a subject."""
    start = slot.start.astimezone(zones.zone(slot.timezone))
    return f"{_date(start, 'long', words)}{words.comma}{start:%H:%M}"


def day(at: date, words: Words) -> str:
    """Return a day with its weekday and year, all in full; in English without commas."""
    pattern = "EEEE d MMMM y" if words.locale.startswith("en") else "full"
    return _date(at, pattern, words)


def city(zone: str, words: Words) -> str:
    """Return what the city that *zone* (an IANA id) is named after is called."""
    known = Locale.parse(words.locale).time_zones
    told = (known[name].get("city") for name in (zone, *_former(zone)) if name in known)
    return str(next(told, None) or zones.city_of(zones.zone(zone)))


@cache
def _former(zone: str) -> tuple[str, ...]:
    """Return the names that *zone* had; CLDR keeps the first one."""
    aliases: Mapping[str, str] = get_global("zone_aliases")
    return tuple(old for old, new in aliases.items() if new == zone)


def _date(at: date, pattern: str, words: Words) -> str:
    return with_both_months(str(_babel().format_date(at, pattern, words.locale)), words.locale)


def with_both_months(said: str, language: str) -> str:
    """Return a date in words; in Arabic with both names of its month, as in the UN's documents.

    One of them is used in the Levant and Iraq: أيلول/سبتمبر.
    """
    if language == "ar":
        for name, both in _arabic_months().items():
            said = said.replace(name, both)
    return said


@cache
def _arabic_months() -> Mapping[str, str]:
    here, there = (_babel().get_month_names("wide", locale=name) for name in ("ar", "ar_LB"))
    return {here[month]: f"{there[month]}/{here[month]}" for month in here}


def _babel() -> ModuleType:
    """Return the dates of Babel, which reads every time zone there is when it is imported."""
    return importlib.import_module("babel.dates")
