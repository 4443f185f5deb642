"""What an import tells."""

from pathlib import Path

import click
import pytest

from roundtable_ical import read
from roundtable_ical.cli.import_reports import (
    also_changed,
    difference_as_json,
    lines,
    print_difference,
    summary,
)
from roundtable_ical.errors import Origin
from roundtable_ical.programme.merging.renaming import rebuilt
from roundtable_ical.programme.problems import Problem, Question


def test_questions_come_first_and_each_says_what_answers_it() -> None:
    question = Question(name="half", words="Morning?", default="am", choices=("am", "pm"))
    problems = [
        Problem.error("x", ("title",), "no title", "write one"),
        Problem.inferred("x", ("timezone",), "by the city", sure=0.95),
        Problem.inferred("x", ("hours",), "unclear", sure=0.5, question=question),
    ]

    found = [
        click.unstyle(line) for line in lines(it.written_at(Origin("n", 3)) for it in problems)
    ]

    assert found == [
        "question: n, line 3, hours: unclear: Morning? (am, pm) 'am' was taken; "
        "answer with --answer half=am",
        "error: n, line 3, title: no title; write one",
        "note: n, line 3, timezone: by the city (95 %)",
    ]


def test_one_line_says_what_was_read(samples: Path) -> None:
    week = read(samples / "week-of-side-events")

    assert summary("week.html", "html", week) == (
        "week.html: read as html: Work on the Move, 2026-10-29 to 2026-11-04, America/New_York: "
        "50 segments, 33 speakers, 5 themes, 4 venues, 4 hosts"
    )


def test_what_no_change_of_a_segment_tells_is_told_by_its_key(
    samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read(samples / "hld-2013")
    opening = before.segments[0].model_copy(update={"title": before.segments[1].title})
    after = rebuilt(before, participants=(), segments=(opening, *before.segments[1:]), revision=3)

    print_difference(before, after)

    assert also_changed(before, after) == ["participants"]
    assert capsys.readouterr().out.splitlines() == [
        f"{opening.title}: renamed",
        "  was Welcome and opening",
        f"  is  {opening.title}",
        "also different: participants",
    ]
    report = difference_as_json(before, after)
    assert [change["kind"] for change in report["changes"]] == ["renamed"]
    assert report["also_changed"] == ["participants"]
