"""The hours that a note states for the event as a whole."""

from collections.abc import Iterable, Sequence
from datetime import time

from roundtable_ical.importers.notes.head.labels import Field
from roundtable_ical.importers.notes.head.sections import Section
from roundtable_ical.importers.notes.head.top import top
from roundtable_ical.importers.notes.lines import Document
from roundtable_ical.importers.notes.times import clocks
from roundtable_ical.importers.notes.times.moments import timed

TIMELY = frozenset({Field.DATE, Field.TIME, Field.START, Field.END})
"""Labels behind which days and hours stand."""


def spans_of(
    document: Document, parts: Sequence[Section], of_days: set[int]
) -> Iterable[tuple[clocks.Hours, int]]:
    """Yield the times under labels and beside the dates at the top."""
    timely = [line for part in parts if TIMELY.intersection(part.fields) for line in part.lines]
    seen = {line.number for line in timely}
    beside = [line for line in top(document) if line.number in of_days and line.number not in seen]
    for line in (*timely, *beside):
        for hours in timed(line.text):
            if not hours.doubtful or hours.end or hours.zone:
                yield hours, line.number


def hours_of(spans: Sequence[tuple[clocks.Hours, int]]) -> tuple[tuple[time, time] | None, int]:
    """Return the first span of hours, or the first and last of several times."""
    for hours, line in spans:
        if hours.start and hours.end and (found := _in_order(hours.start, hours.end)):
            return found, line
    single = [(hours.start, line) for hours, line in spans if hours.start and not hours.end]
    if len(single) > 1 and (found := _in_order(single[0][0], single[1][0])):
        return found, single[0][1]
    return None, 0


def _in_order(start: clocks.Clock, end: clocks.Clock) -> tuple[time, time] | None:
    """Return the two times, the half of the day taken over where only one has it."""
    last = end.minutes
    first = start.minutes
    if start.half is None and end.half is not None and start.hour <= 12:
        both = [start.hour % 12 * 60 + start.minute + half for half in (0, 720)]
        first = max((each for each in both if each < last), default=first)
    if start.half is not None and end.half is None and end.hour <= 12 and last <= first:
        last += 720
    if not 0 <= first < last < clocks.DAY:
        return None
    return clocks.clock_time(first), clocks.clock_time(last)
