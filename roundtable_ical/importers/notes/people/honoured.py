"""Which of the words behind an honorific are the name, and where they are a title."""

import re

from roundtable_ical.importers.notes.people import bodies, functions, honorifics, names
from roundtable_ical.importers.notes.people.common_words import PREPOSITIONS

_CROWNED = re.compile(r"(?:Prince|Princess|King|Queen|Emir|Sultan|Grand Duke|Reine?|Roi|Rey)$")
_REALM = re.compile(r"(?:of|de|du|des|d['’])\s*(?:the\s+|la\s+|los\s+)?(?P<realm>.+)")
FOLLOWED = re.compile(
    r"followed by|suivie? (?:de|par)|seguid[oa] (?:de|por)|gefolgt von", re.IGNORECASE
)
"""Before whoever speaks next."""
_LONGEST = 5
"""Words of a name."""


def is_topic(honorific: str, rest: str) -> bool:
    """Return whether an everyday word, and no *honorific*, begins a title: "King Tides".

    It is an honorific before what can be a name up to its end, or up to "of".
    """
    if not honorifics.is_wordy(honorific) or names.has_any_given(rest):
        return False
    words = rest.split()
    count = names.length(words)
    following = names.key(words[count]) if count < len(words) else "of"
    return not count or following not in PREPOSITIONS


def starts_name(text: str) -> bool:
    """Return whether *text* begins with an honorific, or is a name."""
    honorific, _ = honorifics.split(text)
    return bool(honorific) or names.is_name(text)


def crowned(honorific: str, tail: str) -> bool:
    """Return whether *tail* belongs to the name of a crowned head: "of Jordan"."""
    realm = _REALM.fullmatch(tail) if _CROWNED.search(honorific) else None
    return bool(realm and bodies.is_country(realm["realm"]))


def whole(words: list[str], count: int) -> int:
    """Return how many of *words* behind an honorific are its name, *count* being so by the lists.

    A word of agendas is part of it before another name ("Omar Matin Diallo"), and the noun of a
    body as the only word behind a given name ("Emma Bank").
    """
    if not 0 < count < len(words) <= _LONGEST or not all(map(str.istitle, words)):
        return count
    if any("." in word for word in words):
        return count
    odd = names.key(words[count])
    if functions.is_noun(odd) or bodies.is_country(words[count]):
        return count
    if len(words) == count + 1:
        only = count == 1 and names.is_given(words[0]) and bodies.is_noun(odd)
        return len(words) if only else count
    amid = not names.is_common(words[-1]) and not any(bodies.is_noun(names.key(w)) for w in words)
    return len(words) if amid and not bodies.is_country(words[-1]) else count
