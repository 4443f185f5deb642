"""Lists of what time it is elsewhere: "London: 21:00", "Tokyo: 06:00 (+1)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.agenda.slot_values import Position, Slot, clean
from roundtable_ical.importers.notes.head.zone import statement
from roundtable_ical.importers.notes.lines import Line

_FEWEST = 3
_NEXT_DAY = re.compile(
    r"[(\[]?\s*(?:\+\s?1\b|-\s?1\b|(?:next|previous|following) day"
    r"|d[ií]a siguiente|lendemain)[^)\]]*[)\]]?",
    re.IGNORECASE,
)


def as_one_moment(
    lines: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]
) -> dict[int, tuple[Slot, ...]]:
    """Return *found* with each list of places and their times as one slot of many clocks.

    The slot stands in the first line of the list, as what is said of the whole event.
    """
    made = dict(found)
    for run in _runs(lines, found):
        first, *others = (replace(slot.hours, zone=_place(slot)) for slot in run)
        slot = replace(run[0], hours=replace(first, others=tuple(others)), title="")
        for each in run:
            made[each.line.number] = ()
        made[run[0].line.number] = (replace(slot, position=Position.LABEL),)
    return made


def _runs(
    lines: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]
) -> Iterator[tuple[Slot, ...]]:
    run: list[Slot] = []
    for line in lines:
        if line.is_blank:
            continue
        slots = found.get(line.number, ())
        if len(slots) == 1 and slots[0].hours.start and not slots[0].hours.others:
            place = _place(slots[0])
            if place and statement(place, line.number):
                run.append(slots[0])
                continue
        if len(run) >= _FEWEST:
            yield tuple(run)
        run = []
    if len(run) >= _FEWEST:
        yield tuple(run)


def _place(slot: Slot) -> str:
    """Return the words beside a time, as far as they can be a place."""
    begin, end = slot.hours.at
    text = slot.line.text if slot.column is None else slot.title
    words = text[:begin] + " " + text[end:] if slot.column is None else text
    return clean(_NEXT_DAY.sub(" ", words)) or slot.hours.zone
