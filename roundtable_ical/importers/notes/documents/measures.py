"""How a printed document is set: its edges, the size of its letters, the distance of its rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from roundtable_ical.importers.notes.documents.glyphs import Row

_WIDE = 25
"""Of the letters' size; a page has some 45, a column of a newspaper 20."""

SPLIT_WORD = re.compile(r"[^\W\d_]{2,}-$")
"""A word that ends with a hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How a document is set, in points: edges of the text, size of letters, distance of rows."""

    left: float
    right: float
    size: float
    leading: float
    wraps: bool = True
    """Whether rows are so wide that what has no room goes on in the next; short ones all end."""
    splits_words: bool = False
    known: frozenset[str] = frozenset()
    """All words, in small letters: they tell whether a hyphen belongs to its word."""


def measures(rows: Sequence[Row]) -> Measures:
    """Return how *rows* are set."""
    sizes = Counter[float]()
    for row in rows:
        sizes[round(2 * row.size) / 2] += len(row.text)
    size = sizes.most_common(1)[0][0]
    gaps = Counter(
        round(2 * (below.base - row.base)) / 2
        for row, below in pairwise(rows)
        if row.page == below.page and 0.8 * size < below.base - row.base < 2.2 * size
    )
    words = [word for row in rows for run in row.runs for word in run.text.split()]
    split = sum(bool(SPLIT_WORD.search(row.text)) for row in rows)
    left = min(row.x0 for row in rows)
    right = sorted(row.x1 for row in rows)[int(0.98 * (len(rows) - 1))]
    return Measures(
        left=left,
        right=right,
        size=size,
        wraps=right - left >= _WIDE * size,
        leading=min(
            (gap for gap, count in gaps.items() if 4 * count >= max(gaps.values())),
            default=1.2 * size,
        ),
        splits_words=split >= 3 and 20 * split >= len(rows),
        known=frozenset(word.strip(".,;:()“”\"'").lower() for word in words),
    )
