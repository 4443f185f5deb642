"""Ways out of a clash."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.board import Board
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.waysout import taken, ways_out
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
            assert [str(each) for each in after if touched & {side.key for side in each.sides}] == []
            assert {each.key for each in after} <= {each.key for each in before}
