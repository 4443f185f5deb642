"""Which zone the clocks of an event are in, and on what evidence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.importers.notes.found import Remark
from roundtable_ical.importers.notes.head import gazetteer, offsets
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated
from roundtable_ical.programme.problems import Question

_UTC = zones.zone("UTC")
_STATED = re.compile(
    r"(?<![\w+-])(?P<offset>(?:UTC|GMT|TUC?)(?:\s?[+−–-]\s?\d{1,2}(?::?[0-5]\d)?)?)(?![\w/])"
    r"|(?<=\d\d)(?P<zulu>Z)\b"
    r"|(?<=\d)\s?(?P<stuck>UTC|GMT)(?![\w+−-])"
    r"|(?P<bracket>[(\[/,]\s*(?:in )?)(?P<short>(?!UTC|GMT)[A-Z]{2,5})(?=\s*[)\]/,]|\s*$)"
    r"|\b(?i:times?|hours?|zone|all|in|horas?|heures?|hor[aá]rios?)\b\s*(?:[(:=]\s*|(?:is|are|"
    r"in|en|given|shown|listed)\s+)*"
    r"(?P<after>(?!UTC|GMT)[A-Z]{2,5})\b"
    r"|(?:\d[:.h]\d\d|\b(?!(?:19|20)\d\d)\d{4}|\d\s?[apAP]\.?[mM]\.?)\s?(?:Uhr|hrs?|hs|"
    r"h)?\.?\s?(?P<behind>(?!UTC|GMT)[A-Z]{2,5})\b"
    r"|\d\s?[apAP]\.?[mM]\.?\s(?P<coast>Pacific|Eastern|Central|Mountain)\b"
    r"|\b(?P<known>(?i:hora peninsular|hora (?:espa[nñ]ola|argentina|colombiana|chilena|"
    r"mexicana|peruana)|"
    r"heure (?:fran[cç]aise|suisse|belge)|hor[aá]rio de bras[ií]lia|hora (?:de )?bras[ií]lia|"
    r"hora (?:de )?europa central|hora central europea|hora centroeuropea))"
    r"|(?P<place>[A-ZÀ-Ý][\w.À-ÿ]+(?:[ -](?:de |of )?[A-ZÀ-Ý][\w.À-ÿ]+){0,3})"
    r" (?:local |standard |daylight |summer |winter )?[Tt]ime(?![\w-])"
    r"|[Ll]ocal time (?:in|of|at) (?P<local>[A-ZÀ-Ý][\w.À-ÿ]+(?:[ -][A-ZÀ-Ý][\w.À-ÿ]+){0,2})"
    r"|\b(?:[Hh]ora|[Hh]orario|[Hh]eure|HORA|HEURE|[Hh]orário)s?(?: locale?| oficial| légale)?"
    r"(?: (?:de la|de los|de|del|du|des|da|do|à|en|au)|(?: d['’]))? ?"
    r"(?P<latin>[A-ZÀ-Ý][\w.À-ÿ]+(?:[ -](?:de |del )?[A-ZÀ-Ý][\w.À-ÿ]+){0,2})"
    r"|(?i:\btimes?|\bhoras?|\bheures?|\buhrzeit|\blocal time)\s*\((?:in |à |en "
    r")?(?P<inside>[A-ZÀ-Ý][\w.À-ÿ]+(?:[ -][A-ZÀ-Ý][\w.À-ÿ]+){0,2})\)"
    r"|(?P<iana>\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][\w/+-]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that name a clock: the *line* they stand in, and the zones they can mean."""

    words: str
    line: int
    zones: tuple[ZoneInfo, ...]
    minutes: int | None = None
    """The offset, where it is all that is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A zone, and what is to be told of it: nothing where it was given."""

    zone: ZoneInfo
    line: int = 0
    sure: float = 1.0
    remark: Remark | None = None


def statement(words: str, line: int) -> Statement | None:
    """Return the clock that *words* name, as "EDT", "GMT-3", "Nairobi time"; None for no clock."""
    bare = words.strip(" ()[].,:;")
    minutes = offsets.minutes_of(bare.replace("−", "-").replace("–", "-"))
    if minutes == 0:
        return Statement(words=bare, line=line, zones=(_UTC,))
    if minutes is not None:
        return Statement(words=bare, line=line, zones=(), minutes=minutes)
    keys = offsets.by_name(bare) or offsets.by_people(bare) or gazetteer.zones_of(_place(bare))
    if not keys and "/" in bare:
        parts = (offsets.by_name(part) for part in bare.split("/"))
        keys = next((part for part in parts if part), ())
        keys = keys or ((bare,) if bare in zones.common() else ())
    if not keys:
        return None
    return Statement(words=bare, line=line, zones=tuple(zones.zone(key) for key in keys))


