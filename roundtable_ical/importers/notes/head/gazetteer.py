"""Cities, countries and well-known houses that are named in a text, with their zones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from roundtable_ical.importers.notes.head.placenames import CITIES, COUNTRIES
from roundtable_ical.importers.notes.head.states import state_zone
from roundtable_ical.zones.places import (
    city_names,
    country_names,
    folded,
    zones_of_city,
    zones_of_country,
)

_FARTHEST = 2_000
"""Characters of a text in which places are looked for."""
_NEAR = 20
"""Characters before a name that are looked at."""
_SHORT = 4
"""Letters of names that are too often something else."""
_LONGEST = 6
"""Words of the longest name that is looked for."""
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_ORDINARY = frozenset(
    "acre adak amman asuncion atlantic bar bath belem belize bergen beulah boise casey center "
    "central chile chita christmas cork davis east easter eastern eire general georgia hermosillo "
    "hawaii home indiana iran israel jamaica jersey jordan knox lima maceio majuro male marengo "
    "mars mawson mayotte mendoza merida metlakatla michigan midway mobile monaco monrovia "
    "mountain nara nassau navajo new nice nome north nauru oral pacific palmer panama perth "
    "phoenix ponape porto queen recife reading rhodes rio rome rothera saba samoa santa san "
    "saint south split st sun swift sydney syowa toronto troll truk turkey turin universal "
    "vatican victoria vostok wallis west winamac yap zulu macau cordoba salta louisville "
    "monticello petersburg vevay vincennes vevey aleutian arizona metro america republic union "
    "congo samara simferopol galapagos pitcairn saratov york guam faroe canary reunion "
    "ajax bryan carolina charlotte david elizabeth eugene gary george gilbert guadalupe halle "
    "hassan "
    "kendall lorena lynn mary mestre nancy nigel norman perm salem salvador savannah tracy "
    "trinidad "
    "virginia vladimir welkom tours lens concord union independence progreso libertad".split()
)
"""Names that are also something else; they count only where a comma or a line end is around."""
_REAL = frozenset(
    "lima rome sydney toronto amman panama nassau monaco israel jordan jamaica chile iran asuncion "
    "georgia turkey turin perth phoenix samoa nauru congo monrovia salta bergen porto belize "
    "reunion male cordoba".split()
)
"""Of the ordinary ones those that are mostly the place when written with a capital."""
_ROOM_BEFORE = re.compile(
    r"(?:room|salle|sala|salon|hall|saal|raum|avenue|street|rue|calle|av\.?)\s*$", re.I
)
_STATE = re.compile(r",\s*(?P<state>[A-Z]{2,3}\b|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?![\w’'-]))")
_IN = re.compile(r"\b(?:in|en|à|zu|near|bei|presso)\s$")
_ADJECTIVE = re.compile(
    r"^(?:\s+(?:protocol|convention(?! cent)|agreement|accord|declaration|consensus|agenda|"
    r"principles|framework|dialogue group|rules|process|treaty|statement|"
    r"call to action|compromiso|charter)\b|-based\b|['’]s\b)",
    re.I,
)

_CAPITALS = frozenset(
    "America/New_York America/Toronto America/Sao_Paulo America/Mexico_City Europe/Moscow "
    "Australia/Sydney Asia/Jakarta Africa/Kinshasa Asia/Almaty Asia/Ulaanbaatar "
    "Pacific/Port_Moresby America/Nuuk Pacific/Pohnpei Pacific/Tarawa Pacific/Tahiti".split()
)
"""Of countries with several clocks the one that most people live by."""
_ALONE = frozenset(
    "Europe/Madrid Europe/Lisbon Europe/Berlin Pacific/Auckland Asia/Shanghai Europe/Kyiv "
    "Asia/Tashkent America/Argentina/Buenos_Aires America/Santiago America/Guayaquil "
    "Asia/Kuala_Lumpur Asia/Nicosia Asia/Ho_Chi_Minh Asia/Hebron Europe/Kiev".split()
)
"""Of countries with another clock on an island, or by name alone, the one of the mainland."""

SEATS: Mapping[str, str] = {
    "palais des nations": "Geneva", "palacio de las naciones": "Geneva", "cicg": "Geneva",
    "centre international de conferences geneve": "Geneva", "unog": "Geneva",
    "ilo headquarters": "Geneva", "who headquarters": "Geneva", "itu headquarters": "Geneva",
    "wipo headquarters": "Geneva", "wmo headquarters": "Geneva", "palais wilson": "Geneva",
    "wto headquarters": "Geneva", "maison de la paix": "Geneva", "iom headquarters": "Geneva",
    "un headquarters": "New York", "united nations headquarters": "New York",
    "unhq": "New York", "un hq": "New York", "ecosoc chamber": "New York",
    "trusteeship council chamber": "New York", "trusteeship council": "New York",
    "general assembly hall": "New York", "un church center": "New York", "unhqs": "New York",
    "sede de las naciones unidas": "New York", "siege des nations unies": "New York",
    "siege de l'onu": "New York", "sede de la onu": "New York", "un secretariat": "New York",
    "conference building, un": "New York", "un plaza": "New York", "uncc": "Addis Ababa",
    "vienna international centre": "Vienna", "vienna international center": "Vienna",
    "unesco headquarters": "Paris", "siege de l'unesco": "Paris", "maison de l'unesco": "Paris",
    "unesco house": "Paris", "oecd conference centre": "Paris", "palais d'iena": "Paris",
    "fao headquarters": "Rome", "ifad headquarters": "Rome", "wfp headquarters": "Rome",
    "gigiri": "Nairobi", "unon": "Nairobi", "unep headquarters": "Nairobi",
    "imo headquarters": "London", "palace of westminster": "London", "chatham house": "London",
    "berlaymont": "Brussels", "world bank headquarters": "Washington",
    "imf headquarters": "Washington", "oas headquarters": "Washington",
    "african union headquarters": "Addis Ababa", "au headquarters": "Addis Ababa",
    "united nations conference centre": "Bangkok", "peace palace": "The Hague",
    "palais de l'europe": "Strasbourg", "un campus bonn": "Bonn", "un tower": "Copenhagen",

}  # fmt: skip
"""Seats of the UN, its agencies and other bodies that meetings take place in, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that is named in a text: where, and the zones its clocks can show."""

    name: str
    at: tuple[int, int]
    zones: tuple[str, ...]
    is_city: bool
    known_as: str = ""
    """The city, where *name* is a house in it."""


def places_in(text: str, *, loose: bool = False) -> tuple[Spot, ...]:
    """Return the cities, countries and seats named in *text*, in order, the longest names.

    A lesser city counts where commas or line ends are around it, or "in" is before it; with
    *loose* anywhere, as in the words of a venue.

    >>> [spot.name for spot in places_in("Palais des Nations, Geneva, and the Paris Agreement")]
    ['Palais des Nations', 'Geneva']
    """
    text = text[:_FARTHEST]
    words = list(_WORD.finditer(text))
    found: list[Spot] = []
    position = 0
    while position < len(words):
        spot = next(_spots_at(text, words, position, loose), None)
        if spot is None:
            position += 1
            continue
        found.append(spot)
        while position < len(words) and words[position].start() < spot.at[1]:
            position += 1
    return tuple(found)


def zones_of(name: str) -> tuple[str, ...]:
    """Return the zones of a city or country by its name in one of four languages; none without."""
    bare = name.strip()
    return city_zones(bare) or country_zones(bare) or city_zones(_CITY_OF.sub("", bare))


_CITY_OF = re.compile(
    r"^(?:metro(?:politan)?|greater|the city of|city of|ciudad de|ville de|cidade de|citt[aà] di|"
    r"stadt|municipio de|municipality of|villa de)\s+|\s+(?:city|metropolitan area|d\.\s?c\.?)$",
    re.IGNORECASE,
)


def city_zones(name: str) -> tuple[str, ...]:
    """Return the zones of the cities called *name*; none for no city."""
    plain = _bare(name)
    if plain in city_names():
        return zones_of_city(name)
    return _cities().get(plain) or _world().get(plain, ())


def country_zones(name: str) -> tuple[str, ...]:
    """Return the zones of a country, its most populous first; none for no country."""
    plain = _bare(name)
    code = _countries().get(plain)
    if code is None and plain not in country_names():
        return ()
    found = zones_of_country(code or name)
    if chosen := _CAPITALS.intersection(found):
        (first,) = chosen
        return (first, *(key for key in found if key != first))
    return tuple(key for key in found if key in _ALONE) or found


def _spots_at(text: str, words: list[re.Match[str]], position: int, loose: bool) -> Iterator[Spot]:
    first = words[position]
    if not first[0][0].isupper() and first[0].lower() not in {"sede", "siège", "siege"}:
        return
    for last in range(min(position + _LONGEST, len(words)) - 1, position - 1, -1):
        begin, end = first.start(), words[last].end()
        name = text[begin:end].rstrip(".'’-") if last == position else text[begin:end].rstrip("'’-")
        end = begin + len(name)
        if "\t" in name or "\n" in name or len(name) < 3:
            continue
        plain = _bare(name)
        if plain in SEATS:
            city = SEATS[plain]
            yield Spot(
                name=name, at=(begin, end), zones=city_zones(city), is_city=True, known_as=city
            )
        if _misleads(text, begin, end, plain, loose=loose):
            continue
        if behind := _STATE.match(text, end):
            state = behind["state"]
            known = plain in city_names() or (name.istitle() and name.count(" ") < 2)
            other = not state.isupper() and _bare(state) in city_names() | country_names()
            if known and not other and (zone := state_zone(state)):
                yield Spot(name=name, at=(begin, behind.end()), zones=(zone,), is_city=True)
        if zones := city_zones(name):
            yield Spot(name=name, at=(begin, end), zones=zones, is_city=True)
        elif zones := country_zones(name):
            yield Spot(name=name, at=(begin, end), zones=zones, is_city=False)


def _misleads(text: str, begin: int, end: int, plain: str, *, loose: bool) -> bool:
    """Whether the name there is something else: a room, an agreement, an ordinary word."""
    if _ROOM_BEFORE.search(text[max(0, begin - _NEAR) : begin]) or _ADJECTIVE.match(
        text[end : end + _NEAR]
    ):
        return True
    if plain in _ORDINARY - _REAL:
        return not _is_apart(text, begin, end)
    little_known = plain in _world() and plain not in city_names() and plain not in _cities()
    if loose and len(plain) > _SHORT:
        return False
    return little_known and not (
        _is_apart(text, begin, end) or _IN.search(text[max(0, begin - _NEAR) : begin])
    )


def _is_apart(text: str, begin: int, end: int) -> bool:
    """Whether commas, brackets or line ends are on both sides."""
    before, after = text[:begin].rstrip(" "), text[end:].lstrip(" ")
    return (not before or before[-1] in ",\n\t(|") and (not after or after[0] in ",\n\t)|.;")


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return folded(name.replace("’", "'").removeprefix("the ").removeprefix("The "))


@cache
def _cities() -> Mapping[str, tuple[str, ...]]:
    return {_bare(name): (zone,) for zone, names in CITIES.items() for name in names.split("; ")}


@cache
def _world() -> Mapping[str, tuple[str, ...]]:
    """Map the folded names of lesser cities to their zone (``worldcities.txt``)."""
    text = files(__package__).joinpath("worldcities.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {_bare(name): (zone,) for zone, names in rows for name in names.split("; ")}


@cache
def _countries() -> Mapping[str, str]:
    return {_bare(name): code for code, names in COUNTRIES.items() for name in names.split("; ")}
