"""Times in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from roundtable_ical.scheduling.spoken import hours, span, wall


def at(words: str, fold: int = 0, zone: str = "America/New_York") -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone), fold=fold)


def test_a_time_that_the_clock_shows_twice_says_which() -> None:
    assert wall(at("2026-11-01 01:30")) == "01:30 (first, UTC-04:00)"
    assert wall(at("2026-11-01 01:30", fold=1)) == "01:30 (second, UTC-05:00)"
    assert wall(at("2026-04-05 01:45", 1, "Australia/Lord_Howe")) == "01:45 (second, UTC+10:30)"
    assert wall(at("2026-11-01 02:00")) == "02:00"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (at("2026-11-01 00:30"), at("2026-11-01 00:50"), "00:30-00:50"),
        (at("2026-11-01 01:10"), at("2026-11-01 01:40"), "01:10-01:40 (first, UTC-04:00)"),
        (
            at("2026-11-01 01:40"),
            at("2026-11-01 01:10", fold=1),
            "01:40 (first, UTC-04:00)-01:10 (second, UTC-05:00)",
        ),
        (at("2026-11-01 01:40", 1), at("2026-11-01 02:10"), "01:40 (second, UTC-05:00)-02:10"),
        (
            at("2026-10-31 23:40"),
            at("2026-11-01 01:10"),
            "23:40-2026-11-01 01:10 (first, UTC-04:00)",
        ),
    ],
)
def test_a_span_says_it_once_where_both_are_the_same(
    start: datetime, end: datetime, expected: str
) -> None:
    assert span(start, end) == expected
    assert hours(start, end) == f"{start:%Y-%m-%d} {expected}"
