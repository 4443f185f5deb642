"""Every rule, by a feed that keeps it and one change that breaks just that rule."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_ical.ical.lint import lint

Bend = Callable[..., bytes]
Judge = Callable[..., list[str]]

SOURCE = "https://events.example.org/breakfast.ics"
FIRST = "UID:1@events.example.org\n"
LOCAL = "DTSTART;TZID=America/New_York:20260924T081500\n"
LOCAL_END = "DTEND;TZID=America/New_York:20260924T083000\n"
DAYLIGHT = "DTSTART:19700308T020000\nTZOFFSETFROM:-0500\n"
SPRING = "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"
ALARM = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Soon\nTRIGGER:-PT15M\nEND:VALARM\n"
WEEK = "BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU"
OTHER_DATES = "RDATE;TZID=America/New_York:"
LAGOS = """\
BEGIN:VTIMEZONE
TZID:Africa/Lagos
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
NEW_YORK = LAGOS.replace("Africa/Lagos", "America/New_York").replace("+01", "-05")
EMPTY = "BEGIN:VTIMEZONE\nTZID:Africa/Lagos\nEND:VTIMEZONE\n"
LOCAL_IN_LAGOS = LOCAL.replace("America/New_York", "Africa/Lagos")
END_OF_ZONE = "END:VTIMEZONE\n"

