from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.revisions.changes import Change, ChangeKind, changes

Values = dict[str, Any]
Find = Callable[[str], Values]


def event(values: Values) -> SideEvent:
    return SideEvent.model_validate(deepcopy(values))


def told(before: SideEvent, values: Values) -> list[tuple[str | None, str, str, str]]:
    """Return what changed from *before* to *values*: id, kind, was, is."""
    found = changes(before, event(values))
    return [(each.segment_id, each.kind.value, each.was, each.now) for each in found]


def test_nothing_changed_is_nothing_to_tell(values: Values) -> None:
    assert changes(event(values), event(values)) == ()


def test_a_first_programme_is_all_additions(values: Values) -> None:
    found = changes(None, event(values))

    assert [(each.segment_id, each.kind, each.now) for each in found] == [
        ("a", ChangeKind.ADDED, "2026-10-01 12:00-12:30"),
        ("b", ChangeKind.ADDED, "2026-10-01 12:30-13:00"),
        ("c", ChangeKind.ADDED, "2026-10-01 13:00-14:00"),
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"start": "15:00", "end": "15:30"},
            [("a", "moved", "2026-10-01 12:00-12:30", "2026-10-01 15:00-15:30")],
        ),
        ({"end": "12:20"}, [("a", "shortened", "30 min", "20 min")]),
        (
            {"end": "12:30", "start": "12:00", "title": "Opening"},
            [("a", "renamed", "Alpha", "Opening")],
        ),
        ({"venue": "two"}, [("a", "other room", "Room One", "Room Two")]),
        ({"status": "cancelled"}, [("a", "cancelled", "confirmed", "cancelled")]),
        ({"status": "tentative"}, [("a", "tentative", "confirmed", "tentative")]),
        ({"themes": ["rights"]}, [("a", "themes changed", "Skills", "Rights")]),
        ({"speakers": []}, [("a", "speaker left", "Guy Ryder, Head", "")]),
        ({"speakers": ["guy", "eva"]}, [("a", "speaker joined", "", "Eva Lind")]),
        (
            {"speakers": [{"speaker": "guy", "role": "chair"}]},
            [("a", "speaker changed", "Guy Ryder, Head", "Guy Ryder, Head (chair)")],
        ),
        ({"abstract": "More."}, [("a", "words changed", "", "")]),
        ({"note": "By video."}, [("a", "words changed", "", "By video.")]),
        ({"note": "By video.", "abstract": "More."}, [("a", "words changed", "", "")]),
        (
            {"start": None, "end": None},
            [("a", "unscheduled", "2026-10-01 12:00-12:30", "time open")],
        ),
    ],
)
def test_each_change_is_told_as_a_person_would(
    values: Values, segment: Find, changed: Values, expected: list[tuple[str, str, str, str]]
) -> None:
    before = event(values)
    segment("a").update(changed)

    found = told(before, values)

    assert found == expected


def test_what_was_cancelled_returns(values: Values, segment: Find) -> None:
    segment("a")["status"] = "cancelled"
    before = event(values)
    segment("a")["status"] = "confirmed"

    assert told(before, values) == [("a", "returned", "", "2026-10-01 12:00-12:30")]


def test_what_was_taken_out_is_told_last(values: Values, segment: Find) -> None:
    before = event(values)
    values["segments"].remove(segment("a"))
    segment("c")["title"] = "Delta"

    assert told(before, values) == [
        ("c", "renamed", "Gamma", "Delta"),
        ("a", "removed", "2026-10-01 12:00-12:30", ""),
    ]


def test_a_swap_reads_as_a_swap(values: Values, segment: Find) -> None:
    before = event(values)
    segment("a").update(start="12:30", end="13:00")
    segment("b").update(start="12:00", end="12:30")

    assert told(before, values) == [
        ("b", "swapped", "2026-10-01 12:30-13:00", "2026-10-01 12:00-12:30, with Alpha"),
        ("a", "swapped", "2026-10-01 12:00-12:30", "2026-10-01 12:30-13:00, with Beta"),
    ]


