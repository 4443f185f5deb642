from datetime import UTC, datetime, timedelta

import pytest

from roundtable_ical.ical.lint.clocks import Clocks
from roundtable_ical.ical.lint.components import tree
from roundtable_ical.ical.lint.content import unfolded
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.ical.timezones import definition
from roundtable_ical.zones import current

KEYS = ["America/New_York", "Europe/Zurich", "Australia/Sydney", "Asia/Dhaka", "Europe/Dublin"]


def clocks(vtimezone: str, *events: str) -> Clocks:
    lines = [*vtimezone.split("\r\n"), *events]
    return Clocks(tree(unfolded([line.encode() for line in lines], Report()), Report()))


@pytest.mark.parametrize("key", KEYS)
def test_our_definitions_are_read_as_the_database_has_it(key: str) -> None:
    zone = current().zone(key)
    first, last = datetime(2026, 1, 1, tzinfo=zone), datetime(2026, 12, 31, tzinfo=zone)
    defined = definition(zone, first, last)
    assert defined is not None
    event = f"DTSTART;TZID={key}:20260701T000000"

    clock = clocks(defined.to_ical().decode(), "BEGIN:VEVENT", event, "END:VEVENT").clock(key)

    assert clock is not None
    for hour in range(24 * 365):
        wall = datetime(2026, 1, 1) + timedelta(hours=hour)
        aware = wall.replace(tzinfo=zone)
        if aware.utcoffset() == aware.replace(fold=1).utcoffset():
            assert clock.instant(wall) == aware.astimezone(UTC)


def test_two_definitions_or_none_give_no_clock() -> None:
    defined = definition(current().zone("Asia/Dhaka"), *[datetime(2026, 1, 1, tzinfo=UTC)] * 2)
    assert defined is not None

    twice = clocks(defined.to_ical().decode() * 2)

    assert twice.clock("Asia/Dhaka") is None
    assert twice.clock("Europe/Zurich") is None


def test_more_years_and_parts_than_anybody_needs_are_not_worked_out() -> None:
    lines = []
    for number in range(20):
        part = ["BEGIN:STANDARD", "DTSTART:19000101T000000", "TZOFFSETFROM:+0100"]
        part += ["TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY", "END:STANDARD"]
        zone = ["BEGIN:VTIMEZONE", f"TZID:{number}", *part * 100, "END:VTIMEZONE"]
        times = [f"DTSTART;TZID={number}:{year}0101T000000" for year in (1910, 2190)]
        lines += [*zone, "BEGIN:VEVENT", *times, "END:VEVENT"]
    found = clocks("\r\n".join(lines))

    read = [found.clock(str(number)) for number in range(20)]

    assert read[0] is not None
    assert read[-1] is None
    assert found.exhausted
