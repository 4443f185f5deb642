"""What somebody probably meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_FURTHER = 0.15


def nearest(wanted: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return up to *limit* of the *known* words that look like *wanted*, best first.

    A word that looks much less like it than the best one does is left out.

    >>> nearest("speekers", ["segments", "speakers", "themes"])
    ('speakers',)
    """
    by_folded = {word.casefold(): word for word in sorted(known)}
    meant = wanted.casefold()
    found = get_close_matches(meant, by_folded, n=limit, cutoff=0.6)
    likeness = [SequenceMatcher(None, word, meant).ratio() for word in found]
    return tuple(
        by_folded[word]
        for word, ratio in zip(found, likeness, strict=True)
        if ratio > likeness[0] - _FURTHER
    )
