"""Every way in which people write dates, read back."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.times.dates import (
    day_number,
    found,
    likely_year,
    month_comes_first,
)


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("13th July 2026", "2026-07-13", 1),
        ("DAY 1: SATURDAY 12TH FEBRUARY 2022", "2022-02-12", 1),
        ("JOUR 1 : SAMEDI 12 FÉVRIER 2022", "2022-02-12", 1),
        ("27th of October 2022", "2022-10-27", 1),
        ("Friday, October 12th, 2018", "2018-10-12", 1),
        ("Montag, 9. März 2020", "2020-03-09", 1),
        ("Donnerstag, den 24.4.2025", "2025-04-24", 1),
        ("1er mars 2021", "2021-03-01", 1),
        ("Segunda-feira, 5 de maio", "2024-05-05", 1),
        ("Giovedì 24 ottobre 2019", "2019-10-24", 1),
        ("12-Oct-2021", "2021-10-12", 1),
        ("(6.3.2007)", "2007-03-06", 1),
        ("2020年3月9日", "2020-03-09", 1),
        ("2018-12-11", "2018-12-11", 1),
        ("22 - 24 February 2021", "2021-02-22", 3),
        ("22-24 February 2021", "2021-02-22", 3),
        ("March 9-12, 2020", "2020-03-09", 4),
        ("30 November – 2 December 2021", "2021-11-30", 3),
        ("Oct 3 – Nov 2, 2021", "2021-10-03", 31),
        ("du lundi 9 au mercredi 11 mars 2020", "2020-03-09", 3),
        ("9, 10 and 11 March 2020", "2020-03-09", 3),
        ("9 y 10 de diciembre de 2021", "2021-12-09", 2),
        ("9./10. März 2020", "2020-03-09", 2),
        ("from 5 to 7 June 2023", "2023-06-05", 3),
        ("27/10/2022 – 29/10/2022", "2022-10-27", 3),
        ("Terça-feira, 22/10", "2024-10-22", 1),
        ("22/10 – terça-feira", "2024-10-22", 1),
        ("22.10 (terça)", "2024-10-22", 1),
        ("Friday 23d October", "2024-10-23", 1),
        ("Day 1 (09/23)", "2024-09-23", 1),
        ("Day 2 - Wednesday, August 10", "2024-08-10", 1),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, first: str, count: int) -> None:
    (written,) = (each for each in found(text) if not each.doubtful)

    days = written.days(2024)

    assert (str(days[0]), len(days)) == (first, count)


def test_a_weekday_alone_and_with_its_day_is_read() -> None:
    assert [
        (each.weekday, each.day) for each in found("Friday; Tuesday 12th; Quarta-feira (23)")
    ] == [
        (4, None),
        (1, 12),
        (2, 23),
    ]


@pytest.mark.parametrize("text", ["10.30 - 11.00 Coffee", "12/15", "3.4 Trade"])
def test_numbers_that_may_be_something_else_are_doubtful(text: str) -> None:
    assert all(each.doubtful for each in found(text))


@pytest.mark.parametrize("text", ["1330-1500 hrs", "Junio 2025", "May 2021 10:00", "segunda parte"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("DAY ONE: Opening", 1),
        ("Jour 2", 2),
        ("second day", 2),
        ("1º dia", 1),
        ("Tag 3", 3),
        ("Today 2", None),
    ],
)
def test_the_number_of_a_day_is_read(text: str, number: int | None) -> None:
    numbered = day_number(text)

    assert (numbered[0] if numbered else None) == number


def test_the_printed_weekday_tells_the_year() -> None:
    year = likely_year(found("Thursday, 9 December"), date(2022, 3, 1))

    assert (year.year, year.sure) == (2021, 0.7)


def test_without_a_weekday_the_next_such_day_is_meant() -> None:
    assert likely_year(found("9 February"), date(2022, 3, 20)).year == 2023


def test_the_weekday_tells_which_number_is_the_month() -> None:
    assert month_comes_first(found("Monday 4/5/2020"), "en") is False
    assert month_comes_first(found("4/5/2020"), "en") is None
    assert month_comes_first(found("4/5/2020"), "fr") is False


@given(
    st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    st.sampled_from(
        ["{d} {n} {y}", "{w}, {d} {n} {y}", "{n} {d}, {y}", "{y}-{m:02}-{d:02}", "{d}. {n} {y}"]
    ),
)
def test_every_day_reads_back(day: date, way: str) -> None:
    text = way.format(d=day.day, m=day.month, y=day.year, n=f"{day:%B}", w=f"{day:%A}")

    assert [each.days() for each in found(text)] == [(day,)]


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for written in found(text):
        assert 0 <= written.at[0] < written.at[1] <= len(text)
        written.days(2024)


@pytest.mark.parametrize("text", ["9" + " " * 20_000 + "x", "3 may " * 3_000, "*" * 20_000])
def test_long_lines_are_read_in_no_time(text: str) -> None:
    begin = perf_counter()

    found(text)

    assert perf_counter() - begin < 2


def test_a_time_that_sticks_to_a_month_leaves_the_date() -> None:
    (written,) = found("9 de agosto13h")

    assert (written.day, written.month) == (9, 8)
