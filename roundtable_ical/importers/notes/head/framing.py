"""The line of date, hours and place above an agenda, where it was taken for an item of it."""

from dataclasses import replace

from roundtable_ical.importers.notes.found import Agenda, Item
from roundtable_ical.importers.notes.head.venues import is_place

_FEWEST = 2
"""Items inside the hours of a line that make it the frame of them."""


def without_frame(listed: Agenda) -> Agenda:
    """Return *listed* without an item that is the event's own hours and place.

    Such an item stands before the others of its day, holds all of them, and is called by a place:
    "13:15 - 14:45 | Congress Palace, Room 5".
    """
    frames = [at for at, item in enumerate(listed.items) if _is_frame(item, listed.items[at + 1 :])]
    if not frames:
        return listed
    lines = {listed.items[at].line for at in frames}
    kept = tuple(item for at, item in enumerate(listed.items) if at not in frames)
    return replace(listed, items=kept, lines=listed.lines - lines)


def _is_frame(item: Item, later: tuple[Item, ...]) -> bool:
    if item.start is None or item.end is None or item.named.people or not is_place(item.title):
        return False
    same = [each for each in later if each.day == item.day and each.start is not None]
    inside = [each for each in same if _holds(item, each)]
    return len(inside) >= _FEWEST and len(inside) == len(same)


def _holds(item: Item, other: Item) -> bool:
    if not (item.start and item.end and other.start) or item.end <= item.start:
        return False
    end = other.end or other.start
    return item.start <= other.start and end <= item.end
