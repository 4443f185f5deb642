"""Rhythms come from counts of gaps, and are told as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.reach.counts import Gaps
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import (
    ENOUGH,
    SAME_VISIT,
    Length,
    Rhythm,
    duration_of,
    rhythm,
    rounded,
    seconds_of,
    step_of,
)

HOUR = 3600.0


def gaps(*seconds: float) -> list[Gaps]:
    return [
        Gaps(
            event_id="breakfast",
            family=Family.GOOGLE,
            day=date(2026, 9, 24),
            step=step_of(each),
            times=1,
        )
        for each in seconds
    ]


@given(st.floats(SAME_VISIT, 48 * HOUR))
def test_a_step_is_as_long_as_its_gaps_to_nine_percent(seconds: float) -> None:
    step = step_of(seconds)

    assert seconds_of(step) <= seconds * (1 + 1e-9)
    assert seconds <= seconds_of(step + 1) * (1 + 1e-9)
    assert seconds_of(step + 1) / seconds_of(step) < 1.091


def test_of_too_few_visits_no_rhythm_is_told() -> None:
    assert rhythm(gaps(*[HOUR] * (ENOUGH - 1))) is None
    assert rhythm(gaps(*[HOUR] * ENOUGH)) is not None


def test_a_rhythm_leaves_out_the_shortest_and_the_longest_tenth() -> None:
    hours = [0.1, *[9.1] * 10, *[11] * 20, *[12.6] * 10, 40]

    assert rhythm(gaps(*(each * HOUR for each in hours))) == Rhythm(
        Length(9, "hour"), Length(13, "hour")
    )


def test_a_program_that_comes_every_half_hour_is_said_to() -> None:
    found = rhythm(gaps(*[1795, 1800, 1805] * 10))

    assert found == Rhythm(Length(30, "minute"), Length(30, "minute"))


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0.2, (1, "minute")),
        (5.4, (5, "minute")),
        (32, (30, "minute")),
        (59, (1, "hour")),
        (64, (65, "minute")),
        (91, (2, "hour")),
        (180, (3, "hour")),
        (24 * 60, (24, "hour")),
        (48 * 60, (2, "day")),
    ],
)
def test_lengths_are_told_in_whole_numbers(minutes: float, told: tuple[int, str]) -> None:
    assert rounded(timedelta(minutes=minutes)) == told


def test_a_length_is_a_length_of_time() -> None:
    assert duration_of(Length(13, "hour")) == timedelta(hours=13)
    assert duration_of(Length(1, "day")) == timedelta(days=1)
