"""How long something lasts, in cells."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.sheets.cells import Cell
from roundtable_ical.importers.sheets.lengths import minutes


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (45, 45),
        ("45 min", 45),
        ("0:45", 45),
        ("1:30:00", 90),
        ("1h30", 90),
        ("PT45M", 45),
        (time(0, 45), 45),
        (timedelta(minutes=30), 30),
        (0.03125, 45),
        (1.5, 90),
        ("2 Std.", 120),
        ("long", None),
        (0, None),
        (None, None),
    ],
)
def test_lengths_are_minutes(cell: Cell, expected: int | None) -> None:
    assert minutes(cell) == expected


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers(), st.times()))
def test_no_cell_breaks_it(cell: Cell) -> None:
    found = minutes(cell)

    assert found is None or found > 0
