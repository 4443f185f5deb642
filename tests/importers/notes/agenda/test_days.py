"""Which day is meant."""

from datetime import UTC, date, datetime

from roundtable_ical.importers.notes.agenda.days import calendar, disagreements
from roundtable_ical.importers.notes.times.dates import found
from roundtable_ical.ports import Given

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_the_year_somebody_said_holds() -> None:
    written = [(1, found("Thursday 9 December")[0])]

    made, remarks = calendar(written, (), Given(year=2021, moment=NOW), "en")

    assert (made.day(written[0][1]), remarks) == (date(2021, 12, 9), ())


def test_a_missing_year_is_a_question_with_the_year_that_fits_the_weekday() -> None:
    written = [(3, found("Thursday 9 December")[0])]

    made, (remark,) = calendar(written, (), Given(moment=NOW), "en")

    assert made.year == 2027
    assert remark.question is not None
    assert (remark.line, remark.question.name, remark.question.default) == (3, "year", "2027")


def test_known_days_come_before_everything() -> None:
    days = (date(2020, 3, 9), date(2020, 3, 10), date(2020, 3, 11))
    made, _ = calendar([], days, Given(moment=NOW), "en")

    assert made.numbered(2, None) == date(2020, 3, 10)
    assert made.numbered(11, None) == date(2020, 3, 11)
    assert made.day(found("Wednesday")[0]) == date(2020, 3, 11)
    assert made.day(found("Tuesday 10th")[0]) == date(2020, 3, 10)


def test_the_open_order_of_day_and_month_is_a_question_and_has_an_answer() -> None:
    written = [(1, found("4/5/2024")[0])]

    _, (remark,) = calendar(written, (), Given(moment=NOW), "en")
    answered, remarks = calendar(
        written, (), Given(moment=NOW, answers={"order": "month-first"}), "en"
    )

    assert remark.question is not None
    assert remark.question.choices == ("day-first", "month-first")
    assert (answered.day(written[0][1]), remarks) == (date(2024, 4, 5), ())


def test_a_weekday_that_is_not_that_of_its_date_is_told() -> None:
    written = found("Monday 9 March 2021")[0]

    (remark,) = disagreements([(7, written, date(2021, 3, 9))])

    assert (remark.line, remark.code) == (7, "weekday-disagrees")
