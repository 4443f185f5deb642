"""What stands above the columns of a grid."""

import pytest

from roundtable_ical.importers.sheets.cells import Cell, Row
from roundtable_ical.importers.sheets.labels import Label, above, floats, label
from roundtable_ical.importers.sheets.moments import told


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("Room 1",), Label(room="Room 1")),
        (("Great Hall",), Label(room="Great Hall")),
        (("Track 2",), Label(theme="Track 2")),
        (("Speaker",), None),
        (("Room",), None),
        (("Abstract",), None),
        ((42,), None),
        ((), Label()),
    ],
)
def test_what_a_label_says(cells: tuple[Cell, ...], found: Label | None) -> None:
    assert label(cells) == found


def test_a_day_and_a_room_in_one_cell() -> None:
    found = label(("Mon 4 May 2026 - Room 1",))

    assert found is not None
    assert found.day is not None
    assert (found.room, floats(found.day)) == ("Room 1", False)


def test_a_date_is_surer_than_a_day_of_the_week() -> None:
    found = label(("Monday", "4 May 2026"))

    assert found is not None
    assert found.day is not None
    assert not floats(found.day)


@pytest.mark.parametrize("words", ["Monday", "Mon", "Di", "Monday 8"])
def test_days_of_the_week_float(words: str) -> None:
    assert floats(told(words, times=False))


def test_a_cell_over_several_columns_is_above_all_of_them() -> None:
    row = Row(1, ("Time", "Monday", None, "Tuesday", None))

    assert [above(row, at, 0) for at in range(1, 5)] == ["Monday", "Monday", "Tuesday", "Tuesday"]
