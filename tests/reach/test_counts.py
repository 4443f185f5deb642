"""Counts of several servers add up."""

from datetime import UTC, date, datetime

from roundtable_ical.reach.counts import Counted, Gaps, Visits, added
from roundtable_ical.reach.families import Family

DAY = date(2026, 9, 24)


def visits(number: int, fetches: int, readers: int, hour: int) -> Visits:
    return Visits(
        event_id="breakfast",
        family=Family.APPLE,
        day=DAY,
        number=number,
        fetches=fetches,
        readers=readers,
        last=datetime(2026, 9, 24, hour, tzinfo=UTC),
    )


def gaps(step: int, times: int) -> Gaps:
    return Gaps(event_id="breakfast", family=Family.APPLE, day=DAY, step=step, times=times)


def test_equal_keys_are_summed_and_the_last_visit_is_the_later_one() -> None:
    one = Counted((visits(2, 3, 1, 9), visits(1, 1, -1, 8)), (gaps(7, 2),))
    other = Counted((visits(2, 4, 2, 7),), (gaps(7, 1), gaps(3, 1)))

    assert added(one, other) == Counted(
        (visits(1, 1, -1, 8), visits(2, 7, 3, 9)), (gaps(3, 1), gaps(7, 3))
    )


def test_nothing_counted_is_nothing_to_keep() -> None:
    assert not added(Counted(), Counted())
    assert Counted(gaps=(gaps(1, 1),))
