"""The form of VTIMEZONE, small enough for every program (Z4, Z5, Z6, Z7).

Source: RFC 5545 section 3.6.5; MS-OXCICAL 2.1.3.1.1.19.
"""

import re
from collections import Counter
from datetime import timedelta

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.moments import moments, wall_time
from roundtable_ical.ical.lint.recurrence import parts_of
from roundtable_ical.ical.lint.vtimezones import offset, part

_ORDINAL_DAY = re.compile(r"(\+?[1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_MONTH = re.compile(r"0?[1-9]|1[0-2]", re.ASCII)
_PARTS = frozenset({"FREQ", "BYMONTH", "BYDAY"})
_QUARTER = timedelta(minutes=15)


def check(feed: Feed, report: Report) -> None:
    """Check every VTIMEZONE and its parts."""
    for component in feed.named("VTIMEZONE"):
        parts = feed.clocks.parts.get(component, [])
        if not parts:
            message = "this VTIMEZONE says nothing; write a STANDARD part"
            report.error("Z4", component.line, f"{message} (RFC 5545 section 3.6.5)")
        kinds = Counter(part.name for part in parts)
        for kind, count in kinds.items():
            if count > 1:
                again = [part for part in parts if part.name == kind][1]
                message = f"{count} {kind} parts, of which Outlook reads one; keep the one"
                report.warning("Z4", again.line, f"{message} that is in force (MS-OXCICAL)")
        for one in parts:
            _check_rules(one, report)
            _check_start(one, report)
            _check_offsets(one, report)


def _check_rules(component: Component, report: Report) -> None:
    rules, dates = component.all("RRULE"), component.all("RDATE")
    for rule in rules:
        _check_rule(rule, report)
    if rules and dates:
        message = "RRULE and RDATE in one part, which programs read differently; keep one"
        report.warning("Z6", dates[0].line, f"{message} (RFC errata 3932)")
    for found in dates:
        if any(when is None or when.form != "floating" for when in moments(found)):
            message = f"RDATE {quoted(found.value)} is no local time; write e.g. 20070311T020000"
            report.error("Z6", found.line, f"{message} (RFC 5545 section 3.6.5)")
        elif "," in found.value:
            message = "several onsets in one RDATE, of which ical.js reads the first"
            report.error("Z6", found.line, f"{message}; write one RDATE for each")


def _check_rule(rule: Property, report: Report) -> None:
    parts = parts_of(rule.value)
    if "FREQ" not in parts:
        message = f"RRULE {quoted(rule.value)} has no FREQ; write FREQ=YEARLY;BYMONTH=;BYDAY="
        report.error("Z4", rule.line, f"{message} (RFC 5545 section 3.3.10)")
        return
    # These two say what holds without them.
    said = parts.keys() - {"WKST"} - ({"INTERVAL"} if parts.get("INTERVAL") == "1" else set())
    if not (
        said == _PARTS
        and parts["FREQ"] == "YEARLY"
        and _MONTH.fullmatch(parts["BYMONTH"])
        and _ORDINAL_DAY.fullmatch(parts["BYDAY"])
    ):
        message = f"RRULE {quoted(rule.value)} is not the one form that Outlook reads"
        hint = "write e.g. FREQ=YEARLY;BYMONTH=3;BYDAY=2SU (MS-OXCICAL)"
        report.warning("Z4", rule.line, f"{message}; {hint}")


def _check_start(component: Component, report: Report) -> None:
    start = component.first("DTSTART")
    if start is None:
        message = f"this {component.name} has no DTSTART; write its first onset"
        report.error("Z5", component.line, f"{message} (RFC 5545 section 3.6.5)")
        return
    if start.parameters:
        message = "parameters on the DTSTART of a zone, which hide all events in Google"
        report.error("Z5", start.line, f"{message}; write DTSTART: and the local time")
    wall = wall_time(start.value)
    if wall is None:
        message = f"DTSTART {quoted(start.value)} is no local time; write e.g. 20070311T020000"
        report.error("Z5", start.line, f"{message}, without Z (RFC 5545 section 3.6.5)")
        return
    known = part(component)
    if known and known.rule and known.rule.onset(wall.year, wall) != wall:
        message = "DTSTART is no onset of the RRULE below it; write the first one"
        report.warning("Z5", start.line, f"{message} (RFC 5545 section 3.8.5.3)")


def _check_offsets(component: Component, report: Report) -> None:
    for name in ("TZOFFSETFROM", "TZOFFSETTO"):
        found = component.first(name)
        if found is None:
            message = f"this {component.name} has no {name}; write one"
            report.error("Z7", component.line, f"{message} (RFC 5545 section 3.6.5)")
            continue
        ahead = offset(found.value)
        if ahead is None:
            message = f"{name} {quoted(found.value)} is no offset; write e.g. -0500"
            report.error("Z7", found.line, f"{message} (RFC 5545 section 3.3.14)")
        elif ahead % _QUARTER:
            message = f"{name} {found.value} is no whole quarter of an hour: a local mean time"
            report.warning("Z7", found.line, f"{message}? write the offset of the zone")
