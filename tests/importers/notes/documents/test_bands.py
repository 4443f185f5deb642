"""Times beside the middle of what happens then."""

from roundtable_ical.importers.notes.documents.bands import aligned
from roundtable_ical.importers.notes.documents.columns import Stops
from roundtable_ical.importers.notes.documents.glyphs import Row, Run, Word


def row(base: float, *placed: tuple[float, str]) -> Row:
    runs = tuple(
        Run(words=(Word(text=text, x0=x, x1=x + 5 * len(text), bold=False),)) for x, text in placed
    )
    return Row(runs=runs, base=base, size=10, page=1)


def texts(rows: list[Row]) -> list[str]:
    return [each.text for each in aligned(rows, Stops(at=(150.0, 300.0)), leading=12)]


def test_a_time_between_two_rows_is_put_beside_the_first() -> None:
    rows = [row(100, (150, "Opening")), row(106, (50, "9:00")), row(112, (150, "Ms. Ana"))]

    assert texts(rows) == ["9:00  Opening", "Ms. Ana"]


def test_a_time_on_the_middle_row_is_put_beside_the_first() -> None:
    rows = [row(100, (150, "a")), row(112, (50, "9:00"), (150, "b")), row(124, (150, "c"))]

    assert texts(rows) == ["9:00  a", "b", "c"]


def test_all_columns_begin_at_the_top() -> None:
    rows = [
        row(100, (300, "Ms. Ana")),
        row(112, (50, "9:00"), (150, "Opening"), (300, "Mr. Bo")),
        row(124, (300, "Ms. Cy")),
    ]

    assert texts(rows) == ["9:00  Opening  Ms. Ana", "Mr. Bo", "Ms. Cy"]


def test_a_time_at_the_top_stays_there() -> None:
    rows = [row(100, (50, "9:00"), (150, "Opening")), row(112, (150, "Ms. Ana"))]

    assert texts(rows) == ["9:00  Opening", "Ms. Ana"]


def test_what_stands_apart_belongs_to_no_band() -> None:
    rows = [row(100, (150, "Tea")), row(130, (50, "9:00")), row(160, (150, "Ms. Ana"))]

    assert texts(rows) == ["Tea", "9:00", "Ms. Ana"]
