"""How sure it is that words name somebody who speaks."""

import re

from roundtable_ical.importers.notes.people import functions, names
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS
from roundtable_ical.importers.notes.people.found_people import Found, Heard
from roundtable_ical.importers.notes.people.roles import Label
from roundtable_ical.importers.notes.people.wording import SPEAKS, Kind
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.zones.places import city_names
from roundtable_ical.zones.places import folded as placed

_NOBODY = re.compile(r"N\.?\s?N\.?(?:\W|$)")
_TALK = re.compile(
    r"(?:(?:invited|keynote|plenary|guest|contributed|oral|opening|closing|lightning)\s+)*"
    r"(?:talks?|keynotes?|lectures?|speakers?|speech|conferencia|ponencia|conférence|vortrag|palestra)"
    r"\s*#?\d*[.:]?$",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:room|salle|aula|auditori(?:um|o)|amphitheatre|ballroom|boardroom|resort|hotel|"
    r"pavilion|pavillon|pabellon|headquarters|salon de actos|foyer|paraninfo)\b"
)
_NUMBERED_ROOM = re.compile(
    r"[/|,–—-]\s*(?:room|salle|sala|salon|saal|raum|aula|hall)\s(?:\d+[a-z]?|[a-z])$"
)
"""What is left before the name of a house."""
_VERB = re.compile(
    r"\b(?:will|is|are|was|were|has|have|had|should|can|aims?|est|sont|sera|seront|será|serán|"
    r"which|who|that)\b"
)


def prose(left: str) -> bool:
    """Return whether what is *left* around the names is a sentence about something."""
    return len(left.split()) > 6 and bool(_VERB.search(left)) and not SPEAKS.search(left)


def of_person(found: Found, said: Heard, label: Label | None, *, title: bool) -> float:
    """Return how sure it is, from 0 to 1, that *found* is a person who speaks."""
    name = found.name
    if not name:
        return 0.0
    text = name.text
    full = names.is_full(text) or bool(found.given)
    backed = any(
        each.kind in (Kind.FUNCTION, Kind.BODY) for each in [*found.details, *found.before]
    )
    told = bool(label and label.role and not label.weak) or backed
    if prose(said.left) and not (told and said.people[0].name is name and name.start <= 12):
        return 0.2
    if name.sure:
        return 0.95
    if _is_somewhere(text, said.left):
        return 0.0
    if label and label.role and not (label.weak and not full):
        return 0.9
    if label and label.weak and (full or backed):
        return 0.8
    if placed(text) in city_names() and not names.is_given(text):
        return 0.0
    if found.role or found.tbc:
        return 0.85 if full else 0.6
    if title and not full:
        several = len(said.people) > 1 and not any(_is_given(each) for each in said.people)
        return 0.55 if name.bracketed and not found.details and not several else 0.0
    if not full:
        return 0.5 if found.given else 0.0
    if any(each.name and each.name.sign == "by" for each in said.people):
        return 0.9
    if backed:
        return 0.9 if not title or found.details else 0.6
    if found.given or names.has_capital_surname(text):
        return 0.85
    if name.bracketed:
        return 0.8
    if found.details and not title:
        return 0.8
    if found.closed:
        return 0.8
    known = names.has_given(text)
    signs = {each.name.sign for each in said.people if each.name}
    if title:
        if found.speaks_on and known:
            return 0.8
        apart = bool({":", "–", ".", "+", "|", "\n"} & signs) and not said.prose
        if apart and not known and len(said.people) == 1 and _TALK.match(said.left):
            return 0.7 if not found.details and len(names.tokens(text)) <= 4 else 0.3
        if apart and not known and _is_signed(found, said):
            return 0.6
        if apart:
            beside = any(each.name and names.has_given(each.name.text) for each in said.people)
            return 0.8 if known else 0.6 if beside else 0.3
        return 0.7 if known and not said.left else 0.3
    if known:
        return 0.8
    return 0.6 if len(names.tokens(text)) <= 4 else 0.4


def _is_given(found: Found) -> bool:
    return bool(found.name and (found.name.sure or names.has_any_given(found.name.text)))


def _is_somewhere(name: str, left: str) -> bool:
    """Return whether *name* is a room or a house, or stands behind a room: "Room 2 - Blue Gate"."""
    if names.has_given(name):
        return False
    return bool(_ROOM.search(folded(name)) or _NUMBERED_ROOM.search(folded(left)))


def _is_signed(found: Found, said: Heard) -> bool:
    """Return whether a title of some words ends on a name behind a dash, as talks are listed."""
    name = found.name
    if not name or name.sign != "–" or len(said.people) > 1 or found.details:
        return False
    words = names.tokens(name.text)
    somewhere = any(placed(word) in city_names() or names.is_adjective(word) for word in words)
    loud = any(names.is_acronym(word) or word.isupper() for word in words)
    return len(said.left.split()) >= 5 and 2 <= len(words) <= 3 and not somewhere and not loud


def of_place(found: Found, said: Heard, label: Label | None, text: str, *, title: bool) -> float:
    """Return how sure it is that an office or a body stands for somebody who speaks."""
    words = found.before
    if not words:
        return 0.0
    keys = [names.key(word) for word in words[0].text.split()]
    post = words[0].kind is Kind.FUNCTION
    acting = words[0].sign == "by"
    beside = any(each.name for each in said.people)
    length = sum(len(each.text.split()) for each in words) if beside else len(text.split())
    short = length <= 16 or acting
    if not short:
        return 0.0
    if label and label.role and not label.weak and not title:
        return 0.85
    bare = [key for key in keys if key not in functions.BEFORE]
    singular = bool(bare) and bare[0] in functions.NOUNS and not bare[0].endswith("s")
    standing = any(key in functions.STANDING_FOR for key in keys)
    announced = words[0].sign in (":", "–") and said.left != text
    if post and found.tbc and (announced or not title):
        return 0.85
    if post and announced and len(words) > 1:
        return 0.8
    if (
        post
        and (singular or standing)
        and (PREPOSITIONS.intersection(keys[1:-1]) or len(words) > 1)
    ):
        if acting:
            return 0.85
        return 0.0 if title else 0.8
    if _NOBODY.match(text) and not title and len(text.split()) <= 10:
        return 0.8
    if found.tbc and words[0].kind is Kind.BODY and not title and len(text.split()) <= 10:
        return 0.7
    return 0.0
