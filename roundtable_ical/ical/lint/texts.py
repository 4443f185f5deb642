"""Values of type TEXT: which properties have them, and how they are escaped (O5).

Source: RFC 5545 sections 3.3.11 and 3.8; RFC 7986 section 5; RFC 9073 section 6.
"""

import re

from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted

_SINGLE = {
    *("ACTION", "CALSCALE", "CLASS", "COLOR", "COMMENT", "CONTACT", "DESCRIPTION", "LOCATION"),
    *("METHOD", "NAME", "PRODID", "RELATED-TO", "STATUS", "SUMMARY", "TRANSP", "TZID", "TZNAME"),
    *("UID", "VERSION"),
}
_LISTS = {"CATEGORIES", "RESOURCES", "LOCATION-TYPE"}
_STANDARD = _SINGLE | _LISTS
_EXTENSIONS = {"X-ALT-DESC", "X-LIC-LOCATION"}
_PIECE = re.compile(r"\\[\\;,nN]|(\\.?|[;,])", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,nN])")


def check(feed: Feed, report: Report) -> None:
    """Check every TEXT value for what must be escaped and what cannot be."""
    for component in feed.components:
        for found in component.properties:
            if any(mark in found.value for mark in "\\;,") and _is_text(found):
                _check_text(found, report)


def unescaped(value: str) -> str:
    """Return the text that a TEXT *value* stands for."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _is_text(found: Property) -> bool:
    if found.value_type:
        return found.value_type == "TEXT"
    return found.name in _STANDARD or _is_extension(found.name)


def _is_extension(name: str) -> bool:
    return name.startswith("X-WR-") or name in _EXTENSIONS


def _check_text(found: Property, report: Report) -> None:
    """Report the first place of each kind; a text copied raw would have dozens."""
    # What a list means in an extension, or between two versions, is for its maker to say.
    lax = found.name not in _STANDARD
    comma_allowed = found.name in _LISTS
    told = set()
    for piece in _PIECE.finditer(found.value):
        mark = piece[1]
        if not mark or mark[0] in told or (mark == "," and comma_allowed):
            continue
        if mark == ";" and found.name == "VERSION":
            continue
        told.add(mark[0])
        message = f"{_fault(found.name, mark)} (RFC 5545 section 3.3.11)"
        line = found.line_at(piece.start())
        if lax:
            report.warning("O5", line, message)
        else:
            report.error("O5", line, message)


def _fault(name: str, mark: str) -> str:
    if mark == "\\":
        return f"{name} ends with a lone backslash; write \\\\ for a backslash"
    if mark[0] == "\\":
        shown = mark if mark.isprintable() else quoted(mark)
        return f"{shown} in {name} is no escape; write \\\\ for a backslash"
    kind = "semicolon" if mark == ";" else "comma"
    return f"raw {kind} in {name}; write \\{mark}"
