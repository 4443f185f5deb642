"""Where it is: the words of a note that name the place."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head import addresses, announced, gazetteer, place_lines, place_words
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.paragraphs import paragraphs
from roundtable_ical.importers.notes.head.place_parts import placed, with_labels
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_ROWS = 4
"""Lines of a place below its label."""
_LONGEST = 160


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
    told = _inside(lines) or announced.place(lines) or addresses.at_end(lines)
    if told and (not found or place_words.HOUSE.search(folded(told.text))):
        place = placed(told.text, told.line)
        city = found.name if found and _is_city(found) else None
        room = found.name if found and not city else None
        return replace(place, city=place.city or city, room=place.room or room), used
    return (with_labels(found, extra), used) if found else _at_top(head, _NAMES)


_HOUSES = (place_lines.beside, place_lines.alone, place_lines.after_word)
_NAMES = (place_lines.in_name, place_lines.named, place_lines.body)


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
        if found := place_words.MIDST.search(line.text):
            words = found["place"].strip(" ,")
            if words:
                return announced.Announced(text=words, line=line.number)
    return None


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
