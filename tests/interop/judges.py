"""Readers of calendars that are not ours, from PyPI; ``python judges.py NAME`` asks one of them.

In: {name: feed} as JSON.  Out: {name: {uid: [start, end]}}, moments in UTC.

Several of them keep the zones they have met for the whole process (vobject the first VTIMEZONE of
a name, icalendar the last). Each feed is therefore read in a process of its own, so that the order
of the feeds says nothing.
"""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from multiprocessing import get_context

import ics  # type: ignore[import-untyped]  # has no types
import recurring_ical_events  # type: ignore[import-untyped]  # has no types
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

Span = tuple[str, str]
Instants = dict[str, Span]
Judge = Callable[[str], Instants]


def by_icalendar(feed: str) -> Instants:
    """Read with icalendar: the ground we stand on, asked as a stranger would."""
    events = Calendar.from_ical(feed.encode()).events
    return _each_once((str(event["UID"]), event.start, event.end) for event in events)


def by_recurring_ical_events(feed: str) -> Instants:
    """Read with recurring-ical-events: every occurrence that it expands."""
    found = recurring_ical_events.of(Calendar.from_ical(feed.encode())).all()
    return _each_once((str(event["UID"]), event.start, event.end) for event in found)


def by_vobject(feed: str) -> Instants:
    """Read with vobject; it also says where the file breaks RFC 5545."""
    calendar = vobject.readOne(feed)
    calendar.validate(raiseException=True)
    events = calendar.contents.get("vevent", [])
    return _each_once((it.uid.value, it.dtstart.value, it.dtend.value) for it in events)


def by_ics(feed: str) -> Instants:
    """Read with ics.py."""
    events = ics.Calendar(feed).events
    return _each_once((event.uid, event.begin.datetime, event.end.datetime) for event in events)


def by_ical(feed: str) -> Instants:
    """Read with ical, the reader inside Home Assistant and the strictest in types."""
    [calendar] = IcsCalendarStream.from_ics(feed).calendars
    return _each_once((str(event.uid), event.start, event.end) for event in calendar.events)


JUDGES: Mapping[str, Judge] = {
    "icalendar": by_icalendar,
    "recurring-ical-events": by_recurring_ical_events,
    "vobject": by_vobject,
    "ics": by_ics,
    "ical": by_ical,
}


def _each_once(events: Iterable[tuple[str, date, date]]) -> Instants:
    found: Instants = {}
    for uid, start, end in events:
        if uid in found:
            raise ValueError(f"{uid} stands twice")
        found[uid] = _moment(start), _moment(end)
    return found


def _moment(time: date) -> str:
    if not isinstance(time, datetime) or time.utcoffset() is None:
        raise ValueError(f"{time!r} floats")
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def main(name: str) -> None:
    """Ask the judge called *name* about every feed on standard input."""
    feeds = json.load(sys.stdin)
    with get_context("fork").Pool(2, maxtasksperchild=1) as pool:
        answers = pool.map(JUDGES[name], feeds.values(), chunksize=1)
    json.dump(dict(zip(feeds, answers, strict=True)), sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
