"""How alike two texts are, from 0 to 1, in the eyes of somebody who compares two documents."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from roundtable_ical.programme.texts import Text

_INSIDE = 0.9
"""How alike texts are of which one has all the words of the other."""
_OTHER_NUMBER = 0.5
"""How alike texts are at the most that have another number."""


def normal(text: Text | str | None) -> str:
    """Return *text* in small letters, without accents, signs and blanks too many.

    What has nothing but signs keeps them.

    >>> normal("Opening:  Côte d’Ivoire")
    'opening cote d ivoire'
    """
    return _normal(str(text or ""))


@lru_cache(maxsize=100_000)
def _normal(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words).casefold()
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", letters)) or letters.strip()


def alike(one: str, other: str) -> float:
    """Return how alike two normal texts are; words in another order count little.

    >>> alike("welcome", "welcome and opening"), alike("welcome", "coffee") < 0.5
    (0.9, True)
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    whole = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100
    found = max(whole, _INSIDE * fuzz.token_set_ratio(one, other) / 100)
    left, right = _apart(one, other)
    numbered = any(map(str.isdigit, left)) and any(map(str.isdigit, right))
    return min(found, _OTHER_NUMBER) if numbered else found


def alike_to_the_word(one: str, other: str) -> float:
    """Return how alike two normal names are of which each word counts.

    >>> alike_to_the_word("representative of tonga", "representative of ghana")
    0.4
    >>> alike_to_the_word("government of sweden", "sweden")
    0.9
    """
    left, right = _apart(one, other)
    if not left or not right:
        return alike(one, other)
    nearest = min(
        max(fuzz.ratio(word, each) / 100 for each in theirs)
        for ours, theirs in ((left, right), (right, left))
        for word in ours
    )
    return min(nearest, alike(one, other))


def _apart(one: str, other: str) -> tuple[set[str], set[str]]:
    """Return the words that only one of two texts has."""
    ours, theirs = set(one.split()), set(other.split())
    return ours - theirs, theirs - ours


def same_person(one: str, other: str) -> float:
    """Return how alike two normal names are; an initial stands for a first name.

    >>> same_person("j smith", "john smith"), same_person("ann smith", "john smith") < 0.8
    (0.85, True)
    """
    first, second = one.split(), other.split()
    if not first or not second:
        return 0.0
    initials = len(first[0]) == 1 or len(second[0]) == 1
    if initials and first[-1] == second[-1] and first[0][0] == second[0][0]:
        return 0.85
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100
