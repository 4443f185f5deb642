"""Judge the octets of an iCalendar feed, line by line: parsers miss defects of form.

In: bytes.  Out: `Finding` values, none for a feed that every calendar program reads right.
May import: zones, errors, icalendar.
"""

from roundtable_ical.ical.lint.findings import Finding, Severity
from roundtable_ical.ical.lint.judge import lint

__all__ = ["Finding", "Severity", "lint"]
