"""Stretches of time, beside a plain count of minutes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.scheduling.intervals import Interval, merged, met, minutes, without

NOON = datetime(2026, 10, 29, 12, tzinfo=UTC)
_ends = st.tuples(st.integers(0, 40), st.integers(0, 40))
some = st.lists(_ends.map(lambda pair: (at(pair[0]), at(pair[1]))), max_size=6)


def at(minute: int) -> datetime:
    return NOON + timedelta(minutes=minute)


def counted(intervals: list[Interval] | tuple[Interval, ...]) -> set[int]:
    return {minute for minute in range(41) for start, end in intervals if start <= at(minute) < end}


@given(one=some, other=some)
def test_they_hold_the_minutes_that_a_plain_count_finds(
    one: list[Interval], other: list[Interval]
) -> None:
    assert counted(merged(one)) == counted(one)
    assert counted(without(one, other)) == counted(one) - counted(other)
    assert counted(met(one, other)) == counted(one) & counted(other)
    assert minutes(merged(one)) == len(counted(one))


@given(one=some, other=some)
def test_they_are_in_order_and_never_touch(one: list[Interval], other: list[Interval]) -> None:
    for found in (merged(one), without(one, other), met(one, other)):
        moments = [moment for interval in found for moment in interval]
        assert moments == sorted(set(moments))


def test_a_minute_that_has_begun_counts() -> None:
    assert minutes([(NOON, NOON + timedelta(seconds=61))]) == 2
