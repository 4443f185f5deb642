from typing import Any

from roundtable_ical import SideEvent
from roundtable_ical.programme.bookings import MOST, double_bookings, paths_of


def event(segments: list[dict[str, Any]]) -> SideEvent:
    """Return an event in one hall, with two people."""
    return SideEvent.model_validate(
        {
            "id": "event", "title": "Event", "timezone": "Europe/Zurich", "date": "2026-10-22",
            "revised": "2026-09-01T12:00:00Z", "venues": [{"id": "hall", "name": "Hall"}],
            "speakers": [{"id": "guy", "name": "Guy"}, {"id": "seat", "label": "A delegate"}],
            "segments": segments,
        }
    )  # fmt: skip


def segment(id_: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    """Return a segment."""
    return {"id": id_, "title": id_, "start": start, "end": end} | more


def test_one_room_twice_is_told_at_the_later_one() -> None:
    found = list(
        double_bookings(event([segment("a", "08:00", "09:00"), segment("b", "08:30", "10:00")]))
    )

    assert [(problem.code, problem.where.field) for problem in found] == [
        ("room-overlap", "segments[1].start")
    ]


def test_touching_ends_share_no_moment() -> None:
    segments = [segment("a", "08:00", "09:00"), segment("b", "09:00", "10:00")]

    assert list(double_bookings(event(segments))) == []


def test_a_cancelled_segment_takes_no_room() -> None:
    segments = [segment("a", "08:00", "09:00", status="cancelled"), segment("b", "08:30", "10:00")]

    assert list(double_bookings(event(segments))) == []


def test_a_person_is_in_one_place_and_a_nameless_seat_in_any() -> None:
    segments = [
        segment("a", "08:00", "09:00", speakers=["guy", "seat"]),
        segment("b", "08:30", "10:00", speakers=["guy", "seat"]),
    ]

    codes = [problem.code for problem in double_bookings(event(segments))]

    assert codes == ["room-overlap", "speaker-overlap"]


def test_people_are_told_in_the_order_of_the_agenda() -> None:
    """A set would have an order of its own in every process."""
    people = [f"person-{n}" for n in range(20)]
    segments = [
        segment("a", "08:00", "09:00", speakers=people),
        segment("b", "08:30", "10:00", speakers=people),
    ]
    speakers = [{"id": id_, "name": id_} for id_ in people]
    values = event([]).model_dump() | {"speakers": speakers, "segments": segments}

    found = double_bookings(SideEvent.model_validate(values))

    told = [each.message.split("'")[1] for each in found if each.code == "speaker-overlap"]
    assert told == people


def test_a_thousand_clashes_are_not_all_told() -> None:
    segments = [segment(f"s-{n}", "08:00", "09:00") for n in range(100)]

    assert len(list(double_bookings(event(segments)))) == MOST


def test_every_day_of_a_series_is_found_in_its_segment() -> None:
    repeat = {"rule": "FREQ=DAILY;COUNT=2"}

    found = paths_of(event([segment("a", "08:00", "09:00", repeat=repeat)]))

    assert found == {"a-20261022": ("segments", 0), "a-20261023": ("segments", 0)}