BROKEN = {
    "missing end of a component": ("error C1", "END:VEVENT\nEND:VCALENDAR", "END:VCALENDAR"),
    "end of nothing": ("error C1", "END:DAYLIGHT\n", "END:DAYLIGHT\nEND:DAYLIGHT\n"),
    "property after the end": ("error C1", "END:VCALENDAR\n", "END:VCALENDAR\nX-A:1\n"),
    "component after the end": (
        "error C1",
        "END:VCALENDAR\n",
        "END:VCALENDAR\nBEGIN:X-A\nEND:X-A\n",
    ),
    "no PRODID": ("error C1", "PRODID:-//example//tests//EN\n", ""),
    "two PRODIDs": ("error C1", "PRODID:", "PRODID:a\nPRODID:"),
    "another VERSION": ("error C1", "VERSION:2.0", "VERSION:1.0"),
    "no colon": ("error O5", "SUMMARY:Welcome", "SUMMARY:Welcome\nX-LINE"),
    "name with a space": ("error O5", "SEQUENCE:0\n", "SEQUENCE:0\nX SPACE:0\n"),
    "unclosed quote": ("error O5", "SUMMARY:", 'SUMMARY;X-A="b:'),
    "quote inside a parameter": ("error O5", "SUMMARY:", 'SUMMARY;X-A=b"c":'),
    "parameter without value": ("error O5", "SUMMARY:", "SUMMARY;X-A:"),
    "raw semicolon": ("error O5", "SUMMARY:Welcome", "SUMMARY:Welcome; tea"),
    "raw comma": ("error O5", "SUMMARY:Welcome", "SUMMARY:Welcome, tea"),
    "raw comma in a name": ("warning O5", "CALNAME:Breakfast\\,", "CALNAME:Breakfast,"),
    "no such escape": ("error O5", "SUMMARY:Welcome", "SUMMARY:Welcome\\x"),
    "lone backslash": ("error O5", "SUMMARY:Welcome", "SUMMARY:Welcome\\"),
    "long line": ("warning O2", "SUMMARY:", "SUMMARY:" + "x" * 76),
    "blank line": ("error O4", "SEQUENCE:0\n", "SEQUENCE:0\n\n"),
    "control character": ("error O4", "SUMMARY:", "SUMMARY:\x0b"),
    "DEL": ("error O4", "SUMMARY:", "SUMMARY:\x7f"),
    "byte order mark": ("error O4", "BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR"),
    "unreadable value": ("error O8", "SEQUENCE:0\n", "SEQUENCE:0\nPRIORITY:high\n"),
    "METHOD": ("warning C2", "COLOR:", "METHOD:PUBLISH\nCOLOR:"),
    "VALARM": ("warning C2", "END:VEVENT\n", f"{ALARM}END:VEVENT\n"),
    "names differ": ("warning C3", "X-WR-CALNAME:", "X-WR-CALNAME:My "),
    "one name": ("warning C3", "NAME:Breakfast\\, and more\nX-WR-", "X-WR-"),
    "interval without its type": ("error C4", ";VALUE=DURATION", ""),
    "interval without T": ("error C4", "DURATION:PT1H", "DURATION:P1H"),
    "intervals differ": ("warning C4", "TTL:PT1H", "TTL:PT2H"),
    "one interval": ("warning C4", "X-PUBLISHED-TTL:PT1H\n", ""),
    "hexadecimal colour": ("error C5", "COLOR:teal", "COLOR:#008080"),
    "another source": ("error C7", "breakfast.ics", "lunch.ics"),
    "no source": ("warning C7", f"SOURCE;VALUE=URI:{SOURCE}\n", ""),
    "UID of the calendar": ("warning C8", "COLOR:", "UID:0\nCOLOR:"),
    "a UID again": ("error E1", "UID:2@", "UID:1@"),
    "no UID": ("error E1", FIRST, ""),
    "local stamp": ("error E4", "MODIFIED:20260901T120000Z", "MODIFIED:20260901T120000"),
    "no stamp": ("error E4", f"{FIRST}DTSTAMP:20260901T120000Z\n", FIRST),
    "negative sequence": ("error E7", "SEQUENCE:0", "SEQUENCE:-1"),
    "large sequence": ("error E7", "SEQUENCE:0", "SEQUENCE:2147483648"),
    "no start": ("error E8", LOCAL, ""),
    "no end": ("warning E8", LOCAL_END, ""),
    "two ends": ("error E8", LOCAL_END, LOCAL_END * 2),
    "length for end": ("warning E8", LOCAL_END, "DURATION:PT15M\n"),
    "length and end": ("error E8", LOCAL_END, f"{LOCAL_END}DURATION:PT15M\n"),
    "no such date": ("error E8", "20260924T081500", "20260931T081500"),
    "a date unannounced": ("error E8", "DTEND;VALUE=DATE:", "DTEND:"),
    "date and time": ("error E8", "DTEND;VALUE=DATE:20260925", "DTEND:20260925T000000Z"),
    "end before start": ("error E9", "20260924T083000", "20260924T071500"),
    "end at start": ("error E9", "DATE:20260925", "DATE:20260924"),
    "end before start in UTC": ("error E9", LOCAL_END, "DTEND:20260924T121500Z\n"),
    "negative length": ("error E9", LOCAL_END, "DURATION:-PT15M\n"),
    "floating": (
        "warning E10",
        "DTEND:20260924T130000Z",
        "DTEND:20260924T130000Z\nRDATE:20261001T130000",
    ),
    "zone of a UTC time": ("error E10", LOCAL_END, f"{LOCAL_END}{OTHER_DATES}20261001T130000Z\n"),
    "another status": ("error E11", "STATUS:CONFIRMED", "STATUS:TBC"),
    "status in small letters": ("warning E11", "STATUS:CONFIRMED", "STATUS:confirmed"),
    "cancelled without words": ("warning E12", "SUMMARY:CANCELLED: ", "SUMMARY:"),
    "busy when free": ("warning E13", "BUSYSTATUS:FREE", "BUSYSTATUS:BUSY"),
    "free when busy": ("warning E13", "BUSYSTATUS:BUSY", "BUSYSTATUS:FREE"),
    "cancelled and busy": ("warning E13", "TRANSP:TRANSPARENT\n", ""),
    "certain when tentative": ("warning E13", "BUSYSTATUS:TENTATIVE", "BUSYSTATUS:BUSY"),
    "another TRANSP": ("error E13", "TRANSP:OPAQUE", "TRANSP:FREE"),
    "place with a comma": ("error E14", "40.7493;", "40.7493,"),
    "place off the globe": ("error E14", "40.7493;", "140.7493;"),
    "two summaries": ("error E15", "SUMMARY:Welcome\n", "SUMMARY:Welcome\nSUMMARY:Hello\n"),
    "two zones": ("warning E15", "X-LIC-LOC", "X-LIC-LOCATION:America/New_York\nX-LIC-LOC"),
    "address in a text": ("warning E16", "Welcome", "Welcome anna@example.org"),
    "address in a parameter": ("warning E16", "SUMMARY:", 'SUMMARY;ALTREP="mailto:x":'),
    "two definitions": ("error Z1", END_OF_ZONE, END_OF_ZONE + NEW_YORK),
    "unused definition": ("warning Z1", END_OF_ZONE, END_OF_ZONE + LAGOS),
    "no definition": ("error Z1", LOCAL, LOCAL_IN_LAGOS),
    "wrong offset": ("error Z3", "TZOFFSETTO:-0400", "TZOFFSETTO:-0300"),
    "rule of days": ("warning Z4", "BYMONTH=3;BYDAY=2SU", WEEK),
    "onset in UTC": ("error Z5", "DTSTART:19700308T020000", "DTSTART:19700308T070000Z"),
    "onset with parameters": ("error Z5", "DTSTART:19700308", "DTSTART;VALUE=DATE-TIME:19700308"),
    "onset beside its rule": ("warning Z5", "DTSTART:19700308", "DTSTART:19700301"),
    "onset after the change": ("error Z5", DAYLIGHT, DAYLIGHT.replace("T02", "T03")),
    "rule and dates": ("warning Z6", SPRING, f"{SPRING}RDATE:20200308T020000\n"),
    "dates in one line": ("error Z6", SPRING, "RDATE:20260308T020000,20270314T020000\n"),
    "date in UTC": ("error Z6", SPRING, "RDATE:20260308T070000Z\n"),
    "local mean time": ("warning Z7", DAYLIGHT, DAYLIGHT.replace("-0500", "-045602")),
    "no offset": ("error Z7", "TZOFFSETTO:-0400", "TZOFFSETTO:-400"),
    "a time twice": ("error Z8", LOCAL_END, f"{LOCAL_END}{OTHER_DATES}20261101T013000\n"),
    "a time skipped": ("error Z8", LOCAL_END, f"{LOCAL_END}{OTHER_DATES}20260308T023000\n"),
}  # fmt: skip


