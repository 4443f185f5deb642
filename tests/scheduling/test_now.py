"""What runs, what is late, and what comes next."""

from datetime import datetime

from roundtable_ical.scheduling.now import Now, Turn, now
from roundtable_ical.zones import zone
from tests.scheduling.conftest import MakeEvent

ZURICH = zone("Europe/Zurich")


def at(words: str) -> datetime:
    return datetime.fromisoformat(f"2026-10-{words}").replace(tzinfo=ZURICH)


def ids(turns: tuple[Turn, ...]) -> list[tuple[str, int, int]]:
    return [(turn.item.id, turn.minutes, turn.late) for turn in turns]


def test_what_runs_is_told_with_the_minutes_left_and_next_the_first_in_each_room(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        {"venue": "room-1", "at": "09:00-10:00"},
        {"venue": "room-2", "at": "09:00-09:30"},
        {"venue": "room-1", "at": "10:00-11:00"},
        {"venue": "room-1", "at": "11:00-12:00"},
        {"venue": "room-2", "at": "11:00-12:00"},
        {"venue": "mission", "at": "09:45-10:00", "status": "cancelled"},
    )

    found = now(event, at("29T09:20"))

    assert ids(found.running) == [("s-1", 10, 0), ("s-0", 40, 0)]
    assert ids(found.next) == [("s-2", 40, 0), ("s-4", 100, 0)]
    assert found.late == ()


def test_an_end_is_the_first_moment_after(make_event: MakeEvent) -> None:
    event = make_event({"at": "09:00-10:00"}, {"at": "10:00-11:00"})

    assert ids(now(event, at("29T10:00")).running) == [("s-1", 60, 0)]


def test_what_begins_later_than_announced_is_late(make_event: MakeEvent) -> None:
    announced = make_event({"at": "09:00-10:00"}, {"at": "10:00-11:00"}, {"at": "11:00-12:00"})
    event = make_event({"at": "09:10-10:10"}, {"at": "10:10-11:00"}, {"at": "10:50-12:00"})

    found = now(event, at("29T09:20"), announced)

    assert ids(found.late) == [("s-0", 50, 10), ("s-1", 50, 10)]
    assert ids(found.next) == [("s-1", 50, 10)]


def test_tomorrows_first_comes_next_when_today_nothing_is_left(make_event: MakeEvent) -> None:
    event = make_event({"date": "2026-10-29"}, {"date": "2026-10-30"}, date=None)

    assert ids(now(event, at("29T20:00")).next) == [("s-1", 13 * 60, 0)]
    assert now(event, at("31T20:00")) == Now(moment=at("31T20:00"), running=(), late=(), next=())


def test_it_is_told_to_programs_in_the_clock_of_the_venue(make_event: MakeEvent) -> None:
    event = make_event({"venue": "room-1"})

    found = now(event, at("29T08:59")).as_json()

    turn = {
        "segment": "s-0",
        "title": "Segment 0",
        "status": "confirmed",
        "venue": "room-1",
        "start": "2026-10-29T09:00:00+01:00",
        "end": "2026-10-29T10:00:00+01:00",
        "minutes": 1,
        "late": 0,
    }
    moment = "2026-10-29T08:59:00+01:00"
    assert found == {"moment": moment, "running": [], "late": [], "next": [turn]}
