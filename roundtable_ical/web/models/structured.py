"""What search engines read: the event as Schema.org has it, in JSON-LD."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Status
from roundtable_ical.programme.texts import public, said
from roundtable_ical.web.models.facts import days_of, open_at_the_end
from roundtable_ical.web.models.moves import Move
from roundtable_ical.web.reader import Reader

MOST_PARTS = 50
"""Segments that are listed one by one; a search engine shows fewer, and pages stay small."""
_STATES = {
    Status.CANCELLED: "https://schema.org/EventCancelled",
    Status.CONFIRMED: "https://schema.org/EventScheduled",
    Status.TENTATIVE: "https://schema.org/EventScheduled",
}
_MOVED = "https://schema.org/EventRescheduled"
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028",
                          "\u2029": "\\u2029"})  # fmt: skip


def json_ld(value: object) -> str:
    r"""Return *value* as it may stand in a ``script`` element: nothing in it can end that.

    >>> json_ld({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def described(event: SideEvent, reader: Reader, page: str) -> dict[str, Any]:
    """Return *event* as a Schema.org Event; no address of anybody is in it."""
    days = days_of(event)
    start = event.start.isoformat() if event.start else (days[0].isoformat() if days else None)
    end = event.end.isoformat() if event.end else (days[-1].isoformat() if days else None)
    end = None if open_at_the_end(event) else end
    parts = [part_described(event, item, reader, page) for item in event.occurrences[:MOST_PARTS]]
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": page,
            "url": page,
            "name": _words(event.title, event, reader),
            "alternateName": _words(event.subtitle, event, reader),
            "description": _words(event.objective, event, reader),
            "inLanguage": event.language,
            "startDate": start,
            "endDate": end,
            "eventStatus": _STATES[event.status],
            "location": [place_described(venue, event, reader) for venue in event.venues],
            "organizer": [
                _filled({"@type": "Organization", "name": _words(host.name, event, reader),
                         "url": host.url})
                for host in event.hosts
            ],
            "isAccessibleForFree": True,
            "subEvent": parts,
        }
    )  # fmt: skip


def part_described(event: SideEvent, item: Occurrence, reader: Reader, page: str) -> dict[str, Any]:
    """Return what takes place at one moment, as part of something else."""
    return _filled(
        {
            "@type": "Event",
            "url": f"{page}segments/{item.id}",
            "name": _words(item.segment.title, event, reader),
            "startDate": _moment(item.start),
            "endDate": None if item.segment.open_end else _moment(item.end),
            "eventStatus": _STATES[item.segment.status],
            "location": place_described(item.venue, event, reader) if item.venue else None,
            "performer": list(_performers(event, item, reader)),
        }
    )


def segment_described(
    event: SideEvent, item: Occurrence, reader: Reader, page: str, move: Move | None = None
) -> dict[str, Any]:
    """Return one segment as a Schema.org Event of its own, part of *event*."""
    found = {"@context": "https://schema.org", **part_described(event, item, reader, page)}
    if move and not move.room and item.segment.status is not Status.CANCELLED:
        found["eventStatus"] = _MOVED
    whole = {"@type": "Event", "@id": page, "name": _words(event.title, event, reader)}
    return found | {"superEvent": whole}


def _performers(event: SideEvent, item: Occurrence, reader: Reader) -> Iterator[dict[str, Any]]:
    for part in item.segment.speakers:
        speaker = event.people[part.speaker]
        name = speaker.public_name(reader.wanted, event.language)
        if name:
            yield _filled(
                {
                    "@type": "Person",
                    "name": public(name),
                    "jobTitle": _words(speaker.function, event, reader),
                    "affiliation": _words(speaker.affiliation, event, reader),
                }
            )


def place_described(venue: Venue, event: SideEvent, reader: Reader) -> dict[str, Any]:
    """Return a venue as Schema.org's Place, or VirtualLocation."""
    if venue.url and not venue.city and not venue.address:
        name = _words(venue.name, event, reader)
        return {"@type": "VirtualLocation", "name": name, "url": venue.url}
    return _filled(
        {
            "@type": "Place",
            "name": public(", ".join(filter(None, (said(part, reader.wanted, event.language)
                                                   for part in (venue.room, venue.name))))),
            "address": _filled(
                {
                    "@type": "PostalAddress",
                    "streetAddress": _words(venue.address, event, reader),
                    "addressLocality": _words(venue.city, event, reader),
                }
            ) if venue.address or venue.city else None,
            "geo": {"@type": "GeoCoordinates", "latitude": venue.geo.lat,
                    "longitude": venue.geo.lon} if venue.geo else None,
        }
    )  # fmt: skip


def _words(text: Any, event: SideEvent, reader: Reader) -> str:
    return public(said(text, reader.wanted, event.language))


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
