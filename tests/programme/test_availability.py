"""Days and hours in words."""

from datetime import date, time

import pytest

from roundtable_ical.errors import InvalidField
from roundtable_ical.programme.availability import Window, on_day, window
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue

THURSDAY, FRIDAY = date(2026, 10, 29), date(2026, 10, 30)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-10-29", "2026-10-29"),
        ("2026-10-29 9.00-13:00", "2026-10-29 09:00-13:00"),
        ("2026-10-29 to 2026-10-31", "2026-10-29 to 2026-10-31"),
        ("2026-10-29 - 2026-10-31, 09:00 to 13:00", "2026-10-29 to 2026-10-31 09:00-13:00"),
        ("08:00-18:00", "08:00-18:00"),
        ("22:00 – 02:00", "22:00-02:00"),
        ("Fridays 12:30-13:30", "fri 12:30-13:30"),
        ("Monday to Friday, 8:00-18:00", "mon-fri 08:00-18:00"),
        ("mon, wed and fri", "mon wed fri"),
        ("sat-mon", "mon sat-sun"),
        ("2026-10-31 closed", "2026-10-31 closed"),
        ("00:00-00:00", "00:00-00:00"),
    ],
)
def test_days_and_hours_are_read_as_people_write_them(written: str, said: str) -> None:
    found = window(written)

    assert str(found) == said
    assert window(said) == found


@pytest.mark.parametrize(
    "words",
    [
        *("", " , ", "tomorrow", "2026-10-29 morning", "9-13", "25:00-26:00", "09:00-09:00"),
        *("2026-10-31 to 2026-10-29", "2026-02-30", "29 October", "x" * 999),
    ],
)
def test_what_is_no_day_and_no_hours_is_refused_with_a_way_out(words: str) -> None:
    with pytest.raises(InvalidField) as refused:
        window(words)

    assert refused.value.hint


def test_a_date_counts_before_a_weekday_and_a_weekday_before_any_day() -> None:
    always, fridays, once = map(window, ("08:00-18:00", "fri closed", "2026-10-30 10:00-12:00"))

    assert on_day([always, fridays, once], FRIDAY) == (once,)
    assert on_day([always, fridays], FRIDAY) == (fridays,)
    assert on_day([always, fridays], THURSDAY) == (always,)
    assert on_day([fridays], THURSDAY) == ()


def test_one_may_be_written_without_a_list() -> None:
    room = Venue.model_validate({"id": "room", "name": "Room", "hours": "08:00-18:00"})

    assert room.hours == (Window(start=time(8), end=time(18)),)
    assert room.model_dump(mode="json")["hours"] == ["08:00-18:00"]


def test_people_are_away_and_never_closed() -> None:
    with pytest.raises(ValueError, match="under `away`"):
        Speaker.model_validate({"id": "ann", "name": "Ann", "available": "fri closed"})
