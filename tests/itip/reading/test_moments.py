"""Times on clocks that other programs name."""

from datetime import UTC, datetime

import pytest

from roundtable_ical.ical.lint.components import tree
from roundtable_ical.ical.lint.content import unfolded
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.itip.reading.moments import Moments, Unplaced

OWN = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;WKST=MO;INTERVAL=1;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def span(times: str, zones: str = "") -> tuple[datetime | None, datetime | None]:
    text = f"{zones}BEGIN:VEVENT\n{times}\nEND:VEVENT"
    report = Report()
    components = tree(unfolded(text.encode().split(b"\n"), report), report)
    event = next(each for each in components if each.name == "VEVENT")
    return Moments(components).span(event)


@pytest.mark.parametrize(
    "times",
    [
        "DTSTART:20260924T123000Z",
        "DTSTART;VALUE=DATE-TIME:20260924T123000Z ",
        "DTSTART;TZID=America/New_York:20260924T083000",
        "DTSTART;TZID=Eastern Standard Time:20260924T083000",
        'DTSTART;TZID="W. Europe Standard Time":20260924T143000',
        "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260924T143000",
        'DTSTART;TZID="tzone://Microsoft/Utc":20260924T123000',
        'DTSTART;TZID="(GMT+01.00) Sarajevo/Warsaw/Zagreb":20260924T143000',
        'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20260924T143000',
        "DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20260924T143000",
    ],
)
def test_one_moment_is_read_whatever_its_zone_is_called(times: str) -> None:
    assert span(times) == (datetime(2026, 9, 24, 12, 30, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("wall", "hour"), [("20260924T140000", 12), ("20260115T140000", 13), ("20261025T140000", 13)]
)
def test_a_zone_that_only_the_calendar_knows_is_read_by_its_definition(
    wall: str, hour: int
) -> None:
    start, _ = span(f'DTSTART;TZID="Customized Time Zone":{wall}', OWN)

    assert start is not None
    assert start.hour == hour


@pytest.mark.parametrize(
    ("ends", "minutes"), [("DTEND:20260924T130000Z", 30), ("DURATION:PT45M", 45)]
)
def test_an_end_or_a_length_says_how_long_it_is(ends: str, minutes: int) -> None:
    start, end = span(f"DTSTART:20260924T123000Z\n{ends}")

    assert start
    assert end
    assert (end - start).total_seconds() == minutes * 60


def test_no_beginning_is_none() -> None:
    assert span("SUMMARY:x") == (None, None)


@pytest.mark.parametrize(
    ("times", "reason"),
    [
        ("DTSTART:20260924T083000", "its DTSTART does not say in which time zone it is"),
        ("DTSTART;VALUE=DATE:20260924", "its DTSTART is a day without a time"),
        ("DTSTART:tomorrow", "its DTSTART 'tomorrow' is no time"),
        ("DTSTART:00010101T000000Z", "its DTSTART '00010101T000000Z' is no time"),
        ("DTSTART;TZID=Mars:20260924T083000", "nobody knows its time zone 'Mars'"),
        ("DTSTART:20260924T123000Z\nDTEND:20260924T123000Z", "it ends before it begins"),
        (
            "DTSTART:20260924T123000Z\nDURATION:P999999W",
            "its DURATION goes beyond every calendar",
        ),
    ],
)
def test_a_time_that_is_no_moment_is_refused_with_the_reason(times: str, reason: str) -> None:
    with pytest.raises(Unplaced) as caught:
        span(times)

    assert str(caught.value) == reason
