from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from roundtable_ical.web.models.hours import Hours, hours, offset, readers_hours
from roundtable_ical.web.reader import Reader

NEW_YORK = ZoneInfo("America/New_York")
START, END = (datetime(2013, 9, 26, hour, 15, tzinfo=NEW_YORK) for hour in (8, 10))


def reader(tz: str) -> Reader:
    return Reader.from_query({"tz": tz}, "en")


def test_venue_time_is_as_on_the_wall() -> None:
    assert hours(START, END, reader(""), "New York") == Hours(
        start="08:15",
        end="10:15",
        start_at="2013-09-26T08:15-04:00",
        end_at="2013-09-26T10:15-04:00",
        city="New York",
    )


def test_the_readers_clock_is_called_by_its_city() -> None:
    found = readers_hours(START, END, reader("Geneva"))

    assert (str(found), found and found.city, found and found.day) == ("14:15–16:15", "Geneva", "")


def test_another_day_is_said() -> None:
    late = START.replace(hour=20)

    found = readers_hours(late, late.replace(hour=21), reader("Tokyo"))

    assert (str(found), found and found.day) == ("09:15–10:15", "Fri 27")


def test_an_end_that_nobody_knows_is_left_open() -> None:
    here = hours(START, END, reader(""), open_end=True)
    there = readers_hours(START, END, reader("Geneva"), open_end=True)

    assert (str(here), here.end_at) == ("08:15–", "2013-09-26T10:15-04:00")
    assert str(there) == "14:15–"


@pytest.mark.parametrize("tz", ["", "New York", "Washington", "America/Toronto"])
def test_the_same_clock_is_not_shown_twice(tz: str) -> None:
    assert readers_hours(START, END, reader(tz)) is None


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("America/New_York", "UTC−4"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("UTC", "UTC"),
        ("America/St_Johns", "UTC−2:30"),
    ],
)
def test_a_clock_says_how_far_from_utc_it_is(zone: str, told: str) -> None:
    assert offset(datetime(2013, 7, 1, 12, tzinfo=ZoneInfo(zone))) == told
