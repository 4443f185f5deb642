"""An event at several places: the one that stands beside each of its days."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.found import Item
from roundtable_ical.importers.notes.head import place_lines, place_words
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.importers.notes.times.moments import dated, timed

_NUMBER = re.compile(r"(?<![\d:.h])\d{1,2}(?![\d:.h])|\d{4}")
"""What every date has; most lines have none."""
_LONGEST = 160
"""Characters of a heading of a day."""


def day_places(lines: Iterable[Line]) -> tuple[tuple[int, str], ...]:
    """Return line and place of every day that has one beside it, where there are several places.

    >>> rows = ("Monday 3 March 2025, Hotel Sol", "Tuesday 4 March 2025, Town Hall")
    >>> day_places(Line(number=at, text=row) for at, row in enumerate(rows, 1))
    ((1, 'Hotel Sol'), (2, 'Town Hall'))
    """
    found: list[tuple[int, str]] = []
    for line in lines:
        if len(line.text) > _LONGEST or not _NUMBER.search(line.text):
            continue
        if timed(line.text) or not dated(line.text):
            continue
        words = place_lines.beside(line)
        if words and place_words.HOUSE.search(folded(words)):
            found.append((line.number, words))
    return tuple(found) if len({folded(words) for _, words in found}) > 1 else ()


def at_their_places(items: Sequence[Item], places: Sequence[tuple[int, str]]) -> tuple[Item, ...]:
    """Return *items* with the place of their day as room, where they have no other."""
    return tuple(
        item if item.room or not (name := _at(item, places)) else replace(item, room=name)
        for item in items
    )


def _at(item: Item, places: Sequence[tuple[int, str]]) -> str | None:
    return next((name for line, name in reversed(places) if line <= item.line), None)
