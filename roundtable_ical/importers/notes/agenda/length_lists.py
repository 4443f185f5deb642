"""Items that have lengths and no times: "Welcome (5 min)", counted from the start of the event."""

from collections.abc import Sequence
from datetime import date, time

from roundtable_ical.importers.notes.agenda import titles
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.found import Item, Remark
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.clocks import DAY, Clock, Half, Hours, clock_time

_FEWEST = 3
_LONGEST = 160
"""Characters of a line that is an item."""


def counted(lines: Sequence[Line], event: Item) -> list[Rough]:
    """Return the items of an agenda of lengths, where they fill the hours of *event* exactly.

    Args:
        lines: of the document.
        event: the event itself, with a start and an end.

    Returns:
        The items with their times and a remark on each; none where the sum is another one.
    """
    if event.start is None or event.end is None:
        return []
    told = [(line, *titles.without_length(line.text)) for line in lines if _may_be(line, event)]
    listed = [(line, title, minutes) for line, title, minutes in told if minutes and title]
    begin, end = _minutes(event.start), _minutes(event.end)
    whole = (end - begin) % DAY
    if len(listed) < _FEWEST or sum(minutes for _, _, minutes in listed) != whole:
        return []
    found: list[Rough] = []
    for line, title, minutes in listed:
        found.append(_rough(line, title, begin, minutes, event.day))
        begin += minutes
    _give_bodies(found, lines)
    return found


def _may_be(line: Line, event: Item) -> bool:
    return line.number != event.line and not line.is_blank and len(line.text) <= _LONGEST


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _rough(line: Line, title: str, begin: int, minutes: int, day: date | None) -> Rough:
    end = begin + minutes
    hours = Hours(at=(0, 0), start=_clock(begin), end=_clock(end))
    message = f"{minutes} minutes are printed; counted from the start of the event"
    remark = Remark(
        field="start", line=line.number, code="start-counted", message=message, sure=0.8
    )
    return Rough(line=line.number, hours=hours, day=day, parts=[title], remarks=[remark])


def _clock(minutes: int) -> Clock:
    shown = clock_time(minutes)
    half = Half.AM if shown.hour < 12 else Half.PM
    return Clock(hour=shown.hour % 12 or 12, minute=shown.minute, half=half)


def _give_bodies(found: Sequence[Rough], lines: Sequence[Line]) -> None:
    """Give every item the lines up to the next one; the last one those up to a blank line."""
    starts = {rough.line: rough for rough in found}
    current: Rough | None = None
    for line in lines:
        if line.number in starts:
            current = starts[line.number]
        elif current is not None and line.is_blank and current is found[-1]:
            return
        elif current is not None and not line.is_blank:
            current.body.append(line)
