"""What pydantic found wrong, in an organiser's words."""

from typing import Any

import pytest
from pydantic import ValidationError

from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.explained import explained

EVENT = {
    "id": "breakfast",
    "title": "Breakfast",
    "timezone": "Europe/Zurich",
    "revised": "2026-10-01T09:00:00Z",
}


def told(values: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    with pytest.raises(ValidationError) as caught:
        SideEvent.model_validate(values)
    return [
        (problem.code, problem.where.field, problem.message, problem.hint)
        for problem in explained(caught.value, SideEvent, values)
    ]


BELOW = "write its keys and values below it, as"


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (
            {"titel": "Lunch"},
            ("unknown-key", "titel", "there is no key 'titel' here", "write title"),
        ),
        (
            {
                "venues": [
                    {"id": "un", "name": "UN", "geo": {"latitude": "4", "lat": "4", "lon": "4"}}
                ]
            },
            (
                "unknown-key",
                "venues[0].geo.latitude",
                "there is no key 'latitude' here",
                "possible here: lat, lon",
            ),
        ),
        (
            {"venues": [{"id": "un", "name": "UN", "geo": "Geneva"}]},
            (
                "wrong-shape",
                "venues[0].geo",
                "'Geneva' stands where keys and values belong",
                f"{BELOW} `lat: 46.2300`",
            ),
        ),
        (
            {"segments": [{"title": "Opening remarks", "id": "a", "kind": "openning"}]},
            (
                "unknown-value",
                "segments[0].kind",
                "'openning' is not possible here",
                "write opening",
            ),
        ),
        (
            {"segments": [{"title": "Point du matin"}]},
            (
                "missing-field",
                "segments[0].id",
                "`id` is missing",
                "add `id: point-du-matin`",
            ),
        ),
        (
            {"segments": [{"title": "A", "id": "a", "minutes": 0}]},
            (
                "invalid-value",
                "segments[0].minutes",
                "0 cannot be used",
                "write a number from 1 on",
            ),
        ),
        (
            {"segments": [{"title": "A", "id": "a", "minutes": "1.5"}]},
            (
                "invalid-value",
                "segments[0].minutes",
                "'1.5' cannot be used",
                "write a whole number, as 30",
            ),
        ),
        (
            {"segments": {"id": "a"}},
            (
                "wrong-shape",
                "segments",
                "a group of keys and values stands where a list belongs",
                "begin each item with a hyphen, as `- id: a-short-name`",
            ),
        ),
        (
            {"participants": "Ministers"},
            (
                "wrong-shape",
                "participants",
                "'Ministers' stands where a list belongs",
                "write it in brackets: [Ministers]",
            ),
        ),
        (
            {
                "segments": [
                    {
                        "title": "A",
                        "id": "a",
                        "repeat": {
                            "rule": "FREQ=DAILY;COUNT=2",
                            "changes": {"2026-10-30": {"stat": "x"}},
                        },
                    }
                ]
            },
            (
                "unknown-key",
                "segments[0].repeat.changes.2026-10-30.stat",
                "there is no key 'stat' here",
                "write start or status",
            ),
        ),
        (
            {"title": {"en": "Breakfast", "fr": "a\x00"}},
            (
                "invalid-value",
                "title.fr",
                "'a\\x00' has the control character U+0000 at place 2",
                "delete that character",
            ),
        ),
        (
            {"title": 5},
            ("wrong-shape", "title", "5 stands where a text belongs", "write it as one text"),
        ),
        (
            {"organizer": {"name": "A", "email": "a@example.org", "phone": "1"}},
            (
                "unknown-key",
                "organizer.phone",
                "there is no key 'phone' here",
                "possible here: email, name",
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_with_its_place_and_what_to_write(
    values: dict[str, Any], problem: tuple[str, str, str, str]
) -> None:
    found = told({**EVENT, **values})

    assert found == [problem]


def test_every_wrong_value_is_told_once() -> None:
    found = told({"title": ["a"], "segments": [{"start": "9h"}, "b"]})

    assert [(code, field) for code, field, _, _ in found] == [
        ("missing-field", "id"),
        ("wrong-shape", "title"),
        ("missing-field", "timezone"),
        ("missing-field", "revised"),
        ("missing-field", "segments[0].id"),
        ("missing-field", "segments[0].title"),
        ("invalid-value", "segments[0].start"),
        ("wrong-shape", "segments[1]"),
    ]
