"""Properties that may occur but once (E15).

Source: RFC 5545 section 3.6; RFC 7986 section 4.  DTSTART and DTEND of events are E8,
PRODID and VERSION are C1.
"""

from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report

_COMMON = {
    *("CLASS", "CREATED", "DTSTAMP", "LAST-MODIFIED", "RECURRENCE-ID", "SEQUENCE", "STATUS"),
    *("SUMMARY", "UID", "URL", "COLOR", "ORGANIZER"),
}
_PLACED = _COMMON | {"DESCRIPTION", "DURATION", "GEO", "LOCATION", "PRIORITY"}
_ONSET = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}
_ONCE = {
    "VCALENDAR": {
        *("CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL"),
        *("REFRESH-INTERVAL", "SOURCE", "COLOR"),
    },
    "VEVENT": _PLACED | {"TRANSP"},
    "VTODO": _PLACED | {"COMPLETED", "DTSTART", "DUE", "PERCENT-COMPLETE"},
    "VJOURNAL": _COMMON | {"DTSTART"},
    "VFREEBUSY": {"CONTACT", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "UID", "URL"},
    "VTIMEZONE": {"TZID", "LAST-MODIFIED", "TZURL"},
    "STANDARD": _ONSET,
    "DAYLIGHT": _ONSET,
    "VALARM": {"ACTION", "TRIGGER", "DURATION", "REPEAT", "UID"},
}
_SHOULD_BE_ONCE = {
    *("RRULE", "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "X-PUBLISHED-TTL"),
    *("X-MICROSOFT-CDO-BUSYSTATUS", "X-ALT-DESC", "X-LIC-LOCATION"),
}


def check(feed: Feed, report: Report) -> None:
    """Check that nothing is said twice."""
    for component in feed.components:
        once = _ONCE.get(component.name, set())
        for name, found in component.by_name.items():
            for again in found[1:]:
                message = f"a second {name} in this {component.name}; keep one"
                if name in once:
                    report.error("E15", again.line, f"{message} (RFC 5545 section 3.6)")
                elif name in _SHOULD_BE_ONCE:
                    report.warning("E15", again.line, message)
