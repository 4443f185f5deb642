"""What stands on every page: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.documents.glyphs import Row

_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|página|pagina|pág|pag|seite|p|s)\b\.?\s*)?\d{1,4}"
    r"(?:\s*(?:/|\||of|de|sur|von|di|out of)\s*\d{1,4})?[\W_]*"
    r"|\d{1,4}\s*\|\s*(?:page|p[aá]gina|p[aá]ge|seite|p)",
    re.IGNORECASE,
)
_EDGE = 0.12
"""Share of a page at its top and foot where heads and feet stand."""

_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The rows of each page without what repeats, and that, each once."""

    pages: tuple[tuple[Row, ...], ...]
    repeated: tuple[str, ...] = ()
    """The words that stand on several pages."""
    feet: tuple[Row, ...] = ()


def without_repeated(pages: Sequence[Sequence[Row]], height: float) -> Kept:
    """Return the pages without page numbers, and with what is on most of them only once.

    A head is kept where it stands first; a foot is put at the end, as it would part what goes on
    over the page.
    """
    counts = Counter(
        key for page in pages for key in {_key(row) for row in _at_edges(page, height)}
    )
    often = {
        key for key, count in counts.items() if count >= 2 and 2 * count >= len(pages) - 1 and key
    }
    kept: list[tuple[Row, ...]] = []
    heads: list[str] = []
    feet: list[Row] = []
    for page in pages:
        edges = _at_edges(page, height)
        rows = []
        for row in page:
            if row not in edges:
                rows.append(row)
                continue
            if _is_number(row, page):
                continue
            key = _key(row)
            if key not in often:
                rows.append(row)
            elif row.base > height / 2:
                feet += [row] if key not in {_key(foot) for foot in feet} else []
            elif key not in heads:
                heads.append(key)
                rows.append(row)
        kept.append(tuple(rows))
    told = (*heads, *(_key(foot) for foot in feet))
    return Kept(pages=tuple(kept), repeated=told, feet=tuple(feet))


def _at_edges(page: Sequence[Row], height: float) -> list[Row]:
    top = [row for row in page[:_ROWS] if row.base < _EDGE * height]
    foot = [row for row in page[-_ROWS:] if row.base > (1 - _EDGE) * height]
    return top + [row for row in foot if row not in top]


def _is_number(row: Row, page: Sequence[Row]) -> bool:
    outermost = row in {page[0], page[-1]}
    return outermost and len(row.text) < 25 and bool(_NUMBER.fullmatch(" ".join(row.text.split())))


def _key(row: Row) -> str:
    """Return what is equal for rows that repeat: their words, whatever number is in them."""
    words = re.sub(r"\d+", "#", row.text).strip()
    return words if len(words) > 1 else ""
