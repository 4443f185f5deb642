"""Taking wrong values out of a tree, so that the rest can be looked at."""

from typing import Any

import pytest

from roundtable_ical.programme.problems import Path
from roundtable_ical.programme.pruning import copied, cut, original

TREE: dict[str, Any] = {
    "id": "breakfast",
    "hours": "x",
    "segments": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}],
}


@pytest.mark.parametrize(
    ("paths", "left"),
    [
        ([("hours",)], {**TREE} | {"hours": None}),
        ([("segments", 1)], {**TREE, "segments": [TREE["segments"][0], TREE["segments"][2]]}),
        (
            [("segments", 0), ("segments", 2)],
            {**TREE, "segments": [TREE["segments"][1]]},
        ),
        (
            [("segments", 0, "id"), ("segments", 0)],
            {**TREE, "segments": TREE["segments"][1:]},
        ),
        (
            [("segments", 0, "start"), ("segments", 0, "end")],
            {**TREE, "segments": TREE["segments"][1:]},
        ),
        (
            [("segments", 0, "title")],
            {**TREE, "segments": [{"id": "a", "title": "-"}, *TREE["segments"][1:]]},
        ),
        ([("id",)], {**TREE, "id": "event"}),
        ([("nowhere",)], TREE),
    ],
)
def test_what_is_wrong_is_taken_out_and_the_neighbours_stay(
    paths: list[Path], left: dict[str, Any]
) -> None:
    draft = copied(TREE)

    cut(draft, paths, {"id": "event"})

    assert draft == {key: value for key, value in left.items() if value is not None}


def test_a_title_that_is_still_wrong_when_it_was_replaced_is_taken_out() -> None:
    """As where a speaker has the key `title`, which no speaker has."""
    draft = copied(TREE)

    for _ in range(2):
        cut(draft, [("segments", 0, "title")], {})

    assert draft["segments"][0] == {"id": "a"}


def test_a_missing_title_is_replaced() -> None:
    draft = copied({"segments": [{"id": "a"}]})

    cut(draft, [("segments", 0, "title")], {})

    assert draft == {"segments": [{"id": "a", "title": "-"}]}


def test_places_are_told_as_they_were_before_anything_was_cut() -> None:
    draft = copied(TREE)
    cut(draft, [("segments", 0)], {})
    cut(draft, [("segments", 0)], {})

    found = original(draft, ("segments", 0, "start"))

    assert found == ("segments", 2, "start")


def test_cutting_leaves_the_tree_alone_that_was_copied() -> None:
    tree = {"segments": [{"id": "a"}]}

    cut(copied(tree), [("segments", 0, "id")], {})

    assert tree == {"segments": [{"id": "a"}]}
