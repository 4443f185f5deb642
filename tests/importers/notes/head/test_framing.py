"""The line of hours and place above an agenda."""

from datetime import date, time

from roundtable_ical.importers.notes.found import Agenda, Item
from roundtable_ical.importers.notes.head.framing import without_frame

DAY = date(2025, 3, 3)


def item(line: int, start: int, end: int, title: str) -> Item:
    return Item(line=line, day=DAY, start=time(start), end=time(end), title=title)


def agenda(*items: Item) -> Agenda:
    return Agenda(items=items, lines=frozenset(each.line for each in items))


def test_a_place_that_holds_all_other_items_is_no_item() -> None:
    frame = item(1, 9, 12, "Palais des Nations, Room XX")
    opening, closing = item(2, 9, 10, "Opening"), item(3, 10, 12, "Closing")

    assert without_frame(agenda(frame, opening, closing)) == agenda(opening, closing)


def test_other_items_stay() -> None:
    whole = agenda(item(1, 9, 12, "Conference"), item(2, 9, 10, "Opening"), item(3, 10, 12, "End"))
    alone = agenda(item(1, 9, 12, "Palais des Nations, Room XX"), item(2, 9, 10, "Opening"))

    assert without_frame(whole) == whole
    assert without_frame(alone) == alone
