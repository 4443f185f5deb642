from datetime import date

import pytest
from babel import Locale

from roundtable_ical.web.dates import full, short, span, weekday

ENGLISH = Locale.parse("en_GB")


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2027, 9, 20), date(2027, 9, 24), "Monday 20 – Friday 24 September 2027"),
        (date(2026, 10, 29), date(2026, 11, 4), "Thursday 29 October – Wednesday 4 November 2026"),
        (
            date(2026, 12, 31),
            date(2027, 1, 1),
            "Thursday 31 December 2026 – Friday 1 January 2027",
        ),
        (date(2026, 12, 31), date(2026, 12, 31), "Thursday 31 December 2026"),
    ],
)
def test_what_two_days_share_is_said_once(first: date, last: date, told: str) -> None:
    assert span(first, last, ENGLISH) == told


def test_the_year_may_be_left_out() -> None:
    assert short(date(2026, 10, 29), ENGLISH, year=False) == "Thu 29 Oct"
    assert weekday(date(2026, 10, 29), ENGLISH) == "Thu 29"


def test_an_arabic_month_has_both_its_names() -> None:
    told = [full(date(2026, month, 1), Locale("ar")) for month in range(1, 13)]

    assert all(words.count("/") == 1 for words in told)
