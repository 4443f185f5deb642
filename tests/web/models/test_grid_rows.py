from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from roundtable_ical import SideEvent
from roundtable_ical.web.models.grid_rows import HALF_HOUR, floor, rows_of

Planned = Callable[..., SideEvent]


def test_rows_are_quarters_of_an_hour_in_whole_half_hours(planned: Planned) -> None:
    event = planned({"id": "a", "start": "08:15", "end": "08:45"})

    rows = rows_of(event.occurrences)

    assert (len(rows.starts), rows.unit, rows.of(*event.occurrences[0].span)) == (
        4,
        timedelta(minutes=15),
        (3, 5),
    )


def test_who_begins_in_between_makes_rows_of_five_minutes(planned: Planned) -> None:
    event = planned(
        {"id": "a", "start": "08:00", "end": "08:12"},
        {"id": "b", "start": "08:20", "end": "08:30"},
    )

    rows = rows_of(event.occurrences)

    assert [rows.of(*item.span) for item in event.occurrences] == [(2, 5), (6, 8)]


def test_a_long_empty_stretch_is_one_row_and_a_short_one_is_none(planned: Planned) -> None:
    event = planned(
        {"id": "a", "start": "08:00", "end": "08:30"},
        {"id": "b", "start": "10:30", "end": "11:00"},
        {"id": "c", "start": "14:00", "end": "14:30"},
    )

    rows = rows_of(event.occurrences)

    assert rows.folded == frozenset({12})
    assert rows.ends[12] - rows.starts[12] == timedelta(hours=3)


def test_a_half_hour_is_counted_from_midnight() -> None:
    moment = datetime(2026, 9, 24, 12, 59, tzinfo=UTC)

    assert floor(moment, HALF_HOUR) == datetime(2026, 9, 24, 12, 30, tzinfo=UTC)
