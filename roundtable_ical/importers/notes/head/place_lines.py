"""Lines that are a place, have one beside a date, or name one at all."""

import re

from roundtable_ical.importers.notes.head import gazetteer, place_words
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.place_parts import BETWEEN
from roundtable_ical.importers.notes.head.states import state_zone
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.marks import is_in_person
from roundtable_ical.importers.notes.people.wording import Kind, kind_of
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_FEW_PARTS = 6
_LONGEST = 160


def beside_date(text: str) -> str:
    """Return what is left of *text* without dates and times and what belongs to them."""
    spans = [each.at for each in dated(text)] + [each.at for each in timed(text)]
    spans.sort(reverse=True)
    for begin, end in spans:
        text = f"{text[:begin]}, {text[end:]}"
    text = re.sub(r"\b(?:from|at|on|to|à|de|a las|le|el|hrs?|hs|UTC|GMT)\b\s*(?=,|$)", "", text)
    pieces = [
        re.sub(r"^(?:at|in|à|en|au|im|am|in der|from|on|the)\s+", "", _bare(piece))
        for piece in BETWEEN.split(text)
    ]
    return ", ".join(piece for piece in pieces if len(piece) > 1 and not is_in_person(piece))


def _bare(piece: str) -> str:
    """Return *piece* without the signs around it; brackets that belong together stay."""
    bare = piece.strip(" ,.;:|@-–—")
    if bare.count("(") != bare.count(")"):
        bare = bare.strip("()[] ")
    return bare


def beside(line: Line) -> str:
    """Return the place that stands beside a date or time in *line*."""
    if not _may_be(line) or not _is_timed(line.text) or place_words.VERB.search(folded(line.text)):
        return ""
    label = label_of(line)
    if place_words.BRACKETED.fullmatch(line.text) and "," in line.text:
        return beside_date(line.text)
    words = beside_date(label.rest if label else line.text)
    pieces = [piece for piece in words.split(", ") if not place_words.EVENT.search(folded(piece))]
    words = ", ".join(pieces)
    return words if is_place(words) else ""


def alone(line: Line) -> str:
    """Return the place that a line of its own is: a house or nothing but cities; no body."""
    if not _may_be(line) or _is_timed(line.text) or line.text.rstrip().endswith((":", ".")):
        return ""
    words = beside_date(line.text)
    plain = folded(words)
    parts = [part for part in BETWEEN.split(words) if part]
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


def below_date(line: Line, above: Line) -> str:
    """Return a line with a word for a house, right below that of the date."""
    plain = folded(line.text)
    if not dated(above.text) or not _may_be(line) or _is_timed(line.text) or line.heading:
        return ""
    if line.text.rstrip().endswith((":", ".", "?")) or len(line.text.split()) > _FEW_WORDS + 2:
        return ""
    no_house = place_words.BODY.match(plain) or place_words.EVENT.search(plain)
    return line.text if place_words.HOUSE.search(plain) and not no_house else ""


def after_word(line: Line) -> str:
    """Return the place in a line that begins with "at", "presso", "@"."""
    match = place_words.AT.match(line.text)
    short = len(line.text.split()) <= _MOST_WORDS and not line.text.rstrip().endswith((":", "."))
    if not match or not short or not _may_be(line) or place_words.EVENT.search(folded(line.text)):
        return ""
    return (
        beside_date(line.text[match.end() :]) if _is_timed(line.text) else line.text[match.end() :]
    )


def named(line: Line) -> str:
    """Return the one name, unknown as it may be, that stands beside a date."""
    if not _may_be(line) or not dated(line.text):
        return ""
    label = label_of(line)
    words = beside_date(label.rest if label else line.text)
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


def after_date(line: Line) -> str:
    """Return what stands behind a date and "at": "Les 19 et 20 mai 2019 au Conseil régional"."""
    days = dated(line.text) if _may_be(line) and not timed(line.text) else ()
    if not days or days[-1].day is None:
        return ""
    match = _AT_DATE.match(line.text, days[-1].at[1])
    words = match["place"].rstrip(" .") if match else ""
    return "" if len(words) > _LONGEST or place_words.EVENT.search(folded(words)) else words


_AT_DATE = re.compile(
    r",?\s+(?:at(?:\s+the)?|au|aux|à\s+la|à\s+l['’]|en\s+(?:el|la)|presso|im|in\s+der|no|na)\s*"
    r"(?P<place>[A-ZÀ-Ý].{4,})$"
)


def in_name(line: Line) -> str:
    """Return the city in a line that names the event, its date and where it is."""
    if not _may_be(line) or not dated(line.text) or len(line.text) > _LONGEST:
        return ""
    return next((spot.name for spot in gazetteer.places_in(line.text) if spot.is_city), "")


def body(line: Line) -> str:
    """Return a line that is a body which has houses: a university, a faculty."""
    plain = folded(line.text)
    short = len(line.text.split()) <= _MOST_WORDS and not line.text.rstrip().endswith((":", "."))
    if not _may_be(line) or not short or place_words.EVENT.search(plain) or _is_timed(line.text):
        return ""
    return line.text if place_words.CAMPUS.search(plain) else ""


def in_city(line: Line) -> str:
    """Return a line that ends with a city and its country: "Guildhall, Lima (Peru)"."""
    text = line.text
    if len(text) > _LONGEST or not _may_be(line) or line.heading or _is_timed(text):
        return ""
    parts = BETWEEN.split(_COUNTRY.sub(r", \1", text))
    if len(parts) < _FEWEST_PARTS or place_words.EVENT.search(folded(text)):
        return ""
    told = gazetteer.country_zones(parts[-1]) and parts[-2][:1].isupper()
    return text if told and len(text.split()) <= _MOST_WORDS else ""


_FEWEST_PARTS = 3
_COUNTRY = re.compile(r"\s*\(([^(),]+)\)$")


def _may_be(line: Line) -> bool:
    label = label_of(line)
    return not line.is_blank and (label is None or label.field in {Field.DATE, Field.TIME})


def names_somebody(line: Line) -> bool:
    """Whether *line* is a person and what they are: "Peter Holm, researcher, Lund University"."""
    first, _, rest = line.text.partition(",")
    named = names.is_name(first) and names.has_given(first)
    return named and kind_of(rest.split(",")[0].strip() or "-") is Kind.FUNCTION


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
        or is_in_person(words)
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
