"""schedule.xml, as pentabarf, frab, pretalx, wafer and others write it."""

import re
from importlib import import_module

from roundtable_ical.ports import Source
from roundtable_ical.programme.reading import Reading

_ROOT = re.compile(rb"<(?:[\w-]+:)?schedule[\s>/]")
_PART = re.compile(rb"<(?:[\w-]+:)?(?:conference|day|generator)[\s>/]")
_HEAD = 20_000
_LAST_RESORT = 0.12
_BY_NAME = 0.7


class FrabXmlImporter:
    """Reads schedule.xml; each item has its line."""

    name = "frab-xml"
    summary = "conference schedules (schedule.xml of frab, pentabarf, pretalx, wafer)"
    suffixes: tuple[str, ...] = (".xml",)

    def recognises(self, source: Source) -> float:
        """Return 0.95 for a schedule, little for other XML: somebody has to say what is wrong."""
        head = source.content[:_HEAD].replace(b"\0", b"")  # UTF-16 is as good
        if _ROOT.search(head):
            return 0.95 if _PART.search(head) else 0.5
        if source.name.lower().endswith(self.suffixes):
            return _BY_NAME
        return _LAST_RESORT if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") else 0.0

    def read(self, source: Source) -> Reading:
        """Return the event and every problem."""
        # lxml takes a while to load, and nobody else on the command line needs it.
        reader = import_module("roundtable_ical.importers.schedules.frab_document")
        reading: Reading = reader.read(source)
        return reading
