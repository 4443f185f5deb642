"""What is wrong, said so that its author can mend it."""

import pytest

from roundtable_ical.errors import InvalidField, Origin, SkippedTime
from roundtable_ical.programme.clock import MissingYear
from roundtable_ical.programme.problems import Problem, Where, problem_of

SKIPPED = Problem.error(
    "skipped-time", ("segments", 3, "start"), "'02:30' is skipped", "write another"
)


def test_a_problem_says_file_line_field_fact_and_way_out() -> None:
    problem = SKIPPED.written_at(Origin("event.yaml", 12))

    assert str(problem) == (
        "event.yaml, line 12, segments[3].start: '02:30' is skipped; write another"
    )


def test_a_problem_without_a_file_says_the_field() -> None:
    assert str(SKIPPED) == "segments[3].start: '02:30' is skipped; write another"


def test_a_problem_of_the_whole_without_a_way_out_is_its_message() -> None:
    problem = Problem.warning("odd", (), "something is odd")

    assert str(problem) == "something is odd"


def test_programs_get_a_problem_as_plain_values() -> None:
    problem = SKIPPED.written_at(Origin("event.yaml", 12))

    assert problem.as_json() == {
        "severity": "error",
        "code": "skipped-time",
        "file": "event.yaml",
        "line": 12,
        "field": "segments[3].start",
        "message": "'02:30' is skipped",
        "hint": "write another",
    }


def test_a_problem_that_nobody_wrote_has_no_file_and_no_line() -> None:
    found = SKIPPED.as_json()

    assert (found["file"], found["line"]) == (None, None)


def test_a_problem_moves_to_another_place_with_its_file() -> None:
    problem = SKIPPED.written_at(Origin("event.yaml", 12)).at(("segments", 5))

    assert problem.where == Where(("segments", 5), Origin("event.yaml", 12))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (InvalidField, "invalid-value"),
        (SkippedTime, "skipped-time"),
        (MissingYear, "missing-year"),
    ],
)
def test_the_code_of_a_problem_is_the_name_of_its_error(
    kind: type[InvalidField], code: str
) -> None:
    error = kind("start", "x", "is odd", hint="write y")

    assert problem_of(error, ("date",)) == Problem.error(code, ("date",), "'x' is odd", "write y")
