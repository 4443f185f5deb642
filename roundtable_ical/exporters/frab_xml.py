"""schedule.xml, the format of frab that pretalx, c3voc and many apps read."""

from importlib import import_module

from roundtable_ical.programme.event import SideEvent


class FrabXmlExporter:
    """Writes ``schedule.xml``; of what was read from one, nothing gets lost."""

    name = "frab-xml"
    summary = "conference schedule for apps and recordings (schedule.xml)"
    suffix = ".xml"
    media_type = "application/xml"

    def write(self, event: SideEvent) -> bytes:
        """Return *event* as schedule.xml; what has no time yet is left out, as it has no place."""
        # lxml takes a while to load, and nobody else on the command line needs it.
        document = import_module("roundtable_ical.exporters.frab_document")
        written: bytes = document.written(event)
        return written
