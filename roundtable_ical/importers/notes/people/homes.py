"""Names and where their bearers come from, no sign between: "Jane Doe from X and John Roe of Y"."""

import re
from dataclasses import replace

from roundtable_ical.importers.notes.people import names
from roundtable_ical.importers.notes.people.marks import made, part_of
from roundtable_ical.importers.notes.people.pieces import Piece
from roundtable_ical.importers.notes.people.wording import Atom, Kind, kind_of

_FROM = re.compile(
    r"\s+(?:(?P<clear>from|vom|chez|@)|at|of|dalla|dall['’]|von der|von|van de|van|de la|de l['’]|"
    r"del|de los|de las|des|du|de|della|dell['’]|do|da|dos|das)\b['’]?\s*(?:the\s+|la\s+)?"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|et|y|e|und|&)\s+", re.IGNORECASE)
_SHORT = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{1,5}\.\s")
_OF = frozenset("of de du des del da do dos das di della der von van".split())
_LONGEST = 10
"""Words of a body."""
_MOST = 300
"""Characters of names and bodies."""


def names_and_homes(piece: Piece) -> list[Atom]:
    """Return the names, and the body that each belongs to; empty where it is nothing of the kind.

    Each begins with a given name that we know, as "of" stands in titles and in surnames too.
    """
    if len(piece.text) > _MOST:
        return []
    joints = [found for found in _AND.finditer(piece.text) if _starts(piece.text[found.end() :])]
    bounds = [0, *(found.end() for found in joints)]
    ends = [*(found.start() for found in joints), len(piece.text)]
    parts = [
        part_of(piece, begun, end, "and" if begun else None)
        for begun, end in zip(bounds, ends, strict=True)
    ]
    if not any(_one(part) for part in parts):
        return []
    read = [_one(part) or _one(part, among=True) or _name(part) for part in parts]
    return [atom for one in read for atom in one] if all(read) else []


def _name(piece: Piece) -> list[Atom]:
    whole = names.is_name(piece.text) and names.is_full(piece.text)
    return [made(Kind.NAME, piece)] if whole else []


def _starts(text: str) -> bool:
    """Return whether *text* begins with a name whose given name we know."""
    first = " ".join(text.split()[:2])
    return names.is_given(first) and names.is_full(first) and names.is_name(first)


def _one(piece: Piece, *, among: bool = False) -> list[Atom]:
    """Return the name and the body of *piece*; *among* such, a body need not look like one."""
    if not names.is_given(piece.text):
        return []
    for found in _FROM.finditer(piece.text):
        name, home = piece.text[: found.start()], piece.text[found.end() :]
        if not names.is_full(name) or not names.is_name(name):
            continue
        if _is_home(home, clear=among or bool(found["clear"])):
            whose = made(Kind.NAME, part_of(piece, 0, found.start()))
            return [
                replace(whose, end=piece.start + found.end()),
                made(Kind.BODY, part_of(piece, found.end(), sign=",")),
            ]
    return []


def _is_home(words: str, *, clear: bool) -> bool:
    """Return whether *words* are a body, and no surname behind "de la", "of"."""
    if not words[:1].isupper() or len(words.split()) > _LONGEST:
        return False
    if clear or _SHORT.match(words) or kind_of(words) is Kind.BODY:
        return True
    of = [word for word in words.split() if word.casefold() in _OF]
    return bool(of) and not names.is_given(words)
