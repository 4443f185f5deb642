"""What the heading of a column says, in many languages."""

import re
from dataclasses import dataclass
from enum import StrEnum

from roundtable_ical.importers.sheets.words import WHOLE, WORDS
from roundtable_ical.zones.places import folded


class Meaning(StrEnum):
    """What a column holds."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    DATE = "date"
    TIME = "time"
    START = "start"
    START_DATE = "start date"
    END = "end"
    END_DATE = "end date"
    DURATION = "duration"
    ZONE = "timezone"
    ROOM = "venue"
    BUILDING = "building"
    THEME = "theme"
    KIND = "kind"
    STATUS = "status"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    FUNCTION = "function"
    AFFILIATION = "affiliation"
    ABSTRACT = "abstract"
    URL = "link"
    ID = "number"
    IGNORED = "nothing"


_CONCEPTS: dict[str, set[str]] = {}
for _concept, _line in WORDS.items():
    for _word in _line.split():
        _CONCEPTS.setdefault(folded(_word).replace(" ", ""), set()).add(_concept)
_WHOLE = {words: concept for concept, line in WHOLE.items() for words in line.split()}
_FILLER = frozenset(
    "of the de del della du des di do da la le el les los der die das dem and y et und e & or "
    "please mandatory required optional optionnel local s l d format-yyyy".split()
)
_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBER = re.compile(r"(?<![a-z])(\d{1,2})(?!\d)|(?<=[a-z])(\d{1,2})(?!\d)")
_MOST_WORDS = 9
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading may mean, how sure that is (0 to 1), its number, and what is in brackets.

    *beside* is what a column that could hold titles holds where another one does.
    """

    meaning: Meaning
    sure: float
    number: int | None = None
    brackets: str = ""
    beside: Meaning | None = None


def heading(words: str) -> Heading | None:
    """Return what a column under *words* holds; None where they say nothing known."""
    if len(words) > _LONGEST:
        return None
    brackets = " ".join(_BRACKETS.findall(words))
    bare = _BRACKETS.sub(" ", words) if _BRACKETS.sub("", words).strip() else words
    bare = re.sub(r"[*:?!\"'“”„/\\|_.,;+\n-]+", " ", _CAMEL.sub(" ", bare)).strip()
    whole = _WHOLE.get(bare.replace(" ", ""))
    if len(bare.split()) > _MOST_WORDS or not bare:
        return None
    plain = folded(bare)
    joined = plain.replace(" ", "")
    match = _NUMBER.search(plain)
    number = int(match[1] or match[2]) if match else None
    concepts: set[str] = {whole} if whole else set()
    unknown = known = 0
    tokens = [re.sub(r"\d+$", "", token) or token for token in plain.split()]
    if not whole and len(tokens) > 1 and joined in _CONCEPTS:
        concepts = set(_CONCEPTS[joined])
    elif not whole:
        for token in tokens:
            if token.isdigit() or (token in _FILLER and len(tokens) > 1):
                continue
            found = _CONCEPTS.get(token)
            concepts |= found or set()
            unknown += found is None
            known += found is not None
    meaning = _meaning(concepts, len(tokens))
    if meaning is None or unknown > max(known, 1):
        return None
    sure = max(0.2, meaning[1] - 0.12 * unknown)
    beside = _beside(concepts) if meaning[0] is Meaning.TITLE else None
    return Heading(meaning[0], sure, number, brackets, beside)


def _beside(c: set[str]) -> Meaning | None:
    """Return what a column of these concepts holds where another one has the titles."""
    rules = (
        ("title" in c, None),
        ("summary" in c, Meaning.ABSTRACT),
        (bool(c & {"topic", "session"}), Meaning.THEME),
        ("name" in c, Meaning.SPEAKER),
    )
    return next((meaning for fits, meaning in rules if fits), None)


