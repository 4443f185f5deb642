"""A clash as a value: in words, for programs, and the same in another scan."""

from dataclasses import replace

from roundtable_ical.scheduling.found import Clash, ClashKind, Side
from tests.scheduling.conftest import MakeEvent


def test_a_clash_says_for_programs_what_it_says_in_words(make_event: MakeEvent) -> None:
    event = make_event({"venue": "room-1", "fixed": True}, {"venue": "room-2"})
    one, other = (Side(event, item) for item in event.occurrences)
    clash = Clash(
        kind=ClashKind.ROOM,
        one=one,
        other=other,
        what="room-1",
        called="Room 1",
        minutes=60,
        score=0.934,
    )

    sides = [
        {
            "event": "week",
            "segment": f"s-{number}",
            "title": f"Segment {number}",
            "start": "2026-10-29T09:00:00+01:00",
            "end": "2026-10-29T10:00:00+01:00",
            "venue": f"room-{number + 1}",
            "fixed": number == 0,
        }
        for number in (0, 1)
    ]
    assert clash.as_json() == {
        "kind": "room-twice",
        "what": "room-1",
        "called": "Room 1",
        "minutes": 60,
        "score": 0.93,
        "matched_by": "name",
        "detail": "",
        "anchor": "s-0",
        "sides": sides,
        "says": "Room 1 is booked twice for 60 min: "
        "week/s-0 2026-10-29 09:00-10:00 in room-1, fixed and "
        "week/s-1 2026-10-29 09:00-10:00 in room-2 "
        "(the same by name and place, 93% sure); against the anchor 's-0'",
    }


def test_it_is_the_same_whichever_side_comes_first(make_event: MakeEvent) -> None:
    event = make_event({}, {})
    one, other = (Side(event, item) for item in event.occurrences)
    clash = Clash(kind=ClashKind.PERSON, one=one, other=other, what="ann")

    assert clash.key == replace(clash, one=other, other=one, minutes=5).key
