"""The end of the last item, where only the note as a whole says it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, time

from roundtable_ical.importers.notes.found import Item, Remark

_LONGEST = 4 * 60
"""Minutes; a later end of the event is not that of its last item."""


def with_stated_end(
    items: tuple[Item, ...],
    hours: tuple[time, time] | None,
    days: Collection[date],
    line: int | None,
) -> tuple[Item, ...]:
    """Return *items*, the last one with the end that the note states for the event.

    Args:
        items: in the order of the agenda.
        hours: from and to, as the note states them; on its one day.
        days: of the event; nothing is done where they are several.
        line: of the *hours*.
    """
    starts = [item.start for item in items if item.start]
    if hours is None or len(days) > 1 or not starts:
        return items
    last, end = max(starts), hours[1]
    if not 0 < _minutes(end) - _minutes(last) <= _LONGEST:
        return items
    return tuple(_ended(item, end, line) if item.start == last else item for item in items)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _ended(item: Item, end: time, line: int | None) -> Item:
    if item.end is not None:
        return item
    message = f"no end is printed; the note says that the event ends at {end:%H:%M}"
    remark = Remark(
        field="end", line=line or item.line, code="end-inferred", message=message, sure=0.7
    )
    return replace(item, end=end, remarks=(*item.remarks, remark))
