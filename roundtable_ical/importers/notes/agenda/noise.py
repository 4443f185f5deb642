"""What a page prints beside its text: page numbers, running heads and feet."""

import re
from collections import defaultdict
from collections.abc import Sequence

from roundtable_ical.importers.notes.lines import Line

_PAGE = re.compile(
    r"[-–—|\s]*(?:(?:page|página|pagina|pág\.?|p\.|seite|s\.|halaman)\s*)?"
    r"\d{1,3}(?:\s*(?:/|of|de|sur|von|di)\s*\d{1,3})?[-–—|\s]*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"page|p[aá]gina|p[aá]g|seite|halaman|/|\bof\b|\bde\b", re.IGNORECASE)
_FEW = 3


def noise(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are page numbers, running heads or feet."""
    numbers = {line.number for line in lines if _is_page_number(line)}
    return frozenset(numbers | _running(lines, numbers))


def _is_page_number(line: Line) -> bool:
    text = line.text.strip()
    if not text or line.table or line.bullet or not _PAGE.fullmatch(text):
        return False
    return bool(_LABELLED.search(text)) or text.strip("-–—| ").isdigit()


def _running(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return the lines that stand on several pages, or beside several page numbers."""
    pages: dict[str, set[int]] = defaultdict(set)
    where: dict[str, list[int]] = defaultdict(list)
    edges: dict[str, int] = defaultdict(int)
    shown = [line for line in lines if not line.is_blank]
    for at, line in enumerate(shown):
        key = re.sub(r"\d+", "#", line.text.strip())
        if line.table or not re.search(r"[^\W\d]", key):
            continue
        where[key].append(line.number)
        pages[key].add(line.page)
        if any(each.number in numbers for each in shown[max(0, at - 1) : at + 2]):
            edges[key] += 1
    running: set[int] = set()
    for key, places in where.items():
        if (edges[key] >= 2 and len(places) <= edges[key] + 1) or (
            len(pages[key]) >= _FEW and len(places) == len(pages[key]) and _at_edges(places, shown)
        ):
            running.update(places)
    return running


def _at_edges(places: Sequence[int], shown: Sequence[Line]) -> bool:
    """Whether these lines are among the first or last three of their pages."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for line in shown:
        by_page[line.page].append(line.number)
    edges = {n for numbers in by_page.values() for n in (*numbers[:3], *numbers[-3:])}
    return all(place in edges for place in places)
