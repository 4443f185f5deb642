"""Days and hours in words become moments: when a room is open, when a person can come."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from roundtable_ical.programme.availability import Window, on_day
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.people import Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.scheduling.intervals import Interval, merged, met, without

_DAY = timedelta(days=1)


def opening(windows: Sequence[Window], around: Interval, zone: ZoneInfo) -> tuple[Interval, ...]:
    """Return what *windows*, on the clock of *zone*, have of the time *around*.

    Of several that name one day those count that name it closest: a date before a weekday.
    """
    found = (
        span
        for day in _days(around, zone)
        for each in on_day(windows, day)
        if not each.closed
        for span in [_span(each, day, zone)]
    )
    return met(found, [around])


def every(windows: Sequence[Window], around: Interval, zone: ZoneInfo) -> tuple[Interval, ...]:
    """Return what any of *windows* has of the time *around*; none counts before another."""
    found = (
        _span(each, day, zone) for day in _days(around, zone) for each in windows if each.has(day)
    )
    return met(found, [around])


def present(speaker: Speaker, around: Interval, event: SideEvent) -> tuple[Interval, ...]:
    """Return when *speaker* can come within *around*: on their own clock, or else the event's."""
    zone = speaker.timezone or event.timezone
    there = opening(speaker.available, around, zone) if speaker.available else merged([around])
    return without(there, every(speaker.away, around, zone)) if speaker.away else there


def usable(venue: Venue | None, around: Interval, event: SideEvent) -> tuple[Interval, ...]:
    """Return when *venue* is open within *around*; always where it states no hours."""
    if venue is None or not venue.hours:
        return merged([around])
    return opening(venue.hours, around, venue.timezone or event.timezone)


def stated(event: SideEvent, day: date, zone: ZoneInfo) -> Interval | None:
    """Return the hours that *event* states, on *day* in *zone*; None where it states none."""
    if event.hours is None:
        return None
    start, end = (_moment(day, wall.time, zone) for wall in (event.hours.start, event.hours.end))
    return start, end


def whole_day(day: date, zone: ZoneInfo) -> Interval:
    """Return all of *day* on the clock of *zone*."""
    return _moment(day, time(0), zone), _moment(day + _DAY, time(0), zone)


def office_hours(day: date, zone: ZoneInfo) -> Interval:
    """Return 08:00 to 18:00 of *day* on the clock of *zone*: where nothing says otherwise."""
    return _moment(day, time(8), zone), _moment(day, time(18), zone)


def _days(around: Interval, zone: ZoneInfo) -> Iterator[date]:
    """Yield the days of *around*, and the one before: its hours may go on past midnight."""
    first, last = (moment.astimezone(zone).date() for moment in around)
    day = first - _DAY
    while day <= last:
        yield day
        day += _DAY


def _span(window: Window, day: date, zone: ZoneInfo) -> Interval:
    if window.start is None or window.end is None:
        return whole_day(day, zone)
    last = day if window.end > window.start else day + _DAY
    return _moment(day, window.start, zone), _moment(last, window.end, zone)


def _moment(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """Return the moment of a wall time; one that the clock skips is as before the jump."""
    return datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)
