"""What a note says outside its agenda: what, when, where, who invites, and why."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roundtable_ical.importers.notes.agenda.cell_lines import head_lines
from roundtable_ical.importers.notes.agenda.noise import noise
from roundtable_ical.importers.notes.found import Agenda, Head, Place, Remark
from roundtable_ical.importers.notes.head import clock_pairs, gazetteer, naming, texts, zone
from roundtable_ical.importers.notes.head.hosts import hosts
from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.languages import Language, language
from roundtable_ical.importers.notes.head.place_parts import spots
from roundtable_ical.importers.notes.head.sections import Section, sections
from roundtable_ical.importers.notes.head.themes import topics
from roundtable_ical.importers.notes.head.top import lead, top
from roundtable_ical.importers.notes.head.venues import venue
from roundtable_ical.importers.notes.head.when import When, when
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Given

_SURE = 0.9
"""Sureness from which on a name or a language is not worth a remark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What has to be known of a note before its agenda is read; *document* is without noise."""

    document: Document
    given: Given
    spoken: Language
    times: When


def glance(document: Document, *, given: Given) -> Glance:
    """Return the language and the dates of *document*.

    Args:
        document: the note.
        given: what whoever brings it says of it; wins over the note.
    """
    document = replace(document, lines=tuple(_without_noise(document.lines)))
    spoken = language(document)
    times = when(document, sections(document), given=given, language=spoken.tag)
    return Glance(document=document, given=given, spoken=spoken, times=times)


def head(seen: Glance, listed: Agenda | None = None) -> Head:
    """Return what a note says of the event as a whole.

    Args:
        seen: the note at a first glance.
        listed: its agenda, where it has one: its lines say nothing here.
    """
    document, given, spoken = seen.document, seen.given, seen.spoken
    in_agenda = listed.lines if listed else frozenset[int]()
    taken = _from_first_item(listed)
    parts = sections(document, taken)
    first = top(document, taken)
    times = when(document, parts, given=given, language=spoken.tag)
    place, at_place = venue(parts, first, document.lines, lead(document, taken))
    first_hosts, others, host_lines, by_hosts = hosts(parts, first)
    elsewhere = at_place | by_hosts
    named = naming.names(first, parts, document, elsewhere)
    themes, in_list = topics(parts)
    days = set(times.days) or {item.day for item in (listed.items if listed else ()) if item.day}
    inside = _zone(document, parts, first, place, times, given, days)
    named_in = _lines_of(named)
    used = times.used | at_place | by_hosts | in_list | named.generic | named_in.numbers
    said = texts.texts(parts, used | in_agenda, in_list, spoken.tag)
    lines = dict(times.lines) | host_lines | named_in.lines | said.lines
    if place:
        lines["place"] = place.line
    if inside.line:
        lines["zone"] = inside.line
    return Head(
        title=named.title.text if named.title else None,
        subtitle=named.subtitle.text if named.subtitle else None,
        kind=named.kind.text if named.kind else None,
        language=spoken.tag,
        days=times.days,
        hours=times.hours,
        zone=inside.zone,
        place=place,
        hosts=first_hosts,
        cohosts=others,
        objective=said.objective,
        background=said.background,
        participants=said.participants,
        topics=themes,
        year=times.year,
        speakers=said.speakers,
        unread=said.unread,
        lines=lines,
        used=used | said.used,
        remarks=(
            *_told(named, spoken),
            *times.remarks,
            *((inside.remark,) if inside.remark else ()),
        ),
    )


_OPENING = 12
"""Lines with words among which a running head may be the title itself."""


def _without_noise(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield *lines* without page numbers and running heads; the first of each may be the title.

    Heads of a table that was turned to one cell a line go too.
    """
    headed = head_lines(lines)
    lines = [line for line in lines if line.number not in headed]
    unwanted = noise(lines)
    seen: set[str] = set()
    for line in lines:
        first = len(seen) < _OPENING and line.text not in seen
        if line.number not in unwanted or (first and any(map(str.isalpha, line.text))):
            yield _with_day(line)
        seen.add(line.text)


def _with_day(line: Line) -> Line:
    """Return "12. und 13. Juni" whole, of which the first number was taken for a bullet."""
    if not (line.bullet[:-1].isdigit() and _GOES_ON.match(line.text)):
        return line
    return replace(line, text=f"{line.bullet} {line.text}", bullet="")


_GOES_ON = re.compile(r"(?:und|bis|[-–/]|&|et|y|and)\s*\d", re.IGNORECASE)


def _from_first_item(listed: Agenda | None) -> frozenset[int]:
    """Return the lines of the agenda from its first item on.

    What stands above it may be the day of the agenda, and the date line of the note at once. An
    item without a title is the event itself: its line is one of the head.
    """
    if listed is None or not any(item.title for item in listed.items):
        return frozenset()
    first = min(item.line for item in listed.items)
    return frozenset(number for number in listed.lines if number >= first)


