"""The agenda of a note: its items with day, start, end and title.

A document without an agenda that says when it is ("Date and time: ...") gives one item without a
title: the event itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from roundtable_ical.importers.notes.agenda import titles
from roundtable_ical.importers.notes.agenda.cell_lines import with_rows
from roundtable_ical.importers.notes.agenda.clock_lists import as_one_moment
from roundtable_ical.importers.notes.agenda.day_headings import day_heading
from roundtable_ical.importers.notes.agenda.days import Calendar, calendar, disagreements
from roundtable_ical.importers.notes.agenda.flattened import unflattened
from roundtable_ical.importers.notes.agenda.items import items
from roundtable_ical.importers.notes.agenda.layout import Layout, layout
from roundtable_ical.importers.notes.agenda.length_lists import counted
from roundtable_ical.importers.notes.agenda.noise import noise
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.agenda.slots import Position, Slot, dated, slots
from roundtable_ical.importers.notes.agenda.told_days import told_days
from roundtable_ical.importers.notes.agenda.walk import Walk
from roundtable_ical.importers.notes.agenda.wrapped import edge
from roundtable_ical.importers.notes.found import Agenda, Item, Remark
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.place_lines import is_place
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.importers.notes.people.marks import is_way_of_meeting
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.ports import Given

_LOOKS_TIMED = re.compile(r"\s*[(\[]?\d{1,2}\s?[:h]\s?\d{2}\b")


def agenda(
    document: Document, *, given: Given, language: str, days: tuple[date, ...] = ()
) -> Agenda:
    """Return the items of *document* in its order.

    Args:
        document: all of its lines.
        given: what is known beside the document; ``half`` (am, pm) and ``order`` (day-first,
            month-first) are answers that are understood here.
        language: of the document, as ``en``.
        days: of the event, as its head says.
    """
    unwanted = noise(document.lines)
    shown = with_rows(unflattened([line for line in document.lines if line.number not in unwanted]))
    origin = (0, *(line.number for line in shown))
    lines = [replace(line, number=at) for at, line in enumerate(shown, 1)]
    return _renumbered(_agenda(document, lines, given, language, days), origin)


def _agenda(
    document: Document,
    lines: Sequence[Line],
    given: Given,
    language: str,
    days: tuple[date, ...],
) -> Agenda:
    """Return the items of *lines*, which are numbered one by one."""
    found = as_one_moment(lines, {line.number: slots(line) for line in lines})
    decided = layout(lines, found)
    headings = _day_headings(lines, decided)
    beside = None if days else _date_beside(document, headings)
    sentences = () if days or beside else told_days(lines, decided.slots)
    sentences = () if _are_dated(headings, decided) else sentences
    told = [*headings, *sentences, *([(1, beside)] if beside else [])]
    known, remarks = calendar(told, days, given, language)
    if not known.known and (named := known.named(sentences, headings)):
        known = replace(known, known=named)
    if beside and not known.known and (day := known.day(beside)):
        known = replace(known, known=(day,))
    width = max((len(line.text) for line in lines if not line.table), default=0)
    day = _stated_day(lines, found, decided, known) if len(known.known) != 1 else None
    walk = Walk(layout=decided, calendar=known, width=min(width, 110), edge=edge(lines), day=day)
    walk.through(lines)
    if not walk.items:
        return _event_itself(lines, found, known, headings, remarks, given)
    if len(walk.items) == 1 and not decided.title_above:
        _let_be_the_event(walk.items[0], decided)
    found_items = tuple(items(walk.items, given, language))
    if len(found_items) == 1 and not found_items[0].title:
        found_items = _of_lengths(lines, found_items[0], given, language)
        walk.used.update(item.line for item in found_items)
    said = (
        *remarks,
        *disagreements(walk.placed),
        *_aside(decided),
        *_unread(lines, walk.used),
    )
    return Agenda(items=found_items, lines=frozenset(walk.used), remarks=said)


def _of_lengths(
    lines: Sequence[Line], event: Item, given: Given, language: str
) -> tuple[Item, ...]:
    """Return the items whose lengths fill the hours of *event*, or *event* itself."""
    return tuple(items(counted(lines, event), given, language)) or (event,)


def _let_be_the_event(rough: Rough, decided: Layout) -> None:
    """Take the title from the one item of a document whose line is but the date and the time."""
    slot = decided.slots[rough.line][0] if rough.line in decided.slots else None
    if slot is None or not rough.parts:
        return
    beside = is_way_of_meeting(slot.title) or is_place(slot.title) or titles.is_led_by(slot.title)
    if slot.position is not Position.ALONE and not beside:
        return
    if any(each.day is not None for each in slot.dates):
        rough.body[:0] = [Line(number=rough.line, text=part) for part in rough.parts]
        rough.parts = []


def _renumbered(found: Agenda, origin: Sequence[int]) -> Agenda:
    """Return *found* with the numbers that its lines have in the document."""

    def told(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
        return tuple(replace(each, line=origin[each.line]) for each in remarks)

    items = (
        replace(
            item,
            line=origin[item.line],
            body=tuple(replace(line, number=origin[line.number]) for line in item.body),
            remarks=told(item.remarks),
            named=replace(
                item.named,
                people=tuple(replace(p, line=origin[p.line]) for p in item.named.people),
                remarks=told(item.named.remarks),
            ),
        )
        for item in found.items
    )
    return Agenda(
        items=tuple(items),
        lines=frozenset(origin[number] for number in found.lines),
        remarks=told(found.remarks),
    )


def _are_dated(headings: Sequence[tuple[int, Written]], decided: Layout) -> bool:
    """Whether dates stand over the items; where only weekdays do, the dates stand before all."""
    first = min(decided.slots, default=0)
    weekdays = any(each.day is None and number >= first for number, each in headings)
    dated_ones = [number for number, each in headings if each.day is not None]
    return any(number >= first for number in dated_ones) or (bool(dated_ones) and not weekdays)


def _day_headings(lines: Sequence[Line], decided: Layout) -> list[tuple[int, Written]]:
    """Return the dates that stand over items or beside their times, each with its line."""
    found: list[tuple[int, Written]] = []
    for line in lines:
        for slot in decided.slots.get(line.number, ()):
            found.extend((line.number, each) for each in slot.dates)
        if line.number not in decided.slots:
            heading = day_heading(line)
            found.extend((line.number, each) for each in (heading[0] if heading else ()))
    return found


def _date_beside(document: Document, headings: Sequence[tuple[int, Written]]) -> Written | None:
    """Return the date that the file's properties name, where no line does."""
    if any(each.day is not None for _, each in headings):
        return None
    told = (document.about.get(key, "") for key in ("title", "subtitle", "description", "date"))
    return next((each for text in told for each in dated(text) if each.day is not None), None)


