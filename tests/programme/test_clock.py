"""Times and days as people write them."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.clock import (
    Hours,
    MissingYear,
    Moment,
    StatedHours,
    WallClock,
    day,
    wall_clock,
)

NINE = time(9)
THURSDAY = date(2026, 10, 29)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("08:15", WallClock(time(8, 15))),
        ("8:15", WallClock(time(8, 15))),
        ("8.15", WallClock(time(8, 15))),
        (" 08:15:00 ", WallClock(time(8, 15))),
        ("2026-10-31 00:30", WallClock(time(0, 30), date(2026, 10, 31))),
        ("2026-10-31T00:30", WallClock(time(0, 30), date(2026, 10, 31))),
        (time(8, 15), WallClock(time(8, 15))),
        (datetime(2026, 10, 31, 0, 30), WallClock(time(0, 30), date(2026, 10, 31))),
        (WallClock(NINE), WallClock(NINE)),
    ],
)
def test_a_time_is_read_as_people_write_it(written: object, read: WallClock) -> None:
    found = wall_clock(written)

    assert found == read


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("8", "write 08:00"),
        ("8h15", "write 08:15"),
        ("8:15 am", "write 08:15"),
        ("8.15 p.m.", "write 20:15"),
        ("12 pm", "write 12:00"),
        ("12:30 am", "write 00:30"),
        ("0815", "write 08:15"),
        ("noon", "write hours and minutes, as 08:15 or 14:30"),
        ("8.5", "write hours and minutes, as 08:15 or 14:30"),
        ("", "write hours and minutes, as 08:15 or 14:30"),
        (8.15, "write 08:15"),
        (None, "write hours and minutes, as 08:15 or 14:30"),
        (
            "24:00",
            "hours go from 00 to 23 and minutes to 59; midnight is 00:00 of the next day",
        ),
    ],
)
def test_what_is_no_time_says_how_to_write_it(written: object, hint: str) -> None:
    with pytest.raises(InvalidField) as caught:
        wall_clock(written)

    assert (caught.value.reason, caught.value.hint) == ("is not a time of day", hint)


@given(st.times(), st.dates(date(1970, 1, 1), date(2199, 12, 31)) | st.none())
def test_a_wall_clock_reads_what_it_shows(at: time, on: date | None) -> None:
    shown = WallClock(at.replace(second=0, microsecond=0), on)

    assert wall_clock(str(shown)) == shown


def test_a_time_with_its_own_day_keeps_it() -> None:
    evening, night = WallClock(time(22)), WallClock(time(0, 30), date(2026, 10, 30))

    found = (evening.on(THURSDAY), night.on(THURSDAY))

    assert found == (datetime(2026, 10, 29, 22), datetime(2026, 10, 30, 0, 30))


@pytest.mark.parametrize("written", ["2026-10-29", THURSDAY, datetime(2026, 10, 29, 9, tzinfo=UTC)])
def test_a_day_is_read(written: object) -> None:
    found = day(written)

    assert found == THURSDAY


@pytest.mark.parametrize(
    ("written", "kind", "reason", "hint"),
    [
        ("29 October", MissingYear, "has no year", "write the year too, as YYYY-10-29"),
        ("Thursday 29 Oct", MissingYear, "has no year", "write the year too, as YYYY-10-29"),
        ("29 February", MissingYear, "has no year", "write the year too, as YYYY-02-29"),
        (
            "29 October 2026",
            InvalidField,
            "is not written as year-month-day",
            "write 2026-10-29, if that is what it means",
        ),
        ("2026-02-30", InvalidField, "does not exist", "check month and day"),
        (
            "soon",
            InvalidField,
            "is not a date",
            "write year-month-day, as 2026-09-26",
        ),
        (
            "0226-10-29",
            InvalidField,
            "is too far away",
            "check the year; 1970 to 2199 are possible",
        ),
    ],
)
def test_what_is_no_day_says_what_to_write(
    written: str, kind: type[InvalidField], reason: str, hint: str
) -> None:
    with pytest.raises(InvalidField) as caught:
        day(written)

    assert (type(caught.value), caught.value.reason, caught.value.hint) == (kind, reason, hint)


@given(st.text(max_size=70) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{0,4}"))
def test_any_words_are_a_day_or_say_why_not(words: str) -> None:
    try:
        found: date | str = day(words)
    except InvalidField as error:
        found = error.hint

    assert found.year in range(1970, 2200) if isinstance(found, date) else found


def test_a_moment_keeps_its_offset_and_drops_parts_of_a_second() -> None:
    read = TypeAdapter(Moment).validate_python

    found = [read("2026-10-01T09:00:00Z"), read("2026-10-01T09:00:00.5-04:00")]

    assert [moment.isoformat() for moment in found] == [
        "2026-10-01T09:00:00+00:00",
        "2026-10-01T09:00:00-04:00",
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2026-10-01", "has no UTC offset"),
        (datetime(2026, 10, 1), "has no UTC offset"),
        (5, "has no UTC offset"),
        ("yesterday", "is not a moment"),
        ("0001-01-01T00:00:00+05:00", "is too far away"),
        (datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-5))), "is too far away"),
    ],
)
def test_a_moment_without_an_offset_or_out_of_reach_is_refused(value: object, reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Moment).validate_python(value)

    assert caught.value.errors()[0]["ctx"]["error"].reason == reason


@pytest.mark.parametrize("written", ["08:30-10:00", "8.30 – 10.00", "8:30 to 10:00", "08:30—10:00"])
def test_stated_hours_are_read_as_invitations_print_them(written: str) -> None:
    hours = TypeAdapter(StatedHours).validate_python(written)

    assert (hours, str(hours)) == (
        Hours(start=WallClock(time(8, 30)), end=WallClock(time(10))),
        "08:30-10:00",
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (time(8, 15, 30), "time: '08:15:30' has seconds; write a whole minute"),
        (
            datetime(2026, 10, 31, 8, 0, 0, 1),
            "time: '08:00:00.000001' has seconds; write a whole minute",
        ),
        (
            time(8, tzinfo=UTC),
            "time: '08:00:00+00:00' has a time zone of its own; "
            "write `timezone` for the segment, and here the time on the wall at the venue",
        ),
    ],
)
def test_what_a_clock_on_the_wall_cannot_show_is_refused(value: object, reason: str) -> None:
    with pytest.raises(InvalidField) as caught:
        wall_clock(value)

    assert str(caught.value) == reason


def test_a_dotted_date_may_be_read_both_ways_and_both_are_offered() -> None:
    with pytest.raises(InvalidField) as caught:
        day("1.10.2026")

    assert caught.value.hint == "write 2026-01-10 or 2026-10-01, if that is what it means"
