"""Whole tables and workbooks become events."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from openpyxl import Workbook

from roundtable_ical import zones
from roundtable_ical.importers.tables import CsvImporter, XlsxImporter
from roundtable_ical.ports import Given, Source
from roundtable_ical.programme.reading import Reading

GIVEN = Given(timezone=zones.zone("Europe/Paris"))


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> Reading:
    book = Workbook()
    for first in book.worksheets:
        book.remove(first)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return XlsxImporter().read(Source("x.xlsx", content.getvalue(), GIVEN))


def said(reading: Reading) -> list[str]:
    return [
        f"{item.start:%d %H:%M}-{item.end:%H:%M} {item.segment.title} "
        f"{item.venue and item.venue.name}"
        for item in reading.required().occurrences
    ]


def test_sheets_may_be_days() -> None:
    heading = ("From", "To", "Session", "Room")

    reading = workbook(
        {
            "Mon 4 May 2026": [
                ("Forum on Water",),
                (),
                heading,
                (time(9), time(10), "Opening", "Hall"),
            ],
            "Tue 5 May 2026": [heading, (time(9), time(10), "Closing", "Annex")],
        }
    )

    assert said(reading) == ["04 09:00-10:00 Opening Hall", "05 09:00-10:00 Closing Annex"]
    assert str(reading.required().title) == "Forum on Water"


def test_sheets_may_be_rooms() -> None:
    rows = [
        ("Date", "Début", "Durée", "Titre"),
        (date(2026, 3, 2), time(14), timedelta(minutes=45), "Exposé"),
    ]

    reading = workbook({"Salle Bleue": rows, "Salle Rouge": rows})

    assert said(reading) == [
        "02 14:00-14:45 Exposé Salle Bleue",
        "02 14:00-14:45 Exposé Salle Rouge",
    ]


def test_a_sheet_that_is_no_agenda_is_told() -> None:
    reading = workbook(
        {
            "Agenda": [("Start", "End", "Title"), ("2026-05-04 09:00", "2026-05-04 10:00", "A")],
            "Contacts": [("Name", "Email"), ("Ana Gil", "ana@example.org")],
        }
    )

    assert [p.message.partition(":")[0] for p in reading.problems if p.code == "not-an-agenda"] == [
        "the sheet 'Contacts' was not read"
    ]


def test_sheets_that_repeat_each_other_are_read_once() -> None:
    reading = workbook(
        {
            "Accepted sessions": [
                ("Title", "Scheduled At", "Scheduled Duration"),
                ("A", "2026-05-04 09:00", 45),
            ],
            "Accepted sessions and speakers": [
                ("Title", "Scheduled At", "Scheduled Duration", "FirstName", "LastName"),
                ("A", "2026-05-04 09:00", 45, "Ann", "Lee"),
            ],
        }
    )

    (segment,) = reading.required().segments

    assert [each.speaker for each in segment.speakers] == ["ann-lee"]


def test_a_grid_is_refused_with_the_way_out() -> None:
    reading = workbook({"S": [("Time", "Room A", "Room B"), ("9:00-10:00", "Talk 1", "Talk 2")]})

    assert reading.event is None
    assert [problem.code for problem in reading.problems] == ["no-columns"]
    assert reading.problems[0].message.startswith("no title column found")


def test_a_table_without_times_is_refused_with_its_headings() -> None:
    reading = CsvImporter().read(Source("x.csv", b"session_title,full_name\nA,Ana Gil\n"))

    assert [str(problem) for problem in reading.problems] == [
        "x.csv, line 1: no start column found (the headings seem to be: session_title, full_name); "
        "a table needs a heading with a column for titles and one for times, as Title and Start"
    ]


def test_an_empty_file_is_refused() -> None:
    reading = CsvImporter().read(Source("x.csv", b""))

    assert (reading.event, [problem.code for problem in reading.problems]) == (None, ["empty"])
