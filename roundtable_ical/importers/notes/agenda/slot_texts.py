"""Times in lines of running text: before, behind or amid their titles."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from roundtable_ical.importers.notes.agenda.slot_values import SIGNS, Position, Slot, clean, dated
from roundtable_ical.importers.notes.head.labels import Field, label_of
from roundtable_ical.importers.notes.head.zone import statement
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times import clocks, dates
from roundtable_ical.importers.notes.times.clock_patterns import ZONE
from roundtable_ical.importers.notes.times.clocks import Hours
from roundtable_ical.importers.notes.times.dates import Written
from roundtable_ical.importers.notes.times.letters import folded

LONGEST_TITLE = 400
_LONGEST_LEAD = 60
_SHORTEST_HEAD = 4
_FULL_STOP = re.compile(r"\s*\.\s+[A-ZÀ-Ý]")
_SENTENCE_WORDS = 5
_SENTENCE = re.compile(r"[.!?;][\"'”’)\]]*$")


def hours_in(text: str) -> tuple[tuple[Written, ...], tuple[Hours, ...]]:
    """Return the dates and the times in *text*."""
    found = dated(text)
    masks = [each.at for each in found if each.day]
    hours = clocks.found(text, masks)
    return found, tuple(each for one in hours for each in _without_title(one, text))


def _without_title(hours: Hours, text: str) -> Iterator[Hours]:
    """Yield *hours*; where its "place" is a title, without it: "8.00 Arrival / 9.00 Opening"."""
    group = (hours, *hours.others)
    if all(not each.zone or ZONE.match(f" {each.zone}") or _is_place(each) for each in group):
        yield hours
        return
    for each in group:
        end = text.find(each.zone, each.at[0], each.at[1]) if each.zone else -1
        begin, last = each.at
        bare = text[:end].rstrip() if end > begin else text[:last]
        yield replace(each, zone="", others=(), at=(begin, len(bare)))


def _is_place(hours: Hours) -> bool:
    return statement(hours.zone, 0) is not None


def in_text(line: Line) -> Iterator[Slot]:
    """Yield the slots of a line without columns."""
    text = line.text
    found, hours = hours_in(text)
    if not hours:
        return
    label = label_of(line)
    named = label.fields if label and label.rest else ()
    if {Field.DATE, Field.TIME, Field.START, Field.END} & {*named} and not _is_title_label(
        text, hours[0]
    ):
        yield slot_of(line, hours[0], Position.LABEL, found)
        return
    if is_overview(text, hours):
        yield slot_of(line, hours[0], Position.PROSE, found)
        return
    parts = list(_parts(text, hours))
    for first, (begin, end) in parts:
        yield _one(line, first, found, begin, end, flat=len(parts) > 1)


def _is_title_label(text: str, hours: Hours) -> bool:
    return not text[: hours.at[0]].strip(SIGNS)


def _parts(text: str, hours: tuple[Hours, ...]) -> Iterator[tuple[Hours, tuple[int, int]]]:
    """Return the spans of *text* that begin items, each with its own part of the text."""
    first = next((at for at, each in enumerate(hours) if not each.doubtful), 0)
    heads = [hours[first]]
    for each in hours[first + 1 :]:
        if _is_next(text, heads[-1], each):
            heads.append(each)
    ends = [*(each.at[0] for each in heads[1:]), len(text)]
    begin = 0
    for each, end in zip(heads, ends, strict=True):
        yield each, (begin, end)
        begin = end


def _is_next(text: str, last: Hours, each: Hours) -> bool:
    """Whether *each* begins another item in the line of *last*."""
    if each.start is None or last.start is None or (each.end is None) != (last.end is None):
        return False
    if each.end is None or last.end is None:
        return _is_listed(text, last, each)
    between = clean(text[last.at[1] : each.at[0]])
    behind = text[each.at[1] :].lstrip(" \t:–—-|.")[:1]
    first = text[each.at[0] : each.at[0] + 1]
    if len(between) < 3 or not first.isdigit() or not (behind.isupper() or behind in "“«\"'"):
        return False
    if last.end.minutes % 720 == each.start.minutes % 720:
        return True
    return len(text) > _FLAT and each.start.minutes % 720 != last.start.minutes % 720


def _is_listed(text: str, last: Hours, each: Hours) -> bool:
    """Whether a sign parts *each* from the item before: "8:00 Arrival / 8:30 Opening"."""
    between = text[last.at[1] : each.at[0]].rstrip()
    behind = clean(text[each.at[1] :])[:1]
    parted = between[-1:] in _LISTING and len(clean(between)) >= _SHORTEST_HEAD
    return parted and not each.doubtful and (behind.isupper() or behind in '“«"')


_LISTING = frozenset("/;|•·")
_FLAT = 250
"""Characters; a longer line with several spans is a whole agenda that lost its line ends."""


def _opens(text: str, position: int) -> bool:
    return text[position : position + 1] in {"(", "["}


def _one(
    line: Line, hours: Hours, found: tuple[Written, ...], begin: int, end: int, *, flat: bool
) -> Slot:
    text = line.text
    lead, rest = text[begin : hours.at[0]], text[hours.at[1] : end]
    before = tuple(each for each in found if begin <= each.at[0] < hours.at[0])
    number = dates.day_number(lead)
    bare = without_dates(text, begin, hours.at[0], before, number)
    title = "" if _is_only_date(rest) else clean(rest)
    slot = slot_of(
        line, hours, Position.FRONT, before, title=title, day=number[0] if number else None
    )
    if not clean(bare):
        if hours.others and not title:
            return _at(slot, Position.LABEL)
        return slot if title else _at(slot, Position.ALONE)
    dated_tail = _dated_tail(lead, before, begin)
    if dated_tail is not None and title and not title[0].islower():
        return _at(slot, Position.FRONT, before=clean(text[begin : begin + dated_tail]))
    head = clean(lead)
    if flat and title:
        return _at(slot, Position.FRONT, before=head)
    if (_in_bracket(lead) and title.startswith((")", "]"))) or (_in_bracket(lead) and not title):
        title, head = "", clean(lead[: lead.rindex(_in_bracket(lead))])
    placed = re.fullmatch(r"\s*\(([^()]{2,40})\)\s*", rest)
    if placed and len(head) >= _SHORTEST_HEAD:
        # "Opening plenary - 9:00 - 10:30 (New York)": where the clock or the room is.
        title = ""
        slot = slot_of(line, replace(hours, zone=hours.zone or placed[1]), Position.BACK, before)
    if not title:
        sentence = len(head) > LONGEST_TITLE or (_SENTENCE.search(lead.strip()) and len(head) > 150)
        return _at(slot, Position.PROSE if sentence else Position.BACK, title=head)
    amid = title[0].islower() and not _opens(text, hours.at[0])
    amid = amid or bool(_FULL_STOP.match(rest) and len(head.split()) >= _SENTENCE_WORDS)
    if hours.end is not None and len(head) <= _LONGEST_LEAD and not hours.doubtful and not amid:
        joined = (
            f"{head} {title}" if text[hours.at[1] - 1 : hours.at[1]] in ")]" else f"{head}: {title}"
        )
        return _at(slot, Position.MIDDLE, title=joined)
    return _at(slot, Position.PROSE, title=head)


def _in_bracket(lead: str) -> str:
    """Return the bracket that is open before a time: "1st meeting (Plenary Hall, 10 a.m.)"."""
    for opening, closing in ("()", "[]"):
        if lead.count(opening) > lead.count(closing):
            return opening
    return ""


def _is_only_date(rest: str) -> bool:
    """Whether nothing but a date stands behind a time: "00:00 (Thursday 6 June)"."""
    kept = list(rest)
    for each in dated(rest):
        kept[each.at[0] : each.at[1]] = " " * (each.at[1] - each.at[0])
    return not clean(_LITTLE.sub(" ", folded("".join(kept))))


_ON = re.compile(
    r"\b(?:on|by|until|till|before|since|le|au|avant|depuis|jusqu'au|el|del|antes de[l ]|hasta el"
    r"|am|bis|vor|seit|ate|no dia|il|dal)\s*$"
)
"""What leads to a date in a sentence."""


def _dated_tail(lead: str, before: tuple[Written, ...], begin: int) -> int | None:
    """Return where a full date begins that stands right before the time."""
    if not before:
        return None
    last = before[-1]
    if last.day is None or clean(lead[last.at[1] - begin :]):
        return None
    if _ON.search(folded(lead[: last.at[0] - begin])):
        return None
    return last.at[0] - begin


def without_dates(
    text: str,
    begin: int,
    end: int,
    before: tuple[Written, ...],
    number: tuple[int, int, int] | None,
) -> str:
    """Return the words of *text* from *begin* to *end* that are no date and no small word."""
    kept = list(text[begin:end])
    spans = [(each.at[0] - begin, each.at[1] - begin) for each in before]
    if number:
        spans.append(number[1:])
    for first, last in spans:
        for at in range(max(0, first), min(last, len(kept))):
            kept[at] = " "
    words = "".join(kept)
    return _LITTLE.sub(" ", folded(words))


_LITTLE = re.compile(
    r"\b(?:from|at|on|de|du|le|el|a|am|um|von|the|time|hora|horario|heure|uhrzeit|horas?|orario"
    r"|ore)\b"
    r"|[^\w\s]"
)


def slot_of(
    line: Line,
    hours: Hours,
    position: Position,
    before: tuple[Written, ...],
    title: str = "",
    day: int | None = None,
) -> Slot:
    """Return a slot of *line*, with the dates *before* its time."""
    return Slot(line=line, hours=hours, position=position, title=title, dates=before, day=day)


def _at(slot: Slot, position: Position, *, title: str | None = None, before: str = "") -> Slot:
    return Slot(
        line=slot.line,
        hours=slot.hours,
        position=position,
        title=slot.title if title is None else title,
        before=before,
        dates=slot.dates,
        day=slot.day,
    )


def is_overview(text: str, hours: tuple[Hours, ...]) -> bool:
    """Whether several spans stand side by side, as the hours of a whole day."""
    if len(hours) < 2:
        return False
    if "\n" in text[hours[0].at[1] : hours[-1].at[0]]:
        return False
    between = [
        folded(text[one.at[1] : other.at[0]]).strip(" ,;&/")
        for one, other in itertools.pairwise(hours)
    ]
    return all(words in {"", "and", "et", "y", "und", "e", "i"} for words in between)
