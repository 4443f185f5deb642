"""When a speaker is busy, and nothing else of it."""

from typing import Any

import pytest
from icalendar import Calendar, FreeBusy

from roundtable_ical.errors import UnknownId
from roundtable_ical.ical.freebusy import freebusy
from roundtable_ical.importers.calendars.busy import busy_times
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.opening import whole_day

EVENT: dict[str, Any] = {
    "id": "week",
    "title": "Secret talks",
    "timezone": "Europe/Zurich",
    "dates": ["2026-10-29", "2026-10-30"],
    "revised": "2026-10-01T09:00:00Z",
    "speakers": [
        {"id": "ann", "name": "Ann", "email": "ann@example.org"},
        {"id": "bob", "name": "Bob"},
    ],
    "segments": [
        {"id": "one", "title": "One", "date": "2026-10-29", "start": "09:00", "end": "10:00"}
        | {"speakers": ["ann"]},
        {"id": "two", "title": "Two", "date": "2026-10-29", "start": "09:30", "end": "11:00"}
        | {"speakers": ["ann", "bob"], "status": "tentative"},
        {"id": "off", "title": "Off", "date": "2026-10-30", "start": "09:30", "end": "11:00"}
        | {"speakers": ["ann"], "status": "cancelled"},
    ],
}


def test_it_tells_hours_and_no_word() -> None:
    found = freebusy(SideEvent.model_validate(EVENT), "ann")

    assert found.to_ical().decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//roundtable-ical//roundtable-ical//EN",
        "BEGIN:VFREEBUSY",
        "UID:27867504-cf4c-52e3-a35a-c0c407621342@roundtable-ical",
        "DTSTAMP:20261001T090000Z",
        "DTSTART:20261028T230000Z",
        "DTEND:20261030T230000Z",
        "FREEBUSY;FBTYPE=BUSY:20261029T080000Z/20261029T090000Z",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261029T090000Z/20261029T100000Z",
        "END:VFREEBUSY",
        "END:VCALENDAR",
        "",
    ]


def test_other_programs_and_our_own_reader_understand_it() -> None:
    event = SideEvent.model_validate(EVENT)
    content = freebusy(event, "bob").to_ical()
    start, _ = whole_day(event.days[0], event.timezone)
    _, end = whole_day(event.days[1], event.timezone)

    [part] = Calendar.from_ical(content).subcomponents

    assert isinstance(part, FreeBusy)
    assert part.errors == []
    assert busy_times(content, (start, end), event.timezone).times == (event.occurrences[1].span,)


def test_who_has_nothing_is_free() -> None:
    content = freebusy(SideEvent.model_validate(EVENT | {"segments": []}), "bob").to_ical()

    assert b"FREEBUSY;" not in content


def test_nobody_of_that_id_is_told() -> None:
    with pytest.raises(UnknownId, match="there is no speaker 'eve'; there is: ann, bob"):
        freebusy(SideEvent.model_validate(EVENT), "eve")
