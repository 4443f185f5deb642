"""The days of a recurring segment."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.recurrence import checked_rule, days

THURSDAY = date(2026, 10, 29)


def october(*numbers: int) -> list[date]:
    return [date(2026, 10, number) for number in numbers]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("FREQ=DAILY;COUNT=3", october(29, 30, 31)),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20261102", [*october(29, 31), date(2026, 11, 2)]),
        ("FREQ=WEEKLY;BYDAY=TH,FR;COUNT=2", october(29, 30)),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=1", [date(2026, 11, 2)]),
        ("FREQ=MONTHLY;BYDAY=-1TH;COUNT=2", [date(2026, 10, 29), date(2026, 11, 26)]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=1", [date(2028, 2, 29)]),
        ("FREQ=DAILY;UNTIL=20261029", october(29)),
    ],
)
def test_a_rule_gives_its_days_in_order(rule: str, found: list[date]) -> None:
    assert list(days(rule, THURSDAY)) == found


def test_days_are_left_out_and_added() -> None:
    found = list(
        days("FREQ=DAILY;COUNT=3", THURSDAY, without=october(30), also=[*october(25), *october(31)])
    )

    assert found == october(25, 29, 31)


def test_a_rule_is_read_in_any_capitals_and_with_its_name() -> None:
    found = checked_rule(" rrule:freq=weekly; byday=mo,we;\n until=20261104 ")

    assert found == "FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261104"


ONE_OF_TWO = "write one of the two, as COUNT=5 or UNTIL=20261104"
WHICH_DAYS = "write which days, as FREQ=DAILY;COUNT=5 or FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261104"


@pytest.mark.parametrize(
    ("rule", "reason", "hint"),
    [
        ("FREQ=DAILY", "never ends", ONE_OF_TWO),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261104", "ends twice, by COUNT and by UNTIL", ONE_OF_TWO),
        ("FREQ=HOURLY;COUNT=2", "is not a rule of days", WHICH_DAYS),
        ("FREQ=DAILY;BYHOUR=9;COUNT=2", "is not a rule of days", WHICH_DAYS),
        ("daily", "is not a rule of days", WHICH_DAYS),
        ("", "is not a rule of days", WHICH_DAYS),
        (
            "FREQ=DAILY;COUNT=0",
            "has no usable COUNT",
            "write a whole number from 1 on, as COUNT=2",
        ),
        (
            "FREQ=DAILY;COUNT=2;INTERVAL=0",
            "has no usable INTERVAL",
            "write a whole number from 1 on, as INTERVAL=2",
        ),
        (
            "FREQ=DAILY;UNTIL=2026",
            "has no usable UNTIL",
            "write its last day, as UNTIL=20261104",
        ),
        (
            "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
            "cannot be read (invalid 'BYDAY': XX)",
            "see RFC 5545 section 3.3.10, as FREQ=DAILY;COUNT=5",
        ),
    ],
)
def test_a_rule_that_cannot_be_used_says_why(rule: str, reason: str, hint: str) -> None:
    with pytest.raises(InvalidField) as caught:
        checked_rule(rule)

    assert (caught.value.value, caught.value.reason, caught.value.hint) == (rule, reason, hint)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("FREQ=DAILY;COUNT=401", "has too many days"),
        ("FREQ=DAILY;UNTIL=20281104", "has too many days"),
        ("FREQ=YEARLY;COUNT=7", "goes on for more than five years"),
        ("FREQ=YEARLY;UNTIL=20400101", "goes on for more than five years"),
        ("FREQ=DAILY;UNTIL=20261028", "has no day at all"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "has no day at all"),
    ],
)
def test_a_rule_with_too_many_days_or_none_is_refused(rule: str, reason: str) -> None:
    with pytest.raises(InvalidField) as caught:
        list(days(rule, THURSDAY))

    assert caught.value.reason == reason


def test_leaving_out_every_day_is_told() -> None:
    with pytest.raises(InvalidField) as caught:
        list(days("FREQ=DAILY;COUNT=1", THURSDAY, without=[THURSDAY]))

    assert caught.value.hint == "the first day is 2026-10-29; check the rule and `without`"


@given(
    st.dates(date(1970, 1, 1), date(2199, 12, 31)),
    st.integers(1, 30),
    st.integers(1, 40),
)
def test_a_rule_counts_from_any_first_day(first: date, interval: int, count: int) -> None:
    """Days are looked for elsewhere in the calendar (`_found`): weekdays and leap days hold."""
    rule = f"FREQ=DAILY;INTERVAL={interval};COUNT={count}"

    found = list(days(rule, first))

    assert found == [first + timedelta(days=interval * number) for number in range(count)]


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_a_weekly_rule_stays_on_its_weekday(first: date) -> None:
    found = list(days("FREQ=WEEKLY;COUNT=60", first))

    assert {day.weekday() for day in found} == {first.weekday()}


PARTS: dict[str, list[str]] = {
    "COUNT": ["1", "400", "0", "x", "999999"],
    "UNTIL": ["20261104", "20261104T000000Z", "99991231", "00000000", "20270230"],
    "INTERVAL": ["1", "7", "999999", "0"],
    "BYDAY": ["MO", "1MO", "+60MO", "-60MO", "XX", "", "0MO"],
    "BYMONTHDAY": ["31", "-1", "0", "-40", "a"],
    "BYMONTH": ["2", "13", "0", "-1"],
    "BYYEARDAY": ["366", "-366", "400"],
    "BYWEEKNO": ["53", "99", "-53"],
    "BYSETPOS": ["1", "-1", "0", "400"],
    "WKST": ["MO", "ZZ", "1"],
}


@st.composite
def rules(draw: Callable[[st.SearchStrategy[str]], str]) -> str:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    names = [name for name in PARTS if draw(st.sampled_from(["", "", "with"]))]
    return ";".join(
        [f"FREQ={frequency}", *(f"{name}={draw(st.sampled_from(PARTS[name]))}" for name in names)]
    )


@settings(deadline=3_000)
@given(rules())
def test_any_rule_gives_days_or_says_why_not_and_soon(rule: str) -> None:
    try:
        found = list(days(checked_rule(rule), THURSDAY))
    except InvalidField:
        return

    assert found == sorted(set(found))
    assert 1 <= len(found) <= 400
