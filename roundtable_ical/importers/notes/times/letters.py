"""Letters as they are compared: without case and accents, each in its own place."""

import unicodedata
from functools import lru_cache

_LIKE = {"’": "'", "‘": "'", "´": "'", "`": "'", "ʼ": "'", "′": "'", "：": ":", "．": "."}
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\v\f\r", " ")
_SIGNS = _LIKE | _DASHES | _BLANKS


def folded(text: str) -> str:
    """Return *text* in small plain letters, of the same length: positions stay what they are.

    Every dash is a hyphen, every apostrophe a straight one, every blank (not tab, not line feed)
    a space; what has no one plain letter stays as it is.

    >>> folded("Août – MIDI")
    'aout - midi'
    """
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    if letter in "ªº":
        return letter
    base = unicodedata.normalize("NFKD", letter).casefold()
    kept = "".join(each for each in base if not unicodedata.combining(each))
    if len(kept) == 1:
        return kept
    small = letter.lower()
    return small if len(small) == 1 else letter