def test_a_swap_of_different_lengths_is_one(values: Values, segment: Find) -> None:
    before = event(values)
    segment("a").update(start="12:30", end="13:15")
    segment("b").update(start="12:00", end="12:30")

    assert [kind for _, kind, _, _ in told(before, values)] == ["swapped", "swapped", "lengthened"]


def test_a_third_that_comes_into_a_swap_has_moved(values: Values, segment: Find) -> None:
    before = event(values)
    segment("a").update(start="12:30", end="13:00")
    segment("b").update(start="12:00", end="12:30")
    segment("c").update(start="12:00", end="13:00")

    assert {(id_, kind) for id_, kind, _, _ in told(before, values)} == {
        ("a", "swapped"),
        ("b", "swapped"),
        ("c", "moved"),
    }


def test_another_order_of_the_speakers_is_told(values: Values, segment: Find) -> None:
    segment("c")["speakers"] = ["eva", "guy"]
    before = event(values)
    segment("c")["speakers"] = ["guy", "eva"]

    (change,) = told(before, values)

    assert change[:2] == ("c", "speaker changed")
    assert change[2] != change[3]


def test_another_kind_is_told_as_other_words(values: Values, segment: Find) -> None:
    before = event(values)
    segment("c")["kind"] = "keynote"

    assert told(before, values) == [("c", "words changed", "", "")]


def test_two_that_move_one_after_the_other_are_no_swap(values: Values, segment: Find) -> None:
    before = event(values)
    segment("a").update(start="12:30", end="13:00")
    segment("b").update(start="15:00", end="15:30")

    assert [kind for _, kind, _, _ in told(before, values)] == ["moved", "moved"]


def test_a_confirmed_speaker_is_told_in_every_segment(values: Values, segment: Find) -> None:
    segment("c")["speakers"] = ["eva"]
    before = event(values)
    values["speakers"][1]["tbc"] = False

    found = changes(before, event(values))

    assert [(each.segment_id, each.kind, each.inherited) for each in found] == [
        ("b", ChangeKind.SPEAKER_CONFIRMED, "eva"),
        ("c", ChangeKind.SPEAKER_CONFIRMED, "eva"),
    ]


def test_a_renamed_room_reaches_every_segment_in_it(values: Values) -> None:
    before = event(values)
    values["venues"][0]["name"] = "Grand Hall"

    found = changes(before, event(values))

    assert [(each.segment_id, each.was, each.now, each.inherited) for each in found] == [
        ("a", "Room One", "Grand Hall", "one"),
        ("b", "Room One", "Grand Hall", "one"),
    ]


def test_a_changed_address_of_a_speaker_is_nobodys_business(values: Values) -> None:
    before = event(values)
    values["speakers"][0]["email"] = "new@example.org"

    assert told(before, values) == []


def test_what_concerns_the_event_has_no_segment(values: Values) -> None:
    before = event(values)
    values["title"] = "Late lunch"

    found = changes(before, event(values))

    assert found[0] == Change(
        segment_id=None, title="Late lunch", kind=ChangeKind.RENAMED, was="Lunch", now="Late lunch"
    )


def test_a_change_reads_as_one_line(values: Values, segment: Find) -> None:
    before = event(values)
    segment("a")["venue"] = "two"

    line = str(changes(before, event(values))[0])

    assert line == "Alpha | other room | was: Room One | is: Room Two"


def test_what_only_a_plan_looks_at_is_no_change(values: Values, segment: Find) -> None:
    before = event(values)
    values["venues"][0] |= {"capacity": 80, "equipment": ["projector"], "hours": "08:00-18:00"}
    values["speakers"][0]["away"] = "mon"
    segment("a")["fixed"] = True

    assert told(before, values) == []
