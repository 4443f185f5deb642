"""Which days a table means, all of it seen together."""

from datetime import UTC, date, datetime

from roundtable_ical.importers.sheets.days import Days, days
from roundtable_ical.importers.sheets.moments import Told, told
from roundtable_ical.ports import Given

GIVEN = Given(moment=datetime(2026, 1, 15, tzinfo=UTC))


def read(*cells: str, given: Given = GIVEN, halves: bool = False) -> tuple[Days, list[Told]]:
    everything = [told(cell, times=False) for cell in cells]
    return days(everything, given, halves=halves, near=()), everything


def meant(*cells: str, given: Given = GIVEN, halves: bool = False) -> list[str]:
    how, everything = read(*cells, given=given, halves=halves)
    return [str(how.of(each)) for each in everything]


def test_one_date_that_has_only_one_reading_decides_for_all() -> None:
    assert meant("04/05/2026", "13/05/2026") == ["2026-05-04", "2026-05-13"]
    assert meant("04/05/2026", "04/13/2026") == ["2026-04-05", "2026-04-13"]


def test_days_of_one_event_are_close_together() -> None:
    assert meant("04/12/2018", "05/12/2018", "12/12/2018") == [
        "2018-12-04",
        "2018-12-05",
        "2018-12-12",
    ]


def test_where_nothing_else_tells_the_clock_of_twelve_hours_does() -> None:
    assert meant("04/05/2026") == ["2026-05-04"]
    assert meant("04/05/2026", halves=True) == ["2026-04-05"]


def test_a_year_that_is_not_written_is_given_or_asked_for() -> None:
    asked, _ = read("Mon 8 June")

    assert meant("Mon 8 June", given=Given(year=2015)) == ["2015-06-08"]
    assert asked.year == 2026
    assert [problem.question.name for problem in asked.problems if problem.question] == ["year"]


def test_numbered_days_and_weekdays_count_from_the_day_that_was_given() -> None:
    given = Given(day=date(2026, 5, 4))

    assert meant("Day 1", "Day 3", "Tuesday", "Monday", given=given) == [
        *("2026-05-04", "2026-05-06", "2026-05-05", "2026-05-04"),
    ]


def test_the_day_is_asked_for_where_none_is_said() -> None:
    how, _ = read("Day 1")

    assert how.first == date(2026, 1, 15)
    assert [problem.question.name for problem in how.problems if problem.question] == ["date"]
