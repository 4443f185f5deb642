"""Sessionize: the views All, Sessions, GridSmart and Speakers of its API."""

from roundtable_ical.importers.schedules.recognised import reading, sureness
from roundtable_ical.importers.schedules.sessionize_plan import planned, sure
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading


class SessionizeImporter:
    """Reads every view of Sessionize's API that has sessions in it."""

    name = "sessionize"
    summary = "Sessionize API views (All, Sessions, GridSmart, Speakers)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return 0.9 for what only Sessionize writes."""
        return sureness(source, sure)

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        return reading(source, sure, planned)
