"""What is told of a plan."""

import pytest

from roundtable_ical.cli.plan_reports import contradiction_lines, plan_lines, progress_line
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.planning.contradictions import Contradiction
from roundtable_ical.scheduling.planning.kept import Unkept
from roundtable_ical.scheduling.planning.search import Aim, Progress
from roundtable_ical.scheduling.plans import Plan


@pytest.fixture
def event() -> SideEvent:
    """Return a programme of nothing."""
    values = {"id": "week", "title": "Week", "timezone": "UTC", "revised": "2026-09-01T12:00:00Z"}
    return SideEvent.model_validate(values)


def test_what_is_not_proven_says_what_is(event: SideEvent) -> None:
    plan = Plan(
        before=event,
        event=event,
        moved=("a", "b", "c"),
        placed=("c", "d"),
        aims=(Aim(name="moved", value=3, bound=2), Aim(name="wishes", value=0, bound=0)),
        unkept=(Unkept(words="‘A’ comes before ‘B’", times=1, cost=4),),
        notes=("c says no length",),
        by_the_clock=True,
    )

    assert list(plan_lines(plan)) == [
        "segments that had no time: 2, 1 of them not in the room that was said",
        "segments moved: 3, and fewer than 2 will not do",
        "wishes not kept, by weight: 0",
        "  ‘A’ comes before ‘B’: not kept",
        "note: c says no length",
        "more of --time-limit may find a better plan, and another run another one",
    ]


def test_no_plan_for_want_of_time_is_not_called_impossible(event: SideEvent) -> None:
    plan = Plan(before=event, event=None)
    unsure = Contradiction(reasons=("a", "b"), least=False)

    assert list(contradiction_lines(plan, 60)) == [
        "no plan was found in 60 s, nor that there is none; --time-limit gives more"
    ]
    assert list(contradiction_lines(Plan(before=event, event=None, contradiction=unsure), 60)) == [
        "there is no plan: a, and b",
        "fewer of these may be enough; more of --time-limit looks further",
    ]


def test_a_search_that_was_stopped_says_so_and_claims_nothing(event: SideEvent) -> None:
    aims = (Aim(name="moved", value=3, bound=0),)
    stopped = Plan(before=event, event=event, moved=("a",), aims=aims, interrupted=True)
    nothing = Plan(before=event, event=None, notes=("c says no length",), interrupted=True)

    assert list(plan_lines(stopped)) == [
        "segments moved: 3",
        "stopped: this is the best so far",
        "more of --time-limit may find a better plan",
    ]
    assert list(contradiction_lines(nothing, 60)) == [
        "note: c says no length",
        "no plan was found before it was stopped",
    ]


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (Progress(aim="", seconds=0, value=0, bound=0), "a first plan; making it better"),
        (
            Progress(aim="moved", seconds=2.4, value=7, bound=5),
            "2 s: segments moved: 7, not under 5",
        ),
        (
            Progress(aim="minutes", seconds=3, value=7, bound=7),
            "3 s: minutes of these moves: 7",
        ),
    ],
)
def test_progress_is_one_short_line(progress: Progress, line: str) -> None:
    assert progress_line(progress) == line
