"""Answers to the questions of an earlier reading."""

from datetime import date
from zoneinfo import ZoneInfo

from roundtable_ical.importers.notes.answers import answered
from roundtable_ical.ports import Given


def test_answers_stand_for_options_and_options_win() -> None:
    answers = {"year": "2013", "date": "2013-09-27", "tz": "Europe/Zurich", "half": "am"}

    asked = answered(Given(answers=answers))
    told = answered(
        Given(answers=answers, year=2014, day=date(2014, 1, 2), timezone=ZoneInfo("Asia/Tokyo"))
    )

    assert (asked.year, asked.day, str(asked.timezone)) == (
        2013,
        date(2013, 9, 27),
        "Europe/Zurich",
    )
    assert (told.year, told.day, str(told.timezone)) == (2014, date(2014, 1, 2), "Asia/Tokyo")


def test_answers_that_cannot_be_read_are_no_answers() -> None:
    asked = Given(answers={"year": "soon", "date": "tomorrow", "tz": "Nowhere/Land"})

    assert answered(asked) == asked
