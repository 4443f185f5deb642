"""Which zones an event's calendars define, and which moments they must give in UTC."""

from datetime import UTC, datetime, timedelta
from functools import cached_property

from icalendar import vDatetime

from roundtable_ical import zones
from roundtable_ical.ical.timezones import Definition, definition
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence


class Clockwork:
    """How the moments of one event are written.

    A moment is written as wall time and TZID where the VTIMEZONE alone gives the very moment back;
    else, where the clock shows its time twice or the zone has no simple rule over the event's
    days, in UTC. The choice is the event's, so a segment has the same bytes in every feed.
    """

    def __init__(self, event: SideEvent) -> None:
        self._event = event
        self._zones: dict[tuple[datetime, datetime, str], str | None] = {}

    @cached_property
    def definitions(self) -> dict[str, Definition]:
        """The VTIMEZONEs by zone name, in alphabetical order; zones that say UTC are left out."""
        found: dict[str, Definition] = {}
        for key, (first, last) in sorted(self._event.zone_spans.items()):
            zone = zones.zone(key)
            rules = definition(zone, first, last)
            if rules and not zones.universal(zone):
                found[key] = rules
        return found

    def zone_of(self, start: datetime, end: datetime) -> str | None:
        """Return the TZID that *start* and *end* (of one zone) are written with, None for UTC."""
        key = getattr(start.tzinfo, "key", "")
        place = start, end, key  # equal for both passes of a repeated hour, which are both in UTC
        if place not in self._zones:
            rules = self.definitions.get(key)
            local = rules and all(self._plain(rules, moment) for moment in (start, end))
            self._zones[place] = key if local else None
        return self._zones[place]

    @staticmethod
    def _plain(rules: Definition, moment: datetime) -> bool:
        """Whether every reader gets *moment* from its wall time (none agree on a repeated one)."""
        return not zones.ambiguous(moment) and rules.proves(moment)

    def spare(self) -> Definition | None:
        """Return a VTIMEZONE for a calendar without events, which needs a component."""
        zone = self._event.timezone
        if zones.universal(zone):
            zone = zones.current().zone("Etc/UTC")
        return self.definitions.get(zone.key) or definition(
            zone, self._event.revised, self._event.revised + timedelta(days=1)
        )


def written(moment: datetime, tzid: str | None) -> vDatetime:
    """Return *moment* as a value: in UTC, or as wall time with *tzid* (RFC 5545 section 3.3.5)."""
    if tzid is None:
        return vDatetime(moment.astimezone(UTC))
    value = vDatetime(moment.replace(tzinfo=None))
    value.params["TZID"] = tzid
    return value


def zones_used(occurrences: tuple[Occurrence, ...], clockwork: Clockwork) -> list[str]:
    """Return the TZIDs that *occurrences* are written with, in alphabetical order."""
    used = {clockwork.zone_of(item.start, item.end) for item in occurrences}
    return sorted(filter(None, used))
