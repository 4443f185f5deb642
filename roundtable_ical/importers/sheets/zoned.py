"""Which clock the times of a table are on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import UnknownZone
from roundtable_ical.importers.homes import asked, given_zone, zone_of_places
from roundtable_ical.importers.schedules.home import like
from roundtable_ical.importers.sheets.records import Record
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Problem
from roundtable_ical.zones.refusals import nearest

_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-−])\s*(\d{1,2})(?::?(\d\d))?(?:\s*h)?", re.IGNORECASE)
_LONGEST = 60
_MOST_NAMES = 50
_ABBREVIATIONS = {
    "WET": 0,
    "WEST": 60,
    "BST": 60,
    "CET": 60,
    "MEZ": 60,
    "CEST": 120,
    "MESZ": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EAT": 180,
    "CAT": 120,
    "WAT": 60,
    "SAST": 120,
    "GST": 240,
    "PKT": 300,
    "IST": 330,
    "ICT": 420,
    "WIB": 420,
    "SGT": 480,
    "HKT": 480,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "BRT": -180,
    "ART": -180,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
}
"""Minutes east of UTC, by the usual meaning of the letters."""


@dataclass(slots=True)
class Clocks:
    """The *home* clock of the table, and the clocks that its words name."""

    home: ZoneInfo
    stated: tzinfo | None = None
    problems: list[Problem] = field(default_factory=list)
    _known: dict[str, tzinfo | None] = field(default_factory=dict)

    def moment(self, wall: datetime, words: str) -> datetime:
        """Return the moment at which the clock that *words* name shows *wall*."""
        clock = self._clock(words) or self.stated or self.home
        if isinstance(clock, ZoneInfo) and not zones.universal(clock):
            return wall.replace(tzinfo=clock).astimezone(UTC).astimezone(clock)
        return wall.replace(tzinfo=clock).astimezone(self.home)

    def skips(self, wall: datetime, words: str) -> bool:
        """Whether that clock never shows *wall*, because it is put forward then."""
        clock = self._clock(words) or self.stated or self.home
        there = wall.replace(tzinfo=clock)
        return there.astimezone(UTC).astimezone(clock).replace(tzinfo=None) != wall

    def _clock(self, words: str) -> tzinfo | None:
        if not words:
            return None
        if words not in self._known and len(self._known) >= _MOST_NAMES:
            return None
        if words not in self._known:
            self._known[words] = clock_named(words, self.home)
            if self._known[words] is None:
                message = f"the time zone {words!r} is not known; {self.home.key} was taken"
                self.problems.append(Problem.warning("unknown-zone", ("timezone",), message))
        return self._known[words]


def clock_named(words: str, home: ZoneInfo | None) -> tzinfo | None:
    """Return the clock that *words* name; None where they name none.

    Letters as CET, also where *home* has them but not on the day in question, mean *home*.
    """
    plain = words.strip(" ()[].,")
    if len(plain) > _LONGEST:
        return None
    try:
        return zones.zone(plain)
    except UnknownZone:
        pass
    if match := _OFFSET.fullmatch(plain):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
        if offset < timedelta(hours=15):
            return timezone(-offset if match[1] != "+" else offset)
    if plain.upper() in _ABBREVIATIONS:
        offset = timedelta(minutes=_ABBREVIATIONS[plain.upper()])
        return home if home and _has(home, offset) else timezone(offset)
    if home and len(plain) <= 4:
        return None
    meant = nearest(
        re.sub(r"\b(?:time|local|uhr|hora de|heure de)\b", "", plain, flags=re.I).strip()
    )
    return zones.zone(meant[0]) if len(meant) == 1 else None


def clocks(records: Sequence[Record], brackets: Sequence[str], head: str, given: Given) -> Clocks:
    """Return the clocks of a table.

    Args:
        records: its rows.
        brackets: what stands in brackets in the headings of times.
        head: what stands above the table.
        given: what is known from outside.
    """
    home = given_zone(given)
    named = [each for words in brackets if (each := clock_named(words, home))]
    columns = {record.zone for record in records if record.zone}
    own = [each for words in sorted(columns)[:_MOST_NAMES] if (each := clock_named(words, home))]
    problems: list[Problem] = []
    if home is None:
        home = next((each for each in [*named, *own] if isinstance(each, ZoneInfo)), None)
    if home is None and (zone := _in_words(head)):
        home = zone
        message = f"the zone {zone.key} was taken from the words above the table"
        problems.append(Problem.inferred("zone-inferred", ("timezone",), message, sure=0.8))
    if home is None and (zone := zone_of_places([each for each in head.split("\n") if each])):
        home = zone
        message = f"no time zone is stated; {zone.key} was taken, that of the place above the table"
        problems.append(asked(zone, message, 0.7))
    if home is None:
        places = sorted({record.room for record in records if record.room})
        if zone := zone_of_places(places):
            home = zone
            message = f"no time zone is stated; {zone.key} was taken, that of the place"
            problems.append(asked(zone, message, 0.7))
    shifts = {
        (moment, shift)
        for record in records
        if (moment := record.start.moment) and (shift := moment.utcoffset())
    }
    if home is None and shifts:
        home = like(shifts)
        message = f"no time zone is stated; {home.key} was taken, as its clock is that of the times"
        problems.append(asked(home, message, 0.4))
    if home is None:
        home = zones.zone("UTC")
        problems.append(asked(home, "no time zone is stated; UTC was taken", 0.2))
    stated = next((each for each in named if each is not home), None)
    return Clocks(home, stated, problems)


def _in_words(head: str) -> ZoneInfo | None:
    """Return the zone that an IANA name in *head* is, or of its one city."""
    for name in re.findall(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+\b", head):
        try:
            return zones.zone(name)
        except UnknownZone:
            continue
    return None


def _has(zone: ZoneInfo, offset: timedelta) -> bool:
    halves = (datetime(2024, month, 15, tzinfo=zone).utcoffset() for month in (1, 7))
    return offset in set(halves)
