"""Who holds which revision is told from days that know nothing of each other."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.reach.counts import Visits
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.held import held


def counted(days: Mapping[int, Mapping[int, int]]) -> list[Visits]:
    return [
        Visits(
            event_id="breakfast",
            family=Family.APPLE,
            day=date(2026, 9, day),
            number=number,
            fetches=readers,
            readers=readers,
            last=datetime(2026, 9, day, tzinfo=UTC),
        )
        for day, numbers in days.items()
        for number, readers in numbers.items()
    ]


def test_readers_of_one_day_hold_what_they_had_last() -> None:
    assert held(counted({1: {3: 5, 2: 1}})) == {3: 5, 2: 1}


def test_who_comes_every_day_is_counted_once() -> None:
    assert held(counted({1: {3: 10}, 2: {3: 9}, 3: {3: 10}})) == {3: 10}


def test_who_has_not_come_since_a_publication_holds_the_older_one() -> None:
    assert held(counted({1: {3: 10}, 2: {3: 2, 4: 3}})) == {4: 3, 3: 7}


def test_nobody_holds_anything_where_nobody_came() -> None:
    assert held([]) == {}


@given(
    st.dictionaries(
        st.integers(1, 7), st.dictionaries(st.integers(1, 5), st.integers(0, 50)), min_size=1
    )
)
def test_the_sum_is_what_the_best_day_had(days: dict[int, dict[int, int]]) -> None:
    assert sum(held(counted(days)).values()) == max(sum(day.values()) for day in days.values())
