"""When an event is: its start, its end, and on whose clock (E8, E9, E10).

Source: RFC 5545 sections 3.6.1, 3.8.2.2, 3.8.2.4 and 3.8.2.5.
"""

from datetime import datetime, timedelta

from roundtable_ical.ical.lint.clocks import TIMES, Clocks, in_reach
from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.moments import Moment, duration, moment, moments
from roundtable_ical.zones import current


def check(feed: Feed, report: Report) -> None:
    """Check the times of every component, and the spans of events."""
    for component in feed.components:
        if component.name not in ("STANDARD", "DAYLIGHT"):
            for name in TIMES:
                for found in component.all(name):
                    _check_time(found, report)
    for event in feed.named("VEVENT"):
        start = _only(event, "DTSTART", report)
        end = _only(event, "DTEND", report)
        if start is None and not (event.parent and event.parent.first("METHOD")):
            message = "this event has no DTSTART; write one"
            report.error("E8", event.line, f"{message} (RFC 5545 section 3.6.1)")
        _check_duration(event, report)
        if start and end:
            _check_order(start, end, feed.clocks, report)


def _check_time(found: Property, report: Report) -> None:
    rule = "E8" if found.name in ("DTSTART", "DTEND") else "E10"
    read = moments(found) if found.name in ("RDATE", "EXDATE") else [moment(found)]
    is_date = found.value_type == "DATE"
    for when in read:
        if when is None:
            message = f"{found.name} {quoted(found.value)} is no date or time"
            hint = "write e.g. 20260923T120000Z (RFC 5545 section 3.3.5)"
            report.error(rule, found.line, f"{message}; {hint}")
        elif is_date != (when.form == "date"):
            if is_date:
                message = f"VALUE=DATE on a time; write {found.name} without it"
            else:
                way = f"{found.name};VALUE=DATE:{when.wall:%Y%m%d}"
                message = f"a date without VALUE=DATE; write {way}"
            report.error(rule, found.line, f"{message} (RFC 5545 section 3.3.4)")
        elif when.tzid and when.form in ("utc", "date"):
            kind = "UTC time" if when.form == "utc" else "date"
            message = f"TZID on a {kind}; take it out"
            report.error("E10", found.line, f"{message} (RFC 5545 section 3.2.19)")
        elif when.form == "floating":
            message = f"{found.name} is floating, another moment in each zone, an error in Outlook"
            report.warning("E10", found.line, f"{message}; write a TZID, or UTC with a Z")
        else:
            continue
        return


def _only(event: Component, name: str, report: Report) -> Property | None:
    found = event.all(name)
    for again in found[1:]:
        message = f"a second {name} in this event; keep one"
        report.error("E8", again.line, f"{message} (RFC 5545 section 3.6.1)")
    return found[0] if len(found) == 1 else None


def _check_duration(event: Component, report: Report) -> None:
    found = event.first("DURATION")
    if found is None:
        if not event.all("DTEND"):
            message = "this event has no DTEND, and programs guess its end; write one"
            report.warning("E8", event.line, message)
        return
    length = duration(found.value)
    if length is None:
        message = f"DURATION {quoted(found.value)} is none; write a DTEND"
        report.error("E8", found.line, f"{message} (RFC 5545 section 3.3.6)")
    elif length <= timedelta(0):
        message = f"DURATION {found.value} is not positive; write a DTEND"
        report.error("E9", found.line, f"{message} (RFC 5545 section 3.8.2.5)")
    elif event.all("DTEND"):
        message = "DTEND and DURATION in one event; take DURATION out"
        report.error("E8", found.line, f"{message} (RFC 5545 section 3.6.1)")
    else:
        message = "DURATION in place of DTEND, which not every program reads; write a DTEND"
        report.warning("E8", found.line, message)


def _check_order(start: Property, end: Property, clocks: Clocks, report: Report) -> None:
    first, last = moment(start), moment(end)
    if first is None or last is None:
        return
    if (first.form == "date") != (last.form == "date"):
        message = "DTSTART and DTEND must both be dates, or both times"
        report.error("E8", end.line, f"{message} (RFC 5545 section 3.8.2.2)")
        return
    begun, ended = _instant(first, clocks), _instant(last, clocks)
    if begun is None or ended is None:
        if (first.form, first.tzid) != (last.form, last.tzid):
            return
        begun, ended = first.wall, last.wall
    if ended <= begun:
        message = f"DTEND {quoted(end.value)} is not after DTSTART {quoted(start.value)}"
        hint = "write the first moment after the event"
        report.error("E9", end.line, f"{message}; {hint} (RFC 5545 section 3.8.2.2)")


def _instant(when: Moment, clocks: Clocks) -> datetime | None:
    """Return the moment (naive UTC) by the file alone, or by the database where it is silent."""
    if when.form == "utc":
        return when.wall
    if when.form != "local" or not in_reach(when):
        return None
    clock = clocks.clock(when.tzid)
    if clock is not None:
        return clock.instant(when.wall).replace(tzinfo=None)
    if when.tzid not in current().keys():  # noqa: SIM118 - a method, no dict
        return None
    ahead = when.wall.replace(tzinfo=current().zone(when.tzid)).utcoffset()
    return None if ahead is None else when.wall - ahead
