"""Items that move earlier."""

from typing import Any

from roundtable_ical import Fit, SideEvent
from roundtable_ical.scheduling.pulls import compacted, led, pulled
from roundtable_ical.scheduling.timetable import Item, timetable
from roundtable_ical.testing.programmes import values


def day(*segments: dict[str, Any], **room: Any) -> tuple[SideEvent, list[Item]]:
    listed = [{"id": f"s-{at}", "title": "S", **each} for at, each in enumerate(segments)]
    venues = [{"id": "hall", "name": "Hall", **room}]
    event = SideEvent.model_validate(values(segments=listed, venues=venues))
    return event, list(timetable(event).values())


def at(start: str, minutes: int, **changes: Any) -> dict[str, Any]:
    return {"start": start, "minutes": minutes, **changes}


def told(items: tuple[Item, ...]) -> list[str]:
    return [f"{each.id} {each.start.astimezone(each.zone):%H:%M} {each.minutes}" for each in items]


def test_what_follows_moves_as_far_as_it_may_and_breaks_do_not_grow() -> None:
    event, (first, *follows) = day(at("09:00", 30), at("09:40", 30, kind="break"), at("10:10", 30))

    assert told(pulled(event, [first], follows, 20)) == ["s-1 09:30 30", "s-2 10:00 30"]


def test_nothing_moves_past_what_is_fixed() -> None:
    event, items = day(at("09:40", 20), at("10:00", 30, fixed=True), at("10:30", 30))

    assert told(pulled(event, [], items, 20)) == ["s-0 09:20 20"]


def test_a_closed_room_is_not_entered() -> None:
    event, items = day(at("09:10", 20), at("14:05", 30), hours=["09:00-12:00", "14:00-18:00"])

    assert told(pulled(event, [], items, 20)) == ["s-0 09:00 20", "s-1 14:00 30"]
    assert told(compacted(event, items)) == ["s-1 14:00 30"]


def test_free_time_is_closed_and_what_runs_beside_keeps_beside() -> None:
    event, items = day(at("09:00", 30), at("10:00", 60), at("10:20", 10), at("11:30", 30))

    assert told(compacted(event, items)) == ["s-1 09:30 60", "s-2 09:50 10", "s-3 10:30 30"]


def test_the_one_before_must_have_ended_or_gives() -> None:
    event, (before, lead, after) = day(at("09:00", 30), at("09:35", 30), at("10:05", 30))

    fine, early = (led(event, [before], lead, [after], minutes) for minutes in (5, 10))

    assert (told(fine.items), fine.excess) == (["s-1 09:30 30", "s-2 10:00 30"], None)
    assert early.excess is not None
    assert (early.excess.minutes, early.excess.late, str(early.excess.bound)) == (
        5,
        False,
        "09:30, when 's-0' ends",
    )
    assert {fit: told(way or ()) for fit, way in early.ways.items()} == {
        Fit.SHORTEN: ["s-0 09:00 25", "s-1 09:25 30", "s-2 09:55 30"],
        Fit.DROP: ["s-0 09:00 30", "s-1 09:25 30", "s-2 09:55 30"],
        Fit.OVERRUN: ["s-1 09:25 30", "s-2 09:55 30"],
    }


def test_a_fixed_one_before_does_not_give() -> None:
    event, (before, lead) = day(at("09:00", 30, fixed=True), at("09:35", 30))

    early = led(event, [before], lead, [], 10)

    assert {fit: told(way or ()) for fit, way in early.ways.items()} == {
        Fit.SHORTEN: [],
        Fit.DROP: [],
        Fit.OVERRUN: ["s-1 09:25 30"],
    }


def test_nothing_begins_on_the_day_before() -> None:
    event, (lead,) = day(at("00:10", 30))

    early = led(event, [], lead, [], 20)

    assert early.excess is not None
    assert (early.excess.minutes, str(early.excess.bound)) == (10, "00:00, when the day begins")
