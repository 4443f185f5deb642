"""What somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wanted: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return up to *limit* of the *known* words that look like *wanted*, best first.

    >>> nearest("speekers", ["segments", "speakers", "themes"])
    ('speakers',)
    """
    by_folded = {word.casefold(): word for word in sorted(known)}
    found = get_close_matches(wanted.casefold(), by_folded, n=limit, cutoff=0.6)
    return tuple(by_folded[word] for word in found)
