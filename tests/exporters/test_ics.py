"""The agenda as a file is the agenda as a feed."""

from pathlib import Path

from roundtable_ical import feed, read
from roundtable_ical.exporters.ics import IcsExporter


def test_the_file_is_the_feed_byte_for_byte(samples: Path) -> None:
    event = read(samples / "hld-2013")

    written = IcsExporter().write(event)

    assert written == feed(event).to_ical()
    assert written == (samples / "hld-2013/expected/agenda.ics").read_bytes()
