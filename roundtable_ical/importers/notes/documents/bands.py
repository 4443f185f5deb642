"""Rows of tables without lines whose times stand beside the middle of what happens then."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from roundtable_ical.importers.notes.documents.columns import Stops, starts_with_time
from roundtable_ical.importers.notes.documents.glyphs import Row, Run

_OFF_CENTRE = 0.3
"""Of the distance of rows: how far from the middle a time may stand."""


def aligned(rows: Sequence[Row], stops: Stops, leading: float) -> list[Row]:
    """Return *rows* so that in each band all columns begin at its top.

    A band is what stands close together, with more room above and below. Where its one time stands
    at half its height, its cells are centred, and would be read from the middle otherwise.
    """
    found: list[Row] = []
    for band in _bands(rows, leading):
        found += _topped(band, stops, leading) if len(band) > 1 else band
    return found


def _bands(rows: Sequence[Row], leading: float) -> list[list[Row]]:
    bands: list[list[Row]] = [[row] for row in rows[:1]]
    for above, row in pairwise(rows):
        gap = row.base - above.base
        if above.page == row.page and 0 <= gap <= 1.25 * leading:
            bands[-1].append(row)
        else:
            bands.append([row])
    return bands


def _topped(band: Sequence[Row], stops: Stops, leading: float) -> Sequence[Row]:
    columns: dict[float, list[tuple[Row, Run]]] = {}
    first = min(row.x0 for row in band)
    for row in band:
        for run in row.runs:
            before = [stop for stop in stops.at if stop <= run.x0 + 3]
            columns.setdefault(before[-1] if before else first, []).append((row, run))
    times = columns.get(first, [])
    if len(columns) < 2 or len(times) != 1 or not starts_with_time(times[0][1].text):
        return band
    others = [row.base for column, runs in columns.items() if column != first for row, _ in runs]
    middle = (min(others) + max(others)) / 2
    centred = abs(times[0][0].base - middle) < _OFF_CENTRE * leading
    if not centred or times[0][0].base - min(others) < _OFF_CENTRE * leading:
        return band
    lines = zip_longest(*(columns[at] for at in sorted(columns)))
    return [
        replace(
            band[0], runs=tuple(each[1] for each in line if each), base=min(others) + n * leading
        )
        for n, line in enumerate(lines)
    ]
