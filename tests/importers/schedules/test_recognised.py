import json

from roundtable_ical.importers.schedules.plan import Plan
from roundtable_ical.importers.schedules.recognised import reading, sureness
from roundtable_ical.importers.schedules.sessionize_plan import planned, sure
from roundtable_ical.ports import Source

SESSION = {
    "id": "1",
    "title": "Opening",
    "startsAt": "2026-10-29T09:00:00",
    "endsAt": "2026-10-29T09:30:00",
    "isServiceSession": False,
    "speakers": [],
    "room": "Hall",
}


def source(text: str) -> Source:
    return Source("sessions.json", text.encode())


def never(_: object) -> Plan:
    raise AssertionError("what is not recognised is not read")


def test_what_a_program_wrote_is_recognised_and_read() -> None:
    found = source(json.dumps([{"groupName": "All", "sessions": [SESSION]}]))

    assert sureness(found, sure) == sure(json.loads(found.content))
    event = reading(found, sure, planned).required()
    assert [str(segment.title) for segment in event.segments] == ["Opening"]


def test_what_is_no_json_is_nobodys() -> None:
    calendar = Source("agenda.ics", b"BEGIN:VCALENDAR")

    assert sureness(calendar, lambda _: 1.0) == 0.0


def test_what_another_program_wrote_is_refused_without_being_read() -> None:
    found = reading(source('{"menu": []}'), lambda _: 0.0, never)

    assert found.event is None
    assert len(found.errors) == 1
