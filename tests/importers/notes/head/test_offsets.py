"""Names of clocks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import zones
from roundtable_ical.importers.notes.head.offsets import (
    ABBREVIATIONS,
    by_name,
    by_people,
    minutes_of,
    offset_on,
    with_offset,
)

SUMMER = date(2024, 7, 1)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("GMT-3", -180), ("UTC+5:30", 330), ("UTC", 0), ("(GMT +8)", 480), ("CET", None), ("3", None)],
)
def test_an_offset_is_read_in_minutes(words: str, minutes: int | None) -> None:
    assert minutes_of(words) == minutes


def test_regions_and_abbreviations_have_zones() -> None:
    assert by_name("EDT") == ("America/New_York",)
    assert by_name("Eastern Daylight Time") == ("America/New_York",)
    assert by_name("Central European Summer Time") == ("Europe/Paris",)
    assert by_name("Coffee Time") == ()
    assert by_people("hora peninsular") == ("Europe/Madrid",)
    assert by_people("comida peninsular") == ()


def test_every_zone_that_is_named_exists() -> None:
    keys = {key for found in ABBREVIATIONS.values() for key in found}

    assert {zones.zone(key).key for key in keys} == keys


@given(st.integers(-11, 14).map(lambda hours: hours * 60))
def test_every_whole_hour_has_a_zone_with_that_clock(minutes: int) -> None:
    zone = with_offset(minutes, SUMMER)

    assert zone is not None
    assert offset_on(zone, SUMMER).total_seconds() == minutes * 60
