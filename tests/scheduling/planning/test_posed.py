"""The whole problem of a programme."""

import pytest

from roundtable_ical.scheduling.planning.posed import finer, posed
from roundtable_ical.scheduling.planning.stated import Stated
from tests.scheduling.conftest import MakeEvent


@pytest.mark.parametrize(
    ("hours", "grid"), [("09:15-10:00", 15), ("09:10-10:00", 5), ("09:07-09:10", 1)]
)
def test_new_starts_are_as_round_as_those_that_are_there(
    make_event: MakeEvent, hours: str, grid: int
) -> None:
    assert posed(Stated(make_event({}, {"at": hours}))).grid == grid


def test_every_sort_of_reason_is_in_it(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "speakers": ["ann"], "fixed": True},
        {"venue": "mission", "speakers": ["ann"], "at": "11:00-12:00"},
        constraints=[
            {"kind": "before", "segments": ["s-0", "s-1"]},
            {"kind": "same-day", "segments": ["s-0", "s-1"], "hard": False, "weight": 3},
        ],
    )

    problem = posed(Stated(event))

    assert problem.reasons == (
        "‘Segment 0’ is fixed at 2026-10-29 09:00 in Room 1",
        "where no hours are stated, 08:00 to 18:00 and what is there now count",
        "Room 1 holds one thing at a time",
        "Room 2 holds one thing at a time",
        "Mission holds one thing at a time",
        "Ann Example is in one place at a time",
        "Ann Example needs 16 min from ‘Segment 0’ to ‘Segment 1’ or back",
        "‘Segment 0’ comes before ‘Segment 1’",
        "‘Segment 0’ takes 60 min",
        "‘Segment 1’ takes 60 min",
    )
    assert [soft.weight for soft in problem.soft] == [3]


@pytest.mark.parametrize(("segments", "grid"), [(1, 1), (400, 5), (2000, None)])
def test_a_finer_grid_is_as_fine_as_can_be_looked_through(
    make_event: MakeEvent, segments: int, grid: int | None
) -> None:
    problem = posed(Stated(make_event(*[{}] * segments)))

    closer = finer(problem)

    assert (closer.grid if closer else None) == grid


def test_the_finest_grid_has_no_finer_one(make_event: MakeEvent) -> None:
    assert finer(posed(Stated(make_event({"at": "09:07-09:10"})))) is None
