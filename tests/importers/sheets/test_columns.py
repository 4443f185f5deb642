"""Which row is the heading, and which column is what."""

from datetime import time

from roundtable_ical.importers.sheets.cells import Cell, Row, Sheet
from roundtable_ical.importers.sheets.columns import Columns, columns
from roundtable_ical.importers.sheets.headings import Meaning


def found(*rows: tuple[Cell, ...]) -> Columns:
    return columns(Sheet("", tuple(Row(line, cells) for line, cells in enumerate(rows, 1))))


def test_titles_above_a_table_are_not_its_heading() -> None:
    known = found(("Our Week",), ("Date", "4 May"), ("Start", "Title", "Room"), ("9:00", "A", "B"))

    assert (known.line, known.complete) == (3, True)
    assert [known.at(each) for each in (Meaning.START, Meaning.TITLE, Meaning.ROOM)] == [0, 1, 2]


def test_numbers_under_a_heading_over_several_columns_are_read_with_it() -> None:
    known = found((None, None, "Speakers", None), ("Time", "Title", 1, 2), (time(9), "A", "B", "C"))

    assert [column.at for column in known.known[Meaning.SPEAKER]] == [2, 3]


def test_a_name_beside_a_title_is_that_of_the_speaker() -> None:
    known = found(("Time", "Title", "Name"))

    assert known.at(Meaning.SPEAKER) == 2


def test_dates_that_have_times_are_starts() -> None:
    known = found(("Title", "Date"), ("A", "2026-05-04T09:00:00+02:00"))

    assert (known.at(Meaning.START), known.complete) == (1, True)


def test_a_description_has_to_do_where_there_is_no_title() -> None:
    known = found(("Time", "Description"), ("9:00", "A"))

    assert (known.at(Meaning.TITLE), known.stood_in) == (1, "Description")


def test_what_is_not_known_is_listed() -> None:
    assert found(("Time", "Title", "Catering", "Speaker Email")).unknown == (
        "Catering",
        "Speaker Email",
    )


def test_a_row_with_times_is_no_heading() -> None:
    assert not found(("9:00-10:00", "Talk 1", "Talk 2")).known


def test_of_two_columns_of_times_the_one_that_has_them_is_taken() -> None:
    known = found(("Slot", "Time", "Title"), ("Di D", "14:00-15:30 Uhr", "A"))

    assert known.at(Meaning.TIME) == 1


def test_what_could_be_titles_is_something_else_beside_them() -> None:
    known = found(("Time", "Title", "Summary", "Topic"), ("9:00", "A", "what it is", "Water"))

    assert (known.at(Meaning.ABSTRACT), known.at(Meaning.THEME)) == (2, 3)


def test_a_column_of_numbers_is_no_theme() -> None:
    known = found(("Time", "Title", "Talks"), ("9:00", "A", "70"), ("10:00", "B", "65"))

    assert Meaning.THEME not in known.known


def test_the_same_heading_over_days_and_times() -> None:
    known = found(
        ("Objet", "Début", "Début", "Fin", "Fin"),
        ("A", "03/06/2024", "09:00", "03/06/2024", "10:00"),
    )

    meanings = (Meaning.START_DATE, Meaning.START, Meaning.END_DATE, Meaning.END)
    assert [known.at(each) for each in meanings] == [1, 2, 3, 4]


def test_the_dates_and_times_of_a_german_calendar() -> None:
    known = found(("Betreff", "Beginnt am", "Beginnt um", "Endet am", "Endet um"))

    meanings = (Meaning.START_DATE, Meaning.START, Meaning.END_DATE, Meaning.END)
    assert [known.at(each) for each in meanings] == [1, 2, 3, 4]


def test_a_room_is_in_the_location_beside_it() -> None:
    known = found(("Time", "Title", "Location", "Room"))

    assert (known.at(Meaning.ROOM), known.at(Meaning.BUILDING)) == (3, 2)
