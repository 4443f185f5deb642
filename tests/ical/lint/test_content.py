from collections.abc import Callable

import pytest

from roundtable_ical.ical.lint import lint
from roundtable_ical.ical.lint.content import ContentLine, parsed, unfolded
from roundtable_ical.ical.lint.findings import Report

Bend = Callable[..., bytes]


def line(text: str) -> ContentLine:
    return ContentLine(text, ((0, 1),))


def test_unfolding_keeps_the_numbers_of_the_physical_lines() -> None:
    report = Report()

    first, second = unfolded([b"A:one", b" two", b"\tthree", b"", b"B:four"], report)

    assert (first.text, second.text) == ("A:onetwothree", "B:four")
    assert [first.line_at(index) for index in (0, 4, 5, 7, 8, 12)] == [1, 1, 2, 2, 3, 3]
    assert second.line == 5
    assert report.findings() == ()


def test_a_fold_inside_a_character_keeps_the_text_and_the_numbers() -> None:
    (whole,) = unfolded([b"A:\xc3", b" \xb6,"], Report())

    assert whole.text == "A:ö,"
    assert [whole.line_at(index) for index in (2, 3)] == [1, 2]


def test_a_defect_is_told_where_it_stands_in_a_folded_text(bend: Bend) -> None:
    (finding,) = lint(bend("\n  person\\;", "\n  person;"))

    assert str(finding) == (
        "line 37: O5: raw semicolon in DESCRIPTION; write \\; (RFC 5545 section 3.3.11)"
    )


def test_a_fold_before_the_first_line_has_nothing_to_continue() -> None:
    report = Report()

    assert [one.text for one in unfolded([b" A:1"], report)] == ["A:1"]
    assert [finding.rule for finding in report.findings()] == ["O5"]


def test_names_parameters_and_value_are_taken_apart() -> None:
    report = Report()

    found = parsed(line('attendee;CN="Doe; Jane: x",b;role=;X-A=1:mailto:a@b'), report)

    assert found is not None
    assert (found.name, found.value) == ("ATTENDEE", "mailto:a@b")
    assert found.parameters == {"CN": ("Doe; Jane: x", "b"), "ROLE": ("",), "X-A": ("1",)}
    assert report.findings() == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SUMMARY", "no colon"),
        ("BEGIN VEVENT:x", "no name of a property"),
        ("item1.URL:x", "no name of a property"),
        (":x", "no name of a property"),
        ("X;A:x", "broken parameter"),
        ('X;A="b:x', "broken parameter"),
        ('X;A=b"c":x', "broken parameter"),
        ("X;A=\x01:x", "broken parameter"),
        ("X;:x", "broken parameter"),
        ("X" + ";A=1" * 101 + ":x", "parameters; leave some out"),
    ],
)
def test_a_broken_line_is_told_so_and_its_value_is_read_all_the_same(text: str, words: str) -> None:
    report = Report()

    found = parsed(line(text), report)

    assert words in report.findings()[0].message
    assert found is None or found.value == "x"
