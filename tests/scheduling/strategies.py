"""Small programmes in which much goes wrong: few rooms, busy people, close to each other."""

from typing import Any

from hypothesis import strategies as st

from roundtable_ical.programme.event import SideEvent

_PLACES: list[dict[str, Any]] = [
    {
        "id": "palace",
        "name": "Palace",
        "city": "Geneva",
        "geo": {"lat": 46.2266, "lon": 6.1402},
        "rooms": [
            {"id": "room-1", "name": "Room 1", "capacity": 100, "equipment": ["projector"]},
            {"id": "room-2", "name": "Room 2", "capacity": 20, "hours": "08:30-13:00"},
        ],
    },
    {"id": "mission", "name": "Mission", "city": "Geneva", "geo": {"lat": 46.2190, "lon": 6.1400}},
    {"id": "call", "name": "Call", "url": "https://meet.example.org/call"},
]
_ROOMS = ("room-1", "room-2", "mission", "call")
_PEOPLE = ("ann", "bob", "eve")
_SPANS = (["2026-10-29 08:00-11:00"], ["2026-10-29", "fri 10:00-12:00"], ["mon-fri 09:00-17:00"])


@st.composite
def programmes(draw: st.DrawFn, id_: str = "week", most: int = 7) -> SideEvent:
    """Draw a programme of two days."""
    flag = st.sampled_from((False, False, False, True))
    segments = [
        {
            "id": f"s-{number}",
            "title": f"Segment {number}",
            "kind": draw(st.sampled_from(("panel", "break", "statement"))),
            "date": draw(st.sampled_from(("2026-10-29", "2026-10-29", "2026-10-30"))),
            "start": f"{draw(st.integers(8, 12))}:{draw(st.sampled_from((0, 10, 25, 30))):02}",
            "minutes": draw(st.sampled_from((10, 30, 45, 90))),
            "fixed": draw(flag),
            "audience": draw(st.sampled_from((None, None, 10, 50, 200))),
            "needs": draw(st.sampled_from(([], [], [], ["Projector"]))),
            "venue": draw(st.sampled_from((*_ROOMS, None))),
            "speakers": [
                {"speaker": speaker, "remote": draw(flag)}
                for speaker in draw(st.lists(st.sampled_from(_PEOPLE), unique=True, max_size=2))
            ],
        }
        for number in range(draw(st.integers(2, most)))
    ]
    people = [
        {
            "id": speaker,
            "name": f"{speaker.title()} Example",
            "affiliation": "ILO",
            "available": draw(st.sampled_from(([], [], *_SPANS))),
            "away": draw(st.sampled_from(([], [], ["2026-10-29 10:00-11:00"]))),
        }
        for speaker in _PEOPLE
    ]
    wishes: list[dict[str, Any]] = [
        {"kind": "pause", "name": "Lunch", "when": "12:00-13:00"},
        {"kind": "at", "segment": "s-0", "when": "2026-10-29 09:00-12:00"},
    ]
    return SideEvent.model_validate(
        {
            "id": id_,
            "title": id_.title(),
            "timezone": "Europe/Zurich",
            "dates": ["2026-10-29", "2026-10-30"],
            "revised": "2026-10-01T09:00:00Z",
            "hours": draw(st.sampled_from((None, None, "08:00-18:00"))),
            "venues": _PLACES,
            "walks": draw(
                st.sampled_from(([], [{"between": ["palace", "mission"], "minutes": 20}]))
            ),
            "speakers": people,
            "segments": segments,
            "constraints": draw(st.lists(st.sampled_from(wishes), max_size=1)),
        }
    )
