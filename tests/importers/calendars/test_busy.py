"""When somebody is busy, as their calendar says."""

import time
from datetime import UTC, datetime

import pytest

from roundtable_ical import zones
from roundtable_ical.importers.calendars.busy import Busy, busy_times
from roundtable_ical.scheduling.intervals import Interval

ZURICH = zones.zone("Europe/Zurich")
WEEK = (datetime(2026, 10, 26, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC))


def busy(*lines: str, around: Interval = WEEK) -> Busy:
    content = "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")).encode()
    return busy_times(content, around, ZURICH)


def event(*lines: str, uid: str = "a") -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT")


def shown(found: Busy) -> list[str]:
    return [
        f"{start.astimezone(ZURICH):%a %H:%M}-{end.astimezone(ZURICH):%a %H:%M}"
        for start, end in found.times
    ]


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        (("DTSTART:20261029T080000Z", "DTEND:20261029T090000Z"), ["Thu 09:00-Thu 10:00"]),
        (("DTSTART:20261029T080000", "DURATION:PT45M"), ["Thu 08:00-Thu 08:45"]),
        (
            ("DTSTART;TZID=America/New_York:20261029T080000", "DURATION:PT1H"),
            ["Thu 13:00-Thu 14:00"],
        ),
        (
            ("DTSTART;TZID=W. Europe Standard Time:20261029T080000", "DURATION:PT1H"),
            ["Thu 08:00-Thu 09:00"],
        ),
        (("DTSTART;VALUE=DATE:20261029",), ["Thu 00:00-Fri 00:00"]),
        (
            ("DTSTART;VALUE=DATE:20261029", "DTEND;VALUE=DATE:20261031"),
            ["Thu 00:00-Sat 00:00"],
        ),
        (("DTSTART:20261029T080000Z", "DTEND:20261029T090000Z", "TRANSP:TRANSPARENT"), []),
        (("DTSTART:20261029T080000Z", "DTEND:20261029T090000Z", "STATUS:CANCELLED"), []),
        (
            ("DTSTART:20261029T080000Z", "DTEND:20261029T090000Z", "STATUS:TENTATIVE"),
            ["Thu 09:00-Thu 10:00"],
        ),
        (
            ("DTSTART:20261029T080000Z", "DURATION:PT1H", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
            [],
        ),
        (("DTSTART:20261029T080000Z",), []),
        (("DTSTART:20270101T080000Z", "DTEND:20270101T090000Z"), []),
    ],
)
def test_an_event_takes_its_owners_time_unless_it_says_otherwise(
    lines: tuple[str, ...], times: list[str]
) -> None:
    found = busy(*event(*lines))

    assert shown(found) == times
    assert [problem for problem in found.problems if problem.code == "no-start"] == []


def test_a_series_goes_on_by_its_wall_clock_with_what_was_changed_and_left_out() -> None:
    found = busy(
        *event(
            "DTSTART;TZID=Europe/Zurich:20261005T090000",
            "DTEND;TZID=Europe/Zurich:20261005T100000",
            "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "EXDATE;TZID=Europe/Zurich:20261027T090000",
        ),
        *event(
            "RECURRENCE-ID;TZID=Europe/Zurich:20261028T090000",
            "DTSTART;TZID=Europe/Zurich:20261028T150000",
            "DURATION:PT30M",
        ),
        *event(
            "RECURRENCE-ID;TZID=Europe/Zurich:20261029T090000",
            "DTSTART;TZID=Europe/Zurich:20261029T090000",
            "DURATION:PT1H",
            "STATUS:CANCELLED",
        ),
    )

    assert shown(found) == ["Mon 09:00-Mon 10:00", "Wed 15:00-Wed 15:30", "Fri 09:00-Fri 10:00"]
    assert found.problems == ()


def test_whole_days_repeat_too() -> None:
    found = busy(*event("DTSTART;VALUE=DATE:20261007", "RRULE:FREQ=WEEKLY"))

    assert shown(found) == ["Wed 00:00-Thu 00:00"]


def test_busy_periods_are_read_and_free_ones_are_not() -> None:
    found = busy(
        "BEGIN:VFREEBUSY",
        "FREEBUSY:20261029T080000Z/20261029T090000Z,20261030T080000Z/PT30M",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261029T083000Z/20261029T093000Z",
        "FREEBUSY;FBTYPE=FREE:20261028T080000Z/PT8H",
        "END:VFREEBUSY",
    )

    assert shown(found) == ["Thu 09:00-Thu 10:30", "Fri 09:00-Fri 09:30"]


def test_what_cannot_be_read_is_told_with_its_line_and_hides_nothing_else() -> None:
    found = busy(
        *event("DTSTART:soon"),
        *event("SUMMARY:no start at all", uid="b"),
        *event("DTSTART:20261029T080000Z", "DURATION:PT1H", "RRULE:FREQ=NEVER", uid="c"),
        *event("DTSTART:20261030T080000Z", "DURATION:PT1H", "RRULE:FREQ=SECONDLY", uid="d"),
        "BEGIN:VFREEBUSY",
        "FREEBUSY:20261031T080000Z/later",
        "END:VFREEBUSY",
    )

    assert shown(found) == ["Thu 09:00-Thu 10:00", "Fri 09:00-Fri 10:00"]
    assert [problem.message for problem in found.problems] == [
        "line 2: an event was left out: 'soon' is no day and time",
        "line 6: an event was left out: it has no DTSTART",
        "line 14: the rule 'FREQ=NEVER' cannot be read: only the first time counts",
        "line 20: the rule 'FREQ=SECONDLY' repeats every minute or second: "
        "only the first time counts",
        "line 23: the period '20261031T080000Z/later' was left out",
    ]


@pytest.mark.parametrize("content", [b"", b"Dear colleagues", b"BEGIN:VEVENT\nEND:VEVENT\n"])
def test_what_is_no_calendar_is_an_error(content: bytes) -> None:
    found = busy_times(content, WEEK, ZURICH)

    assert (found.times, [problem.code for problem in found.problems]) == ((), ["not-a-calendar"])


def test_a_series_from_long_ago_takes_no_time() -> None:
    begun = time.process_time()

    found = busy(*event("DTSTART:19700101T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"))

    assert (len(found.times), time.process_time() - begun < 5) == (7, True)
