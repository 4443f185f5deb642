"""Where it is: the words of a note that name the place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from roundtable_ical.importers.notes.agenda.table_heads import is_head
from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head import (
    addresses,
    announced,
    gazetteer,
    houses,
    place_lines,
    place_words,
    run_on,
)
from roundtable_ical.importers.notes.head.labels import Field, fields_of, label_of
from roundtable_ical.importers.notes.head.paragraphs import paragraphs
from roundtable_ical.importers.notes.head.place_parts import placed, with_labels
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.who_lines import tells_who
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_ROWS = 4
"""Lines of a place below its label."""
_LONGEST, _SHORT = 160, 3
_LABEL, _PAIR = 40, 2


def venue(
    parts: Sequence[Section],
    head: Sequence[Line],
    lines: Sequence[Line],
    lead: Sequence[Line] = (),
) -> tuple[Place | None, frozenset[int]]:
    """Return where the event is, and the lines that tell.

    Args:
        parts: the sections of the note; a label "Venue:" among them decides.
        head: the lines at its top, where a line may be the place, or stand beside the date.
        lines: all of it, for "Venue:" in the middle of a line and "to be held at".
        lead: the lines right above its agenda, which may be the place as those at the top.
    """
    lines, head, lead = (_without_others(each) for each in (lines, head, lead))
    known = {line.number for line in head}
    head = _rejoined((*head, *(line for line in lead if line.number not in known)))
    labelled = [part for part in parts if Field.VENUE in part.fields and part.lines]
    labelled.sort(key=_is_mode)
    extra: dict[Field, Section] = {
        field: part
        for field in (Field.ROOM, Field.ADDRESS, Field.CITY)
        for part in parts
        if field in part.fields and part.text
    }
    for part in labelled:
        words = _first_place(part)
        if words:
            used = frozenset(part.numbers)
            return with_labels(placed(words, part.line), extra), used
    found, used = _at_top(head, _HOUSES)
    if found and not _is_city(found) and not place_words.ANY_ROOM.fullmatch(folded(found.name)):
        return with_labels(found, extra), used
    if extra and not found:
        first = next(iter(extra.values()))
        return with_labels(None, extra), frozenset(first.numbers)
    house = _beside_city(head, found) if found else _below_date(head)
    if house:
        return with_labels(house, extra), used | {house.line}
    told = next((each for way in _WAYS if (each := way(lines))), None)
    if not (told and place_words.HOUSE.search(folded(told.text))):
        again = houses.repeated(lines)
        told = announced.Announced(text=again.text, line=again.number) if again else told
    if told and (not found or place_words.HOUSE.search(folded(told.text))):
        place = placed(told.text, told.line)
        city = found.name if found and _is_city(found) else None
        room = found.name if found and not city else None
        return replace(place, city=place.city or city, room=place.room or room), used
    return (with_labels(found, extra), used) if found else _at_top(head, _NAMES)


_WAYS = (
    lambda lines: _inside(lines),
    lambda lines: _labelled(lines),
    announced.place,
    run_on.place,
    addresses.at_end,
    announced.at_house,
    lambda lines: _on_days(lines),
    lambda lines: _behind_day(lines),
)
_HOUSES = (place_lines.beside, place_lines.alone, place_lines.after_word)
_NAMES = (
    place_lines.in_city,
    place_lines.after_date,
    place_lines.in_name,
    place_lines.named,
    place_lines.body,
)


def _beside_city(head: Sequence[Line], city: Place) -> Place | None:
    """Return the body with a house that stands right above or below the line of its city."""
    shown = [line for line in head if not line.is_blank]
    at = next((at for at, line in enumerate(shown) if line.number == city.line), None)
    if at is None:
        return None
    for line in (*shown[max(0, at - 1) : at], *shown[at + 1 : at + 2]):
        words = "" if line.heading or line is shown[0] else place_lines.body(line)
        if words:
            place = placed(words, line.number)
            return replace(place, city=place.city or city.name)
    return None


def _below_date(head: Sequence[Line]) -> Place | None:
    """Return the house right below the date, where a title stands above it."""
    shown = [line for line in head if not line.is_blank]
    for above, line in pairwise(shown[1:]):
        if words := place_lines.below_date(line, above):
            return placed(words, line.number)
    return None


def _is_city(place: Place) -> bool:
    """Whether no house is named, only a city or a country."""
    return bool(gazetteer.zones_of(place.name)) and not place.room


def _rejoined(head: Sequence[Line]) -> list[Line]:
    """Return *head* with a line that ends with a comma and the next one as one."""
    found: list[Line] = []
    for line in head:
        last = found[-1] if found else None
        if last and last.text.endswith(",") and line.is_blank:
            continue
        if last and last.text.endswith(",") and not label_of(line):
            found[-1] = replace(last, text=f"{last.text} {line.text}")
        else:
            found.append(line)
    return found


def _at_top(
    head: Sequence[Line], ways: Sequence[Callable[[Line], str]]
) -> tuple[Place | None, frozenset[int]]:
    """Return the place that one of the *ways* finds; a house is more than its city."""
    cities: list[Place] = []
    used: set[int] = set()
    for found in ways:
        for line in head:
            words = found(line)
            place = placed(words, line.number) if words else None
            if place is None:
                continue
            if not place_words.EVENT.search(folded(line.text)):  # else it is the title too
                used.add(line.number)
            if _is_city(place):
                cities.append(place)
                continue
            if cities and place.city is None:
                place = replace(place, city=cities[0].name)
            return place, frozenset(used)
    return (cities[0] if cities else None), frozenset(used)


def _inside(lines: Sequence[Line]) -> announced.Announced | None:
    """Return what follows "Venue:" in the middle of a line."""
    for line in lines:
        for name, value in pairwise(line.cells):
            fields = fields_of(name.rstrip(":： ")) if value and len(name) < _LABEL else ()
            if fields[:1] == (Field.VENUE,) and len(line.cells) > _PAIR:
                return announced.Announced(text=value.replace("\n", ", "), line=line.number)
        if found := place_words.MIDST.search(line.text):
            words = found["place"].strip(" ,")
            if words:
                return announced.Announced(text=words, line=line.number)
    return None


def _labelled(lines: Sequence[Line]) -> announced.Announced | None:
    """Return what is labelled as a place anywhere, as below the agenda."""
    for line in lines:
        label = label_of(line) if ":" in line.text or "：" in line.text else None
        if label and label.field in {Field.VENUE, Field.ADDRESS} and len(label.rest) > _SHORT:
            words = place_lines.beside_date(label.rest) or label.rest
            return announced.Announced(text=words[:_LONGEST], line=line.number)
    return None


def _on_days(lines: Sequence[Line]) -> announced.Announced | None:
    """Return the house beside one of the days of the agenda."""
    for line in lines:
        if len(line.text) <= _LONGEST and dated(line.text):
            words = place_lines.beside(line)
            if words and place_words.HOUSE.search(folded(words)):
                return announced.Announced(text=words, line=line.number)
    return None


def _behind_day(lines: Sequence[Line]) -> announced.Announced | None:
    """Return the house of a day ("Day one - Blue Lake") that is told whole elsewhere."""
    days = [found["place"] for line in lines if (found := place_words.DAY.match(folded(line.text)))]
    for line in lines:
        plain = folded(line.text)
        short = len(line.text) <= _LABEL and line.text[:1].isupper()
        if short and plain.startswith(tuple(days)) and place_words.HOUSE.search(plain):
            return announced.Announced(text=line.text, line=line.number)
    return None


def _without_others(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* without people, and without heads of columns, rooms among them."""
    return [
        line
        for line in lines
        if not place_lines.names_somebody(line) and not tells_who(line.text) and not is_head(line)
    ]


def _is_mode(part: Section) -> bool:
    """Whether a label asks how people take part ("Modality: hybrid") and only so where."""
    return part.label is not None and bool(place_words.MODE.search(folded(part.label.words)))


def _first_place(part: Section) -> str:
    """Return the words under a label, of a list the first one."""
    found = paragraphs(part.lines)
    if not found:
        return ""
    words = found[0].text
    shown = [line for line in part.lines if not line.is_blank]
    if part.label and not part.label.rest and not shown[0].bullet:
        words = ", ".join(line.text.rstrip(",") for line in shown[:_ROWS])
    if Field.DATE in part.fields or Field.TIME in part.fields or dated(words) or timed(words):
        words = place_lines.beside_date(words) or words
    return words[:_LONGEST]
