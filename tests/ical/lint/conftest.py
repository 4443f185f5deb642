"""A small feed that keeps every rule, and what becomes of it when it is bent."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical.ical.lint import Finding, lint

Bend = Callable[..., bytes]
Judge = Callable[..., list[str]]

GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//tests//EN
NAME:Breakfast\\, and more
X-WR-CALNAME:Breakfast\\, and more
COLOR:teal
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
SOURCE;VALUE=URI:https://events.example.org/breakfast.ics
BEGIN:VTIMEZONE
TZID:America/New_York
X-LIC-LOCATION:America/New_York
BEGIN:STANDARD
DTSTART:19701101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:1@events.example.org
DTSTAMP:20260901T120000Z
LAST-MODIFIED:20260901T120000Z
SEQUENCE:0
DTSTART;TZID=America/New_York:20260924T081500
DTEND;TZID=America/New_York:20260924T083000
SUMMARY:Welcome
DESCRIPTION:Said by the Minister of Foreign Affairs\\, who will be here in
  person\\; then coffee\\, tea\\nand a biscuit
CATEGORIES:skills,mobility
GEO:40.7493;-73.968
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
BEGIN:VEVENT
UID:2@events.example.org
DTSTAMP:20260901T120000Z
DTSTART:20260924T123000Z
DTEND:20260924T130000Z
SUMMARY:CANCELLED: Panel
STATUS:CANCELLED
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
BEGIN:VEVENT
UID:3@events.example.org
DTSTAMP:20260901T120000Z
DTSTART;VALUE=DATE:20260924
DTEND;VALUE=DATE:20260925
SUMMARY:Side events
STATUS:TENTATIVE
X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def bend() -> Bend:
    """Return a function that gives the feed with *old* replaced, once, by *new*.

    Both are written with LF; a line that is not there fails the test.
    """

    def bent(old: str = "", new: str = "") -> bytes:
        assert old in GOLDEN
        return GOLDEN.replace(old, new, 1).replace("\n", "\r\n").encode()

    return bent


@pytest.fixture
def judge(bend: Bend) -> Judge:
    """Return a function that tells "severity rule" of every finding in the bent feed."""

    def judged(old: str = "", new: str = "", **options: Any) -> list[str]:
        return [told(finding) for finding in lint(bend(old, new), **options)]

    return judged


def told(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule}"
