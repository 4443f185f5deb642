"""The moments of events, against the time zone database (Z3, Z5, Z8).

Source: RFC 5545 sections 3.3.5 and 3.6.5.
"""

from datetime import datetime, timedelta

from roundtable_ical.errors import RepeatedTime, SkippedTime
from roundtable_ical.ical.lint.clocks import Clock, Clocks, in_reach
from roundtable_ical.ical.lint.feeds import Feed
from roundtable_ical.ical.lint.findings import Report
from roundtable_ical.ical.lint.vtimezones import Part, part
from roundtable_ical.zones import current, moment
from roundtable_ical.zones.tzif import EPOCH, seconds

_DAY = timedelta(days=1)
_SECONDS_A_DAY = 24 * 60 * 60
_MAX_YEARS = 10


def check(feed: Feed, report: Report) -> None:
    """Check every time with a TZID of the database, and the onsets that decide about it."""
    for tzid in feed.clocks.lines:
        if tzid not in current().keys():  # noqa: SIM118 - a method, no dict
            continue
        _check_walls(tzid, feed.clocks, report)
        clock = feed.clocks.clock(tzid)
        if clock is not None:
            _check_moments(tzid, clock, feed.clocks, report)
            _check_onsets(tzid, feed.clocks, report)
    if feed.clocks.exhausted:
        message = "too many zones, parts and years to check every time; split the feed"
        report.warning("Z3", 1, message)


def _check_walls(tzid: str, clocks: Clocks, report: Report) -> None:
    zone = current().zone(tzid)
    for found, when in clocks.used[tzid]:
        if when.form != "local" or not in_reach(when):
            continue
        try:
            moment(when.wall, zone, field=found.name)
        except RepeatedTime as error:
            message = f"{found.name} {when.wall} {error.reason}; programs differ in which they"
            report.error("Z8", found.line, f"{message} take: write it in UTC, with a Z")
        except SkippedTime as error:
            message = f"{found.name} {when.wall} {error.reason}; {error.hint}"
            report.error("Z8", found.line, message)


def _check_moments(tzid: str, clock: Clock, clocks: Clocks, report: Report) -> None:
    misread: dict[datetime, str] = {}
    for found, when in clocks.used[tzid]:
        if when.form != "local" or not in_reach(when):
            continue
        for wall in (when.wall, when.wall - _DAY, when.wall + _DAY):
            if wall not in misread:
                misread[wall] = _misread(wall, tzid, clock)
            if misread[wall]:
                report.error("Z3", found.line, f"{misread[wall]}; correct the VTIMEZONE")
                break


def _misread(wall: datetime, tzid: str, clock: Clock) -> str:
    """Return how *wall* is misread through the VTIMEZONE, or ""."""
    zone = current().zone(tzid)
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first is None or first != second:
        return ""
    read, meant = clock.instant(wall).replace(tzinfo=None), wall - first
    if read == meant:
        return ""
    return (
        f"{wall:%Y-%m-%d %H:%M} in {tzid} is {meant:%Y-%m-%d %H:%M} UTC, and by the "
        f"VTIMEZONE of this file {read:%Y-%m-%d %H:%M} UTC"
    )


def _check_onsets(tzid: str, clocks: Clocks, report: Report) -> None:
    """Check that onsets are on the clock before the change, as most generators get wrong."""
    for component in clocks.parts.get(clocks.definitions[tzid][0], []):
        known = part(component)
        if known is None or known.before == known.after:
            continue
        for onset in _deciding(known, clocks.years(tzid)):
            true = _true_onset(tzid, onset, known.before)
            if true is not None and true != onset:
                start = component.first("DTSTART")
                message = f"the onset {onset:%Y-%m-%d %H:%M} is {true:%Y-%m-%d %H:%M} in {tzid}"
                report.error(
                    "Z5",
                    start.line if start else component.line,
                    f"{message}; write it on the clock before the change, TZOFFSETFROM "
                    "(RFC 5545 section 3.6.5)",
                )
                break


def _deciding(known: Part, years: range) -> list[datetime]:
    """Return the onsets in *years*, or the first one where the zone has no times."""
    if not years:
        return [known.start]
    onsets = known.onsets(years.start, min(years.stop, years.start + _MAX_YEARS))
    return [onset for onset in onsets if onset.year in years]


def _true_onset(tzid: str, onset: datetime, before: timedelta) -> datetime | None:
    """Return the wall time of the change nearest to *onset*, if there is one within a day."""
    at = seconds(onset, before // timedelta(seconds=1))
    changes = current().history(tzid).changes(at - _SECONDS_A_DAY, at + _SECONDS_A_DAY + 1)
    if not changes:
        return None
    change = min(changes, key=lambda change: abs(change.moment - at))
    wall = EPOCH + timedelta(seconds=change.moment + change.before.offset)
    return wall.replace(tzinfo=None)
