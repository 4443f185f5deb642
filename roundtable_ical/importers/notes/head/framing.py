"""The line of date, hours and place above an agenda, where it was taken for an item of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from roundtable_ical.importers.notes.found import Agenda, Item
from roundtable_ical.importers.notes.head.place_lines import is_place
from roundtable_ical.importers.notes.head.stamps import is_stamp
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.moments import dated, timed

_FEWEST = 2
"""Items inside the hours of a line that make it the frame of them."""
_FEW_WORDS = 2
"""Words beside date and hours of a line that says nothing else."""


def without_frame(listed: Agenda, lines: Sequence[Line] = ()) -> Agenda:
    """Return *listed* without an item that is the event's own hours and place.

    Such an item stands before the others of its day and holds them; it is called by a place, as
    "13:15 - 14:45 | Congress Palace, Room 5", or its line is nothing but date and hours and its
    title was taken from a line beside it. So does the moment at which a text was published. The
    lines up to the next item are the head's again.
    """
    words = {line.number: line.text for line in lines}
    frames = [
        at
        for at, item in enumerate(listed.items)
        if _is_frame(item, listed.items[at + 1 :])
        or _is_untitled_frame(item, listed.items[at + 1 :])
        or (at == 0 and _is_date_line(words.get(item.line, "")) and _opens(listed.items, words))
        or (
            at == 0
            and _is_placed(item, words.get(item.line, ""))
            and _dates_all(listed.items, words)
        )
        or (at == 0 and len(listed.items) > _FEWEST and is_stamp(words.get(item.line, "")))
    ]
    if not frames:
        return listed
    freed: set[int] = set()
    for at in frames:
        first = listed.items[at].line
        later = [item.line for item in listed.items[at + 1 :] if item.line > first]
        freed.update(range(first - (at == 0), min(later, default=first + 1)))
    kept = tuple(item for at, item in enumerate(listed.items) if at not in frames)
    return replace(listed, items=kept, lines=listed.lines - freed)


def _is_frame(item: Item, later: tuple[Item, ...]) -> bool:
    if item.start is None or item.end is None or item.named.people or not is_place(item.title):
        return False
    same = [each for each in later if each.day == item.day and each.start is not None]
    inside = [each for each in same if _holds(item, each)]
    return len(inside) >= _FEWEST and len(inside) == len(same)


def _is_untitled_frame(item: Item, later: tuple[Item, ...]) -> bool:
    """Whether an item says nothing but hours, at which the next one begins: those of a part."""
    said = item.title or item.named.people or item.named.rest
    following = later[0] if later else None
    if said or item.start is None or following is None or not following.title:
        return False
    held = item.end is None or _holds(item, following)
    return following.day == item.day and following.start == item.start and held


def _opens(items: Sequence[Item], words: Mapping[int, str]) -> bool:
    """Whether nearly all items of the first one's day are inside its hours, or none is dated.

    Registration before and a dinner after them are often outside.
    """
    first = items[0]
    same = [each for each in items[1:] if each.day == first.day and each.start is not None]
    inside = [each for each in same if _holds(first, each)]
    if len(inside) >= _FEWEST and 2 * len(inside) > len(same):
        return True
    return _dates_all(items, words)


def _dates_all(items: Sequence[Item], words: Mapping[int, str]) -> bool:
    """Whether the line of the first item has a date with its year, and no other line has any."""
    first, *later = items
    year = any(each.year for each in dated(words.get(first.line, "")))
    same = [each for each in later if each.day == first.day and each.start is not None]
    return year and len(same) >= _FEWEST and not any(dated(words.get(e.line, "")) for e in same)


def _is_placed(item: Item, text: str) -> bool:
    """Whether an item is called by a place, and its line is one of date, time and place."""
    return not item.named.people and is_place(item.title) and item.title[:12] in text


def _is_date_line(text: str) -> bool:
    """Whether nothing but a date and hours from and to is in *text*."""
    days, spans = dated(text), timed(text)
    if not any(each.day for each in days) or not any(each.start and each.end for each in spans):
        return False
    rest = text
    taken = [*(each.at for each in days), *(each.at for each in spans)]
    for begin, end in sorted(taken, reverse=True):
        rest = f"{rest[:begin]} {rest[end:]}"
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= _FEW_WORDS


def _holds(item: Item, other: Item) -> bool:
    if not (item.start and item.end and other.start) or item.end <= item.start:
        return False
    end = other.end or other.start
    return item.start <= other.start and end <= item.end
