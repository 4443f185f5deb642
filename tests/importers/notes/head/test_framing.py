"""The line of hours and place above an agenda."""

from datetime import date, time

from roundtable_ical.importers.notes.found import Agenda, Item
from roundtable_ical.importers.notes.head.framing import without_frame
from roundtable_ical.importers.notes.lines import Line

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


def test_a_line_of_date_and_hours_is_no_item_and_the_lines_below_it_are_the_heads() -> None:
    frame, opening, end = (
        item(2, 9, 12, "Water Fund"),
        item(5, 9, 10, "Opening"),
        item(6, 10, 12, "End"),
    )
    rows = (
        "Forum",
        "Monday, 3 March 2025, 9:00 - 12:00",
        "Water Fund",
        "",
        "9:00 Opening",
        "10:00 End",
    )
    lines = [Line(number=at, text=row) for at, row in enumerate(rows, 1)]
    listed = Agenda(items=(frame, opening, end), lines=frozenset({2, 3, 5, 6}))

    assert without_frame(listed, lines) == agenda(opening, end)
