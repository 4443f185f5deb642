"""The tree of components, whole or cut."""

import pytest

from roundtable_ical.importers.calendars.components import Component, TooDeep, tree
from roundtable_ical.importers.calendars.lines import content_lines
from roundtable_ical.programme.problems import Problem


def read(*lines: str) -> tuple[Component, list[tuple[int, Problem]]]:
    return tree(content_lines("\n".join(lines).encode())[0])


def test_components_hold_their_properties_and_each_other() -> None:
    root, problems = read(
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:A", "BEGIN:VALARM", "ACTION:DISPLAY"),
        *("END:VALARM", "END:VEVENT", "END:VCALENDAR"),
    )

    (event,) = root.inside("VEVENT")

    assert problems == []
    assert (event.line, event.whole) == (2, True)
    assert [line.value for line in event.every("SUMMARY")] == ["A"]
    assert [part.name for part in event.parts] == ["VALARM"]


def test_an_event_without_end_is_kept_where_another_begins_and_told() -> None:
    root, problems = read(
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:A", "BEGIN:VEVENT", "SUMMARY:B"),
        *("END:VEVENT", "END:VCALENDAR"),
    )

    assert [event.whole for event in root.inside("VEVENT")] == [True, True]
    assert [(line, problem.code) for line, problem in problems] == [(2, "no-end")]


def test_an_end_of_nothing_is_told() -> None:
    _, problems = read("BEGIN:VCALENDAR", "END:VEVENT", "END:VCALENDAR")

    assert [(line, problem.code) for line, problem in problems] == [(2, "stray-end")]


def test_a_file_that_ends_inside_an_event_leaves_it_cut() -> None:
    root, _ = read("BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:A")

    assert [event.whole for event in root.inside("VEVENT")] == [False]


def test_deep_nesting_is_refused_with_its_line() -> None:
    with pytest.raises(TooDeep) as refusal:
        read(*["BEGIN:VCALENDAR"] * 1000)

    assert refusal.value.line == 20
