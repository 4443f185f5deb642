"""A written date and its days."""

from datetime import date

from roundtable_ical.importers.notes.times.date_values import LONGEST, Written, day_of


def test_a_day_that_does_not_exist_gives_none() -> None:
    assert day_of(2023, 2, 29) is None
    assert Written(at=(0, 1), day=29, month=2).days(2023) == ()


def test_a_range_over_new_year_ends_in_the_next() -> None:
    last = Written(at=(0, 1), day=2, month=1)

    days = Written(at=(0, 1), day=30, month=12, last=last).days(2020)

    assert days == (date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1), date(2021, 1, 2))


def test_a_range_longer_than_any_event_is_its_first_day() -> None:
    last = Written(at=(0, 1), day=1, month=9)

    assert Written(at=(0, 1), day=1, month=1, last=last).days(2020) == (date(2020, 1, 1),)
    assert LONGEST < 200


def test_the_other_order_is_read_where_it_is_open() -> None:
    written = Written(at=(0, 1), day=4, month=5, year=2024, swappable=True)

    assert (written.days(), written.days(month_first=True)) == (
        (date(2024, 5, 4),),
        (date(2024, 4, 5),),
    )
