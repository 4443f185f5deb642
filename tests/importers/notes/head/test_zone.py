"""Which zone, on what evidence."""

from datetime import date

import pytest

from roundtable_ical.importers.notes.head.gazetteer import places_in
from roundtable_ical.importers.notes.head.zone import Found, decided, statement, statements
from roundtable_ical.importers.notes.lines import Line

DAY = date(2021, 5, 3)


def of(text: str, places: str = "") -> Found:
    stated = list(statements([Line(number=7, text=text)]))
    return decided(stated, [(spot, 9, 0.95) for spot in places_in(places)], DAY)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("9:00 - 10:00 EDT", "America/New_York"),
        ("All times are in UTC", "UTC"),
        ("9:00-12:00 (Geneva time)", "Europe/Zurich"),
        ("Times are BST", "Europe/London"),
        ("corresponden a la hora local de Argentina (GMT-3)", "America/Argentina/Buenos_Aires"),
        ("9h-12h (heure d'Abidjan)", "Africa/Abidjan"),
        ("9:00 a 12:00 (hora Chile)", "America/Santiago"),
        ("9:00 (hora peninsular española)", "Europe/Madrid"),
        ("9h (horário de Brasília)", "America/Sao_Paulo"),
        ("9:00-12:00 Uhr MESZ", "Europe/Berlin"),
        ("09.00 - 12.00 WIB", "Asia/Jakarta"),
        ("1400-1410GMT", "UTC"),
        ("14:00Z - 15:00Z", "UTC"),
        ("Time (Vienna): 9:00", "Europe/Vienna"),
        ("Time zone: Eastern Time (US and Canada)", "America/New_York"),
        ("Europe/Kyiv", "Europe/Kyiv"),
    ],
)
def test_a_clock_that_is_named_decides(text: str, key: str) -> None:
    assert of(text).zone.key == key


@pytest.mark.parametrize(
    "text",
    ["CULTURE ET ART 2020 ET PLUS", "Coffee time", "The EAT forum", "a part of the BOT"],
)
def test_capitals_and_words_that_name_no_clock_state_nothing(text: str) -> None:
    assert list(statements([Line(number=1, text=text)])) == []


def test_a_place_with_the_stated_offset_is_surer_than_the_offset() -> None:
    assert of("9:00 (GMT+2)", "Kigali, Rwanda").zone.key == "Africa/Kigali"
    assert of("9:00 (UTC+2)", "Bonn").zone.key == "Europe/Berlin"
    assert of("9:00 IST", "Tel Aviv, Israel").zone.key == "Asia/Jerusalem"
    assert of("9:00 IST").zone.key == "Asia/Kolkata"


def test_a_city_gives_its_zone_and_a_large_country_asks() -> None:
    city, country = of("", "Nairobi"), of("", "Brazil")

    assert (city.zone.key, city.line, city.sure) == ("Africa/Nairobi", 9, 0.95)
    assert city.remark is not None
    assert city.remark.question is None
    assert country.zone.key == "America/Sao_Paulo"
    assert country.remark is not None
    assert country.remark.question is not None
    assert country.remark.question.name == "tz"


def test_without_evidence_it_is_utc_hardly_sure_and_asked_for() -> None:
    found = of("")

    assert (found.zone.key, found.sure) == ("UTC", 0.1)
    assert found.remark is not None
    assert found.remark.question is not None


def test_words_for_clocks_are_read_one_by_one() -> None:
    assert statement("coffee", 1) is None
    offset = statement("GMT+8", 1)
    assert offset is not None
    assert offset.minutes == 480
