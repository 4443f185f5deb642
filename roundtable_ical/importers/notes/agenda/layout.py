"""Which of the times in a document are those of its agenda.

An agenda repeats itself: its times stand in the same place of line after line.  Times elsewhere
(in sentences, behind labels, in lists of buses and meals) are not its items.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roundtable_ical.importers.notes.agenda.cards import on_cards, under_labels
from roundtable_ical.importers.notes.agenda.clock_tables import clock_tables
from roundtable_ical.importers.notes.agenda.kinds import kind_of
from roundtable_ical.importers.notes.agenda.slots import Position, Slot
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.clock_values import Style
from roundtable_ical.importers.notes.times.letters import folded
from roundtable_ical.programme.segments import Kind

_LEADING = frozenset({Position.FRONT, Position.ALONE, Position.CELL})
_TRAILING = frozenset({Position.BACK, Position.MIDDLE})
_PAUSES = frozenset({Kind.BREAK, Kind.MEAL, Kind.RECEPTION, Kind.REGISTRATION})
_ENOUGH = 3
_LONGEST_PAUSE = 70
_SENTENCE = 60
"""Characters; a longer line with a full stop is a sentence."""
_TEXT = 140
"""Characters; a longer line is a text, no title."""
_ASIDE = re.compile(
    r"logisti\w*|transport\w*|shuttle\w*|bus(?:es)?\b|hotels?\b|contacts?\b|contactos?|contatti"
    r"|anreise|accommodation"
    r"|travel\w*|getting (?:there|here)|catering|soporte|support|setup|office hours|opening"
    r" hours|horarios de atencion"
    r"|deadlines?|important dates|key dates|fechas importantes|dates importantes|how to (?:join"
    r"|connect|participate)|dial-?in"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What was decided of a document.

    Args:
        slots: the slots that are items, by number of their line.
        clocked: lines that give one moment on several clocks.
        title_above: whether a time in a line of its own stands under its title.
        aside: slots in lists of something else, as of buses.
    """

    slots: Mapping[int, tuple[Slot, ...]]
    clocked: frozenset[int] = frozenset()
    title_above: bool = False
    aside: tuple[Slot, ...] = ()


