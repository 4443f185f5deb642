"""Answers to the questions of an earlier reading."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

from roundtable_ical import zones
from roundtable_ical.errors import InvalidField
from roundtable_ical.ports import Given


def answered(given: Given) -> Given:
    """Return *given* with the answers to earlier questions in it; options win over answers."""
    year, day, zone = (given.answers.get(name, "") for name in ("year", "date", "tz"))
    found = given
    if given.year is None and year.isdecimal() and len(year) == len("2013"):
        found = replace(found, year=int(year))
    if given.day is None and day:
        with suppress(ValueError):
            found = replace(found, day=date.fromisoformat(day))
    if given.timezone is None and zone:
        with suppress(InvalidField):
            found = replace(found, timezone=zones.zone(zone))
    return found
