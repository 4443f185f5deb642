"""The whole agenda as one iCalendar file."""

from roundtable_ical.ical.feeds import FeedWriter
from roundtable_ical.programme.event import SideEvent


class IcsExporter:
    """Writes the agenda feed."""

    name = "ics"
    summary = "every segment as iCalendar (agenda.ics)"
    suffix = ".ics"
    media_type = "text/calendar"

    def write(self, event: SideEvent) -> bytes:
        """Return the agenda of *event*, as `/<event>/agenda.ics` serves it."""
        return FeedWriter(event).feed().to_ical()
