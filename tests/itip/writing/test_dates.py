from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import Role, Status
from roundtable_ical.itip.slots import Slot
from roundtable_ical.itip.writing.dates import brief, city, own_when, when
from roundtable_ical.itip.writing.words import words

START = datetime(2026, 9, 24, 12, 15, tzinfo=UTC)
NEW_YORK = "America/New_York"
SPANS = {
    "en": "Thursday 24 September 2026, 08:15–08:45 (New York time)",
    "fr": "jeudi 24 septembre 2026, 08:15–08:45 (heure locale\u00a0: New York)",
    "es": "jueves, 24 de septiembre de 2026, 08:15–08:45 (hora de Nueva York)",
    "ru": "четверг, 24 сентября 2026\u202fг., 08:15–08:45 (местное время: Нью-Йорк)",
    "zh": "2026年9月24日星期四，08:15–08:45 (纽约时间)",
    "ar": "الخميس، 24 أيلول/سبتمبر 2026، 08:15–08:45 (بتوقيت نيويورك)",
}


def slot(**changes: Any) -> Slot:
    plain = Slot(
        address="ann@example.org",
        name="Ann",
        language="en",
        organizer_address="desk@example.org",
        organizer_name="Desk",
        event_title="Breakfast",
        title="Panel",
        start=START,
        end=START + timedelta(minutes=30),
        timezone=NEW_YORK,
        status=Status.CONFIRMED,
        role=Role.SPEAKER,
    )
    return replace(plain, **changes)


@pytest.mark.parametrize("language", SPANS)
def test_a_span_is_said_as_the_language_says_it(language: str) -> None:
    said = when(START, START + timedelta(minutes=30), NEW_YORK, words(language))

    assert said == SPANS[language]


def test_the_day_of_the_end_is_said_where_it_is_another_one() -> None:
    said = when(START, START + timedelta(hours=19), NEW_YORK, words("en"))

    assert said == (
        "Thursday 24 September 2026, 08:15 – Friday 25 September 2026, 03:15 (New York time)"
    )


def test_without_an_end_only_the_beginning_is_said() -> None:
    said = when(START, None, "Etc/UTC", words("en"))

    assert said == "Thursday 24 September 2026, 12:15 (UTC)"


def test_one_s_own_time_is_said_where_the_clock_shows_another() -> None:
    assert own_when(slot(), words("en")) == ""
    assert own_when(slot(own_timezone="America/Toronto"), words("en")) == ""
    assert own_when(slot(own_timezone="Asia/Tokyo"), words("en")) == (
        "Thursday 24 September 2026, 21:15–21:45 (Tokyo time)"
    )
    assert own_when(slot(own_timezone="Asia/Tokyo", open_end=True), words("en")) == (
        "Thursday 24 September 2026, 21:15 (Tokyo time)"
    )


def test_a_subject_has_day_and_beginning() -> None:
    assert brief(slot(), words("en")) == "24 September 2026, 08:15"
    assert brief(slot(), words("ar")) == "24 أيلول/سبتمبر 2026، 08:15"


def test_a_city_is_called_as_in_the_language() -> None:
    assert city("Asia/Kolkata", words("es")) == "Calcuta"
    assert city("Europe/Kyiv", words("fr")) == "Kiev"
    assert city("America/New_York", words("en")) == "New York"
