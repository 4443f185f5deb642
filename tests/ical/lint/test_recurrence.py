from datetime import datetime, timedelta

import pytest

from roundtable_ical.ical.lint.recurrence import rule

START = datetime(1970, 3, 8, 2)
EST = timedelta(hours=-5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "2026-03-08"),
        ("freq=yearly;bymonth=3;byday=2su", "2026-03-08"),
        ("FREQ=YEARLY;INTERVAL=1;WKST=MO;BYDAY=-1SU;BYMONTH=10", "2026-10-25"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14", "2026-03-08"),
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1", "2026-04-30"),
        ("FREQ=YEARLY;BYMONTH=10", "2026-10-08"),
        ("FREQ=YEARLY", "2026-03-08"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;UNTIL=20260308T070000Z", "2026-03-08"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;UNTIL=20260308", "2026-03-08"),
    ],
)
def test_a_yearly_date_falls_where_it_should(text: str, day: str) -> None:
    found = rule(text, START, EST)

    assert found is not None
    assert found.onset(2026, START) == datetime.fromisoformat(f"{day}T02:00")


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYDAY=5SU",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;UNTIL=20260308T065959Z",
    ],
)
def test_a_year_may_have_no_such_date(text: str) -> None:
    found = rule(text, START, EST)

    assert found is not None
    assert found.onset(2026, START) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=YEARLY;COUNT=3;BYMONTH=3;BYDAY=2SU",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=2SU",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYMONTH=3,4;BYDAY=2SU",
        "FREQ=YEARLY;BYMONTH=13;BYDAY=2SU",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;UNTIL=soon",
    ],
)
def test_what_is_not_one_date_in_each_year_is_none(text: str) -> None:
    assert rule(text, START, EST) is None