def test_a_feed_that_keeps_every_rule_has_no_findings(bend: Bend) -> None:
    assert lint(bend(), source=SOURCE) == ()


@pytest.mark.parametrize(("finding", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_one_defect_breaks_one_rule(judge: Judge, finding: str, old: str, new: str) -> None:
    assert set(judge(old, new, source=SOURCE)) == {finding}


@pytest.mark.parametrize(
    ("finding", "octets"),
    [
        ("error O1", lambda feed: feed.replace(b"\r\n", b"\n")),
        ("error O1", lambda feed: feed.replace(b"\r\n", b"\r")),
        ("error O1", lambda feed: feed.removesuffix(b"\r\n")),
        ("error O3", lambda feed: feed.replace(b"Welcome", b"Welc\xf6me")),
        ("warning O3", lambda feed: feed.replace(b"Welcome", b"Welc\xc3\r\n \xb6me")),
    ],
)
def test_octets_that_are_not_right_break_one_rule(
    bend: Bend, finding: str, octets: Callable[[bytes], bytes]
) -> None:
    found = lint(octets(bend()))

    assert [f"{one.severity} {one.rule}" for one in found] == [finding]


def test_a_calendar_must_hold_something_and_a_time_zone_will_do(bend: Bend) -> None:
    feed = bend()
    events = feed.index(b"BEGIN:VEVENT")
    zone = feed.index(b"BEGIN:VTIMEZONE")

    assert lint(feed[:events] + b"END:VCALENDAR\r\n") == ()
    assert [one.rule for one in lint(feed[:zone] + b"END:VCALENDAR\r\n")] == ["C6"]


def test_a_tzid_that_is_no_place_is_told_what_to_write(bend: Bend) -> None:
    feed = bend().replace(b"America/New_York", b"Eastern Standard Time")

    (finding,) = lint(feed)

    assert finding.rule == "Z2"
    assert finding.message.endswith("write America/New_York")


def test_a_definition_that_says_nothing_is_told_so(bend: Bend) -> None:
    feed = bend(END_OF_ZONE, END_OF_ZONE + EMPTY)

    assert [one.rule for one in lint(feed)] == ["Z1", "Z4"]


def test_alarms_may_be_asked_for(judge: Judge) -> None:
    assert judge("END:VEVENT\n", f"{ALARM}END:VEVENT\n", alarms=True) == []


def test_cancelled_words_may_be_of_another_language(judge: Judge) -> None:
    french = ("SUMMARY:CANCELLED: ", "SUMMARY:ANNULÉ : ")

    assert judge(*french) == ["warning E12"]
    assert judge(*french, cancelled_words=("CANCELLED: ", "ANNULÉ : ")) == []


@pytest.mark.parametrize("feed", [b"", b"\n", b"\r\n", b" ", b"BEGIN:VEVENT\r\n" * 1000])
def test_what_is_no_calendar_is_told_so(feed: bytes) -> None:
    assert "C1" in {finding.rule for finding in lint(feed)}


@given(st.binary(max_size=300))
def test_any_octets_are_judged(feed: bytes) -> None:
    assert all(str(finding) for finding in lint(feed))


LINES = """\
BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|BEGIN:VTIMEZONE|END:VTIMEZONE
BEGIN:STANDARD|END:STANDARD|TZID:America/New_York|TZID:|UID:1|DTSTAMP:00010101T000000Z
DTSTART:00010101T000000|DTSTART;TZID=America/New_York:99991231T235960|DTEND;VALUE=DATE:99991231
DTSTART;TZID=America/New_York:20261101T013000|DTEND;TZID=America/New_York:19000101T000000
DTSTART:19700101T000000|TZOFFSETFROM:-2359|TZOFFSETTO:+2359|RRULE:FREQ=YEARLY|RRULE:FREQ=
RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=-5SU;UNTIL=00010101T000000Z|RRULE:FREQ=YEARLY;BYMONTHDAY=0
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-31|RDATE;VALUE=PERIOD:19970101T000000Z/PT1H|RDATE:,
EXDATE;TZID="a,b":1|GEO:;|GEO:1;1|SEQUENCE:9999999999999|STATUS:|TRANSP:|SUMMARY:\\|X;=:|:|;|=
DURATION:P999999W|DURATION:P|REFRESH-INTERVAL:P|X-PUBLISHED-TTL:|COLOR:|SOURCE:|RECURRENCE-ID:x
X;A="|X;A=",:| folded| |END:|BEGIN:|VERSION:2.0|PRODID:x|PRIORITY:x|ATTENDEE:x|TRIGGER:x|URL:x
"""


@given(st.lists(st.sampled_from(re.split(r"[|\n]", LINES)), max_size=40))
def test_any_lines_of_a_calendar_are_judged(lines: list[str]) -> None:
    feed = "".join(f"{line}\r\n" for line in ["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines])

    found = lint(feed.encode())

    assert all(1 <= finding.line <= len(lines) + 2 for finding in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_change_to_a_right_feed_is_judged(bend: Bend, data: st.DataObject) -> None:
    feed = bend()
    start = data.draw(st.integers(0, len(feed)))
    end = data.draw(st.integers(start, min(len(feed), start + 40)))

    found = lint(feed[:start] + data.draw(st.binary(max_size=20)) + feed[end:])

    assert all(finding.line >= 1 for finding in found)
