"""What an importer made of a file, in few words to compare."""

import json
from typing import Any

from roundtable_ical import zones
from roundtable_ical.ports import Given, Importer, Source
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.reading import Reading
from roundtable_ical.programme.segments import Segment


def read(importer: Importer, content: object, zone: str | None = None, name: str = "x") -> Reading:
    """Read *content*, bytes or values to be written as JSON."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    given = Given(timezone=zones.zone(zone) if zone else None)
    return importer.read(Source(name, data, given))


def said(reading: Reading) -> list[tuple[Any, ...]]:
    """Return start, end, title, room, themes and people of each segment, unscheduled last."""
    event = reading.required()
    rows: list[tuple[Segment, Occurrence | None]] = []
    rows += [(item.segment, item) for item in event.occurrences]
    rows += [(segment, None) for segment in event.unscheduled]
    found = []
    for segment, item in rows:
        venue = item.venue if item else event.frame.venue_of(segment)
        found.append(
            (
                f"{item.start:%Y-%m-%d %H:%M}" if item else None,
                f"{item.end:%H:%M}" if item else None,
                str(segment.title),
                str(venue.room or venue.name) if venue else None,
                [str(event.topics[id_].title) for id_ in segment.themes],
                [str(event.people[part.speaker].name) for part in segment.speakers],
            )
        )
    return found


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}
