"""Moments, clocks and lengths as schedule files write them."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.schedules.moments import clock, day, minutes, moment

EAST = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2026-10-29T10:00:00+01:00", datetime(2026, 10, 29, 10, tzinfo=EAST)),
        ("2026-10-29T10:00:00Z", datetime(2026, 10, 29, 10, tzinfo=UTC)),
        ("2026-10-29 10:00 +0100", datetime(2026, 10, 29, 10, tzinfo=EAST)),
        ("20261029T100000", datetime(2026, 10, 29, 10)),
        ("2026-10-29T24:00", datetime(2026, 10, 30)),
        ("2026-10-29", None),
        ("2026-13-29T10:00", None),
        ("soon and very soon", None),
        (20261029, None),
        (None, None),
    ],
)
def test_a_moment_is_read(words: object, found: datetime | None) -> None:
    assert moment(words) == found


def test_a_day_is_read_also_at_the_head_of_a_moment() -> None:
    assert [day("2026-10-29"), day("20261029T1000"), day("2026-02-30"), day(3)] == [
        date(2026, 10, 29),
        date(2026, 10, 29),
        None,
        None,
    ]


def test_a_time_of_day_is_read() -> None:
    assert [clock(words) for words in ("9:30", "21:30:00", "9:30 pm", "12:00 am", "25:00", "")] == [
        time(9, 30),
        time(21, 30),
        time(21, 30),
        time(0),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        *(("00:30", 30), ("1:30", 90), ("26:00", 1560), ("01:30:00", 90), ("1 day, 2:00", 1560)),
        *(("PT1H30M", 90), ("45 min", 45), ("1h", 60), ("90", 90), (20, 20), (20.0, 20)),
        *(("00:00", None), ("", None), (None, None), (-5, None), (True, None), ("ages", None)),
        *(("9" * 9, None), (float("inf"), None), (float("nan"), None)),
    ],
)
def test_a_length_is_read(words: object, found: int | None) -> None:
    assert minutes(words) == found


@given(st.text(max_size=60))
def test_no_words_are_too_strange(words: str) -> None:
    assert {type(read(words)) for read in (moment, day, clock, minutes)} <= {
        type(None), datetime, date, time, int
    }  # fmt: skip


@given(st.datetimes(min_value=datetime(1990, 1, 1), timezones=st.just(UTC)))
def test_what_python_writes_is_read(at: datetime) -> None:
    assert moment(at.isoformat()) == at
