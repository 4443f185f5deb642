"""Items in the rows of tables."""

from datetime import date

from roundtable_ical.importers.notes.agenda.days import Calendar
from roundtable_ical.importers.notes.agenda.rows import Rough, Row, beside
from roundtable_ical.importers.notes.agenda.slots import slots
from roundtable_ical.importers.notes.agenda.table_heads import heads
from roundtable_ical.importers.notes.lines import Line
from roundtable_ical.importers.notes.times.clocks import found

KNOWN = Calendar(known=(), year=2022, month_first=False, told=True)


def row(head: list[str], text: str) -> Row:
    (slot,) = slots(Line(number=1, text=text, table=1))
    columns = heads(head) or ()
    return Row(slot=slot, columns=columns, calendar=KNOWN, day=date(2022, 5, 9), first=None)


def test_columns_say_what_they_hold() -> None:
    (item,) = row(["Time", "Speaker", "Title", "Room"], "9:00\tMs. B\tTrade\tHall 1").items()

    assert (item.parts, item.room, [line.text for line in item.body]) == (
        ["Trade"],
        "Hall 1",
        ["Ms. B"],
    )


def test_a_grid_of_rooms_has_an_item_in_each_cell() -> None:
    items = row(["Time", "Room A", "Room B"], "9:00\tTrade\tHealth").items()

    assert [(item.parts, item.room) for item in items] == [
        (["Trade"], "Room A"),
        (["Health"], "Room B"),
    ]


def test_what_is_said_of_all_rooms_is_one_item() -> None:
    items = row(["Time", "Room A", "Room B"], "12:00\tLunch\tLunch").items()

    assert [(item.parts, item.room) for item in items] == [(["Lunch"], None)]


def test_a_grid_of_days_has_the_days_of_its_columns() -> None:
    items = row(["Time", "Monday 9 May", "Tuesday 10 May"], "9:00\tTrade\tHealth").items()

    assert [(item.parts, item.day) for item in items] == [
        (["Trade"], date(2022, 5, 9)),
        (["Health"], date(2022, 5, 10)),
    ]


def test_a_column_of_durations_is_the_length() -> None:
    (item,) = row(["Time", "Duration", "Title"], "9:00\t15 min\tTrade").items()

    assert item.minutes == 15


def test_several_columns_of_times_are_several_clocks() -> None:
    (item,) = row(["Time (IDT)", "Time (PDT)", "Title"], "14:00\t04:00\tTrade").items()

    assert item.hours is not None
    assert [hours.zone for hours in (item.hours, *item.hours.others)] == ["IDT", "PDT"]


def test_a_row_without_a_time_but_with_a_room_is_an_item_beside() -> None:
    columns = heads(["Time", "Session", "Room"])
    first = Rough(line=1, hours=found("9:00")[0], day=None, parts=["Plenary"], room="Hall A")

    made = beside(first, Line(number=2, text="\tCommittee II\tHall B", table=1), columns or ())

    assert made is not None
    assert (made.parts, made.room, made.hours) == (["Committee II"], "Hall B", first.hours)


def test_a_row_without_a_time_and_a_room_belongs_to_the_item_above() -> None:
    columns = heads(["Time", "Session", "Room"])
    first = Rough(line=1, hours=found("9:00")[0], day=None, parts=["Plenary"], room="Hall A")

    assert beside(first, Line(number=2, text="\tDiscussion\t", table=1), columns or ()) is None
