"""Days and hours as the head of a note states them."""

from datetime import UTC, date, datetime, time

import pytest

from roundtable_ical.importers.notes.head.sections import sections
from roundtable_ical.importers.notes.head.when import When, when
from roundtable_ical.importers.notes.lines import Document, Line
from roundtable_ical.ports import Given

MOMENT = datetime(2026, 11, 24, tzinfo=UTC)


def stated(text: str, language: str = "en", **given: object) -> When:
    rows = enumerate(text.split("\n"), 1)
    document = Document(lines=tuple(Line(number=number, text=words) for number, words in rows))
    known = Given(moment=MOMENT, **given)  # type: ignore[arg-type]  # test arguments
    return when(document, sections(document), given=known, language=language)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Talks\n\nDate: Monday, 3 March 2025", ["2025-03-03"]),
        ("Talks\nGeneva, 3-5 March 2025", ["2025-03-03", "2025-03-04", "2025-03-05"]),
        (
            "Charlas\nFecha: 9, 10 y 11 de diciembre de 2021",
            ["2021-12-09", "2021-12-10", "2021-12-11"],
        ),
        ("Talks\nDates:\n3 March 2025\n5 March 2025", ["2025-03-03", "2025-03-05"]),
        ("Talks\ndate: 22 November 2011 (postponed to 23 November 2011)", ["2011-11-23"]),
        ("Talks\nRegistration by 1 May 2025\nDate: 3 June 2025", ["2025-06-03"]),
        ("Doc. 1.1\n(6.3.2007)\nTalks, 15 March 2007", ["2007-03-15"]),
    ],
)
def test_the_days_are_those_of_the_event(text: str, days: list[str]) -> None:
    assert [str(day) for day in stated(text).days] == days


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("World Forum 2024\n\nDate: 3 March", 2024),
        ("Talks\n\nDate: Monday, 3 March", 2025),
        ("Talks\n\nDate: 3 March", 2027),
        ("Talks\n\nDate: 1 December", 2026),
    ],
)
def test_a_missing_year_comes_from_the_top_the_weekday_or_the_next_such_day(
    text: str, year: int
) -> None:
    found = stated(text)

    assert [day.year for day in found.days] == [year]
    question = found.remarks[0].question
    assert question is not None
    assert (question.name, question.default) == ("year", str(year))


def test_what_was_given_wins_and_asks_nothing() -> None:
    assert stated("Talks\n\nDate: 3 March", year=2013) == When(
        days=(date(2013, 3, 3),), year=2013, lines={"days": 3}, used=frozenset({3})
    )
    assert stated("Talks", day=date(2013, 3, 3)).days == (date(2013, 3, 3),)


def test_a_day_of_the_week_that_is_not_that_of_the_date_is_told() -> None:
    found = stated("Talks\n\nDate: Friday, 3 March 2025")

    assert [(each.code, each.line) for each in found.remarks] == [("weekday-differs", 3)]


def test_a_date_that_can_be_two_days_is_asked_for() -> None:
    found = stated("Talks\n\nDate: 4/5/2024")

    assert [each.question.choices for each in found.remarks if each.question] == [
        ("2024-05-04", "2024-04-05")
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Date: September 26, 2013, 8.30 - 10.00 am", (time(8, 30), time(10))),
        ("Date: 3 March 2025\nTime: 1:15 – 2:30 p.m.", (time(13, 15), time(14, 30))),
        ("Date and time: 2018-12-11 09:00:00 - 2018-12-11 19:00:00", (time(9), time(19))),
        ("Start: 4 Dec 2020 13:45 GMT\nEnd: 4 Dec 2020 23:00 GMT", (time(13, 45), time(23))),
        ("Date: 3 March 2025", None),
    ],
)
def test_the_stated_hours_are_read(text: str, hours: tuple[time, time] | None) -> None:
    assert stated(f"Talks\n\n{text}").hours == hours