def _stated_day(
    lines: Sequence[Line],
    found: dict[int, tuple[Slot, ...]],
    decided: Layout,
    known: Calendar,
) -> date | None:
    """Return the day that a sentence names with the very time at which the agenda begins."""
    items = (slot for line in lines for slot in decided.slots.get(line.number, ()))
    first = next((slot.hours.start for slot in items if slot.hours.start), None)
    for line in lines:
        if line.number in decided.slots:
            continue
        for slot in found[line.number]:
            start = slot.hours.start
            if not (first and start and slot.dates) or start.minutes % 720 != first.minutes % 720:
                continue
            day = known.day(slot.dates[-1]) if slot.dates[-1].day is not None else None
            if day is not None and (not known.known or day in known.known):
                return day
    return None


def _event_itself(
    lines: Sequence[Line],
    found: dict[int, tuple[Slot, ...]],
    known: Calendar,
    headings: Sequence[tuple[int, Written]],
    remarks: tuple[Remark, ...],
    given: Given,
) -> Agenda:
    """Return the one item that a document without an agenda announces."""
    every = [slot for line in lines for slot in found[line.number]]
    usable = [slot for slot in every if not slot.hours.doubtful or slot.position is Position.LABEL]
    if not usable:
        return Agenda(items=(), lines=frozenset(), remarks=remarks)
    slot = min(usable, key=_far_from_stated)
    hours = slot.hours
    if hours.end is None and not hours.others:
        last = next((each for each in usable if _is_end(each)), None)
        hours = replace(hours, end=last.hours.start) if last else hours
    single = [each for each in slot.dates if each.day is not None]
    day = next((day for each in single if (day := known.day(each))), None)
    if day is None or (known.known and day not in known.known):
        headed = (known.day(each) for _, each in headings if each.day is not None)
        day = known.known[0] if known.known else day or next(filter(None, headed), None)
    entry = Rough(line=slot.line.number, hours=hours, day=day, parts=[])
    item = next(items([entry], given, "en"), None)
    made = _of_lengths(lines, item, given, "en") if item else ()
    return Agenda(
        items=made,
        lines=frozenset({slot.line.number, *(each.line for each in made)}),
        remarks=remarks,
    )


def _far_from_stated(slot: Slot) -> tuple[bool, bool, bool, bool]:
    """Order slots by how plainly they state when the event itself is."""
    full = any(each.day is not None for each in slot.dates)
    return (
        slot.position is not Position.LABEL or _is_end(slot),
        slot.hours.end is None,
        not full,
        not slot.hours.others,
    )


def _is_end(slot: Slot) -> bool:
    label = label_of(slot.line)
    return label is not None and label.field is Field.END


def _aside(decided: Layout) -> Iterator[Remark]:
    for slot in decided.aside:
        yield Remark(
            field="",
            line=slot.line.number,
            code="not-understood",
            message=f"a time beside the agenda: {slot.line.text!r}",
            sure=None,
            hint="add it to the programme by hand, where it matters",
        )


def _unread(lines: Sequence[Line], used: set[int]) -> Iterator[Remark]:
    for line in lines:
        if line.number not in used and _LOOKS_TIMED.match(folded(line.text)):
            yield Remark(
                field="",
                line=line.number,
                code="not-understood",
                message=f"looks like an item, but its time could not be read: {line.text!r}",
                sure=None,
                hint="add it to the programme by hand, where it matters",
            )
