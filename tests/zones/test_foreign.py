"""Zones as other programs name them."""

import pytest

from roundtable_ical.zones.foreign import named, of_cities


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        (
            "/mozilla.org/20050126_1/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Customized Time Zone", None),
        ("", None),
    ],
)
def test_a_name_is_read_behind_what_a_program_puts_before_it(words: str, key: str | None) -> None:
    zone = named(words)

    assert (zone.key if zone else None) == key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("(UTC-05:00) New York, Washington", "America/New_York"),
        ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Sarajevo"),
        ("GMT+0100 Paris; Madrid", "Europe/Paris"),
        ("(UTC+01:00) Nowhere", None),
        ("", None),
    ],
)
def test_a_list_of_cities_is_the_zone_of_the_first_that_is_known(
    words: str, key: str | None
) -> None:
    zone = of_cities(words)

    assert (zone.key if zone else None) == key
