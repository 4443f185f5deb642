"""A place in a text whose lines were lost."""

from roundtable_ical.importers.notes.head.announced import Announced
from roundtable_ical.importers.notes.head.run_on import place
from roundtable_ical.importers.notes.lines import Line


def test_the_place_stands_behind_date_and_hours() -> None:
    text = "Forum 5 May 2014, 9:00 - 12:00, Grand Hotel, Main Hall Agenda 9.00 Opening 10.00 End"

    assert place([Line(number=1, text=text)]) == Announced(text="Grand Hotel, Main Hall", line=1)


def test_an_item_is_no_place() -> None:
    text = "Forum 5 May 2014 Topic 1: Building capacity 9.00 Opening"

    assert place([Line(number=1, text=text)]) is None
