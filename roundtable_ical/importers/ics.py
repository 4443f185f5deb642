"""Calendars, ``.ics``: the agenda of another program, whichever wrote it."""

from importlib import import_module

from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

_HEAD = 4_000


class IcsImporter:
    """Reads iCalendar (RFC 5545) as programs really write it, and its forerunner vCalendar."""

    name = "ics"
    summary = "a calendar (.ics), one event for each item of the agenda"
    suffixes: tuple[str, ...] = (".ics", ".ical", ".ifb", ".vcs")

    def recognises(self, source: Source) -> float:
        """Return 0.95 for what begins as a calendar, 0.6 for a file that is only called so."""
        head = source.content[:_HEAD].replace(b"\0", b"").upper()
        if b"BEGIN:VCALENDAR" in head or head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"BEGIN:V"):
            return 0.95
        return 0.6 if source.name.lower().endswith(self.suffixes) else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem, each with the line it comes from."""
        module = import_module("roundtable_ical.importers.calendars.reader")
        reading: Reading = module.read(source)
        return reading
