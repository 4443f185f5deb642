"""Events that repeat, with what is different at some of their times."""

from datetime import datetime

from roundtable_ical.importers.ics import IcsImporter
from roundtable_ical.ports import Source
from roundtable_ical.programme.event import SideEvent

MASTER = ("UID:1", "SUMMARY:Class", "DTSTART;TZID=Europe/Berlin:20260601T090000", "DURATION:PT1H")


def read(*events: tuple[str, ...]) -> SideEvent:
    lines = ["BEGIN:VCALENDAR", "X-WR-CALNAME:A"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    content = "\r\n".join([*lines, "END:VCALENDAR"]).encode()
    return IcsImporter().read(Source("x.ics", content)).required()


def starts(event: SideEvent) -> list[str]:
    return [f"{item.start:%d %H:%M} {item.segment.title}" for item in event.occurrences]


def test_a_series_of_days_stays_one_segment() -> None:
    event = read((*MASTER, "RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20260603T090000"))

    (segment,) = event.segments

    assert segment.repeat is not None
    assert segment.repeat.rule == "FREQ=DAILY;COUNT=4"
    assert starts(event) == ["01 09:00 Class", "02 09:00 Class", "04 09:00 Class"]


def test_an_instance_that_was_changed_takes_its_place() -> None:
    moved = (
        *("UID:1", "SUMMARY:Class (late)", "RECURRENCE-ID:20260602T070000Z"),
        *("DTSTART;TZID=Europe/Berlin:20260602T110000", "DURATION:PT2H"),
    )

    event = read((*MASTER, "RRULE:FREQ=DAILY;COUNT=3"), moved)

    assert starts(event) == ["01 09:00 Class", "02 11:00 Class (late)", "03 09:00 Class"]
    assert [item.minutes for item in event.occurrences] == [60, 120, 60]


def test_further_dates_at_other_times_are_segments_of_their_own() -> None:
    event = read((*MASTER, "RDATE;TZID=Europe/Berlin:20260603T140000"))

    assert starts(event) == ["01 09:00 Class", "03 14:00 Class"]
    assert [segment.repeat for segment in event.segments] == [None, None]


def test_several_times_a_day_are_segments_of_their_own() -> None:
    event = read((*MASTER, "RRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=3"))

    assert starts(event) == ["01 09:00 Class", "01 14:00 Class", "02 09:00 Class"]


def test_a_series_in_utc_keeps_its_moments_when_clocks_change_here() -> None:
    lines = ("UID:1", "SUMMARY:Call", "DTSTART:20261020T120000Z", "DURATION:PT1H")
    home = ("UID:2", "SUMMARY:Home", "DTSTART;TZID=Europe/Berlin:20261020T090000", "DURATION:PT1H")

    event = read((*lines, "RRULE:FREQ=WEEKLY;COUNT=2"), home)

    assert starts(event) == ["20 09:00 Home", "20 14:00 Call", "27 13:00 Call"]


def test_this_and_all_that_follow_are_moved_together() -> None:
    later = (
        *(
            "UID:1",
            "SUMMARY:Class",
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260602T090000",
        ),
        *("DTSTART;TZID=Europe/Berlin:20260602T100000", "DURATION:PT1H"),
    )

    event = read((*MASTER, "RRULE:FREQ=DAILY;COUNT=3"), later)

    assert starts(event) == ["01 09:00 Class", "02 10:00 Class", "03 10:00 Class"]


def test_an_instance_without_its_series_is_an_event() -> None:
    event = read((*MASTER, "RECURRENCE-ID;TZID=Europe/Berlin:20260601T090000"))

    assert [item.start.replace(tzinfo=None) for item in event.occurrences] == [
        datetime(2026, 6, 1, 9)
    ]
