"""Lines of an agenda that have a time in them, and where in the line it stands."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.agenda.slot_texts import (
    hours_in,
    in_text,
    is_overview,
    slot_of,
    without_dates,
)
from roundtable_ical.importers.notes.agenda.slot_values import Position, Slot, clean, dated
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import clocks, dates
from roundtable_ical.importers.notes.times.clocks import Hours
from roundtable_ical.importers.notes.times.dates import Written

_ASIDE = re.compile(r"\s+\([^()]*\)\s*$")
_HALF_DAY = 12 * 60

__all__ = ["Position", "Slot", "clean", "dated", "slots"]


def slots(line: Line) -> tuple[Slot, ...]:
    """Return the slots that *line* may be; none for a line without a time.

    A line of columns gives one, that of its first column with nothing but a time; a line in which
    several spans follow each other gives one each.
    """
    if line.is_blank or (
        not any(letter.isdigit() for letter in line.text) and not _is_named(line.text)
    ):
        return ()
    if len(line.cells) > 1:
        return tuple(_in_columns(line))
    return tuple(in_text(line))


def _is_named(text: str) -> bool:
    return bool(
        re.search(r"\b(?:noon|midday|midi|mediod[ií]a|midnight|minuit|medianoche)\b", text, re.I)
    )


def _in_columns(line: Line) -> Iterator[Slot]:
    label = label_of(line)
    if label and {Field.DATE, Field.TIME, Field.START, Field.END} & {*label.fields}:
        found, hours = hours_in(label.rest)
        if hours and len([cell for cell in line.cells if cell]) == 2:
            yield slot_of(line, hours[0], Position.LABEL, found)
            return
    before: list[Written] = []
    day: int | None = None
    for column, cell in enumerate(line.cells):
        if not cell:
            continue
        found, hours = hours_in(cell)
        number = dates.day_number(cell)
        aside = len(hours) > 1 and all(cell[each.at[0]] == "(" for each in hours[1:])
        aside = aside or (len(hours) > 1 and _is_repeated(cell, hours))
        if hours and (aside or not is_overview(cell, hours)):
            first = _with_others(cell, hours)
            bare = without_dates(cell, 0, first.at[0], tuple(found), number)
            if not clean(bare) and (not first.doubtful or column == 0):
                merged = _with_end(line, column, first)
                rest = "" if first.others else clean(cell[first.at[1] :])
                yield Slot(
                    line=line,
                    hours=merged,
                    position=Position.CELL,
                    title=rest,
                    dates=(*before, *found),
                    day=number[0] if number else day,
                    column=column,
                )
                return
        if found:
            before.extend(found)
        if number:
            day = number[0]
    yield from _in_text_cell(line)


def _with_others(cell: str, hours: tuple[Hours, ...]) -> Hours:
    """Return the first time of a cell; further lines of it give the same on other clocks."""
    first, *rest = hours
    parted = all("\n" in cell[first.at[1] : each.at[0]] for each in rest)
    if rest and (parted or _is_repeated(cell, hours)):
        same = tuple(each for each in rest if (each.end is None) == (first.end is None))
        return replace(first, others=(*first.others, *same), at=(first.at[0], rest[-1].at[1]))
    return first


def _is_repeated(cell: str, hours: tuple[Hours, ...]) -> bool:
    """Whether a cell is nothing but spans of one length: one on several clocks, or repeats."""
    between = [cell[one.at[1] : other.at[0]].strip() for one, other in itertools.pairwise(hours)]
    lengths = {
        (each.end.minutes - each.start.minutes) % _HALF_DAY
        for each in hours
        if each.start and each.end
    }
    whole = all(each.start and each.end for each in hours)
    return (
        whole
        and len(lengths) == 1
        and {*between} <= {"/", "|"}
        and not clean(cell[: hours[0].at[0]] + cell[hours[-1].at[1] :])
    )


def _with_end(line: Line, column: int, first: Hours) -> Hours:
    """Return *first* with the end that stands in the next column, or with its duration there."""
    if first.end is not None or column + 1 >= len(line.cells):
        return first
    cell = line.cells[column + 1]
    bare = _ASIDE.sub("", cell)
    following = clocks.found(bare)
    if (
        len(following) == 1
        and following[0].end is None
        and not clean(bare[: following[0].at[0]] + bare[following[0].at[1] :])
    ):
        return Hours(at=first.at, start=first.start, end=following[0].start, zone=first.zone)
    return first


def _in_text_cell(line: Line) -> Iterator[Slot]:
    """Return the slot of a row whose time stands in a cell beside other words."""
    for column, cell in enumerate(line.cells):
        if not cell:
            continue
        inner = Line(number=line.number, text=cell, table=line.table, bullet=line.bullet)
        for slot in in_text(inner):
            if slot.position in {Position.FRONT, Position.MIDDLE, Position.BACK}:
                yield Slot(
                    line=line,
                    hours=slot.hours,
                    position=slot.position,
                    title=slot.title,
                    dates=slot.dates,
                    day=slot.day,
                    column=column,
                )
                return
