"""Rooms that are never in use at the same time share a column; neighbours first."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.web.models.grid_rooms import Group, room_of, shared

Planned = Callable[..., SideEvent]
HOUSES = {"chamber": "un", "lobby": "un", "hall": "ilo", "annexe": "ilo", "line": "line"}


@pytest.fixture
def grouped(planned: Planned) -> Callable[..., tuple[Group, ...] | None]:
    """Return a function that groups rooms, each booked as ``"room 08:00 09:00"``."""

    def group(*bookings: str, most: int) -> tuple[Group, ...] | None:
        segments = [_booked(booking, n) for n, booking in enumerate(bookings)]
        venues = [{"id": id_, "name": id_} for id_ in HOUSES]
        items = planned(*segments, venues=venues).occurrences
        used = {room_of(item) for item in items}
        return shared(items, [id_ for id_ in HOUSES if id_ in used], HOUSES, most)

    return group


def _booked(booking: str, number: int) -> dict[str, Any]:
    venue, start, end = booking.split()
    return {"id": f"item-{number}", "venue": venue, "start": start, "end": end}


def test_few_rooms_have_a_column_each(grouped: Callable[..., object]) -> None:
    found = grouped("chamber 08:00 09:00", "lobby 10:00 11:00", most=2)

    assert found == (("chamber",), ("lobby",))


def test_of_many_rooms_those_of_a_house_share_where_they_never_meet(
    grouped: Callable[..., object],
) -> None:
    found = grouped(
        "chamber 08:00 09:00",
        "lobby 09:00 10:00",
        "hall 08:00 09:00",
        "annexe 08:30 09:30",
        most=3,
    )

    assert found == (("chamber", "lobby"), ("hall",), ("annexe",))


def test_a_house_joins_another_only_where_no_column_is_left(grouped: Callable[..., object]) -> None:
    found = grouped("chamber 08:00 09:00", "hall 08:30 09:30", "line 10:00 11:00", most=2)

    assert found == (("chamber",), ("hall", "line"))


def test_too_much_at_once_has_no_columns(grouped: Callable[..., object]) -> None:
    found = grouped("chamber 08:00 09:00", "hall 08:30 09:30", "line 08:45 11:00", most=2)

    assert found is None


def test_an_item_without_a_venue_is_in_no_room(planned: Planned) -> None:
    [item] = planned({"id": "a", "start": "08:00", "end": "08:30"}).occurrences

    assert room_of(item) == ""
