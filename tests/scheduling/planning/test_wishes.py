"""An organiser's wishes as rules."""

from typing import Any

import pytest

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.scheduling.planning.rules import Alike, Limit, Once, OneDay, OneRoom, Order
from roundtable_ical.scheduling.planning.stated import Stated
from roundtable_ical.scheduling.planning.wishes import hard_rules, soft_rules, unbalanced
from tests.scheduling.conftest import MakeEvent

BOTH = ("s-0", "s-1")


def wished(make_event: MakeEvent, **wish: Any) -> SideEvent:
    return make_event(
        {"themes": ["skills"], "kind": "panel", "speakers": ["ann", "bob"]},
        {"themes": ["skills"], "at": "10:00-11:00"},
        {"kind": "meal", "at": "12:00-13:00"},
        themes=[{"id": "skills", "title": "Skills"}],
        constraints=[wish],
    )


@pytest.mark.parametrize(
    ("wish", "rules"),
    [
        (
            {"kind": "before", "segments": BOTH},
            [Order("‘Segment 0’ comes before ‘Segment 1’", *BOTH)],
        ),
        (
            {"kind": "same-day", "segments": BOTH},
            [OneDay("‘Segment 0’ and ‘Segment 1’ are on one day", BOTH)],
        ),
        (
            {"kind": "not-together", "segments": BOTH},
            [Once("‘Segment 0’ and ‘Segment 1’ are not at the same time", BOTH)],
        ),
        (
            {"kind": "spread", "theme": "skills", "hard": True},
            [
                Once("no two of ‘Skills’ are at the same time", BOTH),
                Alike("‘Skills’ is spread evenly over the days", BOTH),
            ],
        ),
        (
            {"kind": "together", "theme": "skills", "hard": True},
            [OneRoom("‘Skills’ is in one room", BOTH)],
        ),
        ({"kind": "balance", "most": 1, "hard": True}, []),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_what_must_be_kept_is_a_rule(make_event: MakeEvent, wish: Any, rules: list[Any]) -> None:
    assert list(hard_rules(Stated(wished(make_event, **wish)))) == rules


def test_what_should_be_kept_costs_its_weight(make_event: MakeEvent) -> None:
    stated = Stated(wished(make_event, kind="together", theme="skills", weight=7))

    assert list(hard_rules(stated)) == []
    assert [(soft.weight, type(soft.rule)) for soft in soft_rules(stated)] == [
        (7, OneRoom),
        (7, OneDay),
    ]


def test_a_segment_is_within_its_hours_and_nothing_but_meals_in_a_pause(
    make_event: MakeEvent,
) -> None:
    at = wished(make_event, kind="at", segment="s-0", when="2026-10-29 09:00-12:00")
    pause = wished(
        make_event, kind="pause", name="Prayer", when="2026-10-29 12:30-13:00", venues=["palace"]
    )

    [within] = hard_rules(Stated(at))
    outside = list(hard_rules(Stated(pause)))

    assert isinstance(within, Limit)
    assert (within.reason, within.task, within.rooms) == (
        "‘Segment 0’ is within 2026-10-29 09:00-12:00",
        "s-0",
        None,
    )
    assert [end - start for start, end in within.windows] == [180]
    assert [
        (rule.task, sorted(rule.rooms or ())) for rule in outside if isinstance(rule, Limit)
    ] == [
        ("s-0", ["palace", "room-1", "room-2"]),
        ("s-1", ["palace", "room-1", "room-2"]),
    ]


def test_too_many_of_one_affiliation_are_told(make_event: MakeEvent) -> None:
    speakers = [
        {"id": id_, "name": f"{id_.title()} Example", "affiliation": "ILO"}
        for id_ in ("ann", "bob")
    ]
    panels = make_event(
        {"kind": "panel", "speakers": ["ann", "bob"]},
        {"kind": "statement", "speakers": ["ann", "bob"], "at": "11:00-12:00"},
        speakers=speakers,
        constraints=[{"kind": "balance", "most": 1}],
    )

    assert list(unbalanced(Stated(panels))) == ["‘Segment 0’ has 2 of ILO, and 1 at most"]
