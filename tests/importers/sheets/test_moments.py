"""Days and times in cells."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.times.clocks import Clock, Half
from roundtable_ical.importers.sheets.cells import Cell
from roundtable_ical.importers.sheets.moments import told, with_half

DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("cell", "day", "start", "end"),
    [
        (datetime(2026, 5, 4), DAY, None, None),
        (datetime(2026, 5, 4, 9), DAY, "09:00", None),
        (time(9, 20), None, "09:20", None),
        (46146, DAY, None, None),
        ("46146.375", DAY, "09:00", None),
        (0.375, None, "09:00", None),
        (1330, None, "13:30", None),
        (9.3, None, "09:30", None),
        ("2026-05-04", DAY, None, None),
        ("2026-05-04 09:00", DAY, "09:00", None),
        ("4.5.2026 9.00", DAY, "09:00", None),
        ("4-May-26", DAY, None, None),
        ("May 4, 2026 at 2:00 PM", DAY, "14:00", None),
        ("4 мая 2026", DAY, None, None),
        ("4 maja 2026", DAY, None, None),
        ("2026年5月4日", DAY, None, None),
        ("12:30–14:45", None, "12:30", "14:45"),
        ("9h30-10h", None, "09:30", "10:00"),
        ("2026-05-04 09:00 - 2026-05-04 10:00", DAY, "09:00", "10:00"),
        ("20260504", DAY, None, None),
        (True, None, None, None),
        (None, None, None, None),
    ],
)
def test_cells_are_read_as_people_and_programs_write_them(
    cell: Cell, day: date | None, start: str | None, end: str | None
) -> None:
    found = told(cell, times=True)
    days = found.written.days() if found.written else ()

    assert (found.day or (days[0] if days else None)) == day
    assert (found.start and f"{found.start.time():%H:%M}") == start
    assert (found.end and f"{found.end.time():%H:%M}") == end


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-04T09:00:00+02:00",
        "2026-05-04 07:00Z",
        "20260504T070000Z",
        "1777878000",
        "1777878000000",
    ],
)
def test_a_time_with_its_offset_is_a_moment(text: str) -> None:
    moment = told(text, times=True).moment

    assert moment is not None
    assert moment.timestamp() == 1777878000


def test_a_start_is_in_the_half_of_the_day_of_its_end() -> None:
    half_past, eleven = Clock(hour=1, minute=30), Clock(hour=11)
    three, one = Clock(hour=3, half=Half.PM), Clock(hour=1, half=Half.PM)

    assert with_half(half_past, three).minutes == 13 * 60 + 30
    assert with_half(eleven, one).minutes == 11 * 60


@given(
    st.one_of(
        st.text(max_size=60),
        st.floats(),
        st.integers(),
        st.datetimes(),
        st.times(),
        st.timedeltas(timedelta(0), timedelta(days=9)),
    )
)
def test_no_cell_breaks_it(cell: Cell) -> None:
    found = told(cell, times=True)

    assert found.end is None or found.start is not None


def test_halves_of_the_day_before_a_time_and_korean_days() -> None:
    afternoon, day = told("下午2:00-3:00", times=False), told("2024년 6월 15일", times=False)

    assert afternoon.start is not None
    assert afternoon.end is not None
    assert (afternoon.end.half, with_half(afternoon.start, afternoon.end).minutes) == ("pm", 840)
    assert day.written is not None
    assert day.written.days() == (date(2024, 6, 15),)
