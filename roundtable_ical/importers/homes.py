"""The zone of a whole schedule: said by whoever brings it, by the file, or asked."""

import re
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.errors import UnknownZone
from roundtable_ical.ports import Given
from roundtable_ical.programme.problems import Problem, Question

_LONGEST, _MOST_PARTS = 200, 8
TIMEZONE = "tz"
"""The name of the question for the zone, and of the option that answers it."""


def given_zone(given: Given) -> ZoneInfo | None:
    """Return the zone that whoever brings the schedule says it is in."""
    if given.timezone or TIMEZONE not in given.answers:
        return given.timezone
    try:
        return zones.zone(given.answers[TIMEZONE])
    except UnknownZone:
        return None


def asked(taken: ZoneInfo, message: str, sure: float) -> Problem:
    """Return the question for the zone; *taken* was used meanwhile, for the reason in *message*."""
    question = Question(name=TIMEZONE, words="In which time zone is the event?", default=taken.key)
    return Problem.inferred(
        "zone-inferred",
        ("timezone",),
        message,
        sure=sure,
        hint="say it with --tz, as --tz Europe/Zurich",
        question=question,
    )


def zone_of_places(places: list[str]) -> ZoneInfo | None:
    """Return the zone of the cities that *places* name, where all of them agree."""
    found: set[str] = set()
    for place in places:
        pieces = re.split(r"[,()]", place[:_LONGEST])[:_MOST_PARTS]
        bare = (re.sub(r"\b[A-Z]{0,2}-?\d{3,6}\b", "", piece).strip() for piece in pieces)
        parts = [part for part in bare if part]  # without postcodes
        for position in range(len(parts)):
            known = zones.zones_of_city(", ".join(parts[position:]))
            if len(known) == 1:
                found.add(known[0])
                break
    return zones.zone(next(iter(found))) if len(found) == 1 else None
