"""TZID: that it is defined and named so that every program knows it (Z1, Z2).

Source: RFC 5545 sections 3.2.19 and 3.6.5.
"""

from roundtable_ical.errors import UnknownZone
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.zones import current, universal, zone

_LONGEST_NAME = 64


def check(feed: Feed, report: Report) -> None:
    """Check that TZIDs and VTIMEZONEs match one to one, and name places of the database."""
    clocks = feed.clocks
    for tzid, line in clocks.lines.items():
        if tzid not in clocks.definitions:
            _undefined(tzid, line, report)
    # An empty feed keeps a VTIMEZONE, since a calendar must hold some component.
    alone = not any(
        component.parent and component.parent.name == "VCALENDAR" and component.name != "VTIMEZONE"
        for component in feed.components
    )
    for tzid, defined in clocks.definitions.items():
        for again in defined[1:]:
            message = f"a second VTIMEZONE for {quoted(tzid)}; take it out"
            report.error("Z1", again.line, f"{message} (RFC 5545 section 3.6.5)")
        if not alone and tzid not in clocks.lines:
            message = f"no time uses the VTIMEZONE {quoted(tzid)}; take it out"
            report.warning("Z1", defined[0].line, message)
        if defined[0].first("TZID") is None:
            message = "this VTIMEZONE has no TZID; write one"
            report.error("Z1", defined[0].line, f"{message} (RFC 5545 section 3.6.5)")
    lines = {tzid: defined[0].line for tzid, defined in clocks.definitions.items() if tzid}
    for tzid, line in (clocks.lines | lines).items():
        if not known(tzid) and not report.full("Z2", "warning"):
            report.warning("Z2", line, f"TZID {quoted(tzid)} {_advice(tzid)}")
        elif not known(tzid):
            report.warning("Z2", line, "")


def known(tzid: str) -> bool:
    """Tell whether *tzid* is the id of a place in the time zone database, as written.

    Etc/UTC is one too: a calendar in UTC without an event has nothing else to define.
    """
    place = "/" in tzid and not tzid.startswith("Etc/")
    return (place or tzid == "Etc/UTC") and tzid in current().keys()  # noqa: SIM118 - a method, no dict


def _undefined(tzid: str, line: int, report: Report) -> None:
    message = f"TZID {quoted(tzid)} has no VTIMEZONE in this file, which Outlook needs; add it"
    if tzid.startswith("/"):
        # A name out of a global registry may do without one.
        report.warning("Z1", line, message)
    else:
        report.error("Z1", line, f"{message} (RFC 5545 section 3.6.5)")


def _advice(tzid: str) -> str:
    general = "is no id of the time zone database; write the city's, e.g. Europe/Zurich"
    if len(tzid) > _LONGEST_NAME:
        return general
    try:
        meant = zone(tzid)
    except UnknownZone as error:
        return f"{error.reason}; {error.hint}" if error.hint else general
    if universal(meant):
        return "is UTC; write the time with a Z and no TZID"
    return f"is not known to every calendar program; write {meant.key}"
