"""VEVENTs for the ledger of revisions."""

from roundtable_ical.ical.addresses import Addresses
from roundtable_ical.ical.event import EventWriter
from roundtable_ical.ical.options import Options
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.revisions.ledger import Rendered
from roundtable_ical.revisions.stamps import Stamp


class VeventRenderer:
    """Renders one programme as its feeds without options have it."""

    def __init__(self, event: SideEvent, *, base: str | None = None) -> None:
        self._event = event
        self._writer = EventWriter(event, Options(), Addresses(base or event.url))

    @property
    def zones(self) -> dict[str, bytes]:
        """The VTIMEZONEs in use, by TZID."""
        definitions = self._writer.clockwork.definitions.items()
        return {key: found.to_ical() for key, found in definitions}

    def segment(self, item: Occurrence, stamp: Stamp) -> Rendered:
        """Return a segment as it is planned."""
        tzid = self._writer.clockwork.zone_of(item.start, item.end)
        return Rendered(body=self._writer.segment(item, stamp), tzid=tzid)

    def cancelled(self, item: Occurrence, stamp: Stamp) -> Rendered:
        """Return a segment that was taken out, as cancelled."""
        return Rendered(body=self._writer.tombstone(item, stamp), tzid=None)

    def block(self, stamp: Stamp) -> Rendered | None:
        """Return the whole event as one block; None while nothing has a time."""
        event = self._event
        if event.start is None or event.end is None:
            return None
        tzid = self._writer.clockwork.zone_of(event.start, event.end)
        return Rendered(body=self._writer.block(stamp), tzid=tzid)
