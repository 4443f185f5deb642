from datetime import datetime, timedelta

import pytest

from roundtable_ical.ical.lint.content import ContentLine, parsed
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.ical.lint.moments import Moment, duration, moment, moments


def read(text: str) -> list[Moment | None]:
    found = parsed(ContentLine(text, ((0, 1),)), Report())
    assert found is not None
    return moments(found) if found.name == "RDATE" else [moment(found)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("DTSTART:20260924T081500", "floating"),
        ("DTSTART:20260924T081500Z", "utc"),
        ("DTSTART;TZID=America/New_York:20260924T081500", "local"),
    ],
)
def test_a_time_says_on_whose_clock_it_is(text: str, form: str) -> None:
    (found,) = read(text)

    assert found is not None
    assert (found.wall, found.form) == (datetime(2026, 9, 24, 8, 15), form)


@pytest.mark.parametrize(
    "value",
    ["", "2026-09-24", "20260931", "20260924T240000", "20260924T0815", "20260924T081500+0200"],
)
def test_what_is_no_time_is_none(value: str) -> None:
    assert read(f"DTSTART:{value}") == [None]


def test_a_leap_second_is_the_last_of_its_minute() -> None:
    (found,) = read("DTSTART:20161231T235960Z")

    assert found is not None
    assert found.wall == datetime(2016, 12, 31, 23, 59, 59)


def test_a_list_has_the_starts_of_its_periods() -> None:
    found = read("RDATE;VALUE=PERIOD:20260924T081500Z/PT1H,20260925T081500Z/20260925T091500Z,x")

    assert [one and one.wall.day for one in found] == [24, 25, None]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("PT1H", 60), ("P1DT1H30M", 1530), ("P1W", 10080), ("-PT15M", -15), ("+PT0S", 0)],
)
def test_durations_are_read(text: str, minutes: int) -> None:
    assert duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "P", "PT", "P1H", "1H", "P1WT1H", "PT1,5H", "P99999999W"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert duration(text) is None
