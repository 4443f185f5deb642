from datetime import datetime

import pytest

from roundtable_ical.zones.database import current
from roundtable_ical.zones.tzif import seconds
from roundtable_ical.zones.yearly import Pair, Yearly, pair


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def found(key: str, first: str, last: str, *, whole_years: bool = True) -> Pair | None:
    start, end = (seconds(datetime.fromisoformat(day), 0) for day in (first, last))
    return pair(current().history(key), start, end, whole_years=whole_years)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (Yearly(11, 1, 6, 7200), wall("2026-11-01 02:00")),
        (Yearly(3, 2, 6, 7200), wall("2026-03-08 02:00")),
        (Yearly(10, -1, 6, 0), wall("2026-10-25")),
        (Yearly(2, -1, 5, 0), wall("2026-02-28")),
        (Yearly(3, 4, 5, 0), wall("2026-03-28")),
    ],
)
def test_the_day_of_a_year(date: Yearly, day: datetime) -> None:
    assert date.wall(2026) == day


def test_a_rule_as_it_stands_in_the_database_is_kept() -> None:
    zurich = found("Europe/Zurich", "2026-09-23", "2026-09-24")

    assert zurich is not None
    assert zurich.to_daylight == Yearly(3, -1, 6, 7200)
    assert zurich.to_standard == Yearly(10, -1, 6, 10_800)


def test_a_time_outside_its_day_falls_on_the_neighbouring_weekday() -> None:
    nuuk = found("America/Nuuk", "2026-09-23", "2026-09-24")

    assert nuuk is not None
    assert nuuk.to_daylight == Yearly(3, -1, 5, 23 * 3600)


def test_a_shifted_day_is_the_last_in_some_years_and_the_fourth_in_others() -> None:
    """The Saturday before the last Sunday of March is the 24th in 2029, the 30th in 2030."""
    early = found("America/Nuuk", "2029-09-23", "2029-09-24")
    late = found("America/Nuuk", "2030-09-23", "2030-09-24")

    assert early is not None
    assert late is not None
    assert early.to_daylight == Yearly(3, 4, 5, 23 * 3600)
    assert late.to_daylight == Yearly(3, -1, 5, 23 * 3600)
    assert found("America/Nuuk", "2029-09-23", "2030-09-24") is None


@pytest.mark.parametrize("key", ["Asia/Tokyo", "Africa/Casablanca", "UTC"])
def test_a_zone_without_a_daylight_rule_has_no_pair(key: str) -> None:
    assert found(key, "2026-09-23", "2026-09-24") is None


def test_other_rules_in_that_year_are_not_answered_with_those_of_today() -> None:
    assert found("America/New_York", "2006-09-23", "2006-09-24") is None


def test_a_span_may_be_right_where_its_year_is_not() -> None:
    """Cairo's clock was moved in 2023 for the first time after years, on the rule of today."""
    spring = ("2023-04-01", "2023-05-20")
    winter = ("2014-05-01", "2014-10-30")

    assert found("Africa/Cairo", *spring, whole_years=False) is not None
    assert found("Africa/Cairo", *winter, whole_years=False) is None


def test_nothing_is_said_about_the_years_before_the_definitions_begin() -> None:
    assert found("Europe/Zurich", "1970-06-01", "1970-06-02") is None
