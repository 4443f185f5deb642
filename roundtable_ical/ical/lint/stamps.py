"""What tells events and their revisions apart (E1, E4, E7), and where they are (E14).

Source: RFC 5545 sections 3.8.1.6, 3.8.4.7, 3.8.7.
"""

import re

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.moments import moment

_STAMPED = ("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY")
_STAMPS = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
_INTEGER = re.compile(r"\+?\d{1,10}", re.ASCII)
_GEO = re.compile(r"([+-]?\d{1,20}(?:\.\d{1,30})?);([+-]?\d{1,20}(?:\.\d{1,30})?)", re.ASCII)
_LARGEST = 2**31 - 1

Instance = tuple[str, str, str]
"""UID, RECURRENCE-ID and its TZID."""


def check(feed: Feed, report: Report) -> None:
    """Check identity, stamps, sequence and place of every event, to-do and journal."""
    seen: dict[Instance, int] = {}
    for component in feed.components:
        for name in _STAMPS:
            for found in component.all(name):
                _check_stamp(found, report)
        for found in component.all("SEQUENCE"):
            _check_sequence(found, report)
        for found in component.all("GEO"):
            _check_place(found, report)
        if component.name in _STAMPED:
            if not component.all("DTSTAMP"):
                message = f"this {component.name} has no DTSTAMP; write its last revision, in UTC"
                report.error("E4", component.line, f"{message} (RFC 5545 section 3.8.7.2)")
            _check_identity(component, seen, report)


def _check_stamp(found: Property, report: Report) -> None:
    when = moment(found)
    if when is None or when.form != "utc":
        message = f"{found.name} {quoted(found.value)} is not in UTC; write e.g. 20260923T120000Z"
        report.error("E4", found.line, f"{message} (RFC 5545 section 3.8.7)")
    elif found.parameters.keys() & {"TZID"}:
        message = f"TZID on {found.name}, which is in UTC; take it out"
        report.error("E4", found.line, f"{message} (RFC 5545 section 3.2.19)")


def _check_sequence(found: Property, report: Report) -> None:
    if not _INTEGER.fullmatch(found.value) or int(found.value) > _LARGEST:
        message = f"SEQUENCE {quoted(found.value)} is no number from 0 to {_LARGEST}"
        hint = "start at 0 and count up with each change"
        report.error("E7", found.line, f"{message}; {hint} (RFC 5545 section 3.8.7.4)")


def _check_place(found: Property, report: Report) -> None:
    read = _GEO.fullmatch(found.value)
    if read is None:
        message = f"GEO {quoted(found.value)} is no place; write latitude;longitude"
        hint = "two numbers in degrees, a semicolon between"
        report.error("E14", found.line, f"{message}, {hint} (RFC 5545 section 3.8.1.6)")
    elif abs(float(read[1])) > 90 or abs(float(read[2])) > 180:
        message = f"GEO {quoted(found.value)} is off the globe; write latitude;longitude"
        report.error("E14", found.line, f"{message}, in this order (RFC 5545 section 3.8.1.6)")


def _check_identity(component: Component, seen: dict[Instance, int], report: Report) -> None:
    uid = component.first("UID")
    if uid is None or not uid.value:
        message = f"this {component.name} has no UID; write one that never changes"
        report.error("E1", component.line, f"{message} (RFC 5545 section 3.8.4.7)")
        return
    instance = component.first("RECURRENCE-ID")
    which = (instance.value, instance.parameter("TZID")) if instance else ("", "")
    first = seen.setdefault((uid.value, *which), uid.line)
    if first != uid.line:
        message = f"the UID of line {first} again, and programs show one of the two"
        hint = "give each event its own"
        report.error("E1", uid.line, f"{message}; {hint} (RFC 5545 section 3.8.4.7)")
