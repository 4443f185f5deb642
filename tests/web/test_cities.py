from babel import Locale

from roundtable_ical import zones
from roundtable_ical.web.cities import CITIES, choices, city_name, city_names
from roundtable_ical.web.languages import LANGUAGES


def test_every_city_has_a_zone_that_there_is() -> None:
    keys = [key for key, _ in CITIES.values()]

    assert [zones.zone(key).key for key in keys] == keys


def test_every_city_is_where_its_zone_is() -> None:
    wrong = {
        city: key
        for city, (key, _) in CITIES.items()
        if zones.zones_of_city(city) and key not in zones.zones_of_city(city)
    }

    assert wrong == {}


def test_a_zone_without_a_city_of_ours_is_called_as_cldr_does() -> None:
    assert city_name("Asia/Pyongyang", Locale("fr")) == "Pyongyang"
    assert city_name("Europe/Zurich", Locale("ru")) == "Цюрих"
    assert city_name("America/New_York", Locale("ar")) == "نيويورك"
    assert city_name("UTC", Locale("fr")) == "UTC"


def test_choices_stand_by_their_names() -> None:
    names = [name for _, name in choices(Locale("es"))]

    assert names[:3] == ["Abu Dabi", "Abuya", "Acra"]
    assert len(names) == len(set(names)) == len(CITIES)


def test_no_two_cities_share_a_name_in_any_language() -> None:
    for language in LANGUAGES:
        names = city_names(Locale(language)).values()
        assert len(set(names)) == len(CITIES)
