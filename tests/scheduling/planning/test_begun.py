"""Planning while the day is running."""

from datetime import UTC, datetime

import pytest

from roundtable_ical.errors import InvalidField
from roundtable_ical.scheduling.clashes import clashes
from roundtable_ical.scheduling.planning.begun import anchors, still_open
from roundtable_ical.scheduling.planning.posed import posed
from roundtable_ical.scheduling.planning.rules import (
    Alike,
    Limit,
    Once,
    OneDay,
    OneRoom,
    Order,
    Rule,
    Way,
)
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.plans import planned
from tests.scheduling.conftest import MakeEvent

NOW = datetime(2026, 10, 29, 9, 45, tzinfo=UTC)
"""10:45 in Geneva: s-0 is over, s-1 and s-2 run, s-3 and s-4 lie ahead."""
DAY = (
    {"venue": "room-1", "at": "08:00-09:00"},
    {"venue": "room-1", "at": "10:00-11:30"},
    {"venue": "room-2", "at": "10:30-11:00"},
    {"venue": "room-1", "at": "11:00-12:00"},
    {"venue": "mission", "at": "14:00-15:00"},
)


@pytest.fixture
def running(make_event: MakeEvent) -> Stated:
    """Return the day at a quarter to eleven."""
    return Stated(make_event(*DAY), since=NOW)


def test_what_has_begun_is_known_and_what_of_it_still_runs(running: Stated) -> None:
    assert running.begun == {"s-0", "s-1", "s-2"}
    assert running.running == {"s-1", "s-2"}


@pytest.mark.parametrize("moment", ["2026-10-28T12:00:00+00:00", "2026-10-30T00:00:00+00:00"])
def test_before_the_first_day_and_after_the_last_all_lies_ahead(
    make_event: MakeEvent, moment: str
) -> None:
    stated = Stated(make_event(*DAY), since=datetime.fromisoformat(moment))

    assert (stated.since, stated.begun) == (None, frozenset())
    assert posed(stated) == posed(Stated(make_event(*DAY)))


def test_a_moment_without_a_zone_is_refused(make_event: MakeEvent) -> None:
    with pytest.raises(InvalidField, match="since: '2026-10-29T09:45:00' has no time zone"):
        Stated(make_event(*DAY), since=NOW.replace(tzinfo=None))


def test_what_has_begun_stays_and_nothing_is_put_before_now(running: Stated) -> None:
    tasks = {task.id: task for task in running.tasks}
    now = running.minute(NOW)

    rules = list(anchors(running, tasks))

    assert now == running.minute(NOW.replace(minute=44, second=1))  # a started minute is over
    others = frozenset({"room-2", "mission"})
    start = now - 45
    assert rules[2:4] == [
        Limit("‘Segment 1’ has begun", "s-1", ((start, start + 90),)),
        Limit("‘Segment 1’ has begun", "s-1", (), others),
    ]
    assert rules[-1] == Limit(
        "it is 2026-10-29 10:45 already", "s-4", ((now, running.minute(running.around[1])),)
    )


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        (Limit("x", "s-1", ()), []),
        (Limit("x", "s-3", ()), [Limit("x", "s-3", ())]),
        (Order("x", "s-3", "s-1"), []),
        (Order("x", "s-1", "s-3"), [Order("x", "s-1", "s-3")]),
        (Way("x", "s-0", "s-1", {}), []),
        (Way("x", "s-1", "s-3", {}), [Way("x", "s-1", "s-3", {})]),
        (Once("x", ("s-0", "s-1", "s-2")), []),
        (Once("x", ("s-0", "s-3", "s-4")), [Once("x", ("s-3", "s-4"))]),
        (
            Once("x", ("s-0", "s-1", "s-2", "s-3")),
            [Once("x", ("s-3", "s-1")), Once("x", ("s-3", "s-2"))],
        ),
        (OneDay("x", ("s-0", "s-1", "s-3")), [OneDay("x", ("s-1", "s-3"))]),
        (OneRoom("x", ("s-0", "s-2")), []),
        (Alike("x", ("s-0", "s-3", "s-4")), [Alike("x", ("s-3", "s-4"))]),
    ],
)
def test_rules_are_kept_as_far_as_a_plan_still_can(
    running: Stated, rule: Rule, left: list[Rule]
) -> None:
    assert list(still_open(running, [rule])) == left


def test_the_rest_of_a_day_is_planned_though_what_has_begun_clashes(make_event: MakeEvent) -> None:
    event = make_event(
        {"venue": "room-1", "at": "08:00-09:00"},
        {"venue": "room-1", "at": "08:30-11:30"},
        {"venue": "room-1", "at": "11:00-12:00"},
        {"start": None, "end": None, "minutes": 30, "venue": "room-1"},
        constraints=[{"kind": "before", "segments": ["s-2", "s-0", "s-3"]}],
    )

    plan = planned(event, since=NOW)

    assert (plan.moved, plan.placed) == (("s-2",), ("s-3",))
    assert plan.event is not None
    new = {item.id: item for item in plan.event.occurrences}["s-3"]
    assert new.span[0] >= NOW
    assert plan.clashes == clashes([plan.event])
    assert [{side.item.id for side in clash.sides} for clash in plan.clashes] == [{"s-0", "s-1"}]


def test_a_day_that_is_over_has_no_room_for_more(make_event: MakeEvent) -> None:
    event = make_event({}, {"start": None, "end": None, "minutes": 30}, hours="08:00-18:00")

    plan = planned(event, since=NOW.replace(hour=16, minute=50))

    assert str(plan.contradiction) == (
        "it is 2026-10-29 17:50 already, and the event's hours are 08:00-18:00, "
        "and ‘Segment 1’ takes 30 min"
    )
