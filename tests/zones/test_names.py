from datetime import UTC, datetime, timedelta, timezone, tzinfo
from importlib import resources
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
import pytz  # noqa: TID251 - what callers hand over
from dateutil import tz
from dateutil.zoneinfo import get_zonefile_instance
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from roundtable_ical.errors import UnknownZone
from roundtable_ical.zones.database import current
from roundtable_ical.zones.names import universal, zone

SUMMER, WINTER = (datetime.fromisoformat(day) for day in ("2026-09-23", "2026-01-23"))
UTC_NAMES = {"GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "UCT", "UTC", "Universal", "Zulu"}


def message(value: str | tzinfo) -> str:
    with pytest.raises(UnknownZone) as caught:
        zone(value)
    assert caught.value.field == "timezone"
    return str(caught.value)


def given(value: tzinfo | None) -> tzinfo:
    assert value is not None
    return value


@pytest.mark.parametrize(
    "value",
    [
        *("America/New_York", " america/new_york ", "AMERICA/NEW_YORK", "Eastern Standard Time"),
        *("eastern standard time", ZoneInfo("America/New_York")),
        pytz.timezone("America/New_York"),
        pytz.timezone("America/New_York").localize(SUMMER).tzinfo,
        pytz.timezone("America/New_York").localize(WINTER).tzinfo,
        tz.gettz("America/New_York"),
        get_zonefile_instance().get("America/New_York"),
    ],
)
def test_every_way_to_name_a_zone_gives_our_own(value: str | tzinfo) -> None:
    assert zone(value) is current().zone("America/New_York")


@pytest.mark.parametrize(
    "value",
    [
        *("UTC", "utc", "Z", "Zulu", "GMT", "Etc/UTC", "Etc/GMT", "etc/gmt+0", "Etc/Zulu", "UCT"),
        *("Universal", "Greenwich", UTC, timezone(timedelta(0)), ZoneInfo("UTC"), pytz.utc),
        *(ZoneInfo("Etc/UTC"), tz.UTC, tz.gettz("UTC"), tz.gettz("Etc/UTC")),
        *(pytz.timezone("Etc/UTC"), pytz.timezone("GMT")),
    ],
)
def test_every_name_of_utc_gives_utc(value: str | tzinfo) -> None:
    found = zone(value)

    assert found is current().zone("UTC")
    assert universal(found)


def test_places_that_live_by_greenwich_are_not_utc() -> None:
    assert not universal(zone("Africa/Abidjan"))
    assert not universal(zone("Europe/London"))


def test_every_id_gives_a_zone_with_a_place_or_is_refused() -> None:
    for key in current().keys():  # noqa: SIM118  # keys() is a method of the database, no dict's
        if "/" in key and not key.startswith("Etc/"):
            assert zone(key).key == key
        elif key.removeprefix("Etc/") in UTC_NAMES:
            assert zone(key).key == "UTC"
        else:
            assert "write" in message(key)


def test_every_windows_name_gives_a_zone_or_is_an_offset() -> None:
    for name, key in WINDOWS_TO_OLSON.items():
        if name == "UTC" or not key.startswith("Etc/"):
            assert zone(name).key in {key, "UTC"}
        else:
            assert "offset" in message(name) or name == "Dateline Standard Time"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("EST", "'EST' is an abbreviation, not a time zone; write America/New_York or"),
        ("EDT", "'EDT' is an abbreviation, not a time zone; write America/New_York"),
        ("et", "'et' is an abbreviation, not a time zone; write America/New_York"),
        ("CET", "'CET' is an abbreviation, not a time zone; write Europe/Zurich or"),
        ("IST", "write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin"),
        ("MEZ", "write Europe/Berlin"),
        ("UTC+2", "is an offset, and does not know about summer time; write the city's zone"),
        ("UTC+2", "e.g. Europe/Zurich, Europe/Athens or"),
        ("+02:00", "e.g. Europe/Zurich, Europe/Athens or"),
        ("GMT-5", "e.g. America/New_York, America/Chicago or"),
        ("Etc/GMT+5", "e.g. America/New_York, America/Chicago or"),
        ("+00:00", "e.g. UTC, Europe/London"),
        ("+01:23", "is an offset, and does not know about summer time; write the city's zone"),
        ("Japan", "'Japan' is an old name without a place"),
        ("Japan", "write Asia/Tokyo"),
        ("GB", "write Europe/London"),
        ("EST5EDT", "write America/New_York"),
        ("EST5EDT,M3.2.0,M11.1.0", "is a rule, not the name of a time zone; write e.g. America/"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "write e.g. Europe/Zurich"),
        ("New York", "'New York' is not a time zone; did you mean America/New_York?"),
        ("Amerika/New_York", "did you mean America/New_York?"),
        ("America/Washington", "did you mean America/New_York?"),
        ("Geneva", "did you mean Europe/Zurich?"),
        ("Genf", "did you mean Europe/Zurich?"),
        ("Genevva", "did you mean Europe/Zurich?"),
        ("Switzerland", "did you mean Europe/Zurich?"),
        ("United States", "did you mean America/New_York, America/Chicago or America/Denver?"),
        ("Eastern Time", "did you mean America/New_York?"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "did you mean America/New_York?"),
        ("", "'' is empty; write the city's zone"),
        ("xyzzy", "'xyzzy' is not a time zone; write e.g. Europe/Zurich"),
        ("../../etc/passwd", "is not a time zone"),
        ("localtime", "is not a time zone"),
    ],
)
def test_what_is_no_zone_is_refused_with_what_to_write(value: str, expected: str) -> None:
    assert expected in message(value)


@pytest.mark.parametrize(
    "value",
    [timezone(timedelta(hours=2)), pytz.FixedOffset(120), tz.tzoffset(None, 7200)],
)
def test_a_tzinfo_that_is_but_an_offset_is_refused(value: tzinfo) -> None:
    assert "is an offset, and does not know about summer time" in message(value)
    assert "Europe/Zurich" in message(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (tz.tzlocal(), "is the zone of this machine"),
        (tz.tzstr("EST5EDT,M3.2.0,M11.1.0"), "is a time zone without an IANA name"),
        (tz.tzrange("EST", -18000, "EDT"), "is a time zone without an IANA name"),
        (given(tz.gettz("EST5EDT")), "write America/New_York"),
    ],
)
def test_a_tzinfo_without_a_place_is_refused(value: tzinfo, expected: str) -> None:
    assert expected in message(value)


def test_a_file_that_names_no_zone_is_refused() -> None:
    zurich = resources.files("tzdata").joinpath("zoneinfo", "Europe", "Zurich")
    local = tz.tzfile(BytesIO(zurich.read_bytes()), filename="/etc/localtime")

    assert "'/etc/localtime' is a file that names no zone; write e.g. tz.gettz(" in message(local)
