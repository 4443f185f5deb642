"""JSON of others."""

import json

import pytest

from roundtable_ical.importers.schedules.jsons import (
    forget,
    groups,
    has,
    lines_of,
    looks_like_json,
    mapping,
    tree,
)
from roundtable_ical.ports import Source


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"// x\n{}", 1, "this is not valid JSON: it begins with a comment"),
        (b'{"a": [1,\n', 2, "this is not valid JSON: it ends in the middle (Expecting value)"),
        (b'{"a": 1,\n "b" 2}', 2, "this is not valid JSON: Expecting ':' delimiter, column 6"),
        (b"", 1, "the file is empty"),
        (b"[" * 100_000, None, "values are nested too deep"),
        (b"[" + b"9" * 10_000 + b"]", None, "a number has thousands of digits"),
    ],
)
def test_what_is_broken_has_one_problem_and_a_line(
    content: bytes, line: int | None, message: str
) -> None:
    found = tree(Source("x.json", content))

    assert found.unreadable is not None
    assert (found.line, found.unreadable.message) == (line, message)


def test_what_is_too_large_is_not_even_parsed() -> None:
    content = b"[" + b"{}," * 1_000_001 + b"{}]"

    assert [p and p.code for p in [tree(Source("x", content)).unreadable]] == ["too-large"]


def test_what_would_get_lost_is_told() -> None:
    found = tree(Source("x", b'{"a": 1, "a": 2, "b": NaN}'))

    assert found.value == {"a": 2, "b": None}
    assert [problem.code for problem in found.problems] == ["duplicate-key", "not-a-number"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    content = json.dumps(["Fédération générale"], ensure_ascii=False).encode(encoding)

    assert tree(Source("x", content)).value == ["Fédération générale"]


def test_json_is_told_by_its_first_sign_or_its_name() -> None:
    cases = [("x", b" [1]"), ("x.json", b"// x"), ("x.json", b"<html>"), ("x", b"words")]

    assert [looks_like_json(Source(name, content)) for name, content in cases] == [
        True,
        True,
        False,
        False,
    ]


def test_lists_and_mappings_are_taken_as_they_come() -> None:
    assert list(groups([{"a": 1}, 2])) == list(groups({"x": {"a": 1}, "y": 2})) == [{"a": 1}]
    assert (list(groups(None)), mapping(3), has({"a": 1}, "a"), has([], "a")) == (
        [],
        {},
        True,
        False,
    )


def test_a_file_can_be_forgotten() -> None:
    source = Source("x", b"[1]")
    first = tree(source)

    forget()

    assert tree(source) == first
    assert tree(source) is not first


def test_the_line_of_each_title() -> None:
    content = json.dumps([{"title": "Größe"}, {"title": "B"}, {"title": "B"}], indent=1).encode()

    assert list(lines_of(["Größe", "elsewhere", "B"], content)) == [3, None, 6]
    assert list(lines_of(["x"] * 100, content)) == [None] * 100
