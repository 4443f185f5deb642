"""What a parser makes of the feed (O8); the one rule that asks a library."""

from icalendar import Calendar, Component

from roundtable_ical.ical.lint import components
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.zones import current

_LARGEST = 1_000_000
"""Octets that are read back; icalendar takes four seconds for a million of events."""


def check(feed: Feed, report: Report) -> None:
    """Check that icalendar reads the feed, and reads the same from what it writes.

    Only where the form is right, and every TZID is an id of the database: icalendar keeps
    each other zone for ever, and works out its rules, which a stranger may make endless.
    """
    if report.has_error("O1", "O3", "O4", "O5", "C1"):
        return
    if len(feed.octets) > _LARGEST:
        message = f"more than {_LARGEST // 1_000_000} MB, which phones are slow to read"
        report.warning("O8", 1, f"{message}; split the feed (icalendar was not asked)")
        return
    zones = feed.clocks.lines.keys() | feed.clocks.definitions.keys()
    if not zones <= current().keys():
        return
    try:
        first = Calendar.from_ical(feed.octets, multiple=True)
        if not report.error_lines() and _as_read(first, feed.octets):
            return  # it would read the same lines again
        written = b"".join(calendar.to_ical(sorted=False) for calendar in first)
        second = Calendar.from_ical(written, multiple=True)
        again = b"".join(calendar.to_ical(sorted=False) for calendar in second)
    except Exception as error:  # noqa: BLE001 - its parts raise what they like on such input
        if not report.error_lines():
            message = f"icalendar cannot read this feed: {quoted(str(error))}"
            report.error("O8", 1, f"{message}; correct that value")
        return
    _check_errors([part for calendar in first for part in calendar.walk()], feed, report)
    same = written == again and _values(first) == _values(second)
    if not same and not report.error_lines():
        message = "icalendar reads other values from what it writes of this feed"
        report.error("O8", 1, f"{message}; look for a value that is not what its type says")


def _as_read(calendars: list[Calendar], octets: bytes) -> bool:
    """Whether icalendar took in every line, and writes just the lines that it has read."""
    parts = (part for calendar in calendars for part in calendar.walk())
    lines = (
        each.encode()
        for calendar in calendars
        for each in calendar.content_lines(sorted=False)
        if each
    )
    folds = (b"\r\n ", b"\r\n\t")
    read = octets.replace(folds[0], b"").replace(folds[1], b"").rstrip().split(b"\r\n")
    return not any(part.errors for part in parts) and list(lines) == read


def _check_errors(parts: list[Component], feed: Feed, report: Report) -> None:
    """Report what the parser could not use, unless a rule has told it of the same line."""
    told = report.error_lines()
    for read, component in zip(parts, feed.components, strict=False):
        for name, reason in read.errors:
            line = _line(component, str(name or ""))
            if line not in told:
                message = f"icalendar drops {quoted(str(name))}: {quoted(str(reason))}"
                report.error("O8", line, f"{message}; correct the value")


def _line(component: components.Component, name: str) -> int:
    found = component.first(name.upper())
    return found.line if found else component.line


def _values(calendars: list[Calendar]) -> list[tuple[str, object]]:
    return [item for calendar in calendars for item in calendar.property_items(sorted=False)]
