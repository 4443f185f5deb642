"""When a speaker is busy, and nothing else of it: VFREEBUSY (RFC 5545 section 3.6.4)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import vText

from roundtable_ical.errors import UnknownId
from roundtable_ical.ical.feeds import PRODID, Feed
from roundtable_ical.ical.identity import uid
from roundtable_ical.ical.lines import folded, line
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.segments import Status
from roundtable_ical.scheduling.intervals import Interval, merged, without

FREEBUSY_FEED = "freebusy.ifb"
MEDIA_TYPE = "text/calendar; component=vfreebusy; charset=utf-8"
_UTC = "%Y%m%dT%H%M%SZ"


def freebusy(event: SideEvent, speaker: str) -> Feed:
    """Return when *speaker* is busy on the days of *event*: hours, no titles, no rooms, no names.

    What is tentative is BUSY-TENTATIVE where nothing else is; cancelled items leave one free. The
    stamp is the event's `revised`, so that the same programme gives the same bytes.

    Raises:
        UnknownId: nobody has this id.
    """
    if speaker not in event.people:
        raise UnknownId("speaker", speaker, event.people)
    sure: list[Interval] = []
    open_: list[Interval] = []
    for position in event.holders.get(("speakers", speaker), ()):
        item = event.occurrences[position]
        if not item.cancelled:
            tentative = item.segment.status is Status.TENTATIVE
            (open_ if tentative else sure).append(item.span)
    lines = [
        b"BEGIN:VCALENDAR\r\n",
        line("VERSION", vText("2.0")),
        line("PRODID", vText(PRODID)),
        b"BEGIN:VFREEBUSY\r\n",
        line("UID", vText(uid(event, f"freebusy/{speaker}"))),
        folded(f"DTSTAMP:{event.revised.astimezone(UTC):{_UTC}}".encode()),
    ]
    if days := _days(event):
        lines += [folded(f"{name}:{moment:{_UTC}}".encode()) for name, moment in days]
    lines += _periods("BUSY", merged(sure))
    lines += _periods("BUSY-TENTATIVE", without(open_, sure))
    lines += [b"END:VFREEBUSY\r\n", b"END:VCALENDAR\r\n"]
    return Feed(path=FREEBUSY_FEED, name=speaker, pieces=tuple(lines), count=1)


def _days(event: SideEvent) -> list[tuple[str, datetime]]:
    """Return start and end of what is told: the whole days of the event, in UTC."""
    ends = filter(None, (event.start, event.end))
    told = [*event.days, *(moment.astimezone(event.timezone).date() for moment in ends)]
    if not told:
        return []
    first, last = min(told), max(told) + timedelta(days=1)
    zone = event.timezone
    return [
        (name, datetime.combine(day, time(), tzinfo=zone).astimezone(UTC))
        for name, day in (("DTSTART", first), ("DTEND", last))
    ]


def _periods(kind: str, times: Iterable[Interval]) -> list[bytes]:
    words = ",".join(f"{start:{_UTC}}/{end:{_UTC}}" for start, end in times)
    return [folded(f"FREEBUSY;FBTYPE={kind}:{words}".encode())] if words else []
