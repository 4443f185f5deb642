from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from roundtable_ical import SideEvent, read
from roundtable_ical.revisions.parts import PartKey, amended, assembled, changed_parts

Values = dict[str, Any]


def event(values: Values) -> SideEvent:
    return SideEvent.model_validate(deepcopy(values))


def test_a_programme_comes_out_of_its_parts_as_it_went_in() -> None:
    week = read("samples/week-of-side-events")

    again = assembled(changed_parts(None, week).items())

    assert again == week
    assert again.model_dump_json() == week.model_dump_json()


def test_the_same_programme_has_no_changed_part(values: Values) -> None:
    assert changed_parts(event(values), event(values)) == {}


def test_one_changed_segment_is_one_part(values: Values) -> None:
    before = event(values)
    values["segments"][0]["title"] = "Opening"

    assert list(changed_parts(before, event(values))) == [PartKey("segments", "a")]


def test_what_is_taken_out_is_said_and_the_order_is_new(values: Values) -> None:
    before = event(values)
    del values["segments"][0]

    found = changed_parts(before, event(values))

    assert found[PartKey("segments", "a")] is None
    assert set(found) == {PartKey("segments", "a"), PartKey("event", "")}


def test_a_new_date_of_revision_alone_changes_nothing(values: Values) -> None:
    before = event(values)
    values |= {"revised": "2026-09-30T12:00:00Z", "revision": 7}

    assert changed_parts(before, event(values)) == {}


@pytest.mark.parametrize(
    ("section", "change"),
    [
        ("segments", lambda parts: parts[0].update(title="Opening")),
        ("segments", lambda parts: parts.pop(1)),
        ("segments", lambda parts: parts.reverse()),
        ("segments", lambda parts: parts.append({"id": "d", "title": "Delta"})),
        ("speakers", lambda parts: parts[1].update(tbc=False)),
        ("speakers", lambda parts: parts.append({"id": "new", "name": "Ana"})),
        ("venues", lambda parts: parts[0].update(name="Hall")),
        ("hosts", lambda parts: parts.append({"id": "ilo", "name": "ILO"})),
    ],
)
def test_a_programme_and_its_changed_parts_give_the_next_one(
    values: Values, section: str, change: Callable[[list[Values]], object]
) -> None:
    before = event(values)
    change(values.setdefault(section, []))
    after = event(values)

    found = amended(before, changed_parts(before, after))

    assert found == after
    assert found.model_dump_json() == after.model_dump_json()


def test_what_did_not_change_stays_the_same_object(values: Values) -> None:
    before = event(values)
    values["segments"][0]["title"] = "Opening"

    found = amended(before, changed_parts(before, event(values)))

    same = [one is other for one, other in zip(before.segments, found.segments, strict=True)]
    assert same == [False, True, True]
