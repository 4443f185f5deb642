"""The zone of a schedule: stated, said by whoever brings it, or told by its offsets and places."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.importers.homes import TIMEZONE, asked, given_zone
from roundtable_ical.importers.notes.head.offsets import with_offset
from roundtable_ical.importers.schedules.plan import Plan, first
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Problem

TIME = "timezone"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_HOST = re.compile(r"https?://(?:[\w-]+\.)+([a-z]{2})(?=[/:]|$)", re.IGNORECASE)
_LONGEST = 4
_ENOUGH = 500


def home(plan: Plan, given: Given) -> ZoneInfo:
    """Return the zone of *plan*; what was inferred or contradicts is told in its problems."""
    said = given_zone(given)
    stated = _stated(plan)
    if said is not None:
        if stated is not None and stated.key != said.key:
            message = f"the file says {stated.key}; {said.key} was taken, as you said"
            plan.problems.append(Problem.inferred("zone-given", (TIME,), message, sure=0.9))
        return said
    if stated is not None:
        return stated
    moments = [talk.start for talk in plan.talks if talk.start and talk.start.tzinfo][:_ENOUGH]
    shifts = {(moment, moment.utcoffset() or timedelta()) for moment in moments}
    return _inferred(plan, shifts)


def _stated(plan: Plan) -> ZoneInfo | None:
    if not plan.zone:
        return None
    try:
        return zones.zone(plan.zone)
    except InvalidField as error:
        message = f"{plan.zone!r} {error.reason}"
        hint = f"say the zone with --{TIMEZONE}, as --{TIMEZONE} Europe/Zurich"
        plan.problems.append(Problem.warning("unknown-zone", (TIME,), message, hint))
        return None


def _inferred(plan: Plan, shifts: set[tuple[datetime, timedelta]]) -> ZoneInfo:
    for place, keys in _places(plan):
        fitting = [zone for zone in map(zones.zone, keys) if _fits(zone, shifts)]
        if len({zone.key for zone in fitting}) == 1:
            sure = 0.9 if shifts else 0.7
            why = f"{place!r} is there" + (", and its clock is that of the times" * bool(shifts))
            message = f"the file names no time zone; {fitting[0].key} was taken, as {why}"
            plan.problems.append(asked(fitting[0], message, sure))
            return fitting[0]
    if not shifts:
        message = (
            "the file names no time zone, and its times have no offset; they were taken as UTC"
        )
        plan.problems.append(asked(zones.zone("UTC"), message, 0.1))
        return zones.zone("UTC")
    zone = like(shifts)
    message = (
        f"the file names no time zone; {zone.key} was taken, as its clock is that of the times"
    )
    plan.problems.append(asked(zone, message, 0.4))
    return zone


def _fits(zone: ZoneInfo, shifts: Iterable[tuple[datetime, timedelta]]) -> bool:
    return all(moment.astimezone(zone).utcoffset() == shift for moment, shift in shifts)


def like(shifts: set[tuple[datetime, timedelta]]) -> ZoneInfo:
    """Return the best-known zone with these moments and offsets; UTC where no clock has all."""
    for moment, shift in sorted(shifts)[:3]:
        near = with_offset(int(shift.total_seconds() // 60), moment.date())
        if near is not None and _fits(near, shifts):
            return near
    known = (zones.zone(key) for key in zones.common())
    return next((zone for zone in known if _fits(zone, shifts)), zones.zone("UTC"))


def _places(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the places that the file names and their zones, the surest first."""
    for words in (plan.city, plan.address.rpartition(",")[2], plan.address):
        if words and (found := zones.zones_of_city(words)):
            yield words, found
    for place in plan.places.values():
        if place.building and (found := zones.zones_of_city(place.building)):
            yield place.building, found
    for words in (first(plan.title), first(plan.subtitle), *plan.clues):
        yield from _cities(words)
    for words in plan.clues:
        for match in _HOST.finditer(words):
            yield match[0], zones.zones_of_country(match[1])


def _cities(words: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield cities that *words* name, those of several words first."""
    parts = _WORD.findall(words[:1_000])
    for length in range(_LONGEST, 0, -1):
        for start in range(len(parts) - length + 1):
            name = " ".join(parts[start : start + length])
            if name[0].isupper() and len(name) > 3 and (found := zones.zones_of_city(name)):
                yield name, found
