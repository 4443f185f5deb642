"""What is to be planned, as numbers."""

from roundtable_ical.scheduling.planning.problem import (
    Place,
    cost_of,
    grid_starts,
    is_moved,
    share_of,
    starts,
)
from roundtable_ical.scheduling.planning.rules import Alike, Limit, Once, Order
from tests.scheduling.planning.conftest import MakeTask, Pose


def test_starts_are_on_the_grid_of_its_days_and_where_it_is(task: MakeTask) -> None:
    one = task("one", start=70, days=((None, (45, 130)),))

    assert grid_starts(one, 30) == (60, 70, 90, 120)


def test_starts_are_those_that_every_limit_of_the_room_allows(task: MakeTask) -> None:
    one = task("one", days=((None, (0, 600)),))
    limits = [
        Limit("hours", "one", ((0, 200),)),
        Limit("open", "one", ((90, 400),), frozenset({"a"})),
        Limit("small", "one", (), frozenset({"b"})),
    ]

    assert starts(one, limits, 30) == {"a": (90, 120)}


def test_a_window_shorter_than_the_task_allows_nothing(task: MakeTask) -> None:
    assert starts(task("one"), [Limit("hours", "one", ((0, 59),))], 30) == {}


def test_a_move_counts_its_minutes_and_its_room(task: MakeTask) -> None:
    one = task("one", start=60, room="a", costs={"b": 30})

    assert [cost_of(one, Place(*place)) for place in ((60, "a"), (90, "a"), (0, "b"))] == [
        0,
        30,
        90,
    ]
    assert [is_moved(one, Place(*place)) for place in ((60, "a"), (90, "a"), (60, "b"))] == [
        False,
        True,
        True,
    ]


def test_what_has_no_time_is_moved_only_out_of_the_room_that_was_said(task: MakeTask) -> None:
    assert not is_moved(task("one"), Place(60, "b"))
    assert is_moved(task("one", room="a"), Place(60, "b"))


def test_a_part_of_the_reasons_is_a_problem_of_its_own(task: MakeTask, pose: Pose) -> None:
    one, two = task("one"), task("two")
    once = Once("one at a time", ("one", "two"))
    problem = pose(one, two, rules=(once, Order("first", "one", "two")))

    assert problem.reasons == (
        "one at a time",
        "first",
        "‘One’ takes 60 min",
        "‘Two’ takes 60 min",
    )
    assert problem.only({"one at a time", one.reason, two.reason}) == pose(one, two, rules=(once,))
    assert problem.only({"first", one.reason}) == pose(one)


def test_a_share_is_what_a_day_has_when_all_have_alike(task: MakeTask) -> None:
    tasks = {id_: task(id_) for id_ in ("one", "two", "three")}

    assert share_of(Alike("spread", ("one", "two", "three")), tasks) == 2
    assert share_of(Alike("spread", ("one", "two")), tasks) == 1
