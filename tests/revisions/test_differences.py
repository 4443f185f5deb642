from copy import deepcopy
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical import SideEvent
from roundtable_ical.programme.people import Host
from roundtable_ical.programme.texts import Line
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


def hosts(**names: str) -> tuple[Host, ...]:
    return tuple(Host(id=id_, name=Line(name)) for id_, name in names.items())


def test_ids_of_what_is_new_gone_or_other_are_changed() -> None:
    before = hosts(same="ILO", other="Sweden", gone="IOM")
    after = hosts(same="ILO", other="Norway", new="UN")

    assert changed_ids(before, after) == {"other", "gone", "new"}


def test_another_order_alone_is_no_change() -> None:
    ilo, iom, un = hosts(ilo="ILO", iom="IOM", un="UN")

    assert changed_ids((ilo, iom, un), (un, ilo, iom)) == frozenset()


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), unique_by=itemgetter(0)),
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), unique_by=itemgetter(0)),
)
def test_what_both_share_at_their_ends_makes_no_difference(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    shared = {pair: hosts(**dict([pair]))[0] for pair in (*before, *after)}
    was, now = dict(before), dict(after)

    found = changed_ids([shared[pair] for pair in before], [shared[pair] for pair in after])

    assert found == {id_ for id_ in was.keys() | now.keys() if was.get(id_) != now.get(id_)}