def statements(lines: Sequence[Line]) -> Iterator[Statement]:
    """Yield every clock that is named in *lines*."""
    for line in lines:
        for match in _STATED.finditer(line.text):
            words = next((match[name] for name in _WAYS if match[name]), "")
            short = match["short"] or match["after"] or match["behind"]
            if short and short not in offsets.ABBREVIATIONS:
                continue
            if short and match["short"] and not (_is_timely(line.text) or dated(line.text)):
                continue
            if found := statement(words, line.number):
                yield found


_WAYS = (
    "coast",
    "known",
    "offset",
    "zulu",
    "stuck",
    "short",
    "after",
    "behind",
    "place",
    "local",
    "latin",
    "inside",
    "iana",
)
_TIMELY = re.compile(
    r"\d{1,2}[:.h]\d\d|\d\s?[ap]\.?m\b|\btimes?\b|\bhoras?\b|\bheures?\b|\bzone?\b"
)


def _is_timely(text: str) -> bool:
    """Whether *text* is of times, so that capitals in brackets can be a clock's."""
    return bool(_TIMELY.search(folded(text)))


def _place(words: str) -> str:
    plain = re.sub(
        r"\b(?:local|standard|daylight|summer|winter|time|hora|horas|heure|heures|oficial|locale|"
        r"de|del|du|des|la|le|en|à|in)\b|d['’]",
        " ",
        words,
        flags=re.IGNORECASE,
    )
    return " ".join(plain.split()) or words


def decided(
    stated: Sequence[Statement],
    places: Sequence[tuple[gazetteer.Spot, int, float]],
    day: date,
) -> Found:
    """Return the zone of the event.

    Args:
        stated: the clocks that the note names, those beside times first.
        places: cities and countries where it may be, each with its line and how sure it is that
            the event is there, the surest first.
        day: on which offsets are compared.
    """
    if stated:
        return _stated(stated, places, day)
    for spot, line, sure in places:
        zone = zones.zone(spot.zones[0])
        others = len(spot.zones) - 1
        where = f"{spot.name} ({spot.known_as})" if spot.known_as else spot.name
        trust = sure if not others else round(sure * (0.8 if spot.is_city else 0.5), 2)
        message = f"the zone is that of {where}: {zone.key}"
        if others:
            message += f"; there are {others} more"
        return Found(zone=zone, line=line, sure=trust, remark=_remark(zone, line, message, trust))
    message = "the document names no place and no zone; UTC was taken"
    return Found(zone=_UTC, sure=0.1, remark=_remark(_UTC, 1, message, 0.1))


_ASK = 0.6
"""Sureness below which a question comes with it."""


def _stated(
    stated: Sequence[Statement],
    places: Sequence[tuple[gazetteer.Spot, int, float]],
    day: date,
) -> Found:
    first = _fitting(_first(stated, day), places, day)
    offset = _offset(first, day)
    there = [
        zones.zone(key)
        for spot, _, _ in places
        if spot.is_city or len(spot.zones) == 1 or not first.zones
        for key in spot.zones
        if offsets.offset_on(zones.zone(key), day) == offset
    ]
    named = [
        zone
        for each in stated
        for zone in each.zones
        if zone != _UTC and offsets.offset_on(zone, day) == offset
    ]
    if first.zones and first.zones[0] == _UTC:
        zone, sure = _UTC, 0.95
    elif there:
        zone, sure = there[0], 0.95
    elif named:
        zone, sure = named[0], 0.9
    else:
        found = offsets.with_offset(offset // timedelta(minutes=1), day)
        zone, sure = found or _UTC, 0.5 if found else 0.1
    message = f"the clock {first.words!r} is that of {zone.key}"
    return Found(
        zone=zone,
        line=first.line,
        sure=sure,
        remark=_remark(zone, first.line, message, sure),
    )


def _first(stated: Sequence[Statement], day: date) -> Statement:
    """Return the clock that is named most often; of several the first."""
    counts = Counter(_offset(each, day) for each in stated)
    most = max(counts.values())
    return next(each for each in stated if counts[_offset(each, day)] == most)


def _fitting(
    first: Statement, places: Sequence[tuple[gazetteer.Spot, int, float]], day: date
) -> Statement:
    """Return *first* with the zone before the others that a place has the clock of."""
    if len(first.zones) < 2:
        return first
    there = {offsets.offset_on(zones.zone(key), day) for spot, _, _ in places for key in spot.zones}
    best = sorted(first.zones, key=lambda zone: offsets.offset_on(zone, day) not in there)
    return replace(first, zones=tuple(best))


def _offset(each: Statement, day: date) -> timedelta:
    if each.minutes is not None:
        return timedelta(minutes=each.minutes)
    return offsets.offset_on(each.zones[0], day)


def _remark(zone: ZoneInfo, line: int, message: str, sure: float) -> Remark:
    question = Question(name="tz", words="In which time zone are the times?", default=zone.key)
    return Remark(
        field="timezone",
        line=line,
        code="zone-inferred",
        message=message,
        sure=sure,
        hint="say --tz" if sure < _ASK else "",
        question=question if sure < _ASK else None,
    )
