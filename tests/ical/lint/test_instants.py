"""Each zone the other way about: what icalendar's own generator writes must be found out."""

import warnings
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event, Timezone

from roundtable_ical.ical.lint import lint


def feed(key: str, wall: str) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//example//tests//EN")
    zone = Timezone.from_tzid(key, first_date=date(2026, 1, 1), last_date=date(2027, 1, 1))
    calendar.add_component(zone)
    event = Event()
    event.add("UID", "1")
    event.add("DTSTAMP", datetime(2026, 9, 1, tzinfo=UTC))
    event.add("SUMMARY", "Panel")
    octets: bytes = calendar.to_ical()
    times = f"DTSTART;TZID={key}:{wall}\r\nDTEND;TZID={key}:{wall[:-2]}30\r\n"
    one: bytes = event.to_ical().replace(b"END:VEVENT", times.encode() + b"END:VEVENT")
    return octets.replace(b"END:VCALENDAR", one + b"END:VCALENDAR")


@pytest.mark.parametrize("key", ["America/New_York", "Europe/Zurich"])
def test_onsets_on_the_clock_after_the_change_are_found(key: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        octets = feed(key, "20260701T120000")

    found = [finding for finding in lint(octets) if finding.is_error]

    assert {finding.rule for finding in found} == {"Z5"}
    assert "write it on the clock before the change" in found[0].message


def test_a_wrong_moment_is_told_with_both_readings() -> None:
    octets = feed("Europe/Zurich", "20260701T120000").replace(
        b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300"
    )

    message = next(finding.message for finding in lint(octets) if finding.rule == "Z3")

    assert message == (
        "2026-07-01 12:00 in Europe/Zurich is 2026-07-01 10:00 UTC, and by the VTIMEZONE of "
        "this file 2026-07-01 09:00 UTC; correct the VTIMEZONE"
    )
