"""What a calendar says that came by mail."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from quopri import encodestring
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.reading.incoming import Attendee, Incoming, incoming

GUY = Attendee(address="guy@example.org", partstat="ACCEPTED")
PLAIN = Incoming(
    method="REPLY",
    kind="VEVENT",
    uid="panel-guy@events.example.org",
    attendees=(GUY,),
    organizer="desk@events.example.org",
    sequence=1,
    dtstamp=datetime(2026, 9, 1, 13, tzinfo=UTC),
)


@pytest.fixture
def calendar(reply: Callable[..., bytes]) -> Callable[..., bytes]:
    """Return a function that writes the calendar of a reply."""
    return lambda more="", **lines: reply(more, **lines).partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize(
    "written",
    [
        lambda content: content,
        lambda content: content.replace(b"\r\n", b"\n"),
        lambda content: content.replace(b"\r\n", b"\r"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.decode().encode("utf-16"),
        lambda content: content.decode().encode("utf-16-le"),
        lambda content: content.replace(b"\r\nEND", b"\r\n\r\nEND"),
        lambda content: content.replace(b"\r\n", b"  \r\n"),
        lambda content: content.replace(b"PARTSTAT", b"PART\r\n STAT"),
        lambda content: content.replace(b"mailto:", b"\r\n\tMAILTO:"),
        lambda content: content.replace(b"METHOD", b"method").replace(b"REPLY", b"reply "),
        lambda content: content + b"-- \r\nDelegates mailing list\r\n",
        b64encode,
        encodestring,
        lambda content: encodestring(content.replace(b"\r\n", b"\n")),
        lambda content: encodestring(content.replace(b"\r\n", b"\n")).replace(
            b"\n", b"=0D=0A=\r\n"
        ),
    ],
)
def test_one_answer_is_read_from_every_form(
    calendar: Callable[..., bytes], written: Callable[[bytes], bytes]
) -> None:
    assert incoming(written(calendar()), "utf-8") == (PLAIN,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"organizer": None}, {"organizer": None}),
        ({"organizer": "ORGANIZER:invalid:nomail"}, {"organizer": ""}),
        ({"sequence": None}, {"sequence": 0}),
        ({"sequence": "SEQUENCE:one"}, {"sequence": None}),
        ({"dtstamp": None}, {"dtstamp": None}),
        ({"dtstamp": "DTSTAMP:20260901T130000"}, {}),
        ({"dtstamp": "DTSTAMP;TZID=Europe/Zurich:20260901T150000"}, {}),
        ({"dtstamp": "DTSTAMP;TZID=Nowhere:20260901T130000"}, {}),
        ({"dtstamp": "DTSTAMP:20260901"}, {"dtstamp": None}),
        ({"method": None}, {"method": ""}),
        ({"method": "METHOD:REPLY\r\nMETHOD:REPLY"}, {}),
        ({"method": "METHOD:REPLY\r\nMETHOD:REQUEST"}, {"method": "REPLY/REQUEST"}),
        ({"kind": "VTODO"}, {"kind": "VTODO"}),
        ({"uid": None}, {"uid": ""}),
        ({"more": "COMMENT;LANGUAGE=en:Yes\\, with\\nslides"}, {"comment": "Yes, with\nslides"}),
        ({"more": "COMMENT:one\nCOMMENT:two"}, {"comment": "one\ntwo"}),
        ({"more": "COMMENT;ENCODING=QUOTED-PRINTABLE:D=C3=A9sol=C3=A9"}, {"comment": "Désolé"}),
        ({"more": "REQUEST-STATUS:2.0;Success"}, {"status": "2.0;Success"}),
        (
            {"more": "RECURRENCE-ID;TZID=Europe/Berlin:20260924T143000"},
            {"recurs": True, "recurrence": datetime(2026, 9, 24, 12, 30, tzinfo=UTC)},
        ),
        ({"more": "RECURRENCE-ID:nonsense"}, {"recurs": True}),
        (
            {"more": "DTSTART:20260924T083000"},
            {"unplaced": "its DTSTART does not say in which time zone it is"},
        ),
        (
            {"attendee": "ATTENDEE;EMAIL=guy@example.org;PARTSTAT=ACCEPTED:urn:uuid:5F1B"},
            {},
        ),
        (
            {"attendee": 'ATTENDEE;SENT-BY="mailto:aide@example.org":mailto:guy@example.org'},
            {"attendees": (replace(GUY, partstat="", sent_by="aide@example.org"),)},
        ),
        (
            {"attendee": "ATTENDEE;SENT-BY=aide:mailto:guy@example.org"},
            {"attendees": (replace(GUY, partstat="", sent_by="aide"),)},
        ),
        (
            {
                "attendee": "ATTENDEE;PARTSTAT=delegated;DELEGATED-\r\n "
                'TO="Mailto:ann@example.net":Mailto:guy@example.org'
            },
            {"attendees": (replace(GUY, partstat="DELEGATED", delegated_to=("ann@example.net",)),)},
        ),
        (
            {
                "attendee": "ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT=Yes:"
                "mailto:guy@example.org"
            },
            {"attendees": (replace(GUY, comment="Yes"),), "comment": "Yes"},
        ),
        (
            {"attendee": 'ATTENDEE;CN="a "b" c";PARTSTAT=ACCEPTED:mailto:guy@example.org'},
            {"attendees": (replace(GUY, partstat=""),)},
        ),
        (
            {"attendee": "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guy@example.org\r\n" * 2},
            {},
        ),
        (
            {
                "attendee": "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:GUY@example.org\r\n"
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guy@example.org"
            },
            {},
        ),
    ],
)
def test_each_line_is_told_as_it_is_written(
    calendar: Callable[..., bytes], line: dict[str, str | None], said: dict[str, Any]
) -> None:
    assert incoming(calendar(**line), "utf-8") == (replace(PLAIN, **said),)


@pytest.mark.parametrize(
    ("line", "method"), [(None, "REPLY"), ("METHOD:REQUEST", "REQUEST"), ("METHOD:", "REPLY")]
)
def test_what_the_mail_says_that_it_does_counts_where_the_calendar_does_not(
    calendar: Callable[..., bytes], line: str | None, method: str
) -> None:
    [found] = incoming(calendar(method=line), "utf-8", " Reply")

    assert found == replace(PLAIN, method=method)


def test_a_calendar_that_is_cut_off_is_not_whole(calendar: Callable[..., bytes]) -> None:
    [found] = incoming(calendar()[:-20], "utf-8")

    assert found == replace(PLAIN, whole=False)


def test_what_is_no_calendar_says_nothing() -> None:
    assert incoming(b"Dear all,\r\n", "utf-8") == ()
    assert incoming(b"", "") == ()


@given(st.binary(max_size=60), st.integers(0, 300))
def test_stray_octets_are_no_error(reply: Callable[..., bytes], stray: bytes, at: int) -> None:
    content = reply("COMMENT:Yes\nDTSTART;TZID=Europe/Berlin:20260924T143000\nDURATION:PT1H")

    found = incoming(content[:at] + stray + content[at + len(stray) :], "utf-8")

    assert len(found) <= 50
