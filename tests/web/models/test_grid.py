"""Rooms in parallel: nothing overlaps, nothing is cut off, long gaps fold."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.web.models.agenda import Agenda
from roundtable_ical.web.models.grid import Clock, Grid, grid
from roundtable_ical.web.models.said import Voice

Planned = Callable[..., SideEvent]
Voices = Callable[..., Voice]
VENUES = [
    {"id": "hall", "name": "Palais", "room": "Hall", "city": "New York"},
    {"id": "lobby", "name": "Lobby", "city": "New York"},
    {"id": "tower", "name": "Tower", "city": "Geneva", "timezone": "Europe/Zurich"},
]
AREA = re.compile(r"#s-([\w-]+)\{grid-area:(\d+)/(\d+)/(\d+)/(\d+)\}")


def at(venue: str, start: str, end: str, id_: str = "") -> dict[str, Any]:
    name = id_ or f"{venue}-{start.replace(':', '')}"
    return {"id": name, "title": name, "venue": venue, "start": start, "end": end}


def laid(event: SideEvent, say: Voice) -> Grid | None:
    agenda = Agenda(event, say)
    [day] = agenda.days()
    return grid(agenda, day)


def areas(found: Grid) -> dict[str, tuple[int, ...]]:
    return {match[1]: tuple(map(int, match.groups()[1:])) for match in AREA.finditer(found.css)}


@pytest.fixture
def parallel(planned: Planned) -> SideEvent:
    return planned(
        at("hall", "08:00", "09:00"),
        at("lobby", "08:30", "09:15"),
        at("hall", "12:00", "12:30"),
        venues=VENUES,
    )


def test_each_room_is_a_column_and_each_quarter_of_an_hour_a_row(
    parallel: SideEvent, voice: Voices
) -> None:
    found = laid(parallel, voice())

    assert found is not None
    assert [room.name.text for room in found.rooms] == ["Hall", "Lobby"]
    assert not found.shared
    assert areas(found) == {
        "hall-0800": (2, 2, 6, 3),
        "lobby-0830": (4, 3, 7, 4),
        "hall-1200": (9, 2, 11, 3),
    }


def test_a_long_gap_folds_and_says_until_when(parallel: SideEvent, voice: Voices) -> None:
    found = laid(parallel, voice())

    assert found is not None
    assert [fold.times for fold in found.folds] == [(("12:00", "New York"),)]
    assert [tick.times for tick in found.ticks] == [
        ("08:00",),
        ("08:30",),
        ("09:00",),
        ("12:00",),
    ]


def test_two_cities_have_two_clocks_the_busier_first(planned: Planned, voice: Voices) -> None:
    event = planned(
        at("tower", "14:00", "15:00"),
        at("hall", "08:00", "09:00"),
        at("hall", "09:00", "10:00"),
        venues=VENUES,
    )

    found = laid(event, voice())

    assert found is not None
    assert found.clocks == (
        Clock(city="New York", offset="UTC−4"),
        Clock(city="Geneva", offset="UTC+2"),
    )
    assert found.ticks[0].times == ("08:00", "14:00")


def test_the_readers_clock_stands_beside_a_single_one(parallel: SideEvent, voice: Voices) -> None:
    found = laid(parallel, voice(tz="Tokyo"))

    assert found is not None
    assert [clock.city for clock in found.clocks] == ["New York", "Tokyo"]


def test_who_clashes_in_a_room_stands_side_by_side(planned: Planned, voice: Voices) -> None:
    event = planned(
        at("hall", "08:00", "09:00"),
        at("hall", "08:30", "09:30"),
        at("lobby", "08:00", "08:15"),
        venues=VENUES,
    )

    found = laid(event, voice())

    assert found is not None
    columns = {id_: area[1] for id_, area in areas(found).items()}
    assert columns == {"hall-0800": 2, "hall-0830": 3, "lobby-0800": 4}


@pytest.mark.parametrize("rooms", [1, 5])
def test_one_room_or_too_many_at_once_are_a_list(
    planned: Planned, voice: Voices, rooms: int
) -> None:
    venues = [{"id": f"room-{n}", "name": f"Room {n}"} for n in range(rooms)]
    event = planned(*(at(f"room-{n}", "08:00", "09:00") for n in range(rooms)), venues=venues)

    assert laid(event, voice()) is None


def test_rooms_that_share_a_column_are_headed_by_their_house(
    planned: Planned, voice: Voices
) -> None:
    rooms = [{"id": f"room-{n}", "name": f"Room {n}"} for n in range(4)]
    event = planned(
        *(at(f"room-{n}", f"{8 + n:02}:00", f"{9 + n:02}:00") for n in range(4)),
        at("tower", "14:00", "15:00"),
        venues=[{"id": "palais", "name": "Palais", "city": "New York", "rooms": rooms}, VENUES[2]],
    )

    found = laid(event, voice())

    assert found is not None
    assert [(head.city.text, head.name.text, head.place.text) for head in found.rooms] == [
        ("New York", "Palais", ""),
        ("Geneva", "Tower", ""),
    ]
    assert found.shared


MINUTES = st.integers(min_value=0, max_value=23 * 60)
ITEMS = st.lists(
    st.tuples(st.sampled_from(["hall", "lobby"]), MINUTES, st.integers(5, 55)),
    min_size=2,
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=ITEMS)
def test_no_two_items_share_a_cell(
    planned: Planned, voice: Voices, items: list[tuple[str, int, int]]
) -> None:
    segments = [
        {
            "id": f"item-{n}",
            "title": "x",
            "venue": venue,
            "start": f"{start // 60:02}:{start % 60:02}",
            "minutes": length,
        }
        for n, (venue, start, length) in enumerate(items)
    ]

    found = laid(planned(*segments, venues=VENUES), voice())

    if found is not None:
        cells = [
            (row, column)
            for top, first, bottom, last in areas(found).values()
            for row in range(top, bottom)
            for column in range(first, last)
        ]
        assert len(areas(found)) == len(items)
        assert len(cells) == len(set(cells))
