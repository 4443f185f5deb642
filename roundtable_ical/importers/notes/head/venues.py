"""Where it is: a line becomes a house, a room, an address and a city."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.found import Place
from roundtable_ical.importers.notes.head import announced, gazetteer, place_words
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.paragraphs import paragraphs
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.states import state_zone
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_ROWS = 4
"""Lines of a place below its label."""
_FEW_PARTS = 6
_BETWEEN = re.compile(r"\s*(?:,|;|\||\u2022|·|\n| [-–—] )\s*")
_LONGEST = 160


def venue(
    parts: Sequence[Section], head: Sequence[Line], lines: Sequence[Line]
) -> tuple[Place | None, frozenset[int]]:
    """Return where the event is, and the lines that tell.

    Args:
        parts: the sections of the note; a label "Venue:" among them decides.
        head: the lines at its top, where a line may be the place, or stand beside the date.
        lines: all of it, for "Venue:" in the middle of a line and "to be held at".
    """
    head = _rejoined(head)
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
            return _with(placed(words, part.line), extra), used
    found, used = _at_top(head, (_beside, _alone, _after_word))
    if found:
        return _with(found, extra), used
    if extra:
        first = next(iter(extra.values()))
        return _with(None, extra), frozenset(first.numbers)
    told = _inside(lines) or announced.place(lines)
    if told:
        return placed(told.text, told.line), frozenset()
    return _at_top(head, (_in_name, _named, _body))


def _rejoined(head: Sequence[Line]) -> list[Line]:
    """Return *head* with a line that ends with a comma and the next one as one."""
    found: list[Line] = []
    for line in head:
        last = found[-1] if found else None
        if last and last.text.endswith(",") and not line.is_blank and not label_of(line):
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
            if gazetteer.zones_of(place.name) and not place.room:
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


def placed(words: str, line: int) -> Place:
    """Return the parts of *words*: "New York, Delegates Dining Room, United Nations".

    A part is a city by its name, a room or an address by words in it; the first of the rest is
    the house. What is left over goes to the address.
    """
    bare = place_words.WITH_LIST.sub(r", \1", place_words.DETAILS.sub("", words))
    parts = [part.strip(" .;,") for part in _BETWEEN.split(bare) if part.strip(" .;,")]
    city: str | None = None
    room: str | None = None
    address: list[str] = []
    names: list[str] = []
    for part in parts:
        plain = folded(part)
        if city is None and len(parts) > 1 and gazetteer.city_zones(part):
            city = part
        elif len(parts) > 1 and gazetteer.country_zones(part):
            address.append(part)
        elif room is None and place_words.ROOM.search(plain) and len(parts) > 1:
            room = part
        elif place_words.STREET.search(plain) and re.search(r"\d", plain):
            address.append(part)
        else:
            names.append(part)
    if not names and room is not None:
        names, room = [room], None
    elif not names:
        names, city = [city or words.strip()], None
    if city is None:
        city = next(
            (
                spot.name
                for spot in gazetteer.places_in(words)
                if spot.is_city and not spot.known_as
            ),
            None,
        )
        city = None if city and folded(city) == folded(names[0]) else city
    name, *rest = names
    return Place(
        line=line, name=name, room=room, city=city, address=", ".join((*rest, *address)) or None
    )


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
        words = _beside_date(words) or words
    return words[:_LONGEST]


def _beside_date(text: str) -> str:
    """Return what is left of *text* without dates and times and what belongs to them."""
    spans = [each.at for each in dated(text)] + [each.at for each in timed(text)]
    spans.sort(reverse=True)
    for begin, end in spans:
        text = f"{text[:begin]}, {text[end:]}"
    text = re.sub(r"\b(?:from|at|on|to|à|de|a las|le|el|hrs?|hs|UTC|GMT)\b\s*(?=,|$)", "", text)
    pieces = [
        re.sub(r"^(?:at|in|à|en|au|im|am|in der|from|on|the)\s+", "", _bare(piece))
        for piece in _BETWEEN.split(text)
    ]
    return ", ".join(piece for piece in pieces if len(piece) > 1)


def _bare(piece: str) -> str:
    """Return *piece* without the signs around it; brackets that belong together stay."""
    bare = piece.strip(" ,.;:|@-–—")
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()[] ")
    return bare


def _beside(line: Line) -> str:
    """Return the place that stands beside a date or time in *line*."""
    if not _may_be(line) or not _is_timed(line.text) or place_words.VERB.search(folded(line.text)):
        return ""
    label = label_of(line)
    if place_words.BRACKETED.fullmatch(line.text) and "," in line.text:
        return _beside_date(line.text)
    words = _beside_date(label.rest if label else line.text)
    pieces = [piece for piece in words.split(", ") if not place_words.EVENT.search(folded(piece))]
    words = ", ".join(pieces)
    return words if is_place(words) else ""


def _alone(line: Line) -> str:
    """Return the place that a line of its own is: a house or nothing but cities; no body."""
    if not _may_be(line) or _is_timed(line.text) or line.text.rstrip().endswith((":", ".")):
        return ""
    words = _beside_date(line.text)
    plain = folded(words)
    parts = [part for part in _BETWEEN.split(words) if part]
    if parts and all(map(_is_region, parts)):
        return words
    street = bool(place_words.STREET.search(plain)) and bool(re.search(r"\d", plain))
    if (
        (street or place_words.POSTAL.search(words))
        and len(parts) > 1
        and not place_words.EVENT.search(plain)
    ):
        return words
    if len(words.split()) > _MOST_WORDS or place_words.EVENT.search(plain):
        return ""
    if place_words.ONLINE.search(plain) and len(words.split()) <= _FEW_WORDS:
        return words
    return words if place_words.WALLS.search(plain) and not place_words.BODY.match(plain) else ""


def _after_word(line: Line) -> str:
    """Return the place in a line that begins with "at", "presso", "@"."""
    match = place_words.AT.match(line.text)
    short = len(line.text.split()) <= _MOST_WORDS and not line.text.rstrip().endswith((":", "."))
    return line.text[match.end() :] if match and short and _may_be(line) else ""


def _named(line: Line) -> str:
    """Return the one name, unknown as it may be, that stands beside a date."""
    if not _may_be(line) or not dated(line.text):
        return ""
    label = label_of(line)
    words = _beside_date(label.rest if label else line.text)
    parts = re.findall(r"[^\W\d_][\w'’-]*", words)
    small = {
        "de",
        "du",
        "des",
        "la",
        "le",
        "del",
        "of",
        "the",
        "di",
        "am",
        "an",
        "der",
        "im",
        "sur",
    }
    proper = parts and all(part[0].isupper() or part in small for part in parts)
    fine = proper and len(parts) <= _FEW_PARTS and not place_words.NO_NAME.search(folded(words))
    return words if fine and not place_words.EVENT.search(folded(words)) else ""


def _in_name(line: Line) -> str:
    """Return the city in a line that names the event, its date and where it is."""
    if not _may_be(line) or not dated(line.text) or len(line.text) > _LONGEST:
        return ""
    return next((spot.name for spot in gazetteer.places_in(line.text) if spot.is_city), "")


def _body(line: Line) -> str:
    """Return a line that is a body which has houses: a university, a faculty."""
    plain = folded(line.text)
    short = len(line.text.split()) <= _MOST_WORDS and not line.text.rstrip().endswith((":", "."))
    if not _may_be(line) or not short or place_words.EVENT.search(plain) or _is_timed(line.text):
        return ""
    return line.text if place_words.CAMPUS.search(plain) else ""


def _may_be(line: Line) -> bool:
    label = label_of(line)
    return not line.is_blank and (label is None or label.field in {Field.DATE, Field.TIME})


def _is_timed(text: str) -> bool:
    return bool(dated(text) or timed(text))


def _is_region(part: str) -> bool:
    """Whether *part* is a city, a state or a country."""
    return bool(gazetteer.zones_of(part)) or (part[:1].isupper() and state_zone(part) is not None)


def is_place(words: str) -> bool:
    """Whether *words* are a place, as they stand beside a date."""
    plain = folded(words)
    if (
        not words
        or len(words) > _LONGEST
        or words.rstrip().endswith(":")
        or place_words.EVENT.search(plain)
    ):
        return False
    count = len(words.split())
    if place_words.ONLINE.search(plain) and count <= _FEW_WORDS:
        return True
    if gazetteer.places_in(words) and count <= _FEW_WORDS + 2:
        return True
    return bool(place_words.HOUSE.search(plain)) and count <= _MOST_WORDS


_FEW_WORDS, _MOST_WORDS = 8, 14


def _with(place: Place | None, extra: dict[Field, Section]) -> Place | None:
    """Return *place* with room, address and city from labels of their own."""
    said = {field: " ".join(part.text.split()) for field, part in extra.items()}
    room, address, city = (said.get(f) for f in (Field.ROOM, Field.ADDRESS, Field.CITY))
    if place is None:
        name = room or address or city
        line = next(iter(extra.values())).line
        return Place(line=line, name=name, address=address, city=city) if name else None
    return replace(
        place,
        room=room or place.room,
        address=address or place.address,
        city=city or place.city,
    )


def spots(place: Place | None) -> Iterable[gazetteer.Spot]:
    """Return the cities and countries that *place* is in, the surest first."""
    if place is None:
        return ()
    words = ", ".join(filter(None, (place.city, place.address, place.name, place.room)))
    found = gazetteer.places_in(words, loose=True)
    return sorted(found, key=lambda spot: not spot.is_city)
