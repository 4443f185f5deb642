"""Why there is no plan."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_ical.scheduling.planning.contradictions import Contradiction, contradiction
from roundtable_ical.scheduling.planning.problem import Limit, Once, Order, Problem, Rule, Task
from roundtable_ical.scheduling.planning.search import search
from tests.scheduling.planning.conftest import DAY, ORIGIN, MakeTask, Pose


def test_one_that_can_be_nowhere_is_told_by_its_own_limits(task: MakeTask, pose: Pose) -> None:
    rules = (
        Limit("‘One’ is fixed at 09:00 in Hall A", "one", ((540, 600),)),
        Limit("‘One’ is fixed at 09:00 in Hall A", "one", (), frozenset({"b"})),
        Limit("Hall A is open only 10:00-18:00", "one", ((600, 1080),), frozenset({"a"})),
        Limit("the event's hours are 08:00-20:00", "one", ((480, 1200),)),
    )

    found = contradiction(pose(task("one"), rules=rules), seconds=10, seed=0)

    assert str(found) == ("‘One’ is fixed at 09:00 in Hall A, and Hall A is open only 10:00-18:00")


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


@st.composite
def tight(draw: st.DrawFn) -> Problem:
    """Draw a problem in which too much is wanted."""
    ids = ["a", "b", "c"]
    pair = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    rules: list[Rule] = [Once("one at a time", tuple(ids))]
    for number in range(draw(st.integers(2, 4))):
        first, later = draw(pair)
        rules.append(Order(f"order {number}", first, later))
    for number in range(draw(st.integers(1, 3))):
        start = draw(st.sampled_from((480, 540, 570)))
        window = start, start + draw(st.sampled_from((60, 90, 120)))
        rules.append(Limit(f"limit {number}", draw(st.sampled_from(ids)), (window,)))
    tasks = tuple(
        Task(
            id=id_,
            title=f"‘{id_}’",
            minutes=60,
            start=None,
            room=None,
            rooms=("room",),
            days=((DAY, (0, 1440)),),
            costs={},
        )
        for id_ in ids
    )
    return Problem(origin=ORIGIN, grid=30, tasks=tasks, rules=tuple(rules))


@settings(max_examples=30)
@given(tight())
def test_what_is_told_contradicts_itself_and_would_not_without_any_of_it(problem: Problem) -> None:
    if not search(problem, seconds=5, seed=0).impossible:
        return
    tasks = {task.reason for task in problem.tasks}

    told = contradiction(problem, seconds=5, seed=0)

    rules = [reason for reason in told.reasons if reason in problem.reasons and reason not in tasks]
    assert told.least
    assert search(problem.only({*rules, *tasks}), seconds=5, seed=0).impossible
    for left_out in rules:
        fewer = {*rules, *tasks} - {left_out}
        assert not search(problem.only(fewer), seconds=5, seed=0).impossible or len(tasks) > 2
