"""The agenda as spans, and a programme with its spans moved."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.exporters.yaml import written
from roundtable_ical.programme.segments import Kind
from roundtable_ical.scheduling.timetable import Item, item_of, timetable, with_items
from roundtable_ical.testing.programmes import values
from tests.scheduling.agendas import agendas


def event(*segments: dict[str, Any], **changes: Any) -> SideEvent:
    listed = [{"id": f"s-{at}", "title": "S", **each} for at, each in enumerate(segments)]
    return SideEvent.model_validate(values(segments=listed, **changes))


def later(before: SideEvent, minutes: int, longer: int = 0) -> dict[str, Any]:
    """Return what the first segment says when it is later."""
    (item, *_) = timetable(before).values()
    after = with_items(before, [item.moved(minutes, longer=longer)])
    shown = after.segments[0].model_dump(mode="json", exclude_defaults=True)
    return {name: value for name, value in shown.items() if name not in {"id", "title"}}


def test_an_item_is_a_segment_as_far_as_times_go() -> None:
    before = event(
        {"start": "08:15", "end": "08:45", "kind": "break", "venue": "hall", "least": 10}
    )

    (item,) = timetable(before).values()

    (occurrence,) = before.occurrences
    assert item == item_of(occurrence)
    assert (item.id, item.kind, item.room, item.minutes) == ("s-0", Kind.BREAK, "hall", 30)
    assert (item.gives_way, item.shortest, item.least, str(item.day)) == (
        True,
        10,
        10,
        "2026-09-24",
    )


def test_what_is_cancelled_is_nowhere() -> None:
    before = event({"start": "08:15", "end": "08:45", "status": "cancelled"})

    assert timetable(before) == {}


@pytest.mark.parametrize(
    ("written_as", "expected"),
    [
        ({"start": "08:15", "end": "08:45"}, {"start": "08:25", "end": "09:00"}),
        ({"start": "08:15", "minutes": 30}, {"start": "08:25", "minutes": 35}),
        (
            {"start": "2026-09-24 08:15", "end": "2026-09-24 08:45"},
            {"start": "2026-09-24 08:25", "end": "2026-09-24 09:00"},
        ),
        (
            {"date": "2026-09-24", "start": "08:15", "end": "08:45", "open_end": True},
            {"date": "2026-09-24", "start": "08:25", "end": "09:00", "open_end": True},
        ),
    ],
)
def test_times_are_written_as_they_were(
    written_as: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert later(event(written_as), 10, longer=5) == expected


def test_another_day_is_written_where_the_day_was() -> None:
    late = event({"start": "23:30", "end": "23:50"})

    assert later(late, 60) == {"date": "2026-09-25", "start": "00:30", "end": "00:50"}
    assert later(late, 20) == {"start": "23:50", "end": "2026-09-25 00:10"}


def test_the_clock_shows_a_time_twice_and_the_second_one_is_meant() -> None:
    night = event({"start": "00:50", "minutes": 30, "fold": "first"}, date="2026-11-01")

    assert later(night, 20) == {"start": "01:10", "minutes": 30, "fold": "first"}
    assert later(night, 80) == {"start": "01:10", "minutes": 30, "fold": "second"}
    assert later(night, 180) == {"start": "02:50", "minutes": 30}


def test_an_end_in_the_second_pass_of_a_start_in_the_first_is_a_length() -> None:
    night = event({"start": "00:30", "end": "01:20", "fold": "first"}, date="2026-11-01")

    assert later(night, 40, longer=10) == {"start": "01:10", "minutes": 60, "fold": "first"}


def test_one_day_of_a_series_is_changed_by_itself() -> None:
    series = {"start": "08:15", "end": "08:45", "repeat": {"rule": "FREQ=DAILY;COUNT=3"}}
    before = event({**series, "open_end": True})
    second = timetable(before)["s-0-20260925"]

    after = with_items(before, [second.moved(10)])

    shown = after.segments[0].model_dump(mode="json", exclude_defaults=True)["repeat"]["changes"]
    assert shown == {"2026-09-25": {"start": "08:25", "end": "08:55", "open_end": True}}
    assert [each.segment.open_end for each in after.occurrences] == [True, True, True]
    back = with_items(after, [replace(second, room=second.room)])
    assert [each.span for each in back.occurrences] == [each.span for each in before.occurrences]


def test_one_day_of_a_series_is_cancelled_by_itself() -> None:
    before = event({"start": "08:15", "minutes": 30, "repeat": {"rule": "FREQ=DAILY;COUNT=2"}})

    after = with_items(before, [timetable(before)["s-0-20260925"].left_out()])

    assert [each.cancelled for each in after.occurrences] == [False, True]


def test_a_room_on_another_clock_is_written_on_that_clock() -> None:
    rooms = [
        {"id": "hall", "name": "Hall"},
        {"id": "geneva", "name": "Geneva", "timezone": "Europe/Zurich"},
    ]
    before = event({"start": "08:15", "minutes": 30, "venue": "hall"}, venues=rooms)
    (item,) = timetable(before).values()

    after = with_items(before, [replace(item, room="geneva")])

    (occurrence,) = after.occurrences
    assert (occurrence.span, f"{occurrence.start:%H:%M}") == ((item.start, item.end), "14:15")


def test_what_does_not_move_is_the_same_event() -> None:
    before = event({"start": "08:15", "minutes": 30})

    assert with_items(before, timetable(before).values()) is before


@given(agendas(), st.data())
def test_what_is_said_is_what_was_meant(before: SideEvent, data: st.DataObject) -> None:
    known = timetable(before)
    moved = {
        id_: item.moved(
            data.draw(st.integers(-90, 90)), longer=data.draw(st.integers(1 - item.minutes, 60))
        )
        for id_, item in known.items()
        if data.draw(st.booleans())
    }

    after = with_items(before, moved.values())

    def times(items: dict[str, Item]) -> dict[str, tuple[object, ...]]:
        return {id_: (item.start, item.end, item.room) for id_, item in items.items()}

    assert times(timetable(after)) == times({**known, **moved})
    assert written(after)
