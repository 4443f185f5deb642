from datetime import datetime

import pytest

from roundtable_ical.zones.posix import LocalType, Onset, Rule, parsed


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def rule(footer: str) -> Rule:
    found = parsed(footer)
    assert isinstance(found, Rule)
    return found


def test_an_empty_footer_says_nothing() -> None:
    assert parsed("") is None


def test_a_footer_without_summer_time_is_one_clock() -> None:
    assert parsed("<+0545>-5:45") == LocalType(20_700, False, "+0545")


def test_a_rule_has_two_clocks_and_two_days_at_two_by_default() -> None:
    assert parsed("EST5EDT,M3.2.0,M11.1.0") == Rule(
        standard=LocalType(-18_000, False, "EST"),
        daylight=LocalType(-14_400, True, "EDT"),
        to_daylight=Onset(3, 2, 0, 7200),
        to_standard=Onset(11, 1, 0, 7200),
    )


@pytest.mark.parametrize(
    ("footer", "to_daylight", "to_standard"),
    [
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08 02:00", "2026-11-01 02:00"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29 02:00", "2026-10-25 03:00"),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-28 23:00", "2026-10-25 00:00"),
        ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "2026-09-06 00:00", "2026-04-05 00:00"),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28 02:00", "2026-10-24 02:00"),
        ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "2026-09-27 02:45", "2026-04-05 03:45"),
        ("A-1:30:15B,J60/0,300/-167", "2026-03-01 00:00", "2026-10-21 01:00"),
    ],
)
def test_the_days_of_a_year(footer: str, to_daylight: str, to_standard: str) -> None:
    footer = footer.replace("A-", "AAA-").replace("B,", "BBB,")

    days = rule(footer)

    assert days.to_daylight.wall(2026) == datetime.fromisoformat(to_daylight)
    assert days.to_standard.wall(2026) == datetime.fromisoformat(to_standard)


def test_a_leapless_day_skips_the_29th_of_february() -> None:
    assert Onset(0, 0, 59, 0, leapless=True).wall(2028) == wall("2028-03-01")
    assert Onset(0, 0, 59, 0).wall(2028) == wall("2028-02-29")


def test_irish_winter_is_standard_time_for_calendars() -> None:
    dublin = rule("IST-1GMT0,M10.5.0,M3.5.0/1").summer_first()

    assert (dublin.standard.abbreviation, dublin.daylight.abbreviation) == ("GMT", "IST")
    assert dublin.to_daylight.wall(2026) == wall("2026-03-29 01:00")
    assert dublin.summer_first() is dublin


@pytest.mark.parametrize(
    "footer", ["Europe/Zurich", "EST5EDT", "C1", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.0"]
)
def test_what_is_no_rule_is_refused(footer: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone rule as POSIX writes it"):
        parsed(footer)
