"""Moments of a schedule as a segment says them, and the ends that a schedule does not say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from roundtable_ical import zones
from roundtable_ical.programme.problems import Path, Problem

_LONGEST_GAP = timedelta(hours=4)
_USUAL = timedelta(hours=1)
_HALF = timedelta(seconds=30)


def span(start: datetime, end: datetime, home: ZoneInfo) -> dict[str, Any]:
    """Return date, start, end (or minutes), fold and timezone of a segment.

    Args:
        start: aware; its zone is the segment's.
        end: aware, later.
        home: the zone of the event, which its segments need not repeat.
    """
    zone = start.tzinfo
    first, last = whole_minute(start), whole_minute(end).astimezone(zone)
    said: dict[str, Any] = {"date": str(first.date()), "start": f"{first:%H:%M}"}
    if zones.ambiguous(last):
        elapsed = last.astimezone(UTC) - first.astimezone(UTC)
        said["minutes"] = elapsed // timedelta(minutes=1)
    else:
        form = "%H:%M" if first.date() == last.date() else "%Y-%m-%d %H:%M"
        said["end"] = f"{last:{form}}"
    if zones.ambiguous(first):
        said["fold"] = "second" if first.fold else "first"
    if isinstance(zone, ZoneInfo) and zone.key != home.key:
        said["timezone"] = zone.key
    return said


def whole_minute(moment: datetime) -> datetime:
    """Return *moment* (aware) at the nearest minute: a programme has no seconds."""
    seconds = timedelta(seconds=moment.second, microseconds=moment.microsecond)
    if not seconds:
        return moment
    up = timedelta(minutes=1) if seconds >= _HALF else timedelta(0)
    return (moment.astimezone(UTC) - seconds + up).astimezone(moment.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An item with its start, and the end if there is one; *room* may be empty."""

    path: Path
    start: datetime
    end: datetime | None
    room: str = ""


def ended(items: Iterable[Timed]) -> Iterator[tuple[Timed, datetime, Problem | None]]:
    """Yield every item with its end, and what is to be told where that was inferred.

    An item without an end lasts until the next one in its room begins, four hours at most; where
    none follows it lasts as long as others often do, or an hour.
    """
    everything = list(items)
    starts: dict[str, list[datetime]] = defaultdict(list)
    lengths: dict[timedelta, int] = defaultdict(int)
    for each in everything:
        starts[each.room].append(each.start.astimezone(UTC))
        if each.end:
            lengths[each.end.astimezone(UTC) - each.start.astimezone(UTC)] += 1
    usual = max(lengths, key=lambda length: lengths[length], default=_USUAL)
    for room in starts.values():
        room.sort()
    for each in everything:
        if each.end:
            yield each, each.end, None
            continue
        begun = each.start.astimezone(UTC)
        following = _after(starts[each.room], begun)
        if following and following - begun <= _LONGEST_GAP:
            yield each, following, _told(each, following, "the next one there begins then", 0.7)
        else:
            yield each, begun + usual, _told(each, begun + usual, "others last as long", 0.3)


def _after(starts: list[datetime], moment: datetime) -> datetime | None:
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if starts[middle] <= moment else (low, middle)
    return starts[low] if low < len(starts) else None


def _told(each: Timed, end: datetime, reason: str, sure: float) -> Problem:
    shown = end.astimezone(each.start.tzinfo)
    message = f"no end is given; {shown:%H:%M} was taken, as {reason}"
    path = (*each.path, "end")
    return Problem.inferred("end-inferred", path, message, sure=sure, hint="write the right end")