def _meaning(c: set[str], words: int) -> tuple[Meaning, float] | None:
    """Return what the concepts of a heading mean together; the first that fits."""
    person = bool(c & {"person", "moderator"})
    alone = words == 1
    rules: tuple[tuple[bool, Meaning, float], ...] = (
        ("zone" in c, Meaning.ZONE, 0.95),
        ("private" in c, Meaning.IGNORED, 0.9),
        (person and "kind" in c, Meaning.IGNORED, 0.6),
        (person and "id" in c, Meaning.SPEAKER if "name" in c else Meaning.IGNORED, 0.6),
        (person and "url" in c, Meaning.IGNORED, 0.6),
        (person and bool(c & {"abstract", "status"}), Meaning.IGNORED, 0.5),
        (person and bool(c & {"title", "function"}), Meaning.FUNCTION, 0.9),
        (person and "organisation" in c, Meaning.AFFILIATION, 0.95),
        (person and "first" in c and "name" not in c - {"first"}, Meaning.FIRST_NAME, 0.9),
        (person and "last" in c and "name" not in c - {"last"}, Meaning.LAST_NAME, 0.9),
        ("moderator" in c, Meaning.MODERATOR, 0.95),
        (person and bool(c & {"time", "start", "end", "date"}), Meaning.IGNORED, 0.5),
        (person, Meaning.SPEAKER, 0.95),
        ("length" in c and "start" not in c and "end" not in c, Meaning.DURATION, 0.95),
        ("subtitle" in c, Meaning.SUBTITLE, 0.95),
        ("when" in c and not c & {"length", "end"}, Meaning.START, 0.8),
        ("start" in c and "date" in c and "time" in c and not alone, Meaning.START, 0.95),
        ("end" in c and "date" in c and "time" in c and not alone, Meaning.END, 0.95),
        ("start" in c and "date" in c, Meaning.START_DATE, 0.95),
        ("end" in c and "date" in c, Meaning.END_DATE, 0.95),
        ("start" in c and "end" in c and not alone, Meaning.TIME, 0.9),
        ("start" in c, Meaning.START, 0.98 if "time" in c else 0.9),
        ("end" in c, Meaning.END, 0.98 if "time" in c else 0.9),
        ("date" in c and "time" in c, Meaning.START, 0.85),
        ("date" in c, Meaning.DATE, 0.95),
        ("time" in c, Meaning.TIME, 0.9),
        ("room" in c and bool(c & {"id", "kind", "url", "abstract"}), Meaning.IGNORED, 0.5),
        ("building" in c, Meaning.BUILDING, 0.8),
        ("room" in c, Meaning.ROOM, 0.95),
        ("track" in c and bool(c & {"id", "abstract", "url"}), Meaning.IGNORED, 0.5),
        ("track" in c and "topic" not in c, Meaning.THEME, 0.95),
        ("language" in c, Meaning.IGNORED, 0.9),
        ("status" in c, Meaning.STATUS, 0.9),
        ("kind" in c, Meaning.KIND, 0.9),
        ("organisation" in c and "id" not in c, Meaning.AFFILIATION, 0.9),
        ("function" in c, Meaning.FUNCTION, 0.7),
        ("category" in c, Meaning.THEME, 0.6),
        ("abstract" in c and "url" not in c, Meaning.ABSTRACT, 0.9),
        (
            "title" in c and not c & {"id", "url"},
            Meaning.TITLE,
            0.98 if alone or "session" in c else 0.9,
        ),
        ("summary" in c, Meaning.TITLE, 0.75),
        ("session" in c and "name" in c, Meaning.TITLE, 0.95),
        ("topic" in c, Meaning.TITLE, 0.7),
        ("id" in c, Meaning.ID, 0.9),
        ("url" in c, Meaning.URL, 0.9),
        ("session" in c, Meaning.TITLE, 0.5),
        ("first" in c and "name" in c and not alone, Meaning.FIRST_NAME, 0.8),
        ("last" in c and "name" in c and not alone, Meaning.LAST_NAME, 0.8),
        ("name" in c, Meaning.TITLE, 0.4),
        ("first" in c, Meaning.FIRST_NAME, 0.6),
        ("last" in c, Meaning.LAST_NAME, 0.6),
    )
    return next(((meaning, sure) for fits, meaning, sure in rules if fits), None)
