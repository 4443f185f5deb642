"""Cards over a text, as web pages set them: date, hours and place of the whole event."""

from collections.abc import Iterable, Mapping, Sequence

from roundtable_ical.importers.notes.agenda.slots import Position, Slot, clean
from roundtable_ical.importers.notes.head.labels import Field, field_named
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import dates


def under_labels(shown: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> Iterable[int]:
    """Yield lines with a time alone under a date alone, under "Start date" and the like."""
    for label, day, line in zip(shown, shown[1:], shown[2:], strict=False):
        slots = found.get(line.number, ())
        written = [each for each in dates.found(day.text) if each.day is not None]
        if len(slots) != 1 or slots[0].position is not Position.ALONE or len(written) != 1:
            continue
        begin, end = written[0].at
        only_date = not clean(day.text[:begin] + day.text[end:])
        if only_date and _OF_TIME & {*field_named(label.text.rstrip(":"))}:
            yield line.number


_OF_TIME = frozenset({Field.DATE, Field.TIME, Field.START, Field.END})


def on_cards(shown: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> Iterable[int]:
    """Yield lines with the one time of a document, under a line with its one date.

    Web pages set such a card over their text: date, hours, zone, place, each in its line.
    """
    alone = [
        (at, slots[0])
        for at, line in enumerate(shown)
        if (slots := found.get(line.number, ()))
        and slots[0].position in (Position.FRONT, Position.ALONE, Position.CELL)
    ]
    spans = {(slot.hours.start, slot.hours.end) for _, slot in alone}
    if len(spans) != 1 or len(alone) > _FEW_CARDS:
        return
    for at, slot in alone:
        before = shown[at - 1].text if at else ""
        written = [each for each in dates.found(before) if each.day is not None]
        if not (slot.position is Position.ALONE and slot.hours.end and written):
            continue
        if not clean(before[: written[0].at[0]] + before[written[-1].at[1] :]):
            yield slot.line.number


_FEW_CARDS = 3
