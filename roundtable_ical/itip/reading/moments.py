"""When something is, as a stranger's calendar says it: on whatever clock that may be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from roundtable_ical.ical.lint.clocks import Clocks, in_reach
from roundtable_ical.ical.lint.components import Component
from roundtable_ical.ical.lint.content import Property
from roundtable_ical.ical.lint.moments import duration, moment
from roundtable_ical.zones.foreign import named, of_cities


class Unplaced(ValueError):
    """A time that is no moment; the message says why, as the end of a sentence."""


class Moments:
    """Times of one calendar, read in UTC; a zone that only it knows is read by its definition."""

    def __init__(self, components: Sequence[Component]) -> None:
        self._clocks = Clocks(_as_meant(components))

    def of(self, found: Property) -> datetime:
        """Return the moment that a DTSTART and its like says, in UTC.

        A wall time that comes twice is the first of the two, one that the clock skips is read as
        if it had not been put forward (RFC 5545 section 3.3.5).

        Raises:
            Unplaced: no time, no zone, an unknown one, or a day without a time.
        """
        found = _repaired(found)
        read = moment(found)
        if read is None or not in_reach(read):
            raise Unplaced(f"its {found.name} {found.value[:40]!r} is no time")
        if read.form == "date":
            raise Unplaced(f"its {found.name} is a day without a time")
        if read.form == "utc":
            return read.wall.replace(tzinfo=UTC)
        if read.form == "floating":
            raise Unplaced(f"its {found.name} does not say in which time zone it is")
        if zone := named(read.tzid):
            return read.wall.replace(tzinfo=zone).astimezone(UTC)
        if clock := self._clocks.clock(read.tzid):
            return clock.instant(read.wall)
        if zone := of_cities(read.tzid):
            return read.wall.replace(tzinfo=zone).astimezone(UTC)
        raise Unplaced(f"nobody knows its time zone {read.tzid[:60]!r}")

    def span(self, event: Component) -> tuple[datetime | None, datetime | None]:
        """Return beginning and end of *event* in UTC, each None where it does not say it.

        Raises:
            Unplaced: as `of`, or it ends before it begins.
        """
        begins, ends, lasts = map(event.first, ("DTSTART", "DTEND", "DURATION"))
        start = self.of(begins) if begins else None
        end = self.of(ends) if ends else None
        said = duration(lasts.value.strip()) if lasts else None
        if start and said is not None and end is None:
            try:
                end = start + said
            except OverflowError:
                raise Unplaced("its DURATION goes beyond every calendar") from None
        if start and end and end <= start:
            raise Unplaced("it ends before it begins")
        return start, end


def _as_meant(components: Sequence[Component]) -> Iterator[Component]:
    """Yield *components* with repaired times, so that the clocks know which years they are in."""
    again: dict[Component, Component] = {}
    for each in components:
        parent = again.get(each.parent) if each.parent else None
        again[each] = Component(each.name, each.line, parent)
        for found in each.properties:
            timed = found.parameter("TZID") or found.name == "TZID"
            again[each].add(_repaired(found) if timed else found)
        yield again[each]


def _repaired(found: Property) -> Property:
    """Return a time as it was meant: Outlook leaves the colon in "(UTC+01:00) Berlin" unquoted."""
    tzid, colon, value = found.value.rpartition(":")
    if found.name == "TZID" or not colon:
        return replace(found, value=found.value.strip().strip('"'))
    whole = f"{found.parameter('TZID')}:{tzid}".strip('"')
    return replace(found, value=value.strip(), parameters={**found.parameters, "TZID": (whole,)})
