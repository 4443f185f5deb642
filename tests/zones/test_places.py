import pytest

from roundtable_ical.zones import city_of
from roundtable_ical.zones.cities import CITIES, COUNTRIES
from roundtable_ical.zones.database import current
from roundtable_ical.zones.names import zone
from roundtable_ical.zones.places import (
    city_names,
    common,
    country_names,
    folded,
    zones_of_city,
    zones_of_country,
)


@pytest.mark.parametrize(
    ("city", "key"),
    [
        *(("Geneva", "Europe/Zurich"), ("Genève", "Europe/Zurich"), ("GENEVE", "Europe/Zurich")),
        *(("Washington", "America/New_York"), ("Washington, D.C.", "America/New_York")),
        *(("New York", "America/New_York"), ("New York, NY", "America/New_York")),
        *(("Los Angeles, CA", "America/Los_Angeles"), ("The Hague", "Europe/Amsterdam")),
        *(("Bonn", "Europe/Berlin"), ("Brasilia", "America/Sao_Paulo"), ("Lyon", "Europe/Paris")),
        *(("Beijing", "Asia/Shanghai"), ("New Delhi", "Asia/Kolkata"), ("Busan", "Asia/Seoul")),
        *(("Sharm el Sheikh", "Africa/Cairo"), ("Marrakesh", "Africa/Casablanca")),
        *(("Montreal", "America/Toronto"), ("Cancún", "America/Cancun"), ("Lodz", "Europe/Warsaw")),
        *(("Luxembourg", "Europe/Luxembourg"), ("Abu Dhabi", "Asia/Dubai")),
        *(("Hyderabad, India", "Asia/Kolkata"), ("San José, Costa Rica", "America/Costa_Rica")),
        *(("Kyiv", "Europe/Kyiv"), ("Kiev", "Europe/Kyiv"), ("Izmir", "Europe/Istanbul")),
        *(("Doha", "Asia/Qatar"), ("Port-au-Prince", "America/Port-au-Prince")),
    ],
)
def test_a_city_has_its_zone(city: str, key: str) -> None:
    assert zones_of_city(city) == (key,)


def test_a_name_of_two_cities_gives_both_zones() -> None:
    assert zones_of_city("Hyderabad") == ("Asia/Karachi", "Asia/Kolkata")


@pytest.mark.parametrize("city", ["", "Nowhere", "Zurich, France", "Switzerland"])
def test_an_unknown_city_has_none(city: str) -> None:
    assert zones_of_city(city) == ()


@pytest.mark.parametrize(
    ("country", "key"),
    [
        *(("CH", "Europe/Zurich"), ("ch", "Europe/Zurich"), ("Switzerland", "Europe/Zurich")),
        *(("UK", "Europe/London"), ("United Kingdom", "Europe/London")),
        *(("Türkiye", "Europe/Istanbul"), ("Iran (Islamic Republic of)", "Asia/Tehran")),
        *(("Republic of Korea", "Asia/Seoul"), ("Viet Nam", "Asia/Ho_Chi_Minh")),
        *(("Côte d'Ivoire", "Africa/Abidjan"), ("Bosnia and Herzegovina", "Europe/Sarajevo")),
        *(("Venezuela (Bolivarian Republic of)", "America/Caracas"), ("Samoa", "Pacific/Apia")),
    ],
)
def test_a_country_has_its_zone(country: str, key: str) -> None:
    assert zones_of_country(country) == (key,)


def test_a_wide_country_has_many_zones_the_most_populous_first() -> None:
    assert zones_of_country("USA")[0] == "America/New_York"
    assert zones_of_country("USA") == zones_of_country("us")
    assert len(zones_of_country("US")) > 20


@pytest.mark.parametrize("country", ["", "XX", "Atlantis", "Geneva"])
def test_an_unknown_country_has_none(country: str) -> None:
    assert zones_of_country(country) == ()


def test_every_zone_on_the_list_can_be_used_as_it_stands() -> None:
    assert [zone(key).key for key in common()] == list(common())
    assert common()[-1] == "UTC"
    assert {"America/New_York", "Europe/Zurich", "Asia/Kathmandu"} < set(common())


def test_the_table_of_cities_names_zones_on_the_list_and_folds_to_cities() -> None:
    assert set(CITIES) <= set(common())
    for key, names in CITIES.items():
        assert all(key in zones_of_city(name) for name in names.split(";"))


def test_the_table_of_cities_says_nothing_that_the_ids_say_already() -> None:
    ids = {folded(key.rpartition("/")[2]) for key in common()} - {"victoria"}
    listed = [folded(name) for names in CITIES.values() for name in names.split(";")]

    assert [name for name in listed if name in ids] == []


def test_the_table_of_countries_names_countries_with_zones() -> None:
    assert all(zones_of_country(code) for code in COUNTRIES)


def test_names_are_listed_as_they_are_compared() -> None:
    assert {"geneve", "new york", "sharm el sheikh"} < city_names()
    assert {"switzerland", "turkiye"} < country_names()
    assert all(folded(name) == name for name in city_names() | country_names())


def test_the_zones_of_countries_are_in_the_database() -> None:
    assert {key for name in country_names() for key in zones_of_country(name)} <= current().keys()


def test_a_zone_is_called_by_its_city() -> None:
    assert [city_of(zone(name)) for name in ("America/New_York", "UTC")] == ["New York", "UTC"]
