"""One room twice, or one person in two places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Protocol, TypeVar

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.problems import Path, Problem

MOST = 200
"""Pairs of a kind that are told; who has more mends the first ones, and looks again."""


class HasSpan(Protocol):
    """Anything that has a time."""

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Start and end, in UTC; the end is the first moment after it."""
        ...


Timed = TypeVar("Timed", bound=HasSpan)


def paths_of(event: SideEvent) -> Mapping[str, Path]:
    """Return the path of the segment behind each occurrence id."""
    position = {segment.id: position for position, segment in enumerate(event.segments)}
    return {item.id: ("segments", position[item.series]) for item in event.occurrences}


def double_bookings(event: SideEvent) -> Iterator[Problem]:
    """Yield a warning for each pair that shares a room or a person; of many, the first ones."""
    paths = paths_of(event)
    in_room: dict[str, list[Occurrence]] = defaultdict(list)
    of_person: dict[str, list[Occurrence]] = defaultdict(list)
    for item in event.occurrences:
        if item.cancelled:
            continue
        if item.venue:
            in_room[item.venue.id].append(item)
        for person in dict.fromkeys(part.speaker for part in item.segment.speakers):
            if event.people[person].name:
                of_person[person].append(item)
    for place, first, second in islice(_clashes(in_room), MOST):
        yield Problem.warning(
            "room-overlap",
            (*paths[second.id], "start"),
            f"{second.id!r} ({_hours(second, first)}) is in {place!r} at the same time as "
            f"{first.id!r} ({_hours(first, second)})",
            "change the time or the venue of one of them",
        )
    for person, first, second in islice(_clashes(of_person), MOST):
        yield Problem.warning(
            "speaker-overlap",
            (*paths[second.id], "speakers"),
            f"{person!r} is in {second.id!r} ({_hours(second, first)}) at the same time as in "
            f"{first.id!r} ({_hours(first, second)})",
            "change the time of one of them, or the speaker",
        )


def _clashes(
    booked: Mapping[str, Sequence[Occurrence]],
) -> Iterator[tuple[str, Occurrence, Occurrence]]:
    """Yield who or what is booked twice, with the two that share a moment."""
    for id_, items in booked.items():
        yield from ((id_, first, second) for first, second in overlapping(items))


def overlapping(items: Iterable[Timed]) -> Iterator[tuple[Timed, Timed]]:
    """Yield the pairs of *items* (in order of their starts) that share a moment.

    One sweep over time: what has ended is not looked at again.
    """
    running: list[Timed] = []
    for item in items:
        start = item.span[0]
        running = [earlier for earlier in running if earlier.span[1] > start]
        yield from ((earlier, item) for earlier in running)
        running.append(item)


def _hours(item: Occurrence, other: Occurrence) -> str:
    """Return when *item* is, with day and zone where those of *other* differ."""
    day = f"{item.start.date()} " if item.start.date() != other.start.date() else ""
    zone = f" {item.zone.key}" if item.zone.key != other.zone.key else ""
    return f"{day}{item.start:%H:%M}-{item.end:%H:%M}{zone}"
