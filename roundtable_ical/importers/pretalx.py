"""pretalx: answers of its API, exports of its organisers, and the data of its widget."""

from roundtable_ical.importers.schedules.pretalx_plan import planned, sure
from roundtable_ical.importers.schedules.recognised import reading, sureness
from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading


class PretalxImporter:
    """Reads submissions, talks, slots, session exports and widget data of pretalx."""

    name = "pretalx"
    summary = "pretalx exports and API answers (JSON)"
    suffixes: tuple[str, ...] = (".json",)

    def recognises(self, source: Source) -> float:
        """Return up to 0.9 for what only pretalx writes."""
        return sureness(source, sure)

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        return reading(source, sure, planned)
