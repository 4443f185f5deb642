"""Languages, zones, days and lengths as a reader asked for them."""

from datetime import date, datetime

import pytest
from markupsafe import Markup

from roundtable_ical.errors import InvalidField, UnknownZone
from roundtable_ical.web.cities import CITIES
from roundtable_ical.web.languages import LANGUAGES
from roundtable_ical.web.reader import Reader, direction_of

THURSDAY = date(2013, 9, 26)


def reader(language: str = "en", tz: str = "") -> Reader:
    return Reader.from_query({"lang": language, "tz": tz}, "en")


@pytest.mark.parametrize(
    ("asked", "interface", "tag", "direction"),
    [
        ("", "en", "en", "ltr"),
        ("fr", "fr", "fr", "ltr"),
        ("ar-EG", "ar", "ar-EG", "rtl"),
        ("pt-BR", "en", "en", "ltr"),
        ("arn", "en", "en", "ltr"),
    ],
)
def test_a_language_without_an_interface_gets_the_english_one(
    asked: str, interface: str, tag: str, direction: str
) -> None:
    found = reader(asked)

    assert (found.language, found.tag, found.direction) == (interface, tag, direction)


def test_who_asks_for_no_language_gets_the_programmes() -> None:
    found = Reader.from_query({}, "es")

    assert (found.language, found.query) == ("es", {})


@pytest.mark.parametrize("asked", ["<b>", "EN", "x", "e" * 100, "fr;q=0.9", "../en"])
def test_what_is_no_language_is_refused_with_a_way_out(asked: str) -> None:
    with pytest.raises(InvalidField, match="write lang=en"):
        reader(asked)


@pytest.mark.parametrize(
    ("asked", "city", "zone"),
    [
        ("Geneva", "Geneva", "Europe/Zurich"),
        ("new york", "New York", "America/New_York"),
        ("bogotá", "Bogota", "America/Bogota"),
        ("Asia/Tokyo", "Asia/Tokyo", "Asia/Tokyo"),
        ("Davos", "Europe/Zurich", "Europe/Zurich"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_a_zone_is_asked_for_by_a_city_or_its_id(asked: str, city: str, zone: str) -> None:
    found = reader(tz=asked)

    assert (found.city, found.zone and found.zone.key) == (city, zone)


@pytest.mark.parametrize("asked", ["EST", "UTC+2", "Atlantis", "x" * 500, "'\"<>", "../etc/passwd"])
def test_what_is_no_zone_is_refused(asked: str) -> None:
    with pytest.raises(UnknownZone) as refusal:
        reader(tz=asked)

    assert (refusal.value.field, bool(refusal.value.hint)) == ("tz", True)


def test_links_hand_on_what_was_asked_for() -> None:
    assert reader("fr", "Geneva").query == {"lang": "fr", "tz": "Geneva"}


@pytest.mark.parametrize(
    ("language", "day", "short", "span"),
    [
        (
            "en",
            "Thursday 26 September 2013",
            "Thu 26 Sept 2013",
            "Thursday 26 – Monday 30 September 2013",
        ),
        ("fr", "jeudi 26 septembre 2013", "jeu. 26 sept. 2013", "jeu. 26 – lun. 30 sept. 2013"),
        ("zh", "2013年9月26日星期四", "2013年9月26日周四", "2013年9月26日周四至30日周一"),
        (
            "ar",
            "الخميس، 26 أيلول/سبتمبر 2013",
            "الخميس، 26 أيلول/سبتمبر 2013",
            "الخميس، 26 – الاثنين، 30 أيلول/سبتمبر، 2013",
        ),
    ],
)
def test_days_are_written_as_the_language_does(
    language: str, day: str, short: str, span: str
) -> None:
    found = reader(language)

    told = (found.day(THURSDAY), found.short_day(THURSDAY), found.days(THURSDAY, date(2013, 9, 30)))

    plain = tuple(each.replace("\u2009", " ").replace("\xa0", " ") for each in told)
    assert plain == (day, short, span)


def test_times_have_24_hours_in_every_language() -> None:
    moment = datetime(2013, 9, 26, 20, 5)

    assert {reader(language).time(moment) for language in LANGUAGES} == {"20:05"}


@pytest.mark.parametrize(
    ("count", "told"), [(15, "15 min"), (120, "120 min"), (180, "3 h"), (450, "7 h 30 min")]
)
def test_what_is_long_is_told_in_hours(count: int, told: str) -> None:
    assert reader().minutes(count) == told


def test_lengths_and_lists_in_other_languages() -> None:
    assert [reader(language).minutes(15) for language in ("ru", "zh", "ar")] == [
        "15 мин",
        "15分钟",
        "15 دقيقة",
    ]
    assert [reader(language).several(["A", "B"]) for language in ("en", "fr", "zh")] == [
        "A and B",
        "A et B",
        "A和B",
    ]
    assert reader("fr").number(1234) == "1\u202f234"


def test_cities_are_offered_by_their_names_alone() -> None:
    offered = reader("fr").cities

    assert offered.keys() == CITIES.keys()
    assert offered["Geneva"] == "Genève"
    assert all("/" not in name for name in offered.values())


def test_languages_are_named_in_the_readers() -> None:
    assert reader("fr").languages_named(["en", "ar-EG"]) == "anglais et arabe"


def test_direction_goes_by_the_language_and_not_its_first_letters() -> None:
    assert [direction_of(tag) for tag in ("ar", "he-IL", "arn", "en")] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Thu 26 Sept 2013, 08:30"),
        ("fr", "jeu. 26 sept. 2013, 08:30"),
        ("ar", "الخميس، 26 أيلول/سبتمبر 2013، 08:30"),
        ("zh", "2013年9月26日周四 08:30"),
    ],
)
def test_a_day_and_a_time_stand_together_as_the_language_has_them(language: str, told: str) -> None:
    found = reader(language)

    assert found.at(found.short_day(THURSDAY), "08:30") == told
    assert found.at("<b>", Markup("<i>08:30</i>")) == Markup(found.at("&lt;b&gt;", "<i>08:30</i>"))
