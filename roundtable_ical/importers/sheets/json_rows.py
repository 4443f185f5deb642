"""Lists of items in JSON that no known program wrote -> rows, their keys as the heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from roundtable_ical.importers.decoded import decoded
from roundtable_ical.importers.schedules.jsons import groups, tree
from roundtable_ical.importers.sheets.cells import MOST_ROWS, Cell, Row, Sheet, Workbook
from roundtable_ical.importers.sheets.columns import columns
from roundtable_ical.ports import Source

_NAMES = ("name", "fullName", "full_name", "public_name", "title", "displayName", "label", "en")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{20,}|[0-9a-f]{24,}", re.IGNORECASE)
_DEEPEST = 3
_MOST_KEYS = 200
_MOST_LISTS = 200
_MOST_INSIDE = 30
_SAMPLE = 50
_EARLIEST = 100_000_000
_MOMENTS = re.compile(r"start|begin|end|time|date", re.IGNORECASE)


def agenda(source: Source) -> Workbook | None:
    """Return the list of items in the JSON file *source* as a table; None where there is none."""
    best: list[dict[str, Any]] = []
    for items in islice(_lists(tree(source).value, 0), _MOST_LISTS):
        if len(items) > len(best) and columns(_sheet(items[:_SAMPLE], "")).complete:
            best = items
    if not best:
        return None
    return Workbook(sheets=(_sheet(best, decoded(source.content).text),))


def _lists(value: object, depth: int) -> Iterator[list[dict[str, Any]]]:
    """Yield each list of objects in *value*, and objects by their ids, which are one as well."""
    if depth > _DEEPEST or not isinstance(value, Mapping | list):
        return
    items = list(groups(value))[:MOST_ROWS]
    size = len(value)
    if items and len(items) == min(size, MOST_ROWS):
        yield items
    inside = value.values() if isinstance(value, Mapping) else value
    for each in islice(inside, _MOST_INSIDE):
        yield from _lists(each, depth + 1)


def _sheet(items: Sequence[Mapping[str, Any]], text: str) -> Sheet:
    """Return *items* as rows, in the lines of *text* that they stand in."""
    keys = list(dict.fromkeys(key for item in items for key in item))[:_MOST_KEYS]
    rows = [Row(1, tuple(keys))]
    at, line = 0, 1
    for item in items:
        found = _place(text, item, at)
        line += text.count("\n", at, found)
        at = found
        rows.append(Row(line, tuple(_cell(key, item.get(key)) for key in keys)))
    return Sheet("", tuple(rows))


def _place(text: str, item: Mapping[str, Any], after: int) -> int:
    """Return where the title of *item* stands in *text*, from *after* on; else *after*."""
    for key in ("title", "name", "id"):
        if isinstance(item.get(key), str) and item[key]:
            found = text.find(f'"{item[key]}"', after)
            return found if found >= 0 else after
    return after


def _cell(key: str, value: object) -> Cell:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        late = value >= _EARLIEST and _MOMENTS.search(key)
        return value if late or not _MOMENTS.search(key) else str(value)
    words = _words(value)
    return words or None


def _words(value: object) -> str:
    """Return the words that *value* is: a name, or several names."""
    if isinstance(value, str):
        return "" if _ID.fullmatch(value) else value
    if isinstance(value, Mapping):
        named = next((value[name] for name in _NAMES if isinstance(value.get(name), str)), "")
        given = [value.get(f"first{end}") for end in ("Name", "_name", "name")]
        family = [value.get(f"last{end}") for end in ("Name", "_name", "name")]
        parts = [next(filter(None, each), "") for each in (given, family)]
        return str(named) or " ".join(str(part) for part in parts if part)
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    return ""
