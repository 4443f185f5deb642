"""Grids of times and rooms, or times and days: an item in each cell."""

from datetime import date

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet
from roundtable_ical.importers.sheets.grids import Undated, grid
from roundtable_ical.importers.tables import CsvImporter
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.reading import Reading

GIVEN = Given(timezone=zones.zone("Europe/Berlin"))


def read(text: str, given: Given = GIVEN) -> Reading:
    return CsvImporter().read(Source("x.csv", text.encode(), given))


def items(reading: Reading) -> list[str]:
    return [
        f"{item.start:%d %H:%M}-{item.end:%H:%M} {item.segment.title} "
        f"{item.venue and item.venue.name}"
        for item in reading.required().occurrences
    ]


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems if problem.code != "title-inferred"]


def test_rooms_from_left_to_right_on_the_day_above_them() -> None:
    reading = read(
        "Forum on Water,,\n4 May 2026,,\nTime,Room 1,Room 2\n"
        "9:00-10:00,Opening,Wells\n10:00-11:30,Rivers,Lakes\n"
    )

    assert items(reading) == [
        "04 09:00-10:00 Opening Room 1",
        "04 09:00-10:00 Wells Room 2",
        "04 10:00-11:30 Rivers Room 1",
        "04 10:00-11:30 Lakes Room 2",
    ]
    assert (str(reading.required().title), codes(reading)) == ("Forum on Water", ["grid"])


def test_days_from_left_to_right() -> None:
    reading = read(
        "Zeit,Mo 4.5.2026,Di 5.5.2026\n9:00,Eröffnung,Werkstatt\n10:30,Pause,Schluss\n11:00,Ende,\n"
    )

    assert [each[:20] for each in items(reading)] == [
        "04 09:00-10:30 Eröff",
        "04 10:30-11:00 Pause",
        "04 11:00-12:30 Ende ",
        "05 09:00-10:30 Werks",
        "05 10:30-11:00 Schlu",
    ]


def test_rooms_below_days_and_an_item_over_two_rows() -> None:
    reading = read(
        ",4 May 2026,,5 May 2026,\nTime,Room A,Room B,Room A,Room B\n"
        "9:00-10:00,Long,X,Y,Z\n10:00-11:00,Long,V,W,\n"
    )

    assert items(reading) == [
        "04 09:00-10:00 X Room B",
        "04 09:00-11:00 Long Room A",
        "04 10:00-11:00 V Room B",
        "05 09:00-10:00 Y Room A",
        "05 09:00-10:00 Z Room B",
        "05 10:00-11:00 W Room A",
    ]


def test_days_between_the_rows_and_labels_again() -> None:
    reading = read(
        "4 May 2026,,\nTime,Hall A,Hall B\n9:00-10:00,A,B\n10:00-11:00,C,D\n"
        "5 May 2026,,\nTime,Hall B,Hall C\n9:00-10:00,E,F\n"
    )

    assert items(reading)[-2:] == ["05 09:00-10:00 E Hall B", "05 09:00-10:00 F Hall C"]


def test_start_and_end_columns_and_tracks() -> None:
    reading = read("4 May 2026,,,\nStart,End,Track 1,Track 2\n9:00,9:45,A,B\n13:00,14:00,C,D\n")

    assert [each[:16] for each in items(reading)] == [
        "04 09:00-09:45 A",
        "04 09:00-09:45 B",
        "04 13:00-14:00 C",
        "04 13:00-14:00 D",
    ]
    assert [str(theme.title) for theme in reading.required().themes] == ["Track 1", "Track 2"]


def test_a_break_in_the_first_column_alone_is_for_everybody() -> None:
    reading = read("4 May 2026,,\nTime,Room 1,Room 2\n9:00-10:00,A,B\n10:00-10:30,Coffee break,\n")

    segments = reading.required().segments

    assert [segment.venue for segment in segments] == ["room-1", "room-2", None]


def test_names_below_a_title_are_its_speakers() -> None:
    reading = read(
        '4 May 2026,,\nTime,Room 1,Room 2\n9:00-10:00,"A\nAna Gil, Bo Ek","B\nwhat it is about"\n'
        "10:00-11:00,C,D\n"
    )

    event = reading.required()

    assert [len(segment.speakers) for segment in event.segments] == [2, 0, 0, 0]
    assert str(event.segments[1].abstract) == "what it is about"


def test_days_of_the_week_without_dates_are_refused_with_the_way_out() -> None:
    text = "Time,Monday,Tuesday\n9:00-10:00,A,B\n10:00-11:00,C,D\n"

    (problem,) = read(text).problems

    assert str(problem) == (
        "x.csv, line 1: no title and start columns found: it is a grid of days of the week without "
        "dates; say the first day with --date, as --date 2026-09-28, or write one row for each "
        "item, with Title and Start"
    )


def test_days_of_the_week_count_from_a_given_first_day() -> None:
    text = "Time,Monday,Tuesday\n9:00-10:00,A,B\n10:00-11:00,C,D\n"
    given = Given(timezone=zones.zone("Europe/Berlin"), day=date(2026, 5, 4))

    assert [each[:16] for each in items(read(text, given))] == [
        "04 09:00-10:00 A",
        "04 10:00-11:00 C",
        "05 09:00-10:00 B",
        "05 10:00-11:00 D",
    ]


def sheet(*rows: tuple[Cell, ...]) -> Sheet:
    return Sheet("", tuple(Row(line, cells) for line, cells in enumerate(rows, 1)))


def test_a_table_is_no_grid() -> None:
    tables = (
        sheet(("Time", "Room", "Speaker"), ("9:00", "A", "Ana Gil"), ("10:00", "B", "Bo Ek")),
        sheet(("Hour", "Poster", "Mention"), ("9:00", "a.jpg", "x"), ("10:00", "b.jpg", "x")),
        sheet(("Name", "Room 1"), ("Ana", "x"), ("Bo", "y")),
    )

    assert [grid(each, 0, GIVEN) for each in tables] == [None, None, None]


def test_weekdays_are_undated() -> None:
    with pytest.raises(Undated):
        grid(sheet(("", "Mon", "Tue"), ("9:00", "A", "B"), ("10:00", "C", "D")), 0, GIVEN)
