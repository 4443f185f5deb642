"""Rows, and what is between them."""

from datetime import datetime, time, timedelta

from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet
from roundtable_ical.importers.sheets.columns import columns
from roundtable_ical.importers.sheets.records import Reader, Record, lasting


def read(*rows: tuple[Cell, ...]) -> tuple[list[Record], list[tuple[int, str]]]:
    sheet = Sheet("", tuple(Row(line, cells) for line, cells in enumerate(rows, 1)))
    reader = Reader(sheet, 0, columns(sheet))
    return reader.records(), [(line, problem.code) for line, problem in reader.problems]


def test_a_row_that_is_but_a_date_dates_those_that_follow() -> None:
    records, told = read(
        *(("Time", "Title"), ("Monday, 4 May 2026", None), ("9:00", "A")),
        *((datetime(2026, 5, 5), None), ("9:00", "B")),
    )

    assert [
        record.section and (record.section.day or record.section.written is not None)
        for record in records
    ] == [
        True,
        datetime(2026, 5, 5).date(),
    ]
    assert told == []


def test_a_row_that_is_but_words_heads_those_that_follow_and_is_told() -> None:
    records, told = read(("Time", "Title"), ("Plenary", None), ("9:00", "A"))

    assert [record.themes for record in records] == [("Plenary",)]
    assert told == [(2, "not-an-item")]


def test_a_heading_inside_the_table_is_read_again() -> None:
    heading = ("Time", "Title", "Room")

    records, told = read(heading, ("9:00", "A", "X"), heading, ("10:00", "B", "Y"))

    assert [(record.title, record.room) for record in records] == [("A", "X"), ("B", "Y")]
    assert told == []


def test_sums_and_rows_without_a_title_are_left_out_and_told() -> None:
    records, told = read(
        ("No", "Time", "Title"), ("1", "9:00", "A"), ("2", "10:00", None), ("Total", None, "2")
    )

    assert [record.title for record in records] == ["A"]
    assert told == [(3, "no-title"), (4, "totals")]


def test_a_row_without_day_has_that_of_the_row_above() -> None:
    records, _ = read(("Date", "Time", "Title"), ("2026-05-04", "9:00", "A"), (None, "10:00", "B"))

    assert records[1].day == records[0].day


def test_a_row_without_time_in_another_room_is_at_the_same_time_and_told() -> None:
    records, told = read(
        ("Time", "Title", "Room", "Track"),
        ("9:00", "A", "X", "T"),
        (None, "B", "Y", "T"),
        (None, "C", None, "T"),
    )

    assert [record.timed for record in records] == [True, True, False]
    assert told == [(3, "time-inferred")]


def test_lengths_are_in_minutes_or_in_the_hours_that_the_heading_says() -> None:
    minutes, _ = read(("Time", "Title", "Duration"), (time(9), "A", 45))
    hours, _ = read(("Time", "Title", "Duration (hours)"), (time(9), "A", 2))

    assert [lasting(record) for record in (*minutes, *hours)] == [
        timedelta(minutes=45),
        timedelta(hours=2),
    ]
