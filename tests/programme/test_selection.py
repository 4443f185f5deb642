"""Which part of a programme somebody follows."""

from collections.abc import Callable
from typing import Any

import pytest

from roundtable_ical.errors import UnknownId
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.programme.selection import Selection, selected

MakeEvent = Callable[..., SideEvent]


@pytest.fixture
def event(make_event: MakeEvent) -> SideEvent:
    return make_event(
        {"id": "a", "start": "09:00", "minutes": 5, "themes": ["skills"], "venue": "hall"},
        {"id": "b", "start": "10:00", "minutes": 5, "speakers": ["amina"], "venue": "un"},
        {
            "id": "c",
            "start": "11:00",
            "minutes": 5,
            "themes": ["skills", "climate"],
            "speakers": ["amina"],
            "venue": "bar",
        },
        {"id": "open", "themes": ["climate"]},
        speakers=[{"id": "amina", "name": "Amina"}],
        themes=[{"id": "skills", "title": "Skills"}, {"id": "climate", "title": "Climate"}],
        venues=[
            {"id": "un", "name": "UN", "rooms": [{"id": "hall", "name": "Hall"}]},
            {"id": "bar", "name": "Bar"},
        ],
    )


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["a", "b", "c"]),
        ({"themes": ["skills"]}, ["a", "c"]),
        ({"speakers": ["amina"]}, ["b", "c"]),
        ({"venues": ["un"]}, ["a", "b"]),
        ({"venues": ["hall"]}, ["a"]),
        ({"segments": ["b"]}, ["b"]),
        ({"segments": ["open"]}, []),
        ({"themes": ["climate"], "venues": ["hall"]}, ["a", "c"]),
        ({"themes": ["skills"], "speakers": ["amina"]}, ["a", "b", "c"]),
    ],
)
def test_a_selection_is_the_union_of_what_was_chosen(
    wanted: dict[str, Any], ids: list[str], event: SideEvent
) -> None:
    selection = Selection.of(event, **wanted)

    found = [item.id for item in selected(event, selection)]

    assert found == ids


def test_the_same_choice_in_another_order_is_the_same_selection() -> None:
    found = Selection(themes=("b", "a", "b"))

    assert (found, found.themes) == (Selection(themes=("a", "b")), ("a", "b"))


@pytest.mark.parametrize(
    ("selection", "everything", "only"),
    [
        (Selection(), True, None),
        (Selection(themes=("skills",)), False, ("themes", "skills")),
        (Selection(themes=("a", "b")), False, None),
        (Selection(themes=("a",), venues=("b",)), False, None),
    ],
)
def test_a_selection_tells_whether_it_is_all_or_one(
    selection: Selection, everything: bool, only: tuple[str, str] | None
) -> None:
    assert (selection.everything, selection.only) == (everything, only)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"themes": ["skils"]}, "there is no theme 'skils'; there is: skills, climate"),
        ({"speakers": ["bob"]}, "there is no speaker 'bob'; there is: amina"),
        ({"venues": ["x"]}, "there is no venue 'x'; there is: un, hall, bar"),
        ({"segments": ["x"]}, "there is no segment 'x'; there is: a, b, c, open"),
    ],
)
def test_an_unknown_id_is_told_with_those_that_exist(
    wanted: dict[str, Any], message: str, event: SideEvent
) -> None:
    with pytest.raises(UnknownId) as caught:
        Selection.of(event, **wanted)

    assert str(caught.value) == message
