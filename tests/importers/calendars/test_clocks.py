"""Which clock a TZID means."""

from datetime import UTC, datetime

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.calendars.clocks import Clocks, named_zone
from roundtable_ical.importers.calendars.stamps import Stamp

BERLIN = zones.zone("Europe/Berlin")
NINE = datetime(2026, 5, 4, 9)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
        (
            "/softwarestudio.org/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        ),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Customized Time Zone", None),
        ("CET", None),
        ("GMT+0200", None),
    ],
)
def test_names_of_all_makers_are_known(words: str, key: str | None) -> None:
    found = named_zone(words)

    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("zone", "hour"),
    [(None, 7), ("UTC", 9), ("+0500", 4), ("America/New_York", 13), ("Nowhere", 7)],
)
def test_a_time_is_read_on_its_own_clock(zone: str | None, hour: int) -> None:
    clocks = Clocks(BERLIN, {})

    assert clocks.moment(Stamp(NINE, zone=zone)).astimezone(UTC).hour == hour
    assert [problem.code for _, problem in clocks.problems] == ["unknown-zone"] * (
        zone == "Nowhere"
    )


def test_a_moment_is_shown_on_the_clock_of_its_zone_or_at_home() -> None:
    clocks = Clocks(BERLIN, {})

    shown = [str(clocks.moment(Stamp(NINE, zone=zone)).tzinfo) for zone in ("UTC", "Asia/Tokyo")]

    assert shown == ["Europe/Berlin", "Asia/Tokyo"]


def test_a_wall_time_comes_back_from_its_moment() -> None:
    clocks = Clocks(BERLIN, {})

    for name in (None, "UTC", "+0530", "America/New_York"):
        assert clocks.wall(clocks.moment(Stamp(NINE, zone=name)), name) == NINE


def test_a_skipped_time_is_read_as_if_clocks_had_not_been_put_forward() -> None:
    clocks = Clocks(BERLIN, {})

    moment = clocks.moment(Stamp(datetime(2026, 3, 29, 2, 30)))

    assert moment.isoformat() == "2026-03-29T03:30:00+02:00"