def layout(lines: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> Layout:
    """Return which slots of the *lines* are items.

    Args:
        lines: without noise.
        found: the slots of each line, by its number.
    """
    stated = _of_the_event(lines, found) | clock_tables(lines, found)
    every = [
        slot for line in lines for slot in found.get(line.number, ()) if line.number not in stated
    ]
    taken = _trusted(every) or _labelled(every)
    kept, aside = _in_agenda(lines, taken)
    by_line: dict[int, tuple[Slot, ...]] = {}
    for slot in kept:
        by_line[slot.line.number] = (*by_line.get(slot.line.number, ()), slot)
    clocked = {number for number, group in found.items() if any(s.hours.others for s in group)}
    return Layout(
        slots=by_line,
        clocked=frozenset(clocked),
        title_above=_title_above(lines, by_line),
        aside=aside,
    )


def _of_the_event(lines: Sequence[Line], found: Mapping[int, tuple[Slot, ...]]) -> set[int]:
    """Return the lines whose time stands alone among labels: the hours of the whole event."""
    shown = [line for line in lines if not line.is_blank]
    stated = {*on_cards(shown, found), *under_labels(shown, found)}
    for line, after in itertools.pairwise(shown):
        slots = found.get(line.number, ())
        if len(slots) != 1 or slots[0].position is not Position.ALONE:
            continue
        label = label_of(after)
        if label is not None and label.rest and _STATED & {*label.fields}:
            stated.add(line.number)
    return stated


_STATED = frozenset({Field.VENUE, Field.DATE, Field.ADDRESS, Field.CITY, Field.HOSTS, Field.ZONE})


def _trusted(every: Sequence[Slot]) -> list[Slot]:
    leading = [slot for slot in every if slot.position in _LEADING]
    clear = [slot for slot in leading if not slot.hours.doubtful]
    unclear = [slot for slot in leading if slot.hours.doubtful]
    commas = [slot for slot in unclear if Style.COMMA in {c.style for c in slot.hours.clocks}]
    if commas and not _is_series(commas, ()):
        unclear = [slot for slot in unclear if slot not in commas]
        leading = [slot for slot in leading if slot not in commas]
    if unclear and not _is_series(unclear, clear):
        leading = clear
    trailing = [slot for slot in every if slot.position in _TRAILING and _is_telling(slot)]
    if len(leading) >= max(1, len(trailing)):
        odd = [slot for slot in trailing if _is_pause(slot)] if len(leading) >= _ENOUGH else []
        chosen = {id(slot) for slot in (*leading, *odd)}
    elif len(trailing) < 2:
        chosen = set()
    else:
        chosen = {id(slot) for slot in (*trailing, *(s for s in leading if s.hours.end))}
    return [slot for slot in every if id(slot) in chosen]


def _labelled(every: Sequence[Slot]) -> list[Slot]:
    """Return times behind labels where each stands under a title of its own: several spans."""
    labelled = [slot for slot in every if slot.position is Position.LABEL and slot.hours.end]
    spans = {(slot.hours.start, slot.hours.end, slot.dates) for slot in labelled}
    return labelled if len(labelled) >= 2 and len(spans) >= 2 else []


def _is_telling(slot: Slot) -> bool:
    """Whether a time behind its title is more than a word of a sentence."""
    text = slot.line.text
    lead = text[: slot.hours.at[0]].rstrip()
    bracketed = text[slot.hours.at[0] : slot.hours.at[0] + 1] in {"(", "["}
    parted = lead[-1:] in {":", "-", "–", "—", "|", ",", "\t", "."} or slot.column is not None
    if slot.hours.doubtful:
        return False
    return bool(slot.hours.end) or bracketed or parted


def _is_pause(slot: Slot) -> bool:
    return (
        slot.hours.end is not None
        and slot.position is Position.BACK
        and not slot.line.bullet
        and not slot.line.indent
        and len(slot.title) <= _LONGEST_PAUSE
        and kind_of(slot.title) in _PAUSES
    )


def _is_series(unclear: Sequence[Slot], clear: Sequence[Slot]) -> bool:
    """Whether numbers as ``1.15`` or ``9-10`` are times: many, in order, beside clear ones."""
    starts = [slot.hours.start for slot in unclear if slot.hours.start]
    if any(start.minute % 5 for start in starts):
        return False
    if clear:
        return True
    rising = sum(a.minutes != b.minutes for a, b in itertools.pairwise(starts))
    return len(starts) >= _ENOUGH and rising >= len(starts) - 2


def _in_agenda(lines: Sequence[Line], taken: Sequence[Slot]) -> tuple[list[Slot], tuple[Slot, ...]]:
    """Part the slots of the agenda from those under headings of something else."""
    if len({id(slot.line) for slot in taken}) < _ENOUGH:
        return list(taken), ()
    shapes = Counter(slot.shape for slot in taken)
    usual = shapes.most_common(1)[0][0]
    numbers = {slot.line.number for slot in taken}
    heading_of = _headings(lines, numbers)
    kept: list[Slot] = []
    aside: list[Slot] = []
    latest: int | None = None
    sections: dict[int, list[Slot]] = {}
    for slot in taken:
        sections.setdefault(heading_of[slot.line.number][0], []).append(slot)
    usual_sections = [
        key for key, group in sections.items() if any(s.shape == usual for s in group)
    ]
    last_usual = max(usual_sections)
    for key, group in sections.items():
        words = heading_of[group[0].line.number][1]
        starts = [slot.hours.start.minutes for slot in group if slot.hours.start]
        strange = all(slot.shape != usual for slot in group) and not any(
            slot.dates for slot in group
        )
        named = any(_ASIDE.search(folded(heading)) for heading in words)
        backwards = latest is not None and bool(starts) and starts[0] < latest
        if strange and (named or (key > last_usual and backwards and words)):
            aside.extend(group)
            continue
        if named and len(sections) > 1 and not any(slot.shape == usual for slot in group):
            aside.extend(group)
            continue
        kept.extend(group)
        latest = starts[-1] if starts else latest
    return sorted(kept, key=lambda slot: slot.line.number), tuple(aside)


def _headings(
    lines: Sequence[Line], slotted: Iterable[int]
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Return for each line the number of its heading, and the words of all headings over it."""
    stack: list[tuple[int, str]] = []
    number = 0
    over: dict[int, tuple[int, tuple[str, ...]]] = {}
    skipped = set(slotted)
    for line in lines:
        if line.heading and line.number not in skipped:
            stack = [each for each in stack if each[0] < line.heading] + [(line.heading, line.text)]
            number = line.number
        over[line.number] = (number, tuple(words for _, words in stack))
    return over


def _is_text_below(lines: Sequence[Line], number: int) -> bool:
    """Whether under a time, after a blank line, a text stands, and over it a short line."""
    at = next(n for n, line in enumerate(lines) if line.number == number)
    under = next((line for line in lines[at + 1 : at + 4] if not line.is_blank), None)
    over = next((line for line in reversed(lines[max(0, at - 3) : at]) if not line.is_blank), None)
    if under is None or over is None or not lines[at - 1].is_blank:
        return False
    parted = under.number > number + 1
    sentence = under.text.endswith(".") and len(under.text) > _SENTENCE
    short = len(over.text) <= _TEXT and not over.text.endswith((".", ":", ";"))
    return parted and short and (sentence or len(under.text) > _TEXT)


def _votes_of_blocks(
    lines: Sequence[Line], taken: Mapping[int, tuple[Slot, ...]]
) -> tuple[int, int]:
    """Return how many times of blocks say "title below" and "above", by their first and last line.

    A block without blank lines that begins with a time and does not end with one has its titles
    below, whatever stands between.
    """
    below = above = 0
    block: list[bool] = []
    for line in (*lines, Line(number=0, text="")):
        if not line.is_blank:
            slots = taken.get(line.number, ())
            block.append(bool(slots) and slots[0].position is Position.ALONE)
            continue
        times = sum(block)
        if times >= _ENOUGH and block[0] != block[-1]:
            below, above = below + times * block[0], above + times * block[-1]
        block = []
    return below, above


def _title_above(lines: Sequence[Line], taken: Mapping[int, tuple[Slot, ...]]) -> bool:
    """Whether times in lines of their own stand under their titles, as the blank lines tell."""
    if not taken:
        return False
    below, above = _votes_of_blocks(lines, taken)
    for before, line, after in zip((None, *lines[:-1]), lines, (*lines[1:], None), strict=True):
        slots = taken.get(line.number, ())
        if not slots or slots[0].position is not Position.ALONE:
            continue
        parted = before is None or before.is_blank or before.number in taken
        if parted and _is_text_below(lines, line.number):
            above += 1
        elif parted:
            below += 1
        elif after is None or after.is_blank or (before is not None and before.heading):
            above += 2
        elif after.number in taken:
            above += 1
    return above > below
