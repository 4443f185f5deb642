"""Names of places in other languages."""

from roundtable_ical import zones
from roundtable_ical.importers.notes.head.placenames import CITIES, COUNTRIES


def test_every_country_and_zone_exists() -> None:
    assert [code for code in COUNTRIES if not zones.zones_of_country(code)] == []
    assert [key for key in CITIES if zones.zone(key).key != key] == []
