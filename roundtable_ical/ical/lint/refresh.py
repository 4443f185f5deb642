"""How often a feed asks to be fetched (C4).

Source: RFC 7986 section 5.7.
"""

from datetime import timedelta

from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.moments import duration

_EXAMPLE = "REFRESH-INTERVAL;VALUE=DURATION:PT1H"


def check(feed: Feed, report: Report) -> None:
    """Check REFRESH-INTERVAL, and that Microsoft's X-PUBLISHED-TTL says the same."""
    for calendar in feed.named("VCALENDAR"):
        interval, ttl = calendar.first("REFRESH-INTERVAL"), calendar.first("X-PUBLISHED-TTL")
        lengths = []
        for found in (interval, ttl):
            length = duration(found.value) if found else None
            lengths.append(length)
            if found and (length is None or length <= timedelta(0)):
                # Home Assistant and Confluence refuse the whole feed.
                message = f"{found.name} {quoted(found.value)} is no length of time"
                report.error("C4", found.line, f"{message}; write PT1H (RFC 5545 section 3.3.6)")
        if interval and interval.value_type != "DURATION":
            message = f"REFRESH-INTERVAL without VALUE=DURATION; write {_EXAMPLE}"
            report.error("C4", interval.line, f"{message} (RFC 7986 section 5.7)")
        if interval and ttl and None not in lengths and lengths[0] != lengths[1]:
            message = f"X-PUBLISHED-TTL {ttl.value} is not REFRESH-INTERVAL {interval.value}"
            report.warning("C4", ttl.line, f"{message}; write the same in both")
        elif (interval is None) != (ttl is None):
            alone = interval or ttl
            line = alone.line if alone else calendar.line
            message = "REFRESH-INTERVAL and X-PUBLISHED-TTL are read by different programs"
            report.warning("C4", line, f"{message}; write both")
