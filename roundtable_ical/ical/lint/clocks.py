"""Which moment a program reads for a wall time that has a TZID, by the file alone."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.moments import Moment, moments
from roundtable_ical.ical.lint.vtimezones import Part, parts

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years in which wall times are turned into moments; others are compared as they stand."""

_MAX_ONSETS = 200_000
"""Onsets that are worked out for one feed, so that no stranger keeps us busy for minutes."""

TIMES = ("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "RDATE", "EXDATE")
"""Properties that say when something is."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A zone's onsets in order, and the offset from each on; *initial* before the first."""

    onsets: tuple[datetime, ...]
    offsets: tuple[timedelta, ...]
    initial: timedelta

    def instant(self, wall: datetime) -> datetime:
        """Return the moment (UTC) of *wall*; of a time that comes twice, the first.

        Source: RFC 5545 sections 3.6.5 and 3.3.5.
        """
        index = bisect_right(self.onsets, wall)
        offset = self.offsets[index - 1] if index else self.initial
        return (wall - offset).replace(tzinfo=UTC)


class Clocks:
    """The VTIMEZONEs of a feed, each worked out when it is first asked for.

    *definitions* by TZID, and the *parts* of each; the times *used* with each TZID, and the
    first of the *lines* that has it.
    """

    def __init__(self, components: Iterable[Component]) -> None:
        self.definitions: dict[str, list[Component]] = defaultdict(list)
        self.parts: dict[Component, list[Component]] = defaultdict(list)
        self.used: dict[str, list[tuple[Property, Moment]]] = defaultdict(list)
        self.lines: dict[str, int] = {}
        self._onsets = 0
        self._clocks: dict[str, Clock | None] = {}
        for component in components:
            if component.name == "VTIMEZONE":
                tzid = component.first("TZID")
                self.definitions[tzid.value if tzid else ""].append(component)
            elif component.parent and component.parent.name == "VTIMEZONE":
                if component.name in ("STANDARD", "DAYLIGHT"):
                    self.parts[component.parent].append(component)
            else:
                self._use(component)

    def clock(self, tzid: str) -> Clock | None:
        """Return the clock of *tzid*; None where the feed has none, two, or one too strange."""
        if tzid not in self._clocks:
            defined = self.definitions.get(tzid, [])
            known = parts(self.parts.get(defined[0], [])) if len(defined) == 1 else None
            self._clocks[tzid] = self._worked_out(known, self.years(tzid)) if known else None
        return self._clocks[tzid]

    @property
    def exhausted(self) -> bool:
        """Whether there are more zones, parts and years than are worked out."""
        return self._onsets > _MAX_ONSETS

    def years(self, tzid: str) -> range:
        """Return the years that the feed's times in *tzid* touch; empty where there are none."""
        years = {moment.wall.year for _, moment in self.used.get(tzid, []) if in_reach(moment)}
        return range(min(years) - 1, max(years) + 2) if years else range(0)

    def _worked_out(self, known: list[Part], years: range) -> Clock | None:
        self._onsets += len(known) * (len(years) + 2)
        return None if self.exhausted else _clock(known, years)

    def _use(self, component: Component) -> None:
        for found in component.properties:
            tzid = found.parameter("TZID")
            if not tzid:
                continue
            self.lines.setdefault(tzid, found.line)
            read = moments(found) if found.name in TIMES else []
            self.used[tzid] += [(found, moment) for moment in read if moment]


def in_reach(moment: Moment) -> bool:
    """Tell whether *moment* is in the years in which wall times are turned into moments."""
    return FIRST_YEAR <= moment.wall.year <= LAST_YEAR


def _clock(known: list[Part], years: range) -> Clock:
    first, last = (years.start, years.stop) if years else (1970, 1970)
    onsets = sorted(
        ((wall, part.after) for part in known for wall in part.onsets(first, last)),
        key=lambda onset: onset[0],
    )
    initial = min(known, key=lambda part: part.start).before
    walls, offsets = zip(*onsets, strict=True)
    return Clock(walls, offsets, initial)
