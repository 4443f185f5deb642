"""E-mail addresses, which have no place in a public feed (E16)."""

import re

from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report

_IDENTIFIERS = ("UID", "RELATED-TO")
_ADDRESS = re.compile(r"@(?<=[\w.+-]@)(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}")
_MAILTO = re.compile(r"mailto:", re.IGNORECASE)


def check(feed: Feed, report: Report) -> None:
    """Check every line but identifiers, parameters too; the address itself is not repeated."""
    for component in feed.components:
        for found in component.properties:
            if found.name in _IDENTIFIERS:
                continue
            text = found.source.text
            address = _ADDRESS.search(text) or _MAILTO.search(text)
            if address:
                message = f"an e-mail address in {found.name}, for everybody to read"
                line = found.source.line_at(address.start())
                report.warning("E16", line, f"{message}; take it out")
