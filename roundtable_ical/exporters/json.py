"""The programme for other programs; its shape only grows."""

import json
from collections.abc import Iterator
from typing import Any

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.occurrences import Occurrence
from roundtable_ical.programme.people import Appearance, Speaker
from roundtable_ical.programme.places import Venue
from roundtable_ical.programme.segments import Segment, Status
from roundtable_ical.programme.texts import Text, public


class JsonExporter:
    """Writes ``event.json``."""

    name = "json"
    summary = "the programme for other programs (event.json)"
    suffix = ".json"
    media_type = "application/json"

    def write(self, event: SideEvent) -> bytes:
        """Return *event* as UTF-8 JSON with indentation and a line end."""
        return json.dumps(as_json(event), ensure_ascii=False, indent=2).encode() + b"\n"


def as_json(event: SideEvent) -> dict[str, Any]:
    """Return *event* as plain values; no e-mail address is in them, and no withheld name."""
    said = _Said(event.language)
    return {
        "id": event.id,
        "title": said(event.title),
        "subtitle": said(event.subtitle),
        "kind": said(event.kind),
        "timezone": event.timezone.key,
        "language": event.language,
        "status": event.status.value,
        "start": event.start.isoformat() if event.start else None,
        "end": event.end.isoformat() if event.end else None,
        "dates": [day.isoformat() for day in event.days],
        "hours": str(event.hours) if event.hours else None,
        "url": event.url,
        "revision": event.revision,
        "revised": event.revised.isoformat(),
        "objective": said(event.objective),
        "background": said(event.background),
        "participants": [said(category) for category in event.participants],
        "hosts": [
            {"id": host.id, "name": said(host.name), "role": host.role.value}
            for host in event.hosts
        ],
        "venues": [_venue(place, event, said) for place in event.places.values()],
        "themes": [
            {
                "id": theme.id,
                "title": said(theme.title),
                "description": said(theme.description),
                "color": theme.color,
            }
            for theme in event.themes
        ],
        "speakers": [_speaker(speaker, said) for speaker in event.speakers],
        "segments": list(_segments(event, said)),
    }


class _Said:
    """Texts in the event's main language, without e-mail addresses."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, text: Text | None) -> str | None:
        return public(text.said_in(self.language)) if text else None


def _venue(place: Venue, event: SideEvent, said: _Said) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": said(place.name),
        "room": said(place.room),
        "address": said(place.address),
        "city": said(place.city),
        "timezone": (place.timezone or event.timezone).key,
        "url": place.url,
    }


def _speaker(speaker: Speaker, said: _Said) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": said(speaker.name) if speaker.consent else None,
        "honorific": said(speaker.honorific) if speaker.consent else None,
        "function": said(speaker.function),
        "affiliation": said(speaker.affiliation),
        "label": said(speaker.label),
        "tbc": speaker.tbc,
    }


def _segments(event: SideEvent, said: _Said) -> Iterator[dict[str, Any]]:
    for item in event.occurrences:
        yield _segment(item.segment, item, event, said)
    for segment in event.unscheduled:
        yield _segment(segment, None, event, said)


def _segment(
    segment: Segment, item: Occurrence | None, event: SideEvent, said: _Said
) -> dict[str, Any]:
    venue = item.venue if item else event.frame.venue_of(segment)
    status = segment.status if item else Status.UNSCHEDULED
    return {
        "id": segment.id,
        "title": said(segment.title),
        "abstract": said(segment.abstract),
        "kind": segment.kind.value,
        "status": status.value,
        "note": said(segment.note),
        "start": item.start.isoformat() if item else None,
        "end": item.end.isoformat() if item and not segment.open_end else None,
        "themes": list(segment.themes),
        "venue": venue.id if venue else None,
        "url": segment.url,
        "speakers": [_appearance(part, event) for part in segment.speakers],
    }


def _appearance(appearance: Appearance, event: SideEvent) -> dict[str, Any]:
    return {
        "speaker": appearance.speaker,
        "role": appearance.role.value,
        "tbc": appearance.tbc or event.people[appearance.speaker].tbc,
        "remote": appearance.remote,
    }
