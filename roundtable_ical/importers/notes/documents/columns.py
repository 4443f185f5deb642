"""Where columns stand on printed pages, and the order in which a page is read."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from roundtable_ical.importers.notes.documents.glyphs import Row, Run

NEAR = 3.0
"""Points that left edges of one column may be apart."""

_LONE = 3.0
"""Of the letters' size: so wide a gap parts columns even where it stands alone."""

_TIME = re.compile(
    r"^\W{0,2}(?:[01]?\d|2[0-4])\s?(?:[:.hH]\s?[0-5]\d|[hH]\b|\s?[ap]\.?\s?m\b)|^\W{0,2}\d{4}\s?[-–]"
)
_OF_TIME = re.compile(
    r"[\d:.hH]+|[-–—]|(?:[ap]\.?m|to|a|à|bis|hrs?|h|Uhr|noon|GMT|UTC|CEST|CET)\.?,?|[\d:.hH]*[-–—][\d:.hH]*:?",
    re.IGNORECASE,
)
_FEWEST = 6
"""Rows on both sides that make newspaper columns."""

_FEWEST_ITEMS = 3
"""Times that make an agenda of a column."""


_Side = tuple[Run, ...]


def starts_with_time(text: str) -> bool:
    """Whether *text* begins with a time of day."""
    return bool(_TIME.match(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """Left edges of the second and further columns, from left to right, in points."""

    at: tuple[float, ...] = ()

    def near(self, x: float) -> float | None:
        """Return the edge at *x*; None where there is none."""
        return next((stop for stop in self.at if abs(stop - x) <= NEAR), None)

    def apply(self, row: Row) -> Row:
        """Return *row* with runs joined that no column parts, and parted where one does."""
        if _is_justified(row):
            words = tuple(word for run in row.runs for word in run.words)
            return replace(row, runs=(Run(words=words),))
        runs: list[Run] = []
        for run in row.runs:
            if runs:
                gap = run.x0 - runs[-1].x1
                if self.near(run.x0) is None and gap < _LONE * row.size:
                    runs[-1] = Run(words=(*runs[-1].words, *run.words))
                    continue
            runs.append(run)
        parted = [part for run in runs for part in self._parted(run, row)]
        return replace(row, runs=tuple(parted))

    def _parted(self, run: Run, row: Row) -> list[Run]:
        """Part a time from what follows it in the next column, however small the gap."""
        if run is not row.runs[0] and run.x0 != row.x0:
            return [run]
        for at, word in enumerate(run.words[1:], 1):
            gap = word.x0 - run.words[at - 1].x1
            left = Run(words=run.words[:at])
            if not _is_time(left):
                break
            if self.near(word.x0) is not None and gap > 0.2 * row.size:
                return [left, Run(words=run.words[at:])]
        return [run]


def _is_justified(row: Row) -> bool:
    """Whether all gaps are alike, as a program makes them that fills a row up to its edge."""
    words = [word for run in row.runs for word in run.words]
    gaps = [word.x0 - before.x1 for before, word in pairwise(words)]
    return len(row.runs) > 1 and len(gaps) > 1 and max(gaps) - min(gaps) < 0.2 * row.size


def _is_time(run: Run) -> bool:
    return starts_with_time(run.text) and all(_OF_TIME.fullmatch(word.text) for word in run.words)


def stops(rows: Sequence[Row]) -> Stops:
    """Return the edges where text begins again and again behind a gap."""
    behind = sorted(
        [run.x0 for row in rows if not _is_justified(row) for run in row.runs[1:]]
        + [x for row in rows if (x := _behind_time(row)) is not None]
    )
    first = Counter(round(row.x0) for row in rows)
    found: list[float] = []
    group: list[float] = []
    for x in [*behind, float("inf")]:
        if group and x - group[-1] > NEAR / 2:
            hanging = sum(first[round(group[0]) + n] for n in range(-2, 3))
            if len(group) >= 3 or (len(group) == 2 and hanging >= 1):
                found.append(median(group))
            group = []
        group.append(x)
    return Stops(at=tuple(found))


def _behind_time(row: Row) -> float | None:
    """Return where words begin behind the time at the beginning of a row, in the same run."""
    words = row.runs[0].words
    if not starts_with_time(row.runs[0].text):
        return None
    return next((word.x0 for word in words[1:] if not _OF_TIME.fullmatch(word.text)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows of a page that are read from top to bottom."""

    rows: tuple[Row, ...]
    is_column: bool = False
    """Whether it is one of several columns of a newspaper."""


def in_order(rows: Sequence[Row], width: float) -> list[Part]:
    """Return the rows of a page as they are read: parts, each from top to bottom.

    Newspaper columns are parts of their own, the left one first. A table is no newspaper: there
    what stands at one height belongs together.
    """
    gutter = _gutter(rows, width)
    if gutter is None:
        return [Part(rows=tuple(rows), is_column=_is_narrow(rows, width))]
    x, first, last = gutter
    left: list[Row] = []
    right: list[Row] = []
    for row in rows[first : last + 1]:
        for side, runs in zip((left, right), _sides(row, x), strict=True):
            if runs:
                side.append(replace(row, runs=runs))
    parts = [
        Part(rows=tuple(rows[:first])),
        Part(rows=tuple(left), is_column=True),
        Part(rows=tuple(right), is_column=True),
        *in_order(rows[last + 1 :], width),
    ]
    return [part for part in parts if part.rows]


def _is_narrow(rows: Sequence[Row], width: float) -> bool:
    """Whether it is a column that stands alone, as on the last page of a newspaper."""
    if len(rows) < _FEWEST:
        return False
    room = max(row.x1 for row in rows) - min(row.x0 for row in rows)
    filled = sum(row.x1 - row.x0 > 0.85 * room for row in rows)
    return room < 0.55 * width and 5 * filled > 2 * len(rows)


def _sides(row: Row, x: float) -> tuple[_Side, _Side]:
    """Return the runs to the left and to the right of *x*."""
    left = tuple(run for run in row.runs if run.x0 < x)
    return left, row.runs[len(left) :]


def _gutter(rows: Sequence[Row], width: float) -> tuple[float, int, int] | None:
    """Return where newspaper columns are parted, and their first and last row."""
    best: tuple[int, float, int, int] | None = None
    for x in sorted({round(run.x0) for row in rows for run in row.runs if run.x0 > 0.3 * width}):
        if x > 0.75 * width:
            break
        for first, last in _stretches(rows, x - 1):
            inside = rows[first : last + 1]
            sides = [_sides(row, x - 1) for row in inside]
            lefts = [left for left, _ in sides if left]
            rights = [right for _, right in sides if right]
            many = min(len(lefts), len(rights)) >= _FEWEST
            if many and (_is_newspaper(lefts, rights, x) or _is_beside_agenda(sides)):
                count = len(inside)
                if best is None or count > best[0]:
                    best = (count, x - 1.0, first, last)
    return best[1:] if best else None


def _stretches(rows: Sequence[Row], x: float) -> list[tuple[int, int]]:
    """Return the longest stretches of rows that nothing at *x* crosses, as first and last."""
    found = []
    first: int | None = None
    for at, row in enumerate(rows):
        crosses = any(run.x0 < x - 1 and run.x1 > x - 6 for run in row.runs)
        if crosses or (first is not None and row.base < rows[at - 1].base):
            if first is not None:
                found.append((first, at - 1))
            first = None
        if not crosses and first is None:
            first = at
    if first is not None:
        found.append((first, len(rows) - 1))
    return [
        (first, last)
        for first, last in found
        if any(run.x0 >= x for row in rows[first : last + 1] for run in row.runs)
    ]


def _is_beside_agenda(sides: Sequence[tuple[_Side, _Side]]) -> bool:
    """Whether an agenda runs down the right, at heights of its own.

    In a table each row has both sides.
    """
    alone = [bool(left) for left, right in sides if not (left and right)]
    right = sum(_begins_item(right) for _, right in sides)
    left = sum(starts_with_time(left[0].text) for left, _ in sides if left)
    apart = min(alone.count(True), alone.count(False)) >= _FEWEST
    return apart and right >= _FEWEST_ITEMS and left == 0


def _begins_item(side: _Side) -> bool:
    """Whether *side* is a time and words behind it."""
    text = " ".join(run.text for run in side)
    return starts_with_time(text) and not all(map(_OF_TIME.fullmatch, text.split()))


def _is_newspaper(lefts: Sequence[_Side], rights: Sequence[_Side], x: float) -> bool:
    """Whether text runs down each side on its own: it fills both, or both have their times."""
    timed = [sum(starts_with_time(side[0].text) for side in each) for each in (lefts, rights)]
    if min(timed) >= 3:
        return True
    if max(timed) >= 3:
        return False
    begin, end = min(side[0].x0 for side in lefts), max(side[-1].x1 for side in rights)
    spread = (x - begin, end - x)
    filled = [
        sum(side[-1].x1 - side[0].x0 > 0.75 * room for side in each) / len(each)
        for each, room in ((lefts, spread[0]), (rights, spread[1]))
    ]
    return min(filled) >= 0.5 and min(spread) > 0.3 * (end - begin)