@dataclass(frozen=True, slots=True)
class _NamedIn:
    lines: dict[str, int]
    numbers: frozenset[int]


def _lines_of(named: naming.Names) -> _NamedIn:
    """Return where the names stand, by the field of each."""
    found = {"title": named.title, "subtitle": named.subtitle, "kind": named.kind}
    kept = {field: each for field, each in found.items() if each}
    numbers = frozenset(number for each in kept.values() for number in each.lines)
    return _NamedIn({field: each.line for field, each in kept.items()}, numbers)


def _told(named: naming.Names, spoken: Language) -> tuple[Remark, ...]:
    """Return what is to be told of the names and the language."""
    remarks = [
        Remark(
            field=field,
            line=each.line,
            code=f"{field}-inferred",
            message=f"{words}",
            sure=each.sure,
        )
        for field, each, words in (
            ("title", named.title, "taken as the title by its place in the note"),
            ("subtitle", named.subtitle, "taken as the subtitle: it stands under the title"),
        )
        if each and each.sure < _SURE
    ]
    if spoken.sure < _SURE:
        message = f"the language seems to be {spoken.tag}: {spoken.reason}"
        remarks.append(
            Remark(
                field="language",
                line=1,
                code="language-inferred",
                message=message,
                sure=spoken.sure,
            )
        )
    return tuple(remarks)


def _zone(
    document: Document,
    parts: Sequence[Section],
    first: Sequence[Line],
    place: Place | None,
    times: When,
    given: Given,
    days: Collection[date],
) -> zone.Found:
    if given.timezone is not None:
        return zone.Found(zone=given.timezone)
    day = min(days, default=given.moment.date())
    if pair := clock_pairs.first_of_pair(document.lines, day):
        told, line = pair
        stated = [zone.Statement(words="the two side by side", line=line, zones=(told,))]
        return zone.decided(stated, (), day)
    stated = [
        found
        for part in parts
        if Field.ZONE in part.fields and (found := zone.statement(part.text, part.line))
    ]
    stated += zone.statements(document.lines)
    known = {each.line for each in stated}
    stated += [
        found
        for hours, line in times.spans
        if hours.zone and line not in known and (found := zone.statement(hours.zone, line))
    ]
    return zone.decided(stated, _places(parts, first, place, document.lines), day)


_AT_VENUE, _IN_TOP, _COUNTRY_IN_TOP, _AT_HOSTS = 0.95, 0.7, 0.5, 0.3
_CITY_ANYWHERE, _COUNTRY_ANYWHERE = 0.2, 0.15
_MOST_LINES, _MOST_LETTERS, _PIECE = 500, 60_000, 1_500


def _places(
    parts: Sequence[Section],
    first: Sequence[Line],
    place: Place | None,
    lines: Sequence[Line],
) -> list[tuple[gazetteer.Spot, int, float]]:
    """Return where the event may be, the surest first."""
    at = place.line if place else 0
    found = [(spot, at, _AT_VENUE) for spot in spots(place)]
    found += [
        (spot, line.number, _IN_TOP if spot.is_city else _COUNTRY_IN_TOP)
        for line in first
        for spot in gazetteer.places_in(line.text, loose=True)
    ]
    for part in parts:
        if {"hosts", "cohosts"}.intersection(part.fields):
            for line in part.lines:
                found += [(spot, line.number, _AT_HOSTS) for spot in gazetteer.places_in(line.text)]
    found += _anywhere(lines)
    return sorted(found, key=lambda each: -each[2])


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield the lines of a note with their numbers, long ones in pieces, up to a fixed sum."""
    left = _MOST_LETTERS
    for line in lines[:_MOST_LINES]:
        for begin in range(0, min(len(line.text), left), _PIECE):
            yield line.number, line.text[begin : begin + _PIECE]
        left -= len(line.text)


def _anywhere(lines: Sequence[Line]) -> Iterator[tuple[gazetteer.Spot, int, float]]:
    """Yield the place that most lines name, a city before a country: it is better than none."""
    spots = [
        (spot, number)
        for number, words in _pieces(lines)
        for spot in gazetteer.places_in(words)
        if spot.is_city or len(spot.zones) == 1
    ]
    counts = Counter(spot.zones[0] for spot, _ in spots)
    cities = [(spot, line) for spot, line in spots if spot.is_city]
    for group, sure in ((cities, _CITY_ANYWHERE), (spots, _COUNTRY_ANYWHERE)):
        if group:
            best = max(group, key=lambda each: counts[each[0].zones[0]])
            yield (*best, sure)
