"""Programmes of the sizes that we measure at; the same for the same arguments."""

from datetime import date, datetime, time, timedelta
from typing import Any

from roundtable_ical import SideEvent

WORDS = (
    "labour migration governance development decent work social dialogue protection skills rights "
    "recruitment workers employers ministers youth women climate mobility remittances portability "
    "équité durable cohérence données naïve façade – “policy” session panel discussion report"
).split()


def large() -> SideEvent:
    """Return class L: 1,100 segments, 1,200 speakers, 71 themes, 37 venues; a big conference."""
    return programme(segments=1_100, speakers=1_200, themes=71, venues=37, days=5)


def extra_large() -> SideEvent:
    """Return class XL: 15,000 segments, 12,000 speakers."""
    return programme(segments=15_000, speakers=12_000, themes=150, venues=200, days=14)


def programme(*, segments: int, speakers: int, themes: int, venues: int, days: int) -> SideEvent:
    """Return a programme of so many parts, without an overlap in any room."""
    first = date(2026, 10, 5)
    per_room = -(-segments // (venues * days))
    minutes = max(5, min(60, 12 * 60 // per_room))
    return SideEvent.model_validate(
        {
            "id": "conference",
            "title": "A conference of many sessions",
            "timezone": "Europe/Zurich",
            "dates": [first + timedelta(days=day) for day in range(days)],
            "revised": "2026-09-01T12:00:00Z",
            "created": "2026-06-01T12:00:00Z",
            "url": "https://events.example.org/conference/",
            "hosts": [{"id": "host", "name": "International Labour Office"}],
            "venues": [
                {
                    "id": f"room-{n}",
                    "name": "Palais des Nations",
                    "room": f"Room {n}",
                    "city": "Geneva",
                }
                for n in range(venues)
            ],
            "themes": [{"id": f"theme-{n}", "title": _words(n, 4)} for n in range(themes)],
            "speakers": [_speaker(n) for n in range(speakers)],
            "segments": [
                _segment(n, first, minutes, per_room, speakers, themes, venues)
                for n in range(segments)
            ],
        }
    )


def moved(event: SideEvent, id_: str, minutes: int = 5) -> SideEvent:
    """Return *event* with the end of one segment *minutes* later; all else is the same objects."""
    segments = tuple(
        segment.model_copy(update={"minutes": (segment.minutes or 0) + minutes})
        if segment.id == id_
        else segment
        for segment in event.segments
    )
    fields = {name: getattr(event, name) for name in type(event).model_fields}
    return SideEvent(**{**fields, "segments": segments})


def _segment(
    n: int, first: date, minutes: int, per_room: int, speakers: int, themes: int, venues: int
) -> dict[str, Any]:
    room, slot = n % venues, n // venues
    start = datetime.combine(first, time(8)) + timedelta(minutes=minutes * (slot % per_room))
    day = first + timedelta(days=slot // per_room)
    return {
        "id": f"session-{n}",
        "title": _words(n, 7),
        "abstract": _words(n, 70),
        "kind": "panel",
        "date": day,
        "start": f"{start:%H:%M}",
        "minutes": minutes,
        "venue": f"room-{room}",
        "themes": [f"theme-{n % themes}"],
        "speakers": [f"person-{(n * 3 + k) % speakers}" for k in range(3)],
    }


def _speaker(n: int) -> dict[str, Any]:
    return {
        "id": f"person-{n}",
        "honorific": "H.E. Ms." if n % 7 == 0 else "Mr.",
        "name": f"{WORDS[n % len(WORDS)].title()} {WORDS[(n // 7) % len(WORDS)].title()} {n}",
        "function": _words(n, 3).capitalize(),
        "affiliation": f"Ministry of {_words(n + 1, 2)}",
        "email": f"person-{n}@example.org",
    }


def _words(seed: int, count: int) -> str:
    picked = (
        WORDS[(seed * 7 + position * (3 + seed % 5)) % len(WORDS)] for position in range(count)
    )
    return " ".join(picked).capitalize()
