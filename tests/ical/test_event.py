"""VEVENTs, compared line by line."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.ical.addresses import Addresses
from roundtable_ical.ical.event import EventWriter
from roundtable_ical.ical.options import Options
from roundtable_ical.revisions.stamps import Stamp

Make = Callable[..., SideEvent]
STAMP = Stamp(sequence=4, modified=datetime(2026, 9, 20, 12, tzinfo=UTC))


def lines(event: SideEvent, options: Options | None = None, *, segment: int = 0) -> list[str]:
    """Return the unfolded lines of a segment's VEVENT."""
    writer = EventWriter(event, options or Options(), Addresses(event.url))
    rendered = writer.segment(event.occurrences[segment], STAMP)
    return rendered.decode().replace("\r\n ", "").splitlines()


def shown(found: list[str], *names: str) -> list[str]:
    """Return the lines whose property is one of *names*."""
    return [line for line in found if line.split(":")[0].split(";")[0] in names]


def one(status: str) -> dict[str, object]:
    """Return the fields of an event with one segment of *status*."""
    segment = {"id": "a", "title": "A", "start": "08:00", "end": "09:00", "status": status}
    return {"segments": [segment]}


def test_a_segment_has_every_property_that_clients_look_for(make_event: Make) -> None:
    assert lines(make_event(), segment=1) == [
        "BEGIN:VEVENT",
        "SUMMARY:Panel",
        "DTSTART;TZID=America/New_York:20260924T083000",
        "DTEND;TZID=America/New_York:20260924T090000",
        "DTSTAMP:20260920T120000Z",
        "UID:41fe15f3-bac8-5fba-a271-f9c76db74c7f@roundtable-ical",
        "SEQUENCE:4",
        "CATEGORIES:Skills\\, and mobility",
        "COLOR:teal",
        "CONTACT:Government of Sweden",
        "DESCRIPTION:Chair: Representative of Bangladesh (to be confirmed)\\n\\n"
        "Theme: Skills\\, and mobility\\nPart of: Ministerial breakfast\\nPage: "
        "https://events.example.org/breakfast/segments/panel",
        "GEO:40.75;-73.97",
        "LAST-MODIFIED:20260920T120000Z",
        "LOCATION:Delegates Dining Room\\, United Nations\\, New York",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "URL:https://events.example.org/breakfast/segments/panel",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("status", "busy", "expected"),
    [
        ("confirmed", False, ["STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "FREE"]),
        ("confirmed", True, ["STATUS:CONFIRMED", "TRANSP:OPAQUE", "BUSY"]),
        ("tentative", False, ["STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "FREE"]),
        ("tentative", True, ["STATUS:TENTATIVE", "TRANSP:OPAQUE", "TENTATIVE"]),
        ("cancelled", False, ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "FREE"]),
        ("cancelled", True, ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "FREE"]),
    ],
)
def test_outlook_and_the_standard_are_told_the_same_of_busy_time(
    make_event: Make, status: str, busy: bool, expected: list[str]
) -> None:
    found = lines(make_event(**one(status)), Options(busy=busy))

    outlook = f"X-MICROSOFT-CDO-BUSYSTATUS:{expected[2]}"
    assert shown(found, "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS") == [
        *expected[:2],
        outlook,
    ]


def test_a_cancelled_segment_says_so_in_words(make_event: Make) -> None:
    found = lines(make_event(**one("cancelled")))

    assert shown(found, "SUMMARY") == ["SUMMARY:CANCELLED: A"]


def test_a_speaker_to_be_confirmed_leaves_the_status_alone(make_event: Make) -> None:
    found = lines(make_event(), segment=1)

    assert shown(found, "STATUS") == ["STATUS:CONFIRMED"]


@pytest.mark.parametrize(
    ("event_status", "segment_status"),
    [("cancelled", "STATUS:CANCELLED"), ("tentative", "STATUS:TENTATIVE")],
)
def test_no_segment_is_surer_than_its_event(
    make_event: Make, event_status: str, segment_status: str
) -> None:
    found = lines(make_event(status=event_status))

    assert shown(found, "STATUS") == [segment_status]


def test_an_alarm_comes_on_request_only_and_never_for_what_is_cancelled(make_event: Make) -> None:
    alarm = Options(alarm=timedelta(minutes=15))

    found = [lines(make_event(), each) for each in (Options(), alarm)]
    cancelled = lines(make_event(**one("cancelled")), alarm)

    assert [shown(each, "TRIGGER", "ACTION") for each in (*found, cancelled)] == [
        [],
        ["ACTION:DISPLAY", "TRIGGER:-PT15M"],
        [],
    ]


def test_a_join_link_is_a_conference_and_stands_in_the_description(make_event: Make) -> None:
    venue = {"id": "online", "name": "Online", "url": "https://meet.example.org/x?a=1,2;b"}
    event = make_event(venues=[venue])

    found = lines(event)

    assert shown(found, "CONFERENCE") == [
        "CONFERENCE;FEATURE=VIDEO;LABEL=Join;VALUE=URI:https://meet.example.org/x?a=1,2;b"
    ]
    assert "Join: https://meet.example.org/x?a=1\\,2\\;b" in shown(found, "DESCRIPTION")[0]


def test_a_segment_of_two_themes_has_both_as_categories_and_no_colour(make_event: Make) -> None:
    themes = [
        {"id": "skills", "title": "Skills", "color": "teal"},
        {"id": "rights", "title": "Rights", "color": "navy"},
    ]
    segment = {
        "id": "a",
        "title": "A",
        "start": "08:00",
        "end": "09:00",
        "themes": ["skills", "rights"],
    }

    found = lines(make_event(themes=themes, segments=[segment]))

    assert shown(found, "CATEGORIES", "COLOR") == ["CATEGORIES:Skills,Rights"]


def test_created_is_written_where_it_is_known(make_event: Make) -> None:
    event = make_event()
    stamp = Stamp(sequence=0, modified=event.revised, created=event.created)

    rendered = EventWriter(event, Options(), Addresses(None)).segment(event.occurrences[0], stamp)

    assert b"\r\nCREATED:20260801T090000Z\r\n" in rendered
    assert b"\r\nURL" not in rendered


def test_the_block_goes_from_the_first_moment_to_the_last(make_event: Make) -> None:
    event = make_event()
    writer = EventWriter(event, Options(), Addresses(event.url))

    rendered = writer.block(STAMP).decode().replace("\r\n ", "").splitlines()

    assert shown(rendered, "SUMMARY", "DTSTART", "DTEND", "URL") == [
        "SUMMARY:Ministerial breakfast",
        "DTSTART;TZID=America/New_York:20260924T081500",
        "DTEND;TZID=America/New_York:20260924T090000",
        "URL:https://events.example.org/breakfast/",
    ]
