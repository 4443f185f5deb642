"""The pass through the lines of an agenda."""

from datetime import date

from roundtable_ical.importers.notes.agenda.days import Calendar
from roundtable_ical.importers.notes.agenda.layout import layout
from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.agenda.walk import Walk
from roundtable_ical.importers.notes.documents import plain


def walked(text: str) -> Walk:
    lines = plain.document(text).lines
    decided = layout(lines, {line.number: slots(line) for line in lines})
    known = Calendar(known=(), year=2022, month_first=False, told=True)
    walk = Walk(layout=decided, calendar=known, width=80)
    walk.through(lines)
    return walk


def test_items_stand_under_their_days() -> None:
    walk = walked("9 May\n9:00 Opening\n10:00 Talk\nDay 2\n9:00 Closing")

    assert [(item.day, item.parts) for item in walk.items] == [
        (date(2022, 5, 9), ["Opening"]),
        (date(2022, 5, 9), ["Talk"]),
        (date(2022, 5, 10), ["Closing"]),
    ]


def test_lines_under_an_item_are_its_body() -> None:
    walk = walked("9:00 Opening\nMr. A, Chair\nMs. B, Host\n10:00 Talk")

    assert [[line.text for line in item.body] for item in walk.items] == [
        ["Mr. A, Chair", "Ms. B, Host"],
        [],
    ]


def test_a_title_stands_in_the_line_under_its_time() -> None:
    assert [item.parts for item in walked("9:00\n\nOpening\n\n10:00\n\nTalk").items] == [
        ["Opening"],
        ["Talk"],
    ]


def test_a_title_stands_over_its_time() -> None:
    assert [item.parts for item in walked("Opening\n9:00\n\nTalk\n10:00\n").items] == [
        ["Opening"],
        ["Talk"],
    ]
