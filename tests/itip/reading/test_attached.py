"""Where programs put a calendar in a mail."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from roundtable_ical.itip.reading.attached import Calendars, calendars
from roundtable_ical.itip.reading.mail import Mail, opened


@pytest.fixture
def calendar(reply: Callable[..., bytes]) -> bytes:
    """Return the calendar of a reply."""
    return reply().partition(b"\r\n\r\n")[2]


def mail(*parts: bytes) -> Mail:
    head = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    return opened(head + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--")


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/calendar; method=REPLY",
        b"Content-Type: application/ics; name=invite.ics",
        b'Content-Type: application/octet-stream\r\nContent-Disposition: inline; filename="A.ICS"',
        b"Content-Type: text/plain; name=event.vcs",
        b"Content-Type: text/plain",
        b"Content-Type: text/x-vcalendar",
        b"Content-Type: text/calendar charset=utf-8 method=REPLY",
        b"Content-Type: application/octet-stream",
        b'Content-Type: application/octet-stream; name="=?utf-8?Q?A=2Eics?="',
        b'Content-Type: image/x; name="=?utf-8?B?QS5pY3M=?="',
    ],
)
def test_a_calendar_is_found_under_every_name(calendar: bytes, head: bytes) -> None:
    found = calendars(mail(b"\r\nwords", head + b"\r\n\r\n" + calendar))

    assert [each.method for each in found.answers] == ["REPLY"]


def test_a_name_in_words_that_nobody_can_read_is_a_name_as_it_is(calendar: bytes) -> None:
    head = b'Content-Type: image/x; name="=?nonsense?Q?A=2Eics?="\r\n\r\n'

    assert calendars(mail(head + calendar)) == Calendars()


def test_the_same_calendar_twice_says_one_thing(calendar: bytes) -> None:
    twice = b"Content-Type: text/calendar\r\n\r\n" + calendar

    assert len(calendars(mail(twice, twice)).items) == 1


def test_of_two_copies_the_whole_one_with_words_is_read(reply: Callable[..., bytes]) -> None:
    head = b"Content-Type: text/calendar\r\n\r\n"
    bare, told = (reply(more).partition(b"\r\n\r\n")[2] for more in ("", "COMMENT:Yes"))

    [found] = calendars(mail(head + bare[:-20], head + told, head + bare)).items

    assert (found.whole, found.comment) == (True, "Yes")


def test_an_invitation_beside_an_answer_is_no_answer(calendar: bytes) -> None:
    head = b"Content-Type: text/calendar\r\n\r\n"
    request = calendar.replace(b"METHOD:REPLY", b"METHOD:REQUEST")

    found = calendars(mail(head + request, head + calendar))

    assert [each.method for each in found.items] == ["REQUEST", "REPLY"]
    assert [each.method for each in found.answers] == ["REPLY"]


def test_a_forwarded_calendar_is_told_apart(calendar: bytes) -> None:
    inner = b"Subject: x\r\nContent-Type: text/calendar\r\n\r\n" + calendar
    sent_on = mail(b"Content-Type: message/rfc822\r\n\r\n" + inner)

    assert calendars(sent_on) == Calendars()
    assert len(calendars(sent_on, forwarded=True).answers) == 1


@pytest.mark.parametrize(
    ("lines", "trouble"),
    [
        (b"X-A:" + b"x" * 300_000 + b"\r\n", "its calendar is larger than 256 kB"),
        (b"X-A:" + b"x" * 5_000_000 + b"\r\n", "its calendar is larger than 256 kB"),
        (b"A:1\r\n" * 10_001, "its calendar has more than 10000 lines"),
    ],
)
def test_a_calendar_that_is_too_large_is_not_read(
    calendar: bytes, lines: bytes, trouble: str
) -> None:
    large = calendar.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\n" + lines)

    found = calendars(mail(b"Content-Type: text/calendar\r\n\r\n" + large))

    assert replace(found, items=()) == Calendars(trouble=trouble)


def test_a_calendar_of_which_nothing_is_left_says_nothing() -> None:
    head = b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n"

    assert calendars(mail(head + b"!")) == Calendars()
