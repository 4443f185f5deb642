"""What a plan must keep, or should."""

from typing import Any

import pytest

from roundtable_ical.programme.constraints import references
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.reading import understood

EVENT: dict[str, Any] = {
    "id": "week",
    "title": "Week",
    "timezone": "Europe/Zurich",
    "date": "2026-10-29",
    "revised": "2026-10-01T09:00:00Z",
    "venues": [{"id": "hall", "name": "Hall"}, {"id": "annex", "name": "Annex"}],
    "themes": [{"id": "skills", "title": "Skills"}],
    "segments": [
        {"id": id_, "title": id_, "start": "09:00", "minutes": 30, "themes": ["skills"]}
        for id_ in ("one", "two")
    ],
}
ALL: list[dict[str, Any]] = [
    {"kind": "before", "segments": ["one", "two"]},
    {"kind": "same-day", "segments": ["one", "two"], "hard": False, "weight": 3},
    {"kind": "not-together", "segments": ["one", "two"]},
    {"kind": "spread", "theme": "skills"},
    {"kind": "together", "theme": "skills", "hard": True},
    {"kind": "at", "segment": "one", "when": "2026-10-29 09:00-12:00"},
    {"kind": "pause", "name": "Prayer", "when": ["fri 12:30-13:30"], "venues": ["hall"]},
    {"kind": "balance", "most": 2},
]


def test_every_kind_is_read_and_hard_where_nobody_says_otherwise() -> None:
    event = SideEvent.model_validate(EVENT | {"constraints": ALL})

    found = {each.kind: (each.hard, each.weight) for each in event.constraints}

    assert found == {
        "before": (True, 10),
        "same-day": (False, 3),
        "not-together": (True, 10),
        "spread": (False, 10),
        "together": (True, 10),
        "at": (True, 10),
        "pause": (True, 10),
        "balance": (False, 10),
    }


def test_each_knows_the_ids_that_it_names() -> None:
    event = SideEvent.model_validate(EVENT | {"constraints": ALL})

    found = [[id_ for _, _, id_ in references(each)] for each in event.constraints]

    pair = ["one", "two"]
    assert found == [pair, pair, pair, ["skills"], ["skills"], ["one"], ["hall"], []]


@pytest.mark.parametrize(
    ("constraint", "told"),
    [
        (
            {"kind": "befor", "segments": ["one", "two"]},
            "constraints[0].kind: 'befor' is not possible here; write before",
        ),
        (
            {"segments": ["one", "two"]},
            "constraints[0].kind: `kind` is missing; add `kind: ...`; possible here: before, "
            "same-day, not-together, spread, together, at, pause, balance",
        ),
        (
            {"kind": "before", "segments": ["one"]},
            "constraints[0].segments: a list cannot be used; write at least 2",
        ),
        (
            {"kind": "before", "segments": ["one", "two", "one"]},
            "constraints[0].segments: 'one' is named 2 times; name each of them once",
        ),
        (
            {"kind": "at", "segment": "one", "when": []},
            "constraints[0].when: a list cannot be used; write at least 1",
        ),
        (
            {"kind": "before", "segments": ["one", "tow"]},
            "constraints[0].segments[1]: there is no segment 'tow'; "
            "write two, or add it to `segments`",
        ),
        (
            {"kind": "spread", "theme": "skils"},
            "constraints[0].theme: there is no theme 'skils'; write skills, or add it to `themes`",
        ),
        (
            {"kind": "pause", "name": "Lunch", "when": "noon"},
            "constraints[0].when: 'noon' is no day and no span of hours; write day, hours or "
            "both, as 2026-10-29 09:00-13:00, mon-fri 08:00-18:00 or 2026-10-30",
        ),
    ],
)
def test_a_mistake_is_told_where_it_stands(constraint: dict[str, Any], told: str) -> None:
    reading = understood(EVENT | {"constraints": [constraint]})

    assert [str(problem) for problem in reading.errors] == [told]
