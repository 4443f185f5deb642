"""When one segment could be instead."""

from itertools import islice
from typing import Any

import pytest

from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.gaps import starts
from tests.scheduling.conftest import PEOPLE, MakeEvent


def offered(make_event: MakeEvent, *segments: dict[str, Any], **event: Any) -> list[str]:
    made = make_event(*segments, **event)
    board = Board([made])
    [booking] = [each for each in board.bookings if each.item.id == "s-0"]
    return [
        f"{start.astimezone(made.timezone):%a %H:%M}" for start in islice(starts(board, booking), 4)
    ]


@pytest.mark.parametrize(
    ("others", "event", "found"),
    [
        ([], {"hours": "09:00-10:30"}, []),
        ([{"at": "09:00-10:00"}], {"hours": "09:00-12:00"}, ["Thu 10:00"]),
        ([{"at": "09:30-10:32"}], {"hours": "08:00-12:00"}, ["Thu 08:30", "Thu 10:35"]),
        ([{"at": "09:00-10:32"}], {"hours": "09:00-11:32"}, ["Thu 10:32"]),
        (
            [{"at": "09:00-10:00"}],
            {"hours": "09:00-10:30", "dates": ["2026-10-30"]},
            ["Fri 09:00"],
        ),
    ],
)
def test_the_nearest_free_starts_come_first_in_round_minutes(
    make_event: MakeEvent,
    others: list[dict[str, Any]],
    event: dict[str, Any],
    found: list[str],
) -> None:
    room, day = {"venue": "room-1"}, {"date": "2026-10-29"}
    segments = [each | room | day for each in ({}, *others)]

    assert offered(make_event, *segments, **event) == found


def test_its_people_are_not_elsewhere_nor_on_their_way(make_event: MakeEvent) -> None:
    found = offered(
        make_event,
        {"venue": "room-1", "speakers": ["ann"]},
        {"venue": "mission", "speakers": ["ann"], "at": "09:00-10:00"},
        hours="08:00-13:00",
    )

    assert found == ["Thu 10:20"]


def test_absences_windows_and_pauses_are_kept(make_event: MakeEvent) -> None:
    found = offered(
        make_event,
        {"speakers": ["ann"]},
        {"speakers": ["ann"]},
        hours="08:00-18:00",
        speakers=[PEOPLE[0] | {"away": "2026-10-29 10:00-11:00"}],
        constraints=[
            {"kind": "at", "segment": "s-0", "when": "10:00-17:00"},
            {"kind": "pause", "name": "Lunch", "when": "12:00-14:00"},
        ],
    )

    assert found == ["Thu 11:00", "Thu 14:00"]
