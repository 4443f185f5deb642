"""A delay going down a room."""

from datetime import timedelta
from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.scheduling.runs import ANY, Run, laid, run
from roundtable_ical.scheduling.timetable import timetable
from roundtable_ical.testing.programmes import values


def late(minutes: int, *segments: dict[str, Any], **wanted: Any) -> Run:
    """Return the run of a day whose first item is *minutes* late."""
    listed = [{"id": f"s-{at}", "title": "S", **each} for at, each in enumerate(segments)]
    event = SideEvent.model_validate(values(segments=listed))
    first, *follows = timetable(event).values()
    return run(
        event,
        follows,
        carry=minutes,
        ends=first.end,
        lead=first.moved(minutes),
        was=first,
        **wanted,
    )


def at(start: str, minutes: int, **changes: Any) -> dict[str, Any]:
    return {"start": start, "minutes": minutes, **changes}


def moved(found: Run, **wanted: Any) -> list[tuple[str, int, int]]:
    """Return what moved, by how much, and its length."""
    planned = {each.id: each for each in found.later}
    return [
        (each.id, (each.start - planned[each.id].start) // timedelta(minutes=1), each.minutes)
        for each in laid(found, **wanted).items
        if each.id in planned
    ]


def test_what_follows_is_as_late_and_free_time_stays() -> None:
    found = late(10, at("09:00", 30), at("09:45", 30), at("10:15", 30))

    assert moved(found) == [("s-1", 10, 30), ("s-2", 10, 30)]


def test_free_time_is_used_up_as_far_as_it_may_be_the_earliest_first() -> None:
    found = late(10, at("09:00", 30), at("09:36", 24), at("10:06", 30), at("11:00", 30))

    assert moved(found, spare=ANY) == [("s-1", 4, 24), ("s-2", 0, 30), ("s-3", 0, 30)]
    assert moved(found, spare=7) == [("s-1", 4, 24), ("s-2", 3, 30), ("s-3", 3, 30)]


def test_what_runs_beside_another_gives_no_way() -> None:
    lunch = at("09:30", 60, kind="meal")
    beside = late(10, at("09:00", 30), lunch, at("10:00", 30), at("10:30", 30))
    alone = late(10, at("09:00", 30), lunch, at("10:30", 30))

    assert moved(beside) == [("s-1", 10, 60), ("s-2", 10, 30), ("s-3", 10, 30)]
    assert moved(alone) == [("s-1", 10, 50), ("s-2", 0, 30)]


def test_a_fixed_one_beside_what_moves_does_not_end_it() -> None:
    found = late(10, at("09:00", 60), at("09:20", 10, fixed=True), at("10:00", 30))

    assert moved(found) == [("s-2", 10, 30)]
    assert [each.id for each in found.stays] == ["s-1"]


def test_what_goes_too_far_is_told_in_order_with_why() -> None:
    found = laid(late(50, at("22:00", 30), at("22:30", 30), at("23:00", 30, fixed=True)))

    assert [(each.id, each.minutes, str(each.bound)) for each in found.excess] == [
        ("s-0", 20, "23:00, when 's-2' begins, which is fixed"),
        ("s-1", 50, "23:00, when 's-2' begins, which is fixed"),
    ]
    assert found.worst.id == "s-1"


def test_what_is_cut_or_left_out_makes_room() -> None:
    found = late(10, at("09:00", 30), at("09:30", 30), at("10:00", 30))

    assert moved(found, cut={"s-1": 4}) == [("s-1", 10, 26), ("s-2", 6, 30)]
    assert moved(found, dropped={"s-1"}) == [("s-1", 0, 30), ("s-2", 0, 30)]


def test_nothing_is_pushed_where_only_the_lead_moves() -> None:
    found = late(10, at("09:00", 30), at("09:30", 30), pushes=False)

    assert (moved(found), [each.id for each in found.stays]) == ([], ["s-1"])
