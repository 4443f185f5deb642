"""Days, times and lengths in calendars."""

from datetime import datetime, timedelta

import pytest

from roundtable_ical.importers.calendars.lines import ContentLine, content_lines
from roundtable_ical.importers.calendars.stamps import Stamp, Unreadable, length, stamp, stamps


def line(text: str) -> ContentLine:
    return content_lines(text.encode())[0][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DTSTART:20260504T070000Z", Stamp(datetime(2026, 5, 4, 7), zone="UTC")),
        ("DTSTART:20260504T090000", Stamp(datetime(2026, 5, 4, 9))),
        (
            "DTSTART;TZID=Europe/Berlin:20260504T0900",
            Stamp(datetime(2026, 5, 4, 9), zone="Europe/Berlin"),
        ),
        ("DTSTART;VALUE=DATE:20260504", Stamp(datetime(2026, 5, 4), all_day=True)),
        ("DTSTART:2026-05-04T09:00:00+02:00", Stamp(datetime(2026, 5, 4, 9), zone="+02:00")),
        ("DTSTART:20260504T240000", Stamp(datetime(2026, 5, 5))),
    ],
)
def test_stamps_are_read_as_programs_write_them(text: str, expected: Stamp) -> None:
    assert stamp(line(text)) == expected


def test_a_list_and_a_period_are_read() -> None:
    found = stamps(line("RDATE;VALUE=PERIOD:20260504T070000Z/PT1H,20260505T070000Z/PT2H"))

    assert [each.day.day for each in found] == [4, 5]


@pytest.mark.parametrize(
    "text", ["DTSTART:tomorrow", "DTSTART:20260230", "DTSTART:20260504T250000"]
)
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(Unreadable):
        stamp(line(text))


def test_a_length_is_read_and_a_negative_one_refused() -> None:
    assert length(line("DURATION:P1DT2H")) == timedelta(days=1, hours=2)
    with pytest.raises(Unreadable):
        length(line("DURATION:-PT1H"))
