from copy import deepcopy
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.revisions.differences import changed_ids, differences

Values = dict[str, Any]


def event(values: Values) -> SideEvent:
    return SideEvent.model_validate(deepcopy(values))


def touched(before: SideEvent | None, after: SideEvent) -> set[str]:
    different = differences(before, after)
    return {item.id for item in after.occurrences if different.touch(item)}


def test_without_a_before_everything_is_new(values: Values) -> None:
    assert touched(None, event(values)) == {"a", "b", "c"}


def test_equal_programmes_touch_nothing_even_as_other_objects(values: Values) -> None:
    assert touched(event(values), event(values)) == set()


@pytest.mark.parametrize(
    ("section", "position", "change", "expected"),
    [
        ("segments", 0, {"title": "Opening"}, {"a"}),
        ("venues", 1, {"name": "Hall"}, {"c"}),
        ("speakers", 1, {"tbc": False}, {"b"}),
        ("themes", 0, {"title": "Craft"}, {"a"}),
    ],
)
def test_a_changed_part_touches_the_segments_that_show_it(
    values: Values, section: str, position: int, change: Values, expected: set[str]
) -> None:
    before = event(values)
    values[section][position].update(change)

    assert touched(before, event(values)) == expected


def test_ids_of_what_is_new_gone_or_other_are_changed() -> None:
    before = {"same": 1, "other": 2, "gone": 3}
    after = {"same": 1, "other": 20, "new": 4}

    assert changed_ids(before, after) == {"other", "gone", "new"}
