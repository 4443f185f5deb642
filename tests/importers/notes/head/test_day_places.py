"""An event at several places."""

from datetime import date, time

from roundtable_ical.importers.notes.found import Item
from roundtable_ical.importers.notes.head.day_places import at_their_places, day_places
from roundtable_ical.importers.notes.lines import Line


def item(line: int, room: str | None = None) -> Item:
    day = date(2025, 3, 3)
    return Item(line=line, day=day, start=time(9), end=None, title="Opening", room=room)


def test_each_day_may_have_a_place_of_its_own() -> None:
    rows = ("Monday 3 March 2025, Hotel Sol", "9:00 Talk", "Tuesday 4 March 2025 - Town Hall")
    lines = [Line(number=at, text=row) for at, row in enumerate(rows, 1)]

    assert day_places(lines) == ((1, "Hotel Sol"), (3, "Town Hall"))
    assert day_places(lines[:2]) == ()


def test_items_are_at_the_place_of_their_day_or_in_their_own_room() -> None:
    places = ((1, "Hotel Sol"), (3, "Town Hall"))

    found = at_their_places([item(2), item(4), item(5, "Room 2")], places)

    assert [each.room for each in found] == ["Hotel Sol", "Town Hall", "Room 2"]
    assert at_their_places([item(2)], ()) == (item(2),)
