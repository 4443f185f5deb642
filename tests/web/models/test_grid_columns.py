from collections.abc import Callable

from roundtable_ical import SideEvent
from roundtable_ical.web.models.grid_columns import Area, columns_of
from roundtable_ical.web.models.grid_rows import rows_of


def test_a_room_that_is_booked_twice_is_as_wide_as_it_must_be(
    planned: Callable[..., SideEvent],
) -> None:
    event = planned(
        {"id": "a", "start": "08:00", "end": "08:30", "venue": "hall"},
        {"id": "b", "start": "08:15", "end": "08:45", "venue": "hall"},
        {"id": "c", "start": "08:45", "end": "09:00", "venue": "hall"},
        {"id": "d", "start": "08:00", "end": "08:15", "venue": "lobby"},
        venues=[{"id": "hall", "name": "Hall"}, {"id": "lobby", "name": "Lobby"}],
    )

    found = columns_of(event.occurrences, [("hall",), ("lobby",)], rows_of(event.occurrences))

    assert (found.groups, found.count) == (((0, 2), (2, 1)), 3)
    assert found.areas == {
        "a": Area(top=2, bottom=4, left=0, right=1),
        "b": Area(top=3, bottom=5, left=1, right=2),
        "c": Area(top=5, bottom=6, left=0, right=2),
        "d": Area(top=2, bottom=3, left=2, right=3),
    }
