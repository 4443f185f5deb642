"""The linter: every rule, over one feed."""

from roundtable_ical.ical.lint import (
    calendars,
    definitions,
    instants,
    once,
    privacy,
    refresh,
    roundtrip,
    spans,
    stamps,
    status,
    texts,
    timezones,
)
from roundtable_ical.ical.lint.clocks import Clocks
from roundtable_ical.ical.lint.components import tree
from roundtable_ical.ical.lint.content import unfolded
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Finding, Report
from roundtable_ical.ical.lint.octets import physical

_CHECKS = (
    texts.check,
    calendars.check,
    refresh.check,
    stamps.check,
    spans.check,
    status.check,
    once.check,
    privacy.check,
    timezones.check,
    definitions.check,
    instants.check,
    # Last, since it leaves alone what the others have found.
    roundtrip.check,
)


def lint(
    feed: bytes,
    *,
    source: str | None = None,
    alarms: bool = False,
    cancelled_words: tuple[str, ...] = ("CANCELLED: ",),
) -> tuple[Finding, ...]:
    """Return what is wrong with *feed*, by line; nothing for one that is right everywhere.

    Args:
        feed: the octets as they are served; any octets will do.
        source: the address under which it is served, if SOURCE is to be compared with it.
        alarms: whether VALARMs are meant.
        cancelled_words: one of these must begin the SUMMARY of what is cancelled.

    Returns:
        Findings in the order of the lines; of one rule and severity, no more than 20 and
        one that counts the rest.

    Source: RFC 5545, RFC 7986, and what calendar programs are known to misread.
    """
    report = Report()
    components = tree(unfolded(physical(feed, report), report), report)
    taken_apart = Feed(
        octets=feed,
        components=tuple(components),
        clocks=Clocks(components),
        source=source,
        alarms=alarms,
        cancelled_words=cancelled_words,
    )
    for check in _CHECKS:
        check(taken_apart, report)
    return report.findings()
