"""What options say, what is asked; typing at a terminal is in test_importing.py."""

from datetime import UTC, date, datetime

import click
import pytest

from roundtable_ical import zones
from roundtable_ical.cli.answers import answered, given, known_from, open_questions
from roundtable_ical.ports import Given
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.problems import Problem, Question
from roundtable_ical.testing.programmes import values

MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
NEW_YORK = zones.zone("America/New_York")


def asked(name: str, default: str) -> Problem:
    question = Question(name=name, words="?", default=default)
    return Problem.inferred("x", (), "y", sure=0.5, question=question)


def test_options_and_answers_say_the_same() -> None:
    by_option = given(MOMENT, 2026, date(2026, 9, 24), "America/New_York", ["half = pm"])
    by_answer = given(
        MOMENT, None, None, None, ["year=2026", "date=2026-09-24", "tz=America/New_York"]
    )

    assert by_option == Given(
        moment=MOMENT,
        year=2026,
        day=date(2026, 9, 24),
        timezone=NEW_YORK,
        answers={"half": "pm"},
    )
    assert (by_answer.year, by_answer.day, by_answer.timezone) == (
        by_option.year,
        by_option.day,
        by_option.timezone,
    )


@pytest.mark.parametrize("name", ["tz", "timezone", "zone"])
def test_a_zone_is_asked_for_by_any_of_its_names(name: str) -> None:
    assert answered(Given(), {name: "UTC"}).timezone == zones.zone("UTC")
    assert open_questions([asked(name, "UTC")])[0].option == "--tz UTC"


@pytest.mark.parametrize(
    "answer", ["year", "=2026", "year=26", "year=٢٠٢٦", "date=24 Sep", "tz=Nowhere"]
)
def test_an_answer_that_is_none_is_refused(answer: str) -> None:
    with pytest.raises(click.UsageError):
        given(MOMENT, None, None, None, [answer])


def test_each_question_is_asked_once_with_the_option_that_answers_it() -> None:
    problems = [
        Problem.warning("x", (), "y"),
        asked("year", "2026"),
        asked("year", "2027"),
        asked("title", "It's a title"),
    ]

    assert [each.option for each in open_questions(problems)] == [
        "--year 2026",
        "--answer title='It'\"'\"'s a title'",
    ]


def test_a_file_answers_what_nobody_said() -> None:
    event = SideEvent.model_validate(values())

    assert known_from(event, Given()) == Given(year=2026, timezone=NEW_YORK)
    assert known_from(event, Given(year=2027)).year == 2027
    assert known_from(event, Given(day=date(2027, 1, 1))).year is None
