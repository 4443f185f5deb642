"""Who reads a page: in which language, and on which clock beside the venue's."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import Literal, Self
from zoneinfo import ZoneInfo

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField, UnknownZone
from roundtable_ical.ical.words import Words, words
from roundtable_ical.programme.texts import LANGUAGE
from roundtable_ical.web import dates
from roundtable_ical.web.cities import CITIES, choices, city_name
from roundtable_ical.web.languages import LANGUAGES

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LOCALES = {"en": "en_GB"}
_MOST_LETTERS = 64
_LONG = 120
"""Minutes; what is longer is told in hours."""


def direction_of(language: str) -> str:
    """Return ``rtl`` or ``ltr``, which way *language* (BCP 47) is written."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A reader: *wanted* is a BCP 47 tag, *zone* the clock they asked for beside the venue's.

    *city* is what they call that zone by: a key of `CITIES`, or an IANA id. *chosen* is whether
    the language was asked for, so that links of the page go on asking for it.
    """

    wanted: str
    zone: ZoneInfo | None = None
    city: str = ""
    chosen: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, str], otherwise: str) -> Self:
        """Return the reader that ``?lang=`` and ``?tz=`` tell of.

        Args:
            query: of the address; an empty value is none.
            otherwise: language of the programme, for who asks for none.

        Raises:
            InvalidField: ``lang`` is no language tag.
            UnknownZone: ``tz`` names neither a city nor a zone.
        """
        language = query.get("lang", "").strip()
        if language and not (len(language) <= _MOST_LETTERS and LANGUAGE.fullmatch(language)):
            hint = "write lang=en, lang=fr, ..."
            raise InvalidField("lang", language[:_MOST_LETTERS], "is no language", hint=hint)
        city, zone = _zone(query.get("tz", "").strip())
        return cls(wanted=language or otherwise, zone=zone, city=city, chosen=bool(language))

    @cached_property
    def language(self) -> str:
        """The language of the interface: one of `LANGUAGES`."""
        base = self.wanted.partition("-")[0].lower()
        return base if base in LANGUAGES else "en"

    @property
    def tag(self) -> str:
        """What the page says it is written in, as *wanted* where the interface speaks that."""
        return self.wanted if self.wanted.lower().startswith(self.language) else self.language

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return direction_of(self.language)

    @cached_property
    def words(self) -> Words:
        """The words that feeds have too."""
        return words(self.language)

    @cached_property
    def locale(self) -> Locale:
        """CLDR's data for the interface; in English as in Britain, day before month."""
        return Locale.parse(_LOCALES.get(self.language, self.language))

    def city_name(self, city: str) -> str:
        """Return what a key of `CITIES`, or an IANA id, is called."""
        return city_name(city, self.locale)

    @property
    def cities(self) -> Mapping[str, str]:
        """The cities to choose a zone by: what stands in the query, and its name, by name."""
        return dict(choices(self.locale))

    def zone_of(self, city: str) -> str:
        """Return the IANA id of a key of `CITIES`."""
        return CITIES[city][0]

    def languages_named(self, tags: Sequence[str]) -> str:
        """Return what languages are called, as a list."""
        names = (self.locale.languages.get(tag.partition("-")[0].lower(), tag) for tag in tags)
        return self.several(list(names))

    @property
    def query(self) -> dict[str, str]:
        """What links of the page hand on: language and zone, as far as they were chosen."""
        told = {"lang": self.wanted if self.chosen else "", "tz": self.city}
        return {name: value for name, value in told.items() if value}

    def number(self, value: float) -> str:
        """Return *value* as it is written."""
        return format_decimal(value, locale=self.locale)

    def several(self, names: Sequence[str]) -> str:
        """Return *names* as a list: "A, B and C"."""
        return format_list(list(names), locale=self.locale)

    def minutes(self, count: int) -> str:
        """Return a length: "15 min", "7 h 30 min"."""
        return _length(count, self.locale)

    def time(self, moment: datetime) -> str:
        """Return a time of day, of 24 hours in every language."""
        return f"{moment:%H:%M}"

    def day(self, day: date) -> str:
        """Return a day in full: "Thursday 26 September 2013"."""
        return dates.full(day, self.locale)

    def short_day(self, day: date, *, year: bool = True) -> str:
        """Return a day in short: "Wed 25 Sept 2013"."""
        return dates.short(day, self.locale, year=year)

    def weekday(self, day: date) -> str:
        """Return a day within its week: "Thu 29"."""
        return dates.weekday(day, self.locale)

    def at(self, day: str, time: str) -> str:
        """Return a day and a time on it: "Wed 25 Sept 2013, 17:10"; HTML where *time* is."""
        pattern = str(self.locale.datetime_formats["medium"])
        return type(time)(pattern).format(time, day)

    def days(self, first: date, last: date) -> str:
        """Return a span of days: "Monday 20 – Friday 24 September 2027"."""
        return dates.span(first, last, self.locale)


@cache
def _length(minutes: int, locale: Locale) -> str:
    hours, rest = divmod(minutes, 60) if minutes > _LONG else (0, minutes)
    parts = [_unit(hours, "hour", locale)] if hours else []
    if rest or not hours:
        parts.append(_unit(rest, "minute", locale))
    return " ".join(parts)


def _unit(count: int, unit: str, locale: Locale) -> str:
    if locale.language == "en":
        return f"{count} {'h' if unit == 'hour' else 'min'}"
    length: Literal["long", "short"] = "long" if locale.language == "ar" else "short"
    return format_unit(count, f"duration-{unit}", length, locale=locale)


def _zone(city: str) -> tuple[str, ZoneInfo | None]:
    """Return the zone of a city or of an IANA id, and what it is called by.

    Raises:
        UnknownZone: there is none.
    """
    if not city:
        return "", None
    if len(city) > _MOST_LETTERS:
        hint = "write the city's name, or its zone as Europe/Zurich"
        raise UnknownZone("tz", f"{city[:_MOST_LETTERS]}…", "is no time zone", hint=hint)
    for name, (key, _) in CITIES.items():
        if _folded(city) == _folded(name):
            return name, zones.zone(key)
    found = zones.zones_of_city(city) if "/" not in city else ()
    try:
        zone = zones.zone(found[0] if len(found) == 1 else city)
    except UnknownZone as error:
        raise UnknownZone("tz", city, error.reason, hint=error.hint) from error
    return zone.key, zone


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
