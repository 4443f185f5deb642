"""Why there is no plan."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings

from roundtable_ical.scheduling.planning.contradictions import Contradiction, contradiction
from roundtable_ical.scheduling.planning.problem import Problem
from roundtable_ical.scheduling.planning.rules import Limit, Once, Order, Way
from tests.scheduling.planning.conftest import DAY, MakeTask, Pose
from tests.scheduling.planning.small import is_possible, small


def test_one_that_can_be_nowhere_is_told_by_its_own_limits(task: MakeTask, pose: Pose) -> None:
    rules = (
        Limit("‘One’ is fixed at 09:00 in Hall A", "one", ((540, 600),)),
        Limit("‘One’ is fixed at 09:00 in Hall A", "one", (), frozenset({"b"})),
        Limit("Hall A is open only 10:00-18:00", "one", ((600, 1080),), frozenset({"a"})),
        Limit("the event's hours are 08:00-20:00", "one", ((480, 1200),)),
    )

    found = contradiction(pose(task("one"), rules=rules), seconds=10, seed=0)

    assert str(found) == ("‘One’ is fixed at 09:00 in Hall A, and Hall A is open only 10:00-18:00")


def test_days_are_told_where_other_ones_would_do(task: MakeTask, pose: Pose) -> None:
    rules = Limit("‘One’ is within sat", "one", ((2880, 4320),)), Limit("x", "one", ((0, 9999),))

    found = contradiction(pose(task("one"), rules=rules), seconds=10, seed=0)

    assert found == Contradiction(
        reasons=("‘One’ is within sat", "the days are Thu 2026-10-29, Fri 2026-10-30"), least=True
    )


def test_many_days_are_not_named_one_by_one(task: MakeTask, pose: Pose) -> None:
    days = tuple(
        (DAY + timedelta(days=number), (number * 1440, number * 1440 + 1440)) for number in range(6)
    )
    rules = (Limit("Ann can come only 2027-01-01", "one", ()),)

    found = contradiction(pose(task("one", days=days), rules=rules), seconds=10, seed=0)

    assert found.reasons == (
        "Ann can come only 2027-01-01",
        "the days are from Thu 2026-10-29 to Tue 2026-11-03",
        "‘One’ takes place",
    )


def test_a_length_is_told_where_less_would_do(task: MakeTask, pose: Pose) -> None:
    rules = (Limit("‘One’ is within 09:00-09:30", "one", ((540, 570),)),)

    found = contradiction(pose(task("one"), rules=rules), seconds=10, seed=0)

    assert found.reasons == ("‘One’ is within 09:00-09:30", "‘One’ takes 60 min")


def test_what_is_fixed_is_not_said_to_be_long(task: MakeTask, pose: Pose) -> None:
    rules = (
        Limit("‘One’ is fixed at 09:00", "one", ((540, 600),)),
        Limit("‘Two’ is fixed at 10:05", "two", ((605, 665),)),
        Way("Ann needs 20 min from ‘One’ to ‘Two’ or back", "one", "two", {("a", "a"): 20}),
    )
    tasks = task("one", rooms=("a",)), task("two", rooms=("a",))
    shut = Limit("the hall opens at 09:30", "one", ((570, 1080),))

    both = contradiction(replace(pose(*tasks, rules=rules), grid=5), seconds=10, seed=0)
    alone = contradiction(pose(tasks[0], rules=(rules[0], shut)), seconds=10, seed=0)

    assert both == Contradiction(reasons=tuple(each.reason for each in rules), least=True)
    assert alone.reasons == ("‘One’ is fixed at 09:00", "the hall opens at 09:30")


def test_what_has_no_room_has_to_take_place(task: MakeTask, pose: Pose) -> None:
    rules = tuple(
        Limit(f"{room} cannot be used", "one", (), frozenset({room})) for room in ("a", "b")
    )

    found = contradiction(pose(task("one"), rules=rules), seconds=10, seed=0)

    assert found.reasons == ("a cannot be used", "b cannot be used", "‘One’ takes place")


def test_those_that_do_not_go_together_are_told_and_no_others(task: MakeTask, pose: Pose) -> None:
    tasks = [task("one"), task("two", minutes=45), task("three")]
    rules = (
        Once("Ann is in one place at a time", ("one", "two", "three")),
        *(Limit("the hours are 08:00-09:30", each.id, ((480, 570),)) for each in tasks),
        Order("‘One’ comes before ‘Three’", "one", "three"),
    )

    found = contradiction(pose(*tasks, rules=rules), seconds=10, seed=0)

    assert found == Contradiction(
        reasons=(
            "the hours are 08:00-09:30",
            "‘One’ comes before ‘Three’",
            "‘One’ (60 min) and ‘Three’ (60 min) take 120 min together",
        ),
        least=True,
    )


def test_an_order_that_goes_round_is_told(task: MakeTask, pose: Pose) -> None:
    rules = (
        Order("‘One’ comes before ‘Two’", "one", "two"),
        Order("‘Two’ comes before ‘Three’", "two", "three"),
        Order("‘Three’ comes before ‘One’", "three", "one"),
        Order("‘Three’ comes before ‘Four’", "three", "four"),
    )
    problem = pose(task("one"), task("two"), task("three"), task("four"), rules=rules)

    found = contradiction(problem, seconds=10, seed=0)

    assert found == Contradiction(reasons=tuple(each.reason for each in rules[:3]), least=True)


def test_without_time_it_says_that_fewer_may_do(task: MakeTask, pose: Pose) -> None:
    rules = Order("a ‘One’ ‘Two’", "one", "two"), Order("b", "two", "one")

    found = contradiction(pose(task("one"), task("two"), rules=rules), seconds=0, seed=0)

    assert not found.least
    assert set(found.reasons) >= {"a ‘One’ ‘Two’", "b"}


@settings(max_examples=200)
@given(small())
def test_what_is_told_contradicts_itself_and_would_not_without_any_of_it(problem: Problem) -> None:
    """Each reason is left out, and all plans of the others tried one by one."""
    if is_possible(problem):
        return

    told = contradiction(problem, seconds=20, seed=0)

    assert told.least
    tasks = {
        task.reason for task in problem.tasks if any(task.title in each for each in told.reasons)
    }
    reasons = {*told.reasons, *tasks} & set(problem.reasons)
    assert not is_possible(problem.only(reasons))
    for left_out in reasons:
        assert is_possible(problem.only(reasons - {left_out})), left_out
