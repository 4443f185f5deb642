"""Indico: exports of its HTTP API, of an event or of its timetable."""

from roundtable_ical.importers.schedules.indico_plan import planned, sure
from roundtable_ical.importers.schedules.recognised import reading, sureness
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading


class IndicoImporter:
    """Reads event exports (contributions, sessions) and timetables of Indico."""

    name = "indico"
    summary = "Indico event and timetable exports (JSON)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return 0.9 for what only Indico writes."""
        return sureness(source, sure)

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        return reading(source, sure, planned)
