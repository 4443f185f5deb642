"""Ways out of a clash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.waysout import taken, ways_out
from tests.scheduling.conftest import MakeEvent
from tests.scheduling.strategies import programmes


@settings(max_examples=150)
@given(one=programmes(), other=st.one_of(st.none(), programmes("month", most=4)))
def test_every_way_out_ends_its_clash_and_makes_no_other(
    one: SideEvent, other: SideEvent | None
) -> None:
    events = [one, other] if other else [one]
    before = clashes(events)
    board = Board(events)

    for clash in before:
        for way in ways_out(board, clash):
            after = clashes(taken(events, way))
            touched = {(move.event_id, move.occurrence_id) for move in way.moves}
            assert clash.key not in {each.key for each in after}
            assert [
                str(each) for each in after if touched & {side.key for side in each.sides}
            ] == []
            assert {each.key for each in after} <= {each.key for each in before}


def said(*events: SideEvent) -> list[list[str]]:
    board = Board(events)
    return [[way.says for way in ways_out(board, clash)] for clash in clashes(events)]


def test_another_room_comes_first_then_another_time_then_both(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "fixed": True},
        {"venue": "room-1", "title": "Panel"},
        {"venue": "room-2", "at": "10:00-10:30"},
        hours="09:00-11:30",
    )

    assert said(event) == [
        [
            "move s-1 to room-2",
            "move s-1 to 10:00 (+60 min)",
            "move s-1 to 10:30 (+90 min) in room-2",
        ]
    ]


def test_two_that_can_only_change_places_are_swapped(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "speakers": ["ann"], "fixed": True},
        {"venue": "room-2", "speakers": ["ann"]},
        {"venue": "room-2", "speakers": ["bob"], "at": "10:00-11:00"},
        hours="09:00-11:00",
    )

    assert said(event) == [
        [
            "move s-1 to 10:00 (+60 min) and move s-2 to 09:00 (-60 min)",
            "move s-1 to 10:00 (+60 min) in room-1",
        ]
    ]


def test_two_anchors_leave_no_way(make_event: MakeEvent) -> None:
    event = make_event({"venue": "room-1", "fixed": True}, {"venue": "room-1", "fixed": True})

    assert said(event) == [[]]


def test_a_room_that_is_too_small_is_left_for_a_larger_one_alone(make_event: MakeEvent) -> None:
    venues = [
        {"id": "small", "name": "Small", "capacity": 10},
        {"id": "middle", "name": "Middle", "capacity": 40},
        {"id": "large", "name": "Large", "capacity": 80},
    ]
    event = make_event({"venue": "small", "audience": 50}, venues=venues)

    assert said(event) == [["move s-0 to large"]]


def test_what_moves_is_taken_as_it_was_offered(make_event: MakeEvent) -> None:
    event = make_event({"venue": "room-1"}, {"venue": "room-1", "at": "09:30-10:30"})
    [clash] = clashes([event])
    way = ways_out(Board([event]), clash)[0]

    [found] = taken([event], way)

    assert way.as_json() == {
        "says": "move s-1 to room-2",
        "moves": [
            {
                "event": "week",
                "segment": "s-1",
                "start": "2026-10-29T09:30:00+01:00",
                "end": "2026-10-29T10:30:00+01:00",
                "venue": "room-2",
            }
        ],
    }
    assert [segment.venue for segment in found.segments] == ["room-1", "room-2"]


def test_of_two_events_it_is_said_which_one_gives_way(make_event: MakeEvent) -> None:
    here = make_event({"venue": "room-1"})
    there = here.model_copy(update={"id": "other"})
    events = [here, there]
    [clash] = clashes(events)

    ways = ways_out(Board(events), clash)

    assert (ways[0].says, ways[0].moves[0].event_id) == ("move week/s-0 to room-2", "week")
