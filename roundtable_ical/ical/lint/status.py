"""What an event says of itself: its status, and whether the time is taken (E11, E12, E13).

Source: RFC 5545 sections 3.8.1.11 and 3.8.2.7; MS-OXCICAL 2.1.3.1.1.20.31.
"""

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report, quoted
from roundtable_ical.ical.lint.texts import unescaped

_STATUS = ("CONFIRMED", "TENTATIVE", "CANCELLED")
_TRANSP = ("OPAQUE", "TRANSPARENT")
_BUSY = "X-MICROSOFT-CDO-BUSYSTATUS"
_TAKEN = frozenset({"BUSY", "OOF", "WORKINGELSEWHERE"})


def check(feed: Feed, report: Report) -> None:
    """Check STATUS, the words of cancelled events, TRANSP and Outlook's busy status."""
    for event in feed.named("VEVENT"):
        _check_status(event, report)
        if event.word("STATUS") == "CANCELLED":
            _check_words(event, feed.cancelled_words, report)
        _check_busy(event, report)


def _check_status(event: Component, report: Report) -> None:
    found = event.first("STATUS")
    if found is None:
        return
    if found.value.upper() not in _STATUS:
        message = f"STATUS {quoted(found.value)} is none; write {_either(_STATUS)}"
        report.error("E11", found.line, f"{message} (RFC 5545 section 3.8.1.11)")
    elif found.value not in _STATUS:
        message = f"STATUS {quoted(found.value)} is not in capitals; write {found.value.upper()}"
        report.warning("E11", found.line, message)


def _check_words(event: Component, words: tuple[str, ...], report: Report) -> None:
    summary = event.first("SUMMARY")
    if summary is None or not unescaped(summary.value).startswith(words):
        line = summary.line if summary else event.line
        message = "a cancelled event that Outlook shows as any other"
        begin = _either(tuple(map(quoted, words)))
        report.warning("E12", line, f"{message}; begin its SUMMARY with {begin}")


def _check_busy(event: Component, report: Report) -> None:
    transp, busy = event.first("TRANSP"), event.first(_BUSY)
    shown = event.word("TRANSP") or "OPAQUE"
    if transp and shown not in _TRANSP:
        message = f"TRANSP {quoted(transp.value)} is none; write {_either(_TRANSP)}"
        report.error("E13", transp.line, f"{message} (RFC 5545 section 3.8.2.7)")
        return
    status = event.word("STATUS")
    if status == "CANCELLED" and shown != "TRANSPARENT":
        line = transp.line if transp else event.line
        message = "a cancelled event that takes time; write TRANSP:TRANSPARENT"
        report.warning("E13", line, message)
        return
    taken = "TENTATIVE" if status == "TENTATIVE" else "BUSY"
    right = "FREE" if shown == "TRANSPARENT" else taken
    if busy is None or busy.value.upper() == right:
        return
    if right == "BUSY" and busy.value.upper() in _TAKEN:
        return
    state = " and ".join(filter(None, (f"TRANSP:{shown}", status and f"STATUS:{status}")))
    message = f"{_BUSY} {quoted(busy.value)} does not agree with {quoted(state)[1:-1]}"
    report.warning("E13", busy.line, f"{message}; Outlook needs {right} here")


def _either(words: tuple[str, ...]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
