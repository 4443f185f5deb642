"""Times as printed."""

from datetime import time

from roundtable_ical.importers.notes.times.clock_values import Clock, Half, Style, clock_time


def test_an_hour_without_a_half_is_uncertain_up_to_twelve() -> None:
    assert [Clock(hour=hour).certain for hour in (0, 1, 12, 13)] == [True, False, False, True]


def test_twelve_with_a_half_is_midnight_or_noon() -> None:
    assert [Clock(hour=12, half=half).minutes for half in Half] == [0, 720]


def test_noon_is_certain() -> None:
    assert Clock(hour=12, style=Style.WORD).certain


def test_twenty_four_is_midnight() -> None:
    assert Clock(hour=24).time() == clock_time(0) == time(0)
