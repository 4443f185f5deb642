"""The calendar around the events (C1, C2, C3, C5, C6, C7, C8).

Source: RFC 5545 sections 3.4, 3.6 and 3.7; RFC 7986 section 5.
"""

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.texts import unescaped
from roundtable_ical.programme.colors import CSS3_COLORS

_FORBIDDEN = {
    "METHOD": "makes the feed a message, of which Outlook shows one event",
    "ORGANIZER": "makes programs mail answers to it",
    "ATTENDEE": "tells everybody who comes",
}


def check(feed: Feed, report: Report) -> None:
    """Check every VCALENDAR, and that there is one."""
    top = [component for component in feed.components if component.parent is None]
    calendars = [component for component in top if component.name == "VCALENDAR"]
    if not calendars:
        message = "no calendar; begin with BEGIN:VCALENDAR and end with END:VCALENDAR"
        report.error("C1", 1, f"{message} (RFC 5545 section 3.4)")
    for again in calendars[1:]:
        message = "a second VCALENDAR, which most programs do not read; write one"
        report.warning("C1", again.line, message)
    for stray in top:
        if stray.name != "VCALENDAR" and calendars:
            message = f"{quoted(stray.name)[1:-1]} outside VCALENDAR; put it inside"
            report.error("C1", stray.line, f"{message} (RFC 5545 section 3.4)")
    for calendar in calendars:
        _check_head(calendar, report)
        _check_name(calendar, report)
        _check_uid(calendar, report)
        if feed.source is not None:
            _check_source(calendar, feed.source, report)
    _check_parts(feed, calendars, report)
    _check_absent(feed, report)
    for component in feed.components:
        for found in component.all("COLOR"):
            if unescaped(found.value).lower() not in CSS3_COLORS:
                message = f"COLOR {quoted(found.value)} is no name of a colour in CSS3"
                report.error("C5", found.line, f"{message}; write e.g. navy (RFC 7986 section 5.9)")


def _check_head(calendar: Component, report: Report) -> None:
    for name, example in (("PRODID", "PRODID:-//maker//product//EN"), ("VERSION", "VERSION:2.0")):
        found = calendar.all(name)
        if not found:
            message = f"this calendar has no {name}; write {example}"
            report.error("C1", calendar.line, f"{message} (RFC 5545 section 3.7)")
        for again in found[1:]:
            message = f"a second {name}; keep one"
            report.error("C1", again.line, f"{message} (RFC 5545 section 3.6)")
    version = calendar.first("VERSION")
    if version and version.value != "2.0":
        message = f"VERSION {quoted(version.value)} is not iCalendar's; write VERSION:2.0"
        report.error("C1", version.line, f"{message} (RFC 5545 section 3.7.4)")


def _check_name(calendar: Component, report: Report) -> None:
    names, shown = calendar.all("NAME"), calendar.first("X-WR-CALNAME")
    if shown is None:
        if names:
            message = "NAME without X-WR-CALNAME, which Apple and Google read; write both"
            report.warning("C3", names[0].line, message)
    elif not names:
        message = "X-WR-CALNAME without NAME, its standard form; write both"
        report.warning("C3", shown.line, f"{message} (RFC 7986 section 5.1)")
    elif unescaped(shown.value) not in {unescaped(name.value) for name in names}:
        message = "X-WR-CALNAME and NAME differ; write the same text"
        report.warning("C3", shown.line, f"{message} (RFC 7986 section 5.1)")


def _check_uid(calendar: Component, report: Report) -> None:
    for found in calendar.all("UID"):
        message = "UID of the calendar, which vdirsyncer and khal take for that of every event"
        report.warning("C8", found.line, f"{message} and keep one of them; take it out")


def _check_source(calendar: Component, source: str, report: Report) -> None:
    found = calendar.first("SOURCE")
    if found is None:
        message = f"this calendar has no SOURCE; write SOURCE;VALUE=URI:{source}"
        report.warning("C7", calendar.line, f"{message} (RFC 7986 section 5.8)")
    elif found.value != source:
        message = f"SOURCE {quoted(found.value)} is not where the feed is; write {source}"
        report.error("C7", found.line, f"{message} (RFC 7986 section 5.8)")


def _check_parts(feed: Feed, calendars: list[Component], report: Report) -> None:
    whole = {component.parent for component in feed.components}
    for calendar in calendars:
        if calendar not in whole:
            message = "this calendar holds nothing; keep a VTIMEZONE in a feed without events"
            report.error("C6", calendar.line, f"{message} (RFC 5545 section 3.6)")


def _check_absent(feed: Feed, report: Report) -> None:
    for component in feed.components:
        for name, effect in _FORBIDDEN.items():
            for found in component.all(name):
                report.warning("C2", found.line, f"{name} in a feed {effect}; take it out")
        if component.name == "VALARM" and not feed.alarms:
            message = "VALARM in a feed rings for everybody; take it out"
            report.warning("C2", component.line, message)
