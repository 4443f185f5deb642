"""Lines that a day stands under."""

import pytest

from roundtable_ical.importers.notes.agenda.day_headings import day_heading, without_date
from roundtable_ical.importers.notes.lines import Line


@pytest.mark.parametrize(
    "text",
    [
        "DAY 1",
        "Jueves 9 de diciembre / Thursday, 9 December",
        "Monday, 9 March 2020 (GStA): Warm-up day",
        "Programme of 25 April 2018 – Ministerial part",
        "Dia 21 de novembro (segunda-feira)",
        "Samstag",
    ],
)
def test_a_heading_of_a_day_is_seen(text: str) -> None:
    assert day_heading(Line(number=1, text=text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Opening",
        "Released August 3rd 2022 with many further changes to the standard",
        "The first meeting took place on 3 May 2020 and went well for everybody there",
        "x" * 130 + " 3 May 2020",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert day_heading(Line(number=1, text=text)) is None


def test_a_title_loses_the_date_that_it_begins_with() -> None:
    assert without_date("19 September | Trade") == "Trade"
    assert without_date("Trade on 19 September") == "Trade on 19 September"
