"""VTIMEZONE as it is written, read by its own words alone.

Source: RFC 5545 section 3.6.5.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.moments import moments, wall_time
from roundtable_ical.ical.lint.recurrence import Rule, rule

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?", re.ASCII)
_MAX_PARTS = 128
# A zone told from the first clock on, every change by itself, takes about 90.


@dataclass(frozen=True, slots=True)
class Part:
    """A STANDARD or DAYLIGHT part: from each onset on (wall time before it), *after* holds."""

    component: Component
    start: datetime
    more: tuple[datetime, ...]
    rule: Rule | None
    before: timedelta
    after: timedelta

    def onsets(self, first: int, last: int) -> list[datetime]:
        """Return the onsets that decide about the years *first* to *last*, unsorted."""
        found = [self.start, *self.more]
        if self.rule is not None:
            end = min(last, self.rule.until.year if self.rule.until else last)
            begin = max(self.start.year, min(first, end) - 2)
            years = range(begin, end + 1)
            walls = (self.rule.onset(year, self.start) for year in years)
            found += [wall for wall in walls if wall is not None and wall > self.start]
        return found


def offset(text: str) -> timedelta | None:
    """Return a UTC offset, or None where it is malformed; -0000 is no offset."""
    found = _OFFSET.fullmatch(text)
    if found is None or (found[1] == "-" and not text.strip("-0")):
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    ahead = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -ahead if found[1] == "-" else ahead


def part(component: Component) -> Part | None:
    """Return what a STANDARD or DAYLIGHT component says, or None where we cannot tell."""
    starts, rules = component.all("DTSTART"), component.all("RRULE")
    start = wall_time(starts[0].value) if starts else None
    before, after = (
        offset(found.value) if (found := component.first(name)) else None
        for name in ("TZOFFSETFROM", "TZOFFSETTO")
    )
    if start is None or before is None or after is None or len(rules) > 1:
        return None
    if component.all("EXDATE") or component.all("EXRULE"):
        return None
    yearly = rule(rules[0].value, start, before) if rules else None
    if rules and yearly is None:
        return None
    more = [moment for found in component.all("RDATE") for moment in moments(found)]
    walls = tuple(moment.wall for moment in more if moment and moment.form == "floating")
    if len(walls) < len(more):
        return None
    return Part(component, start, walls, yearly, before, after)


def parts(components: list[Component]) -> list[Part] | None:
    """Return the parts of one VTIMEZONE, or None where we cannot read them all."""
    if not 0 < len(components) <= _MAX_PARTS:
        return None
    found = [part(component) for component in components]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else None
