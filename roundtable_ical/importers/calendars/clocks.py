"""TZID -> the clock that is meant, whoever named it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import UnknownZone
from roundtable_ical.importers.calendars.components import Component
from roundtable_ical.importers.calendars.rules import OwnRules, own_rules
from roundtable_ical.importers.calendars.stamps import Stamp
from roundtable_ical.programme.problems import Problem
from roundtable_ical.zones.foreign import named, of_cities
from roundtable_ical.zones.refusals import nearest

_OFFSET = re.compile(r"(?:utc|gmt|z)?\s*([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)


def named_zone(words: str) -> ZoneInfo | None:
    """Return the zone that a TZID names; None where it names none.

    IANA ids, also behind a maker's prefix (``/mozilla.org/20050126_1/Europe/Berlin``), Windows
    names, and Outlook's lists of cities.
    """
    if found := named(words):
        return found
    plain = words.strip().strip("\"'")
    if _OFFSET.fullmatch(plain) or re.fullmatch("[A-Z]{2,5}", plain):
        return None
    if found := of_cities(plain):
        return found
    meant = nearest(plain)
    return zones.zone(meant[0]) if len(meant) == 1 else None


_MOST_NAMES = 100
"""Clocks with a name that are looked for; no calendar needs as many."""


@dataclass(slots=True)
class Clocks:
    """Which clock each stamp is read on; *home* is that of the event."""

    home: ZoneInfo
    definitions: Mapping[str, Component]
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    _known: dict[str, ZoneInfo | OwnRules | timedelta] = field(default_factory=dict)

    def zone_of(self, stamp: Stamp) -> ZoneInfo:
        """Return the zone whose walls *stamp* will be written in."""
        clock = self._clock(stamp.zone)
        return clock if isinstance(clock, ZoneInfo) and not zones.universal(clock) else self.home

    def moment(self, stamp: Stamp) -> datetime:
        """Return the moment of *stamp*, aware, in `zone_of` it.

        A wall time that the clock skips is read as if it had not been put forward; the first of
        two is meant where it shows one twice (RFC 5545 section 3.3.5).
        """
        clock = self._clock(stamp.zone)
        if isinstance(clock, OwnRules):
            instant = clock.instant(stamp.wall)
        elif isinstance(clock, timedelta):
            instant = (stamp.wall - clock).replace(tzinfo=UTC)
        else:
            instant = stamp.wall.replace(tzinfo=clock).astimezone(UTC)
        return instant.astimezone(self.zone_of(stamp))

    def wall(self, moment: datetime, name: str | None) -> datetime:
        """Return what the clock called *name* shows at *moment* (aware), naive."""
        clock = self._clock(name)
        plain = moment.astimezone(UTC).replace(tzinfo=None)
        if isinstance(clock, ZoneInfo):
            return moment.astimezone(clock).replace(tzinfo=None, fold=0)
        if isinstance(clock, timedelta):
            return plain + clock
        shown = plain
        for _ in range(2):  # the offset at a wall time is known, and the wall time is wanted
            shown = plain + (shown - clock.instant(shown).replace(tzinfo=None))
        return shown

    def keeps(self, name: str | None) -> bool:
        """Whether a segment can say its times on the clock called *name* itself."""
        clock = self._clock(name)
        return isinstance(clock, ZoneInfo) and (clock is self.home or not zones.universal(clock))

    def _clock(self, name: str | None) -> ZoneInfo | OwnRules | timedelta:
        if name is None:
            return self.home
        if name not in self._known and len(self._known) >= _MOST_NAMES:
            return self.home
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> ZoneInfo | OwnRules | timedelta:
        definition = self.definitions.get(name)
        place = definition.first("X-LIC-LOCATION") if definition else None
        try:
            return zones.zone(name)
        except UnknownZone as error:
            refusal = error
        if place and (found := named_zone(place.value)):
            return self._read_as(name, found)
        if definition and (own := own_rules(definition)):
            return own
        if found := named_zone(name):
            return self._read_as(name, found)
        if match := _OFFSET.fullmatch(name.strip()):
            offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
            return -offset if match[1] == "-" else offset
        message = f"the time zone {name!r} is not known; its times were read in {self.home.key}"
        told = Problem.warning("unknown-zone", ("timezone",), message, refusal.hint)
        self.problems.append((name, told))
        return self.home

    def _read_as(self, name: str, zone: ZoneInfo) -> ZoneInfo:
        message = f"the time zone {name!r} was read as {zone.key}"
        told = Problem.inferred("zone-inferred", ("timezone",), message, sure=0.9)
        self.problems.append((name, told))
        return zone
