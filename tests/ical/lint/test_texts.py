from collections.abc import Callable

import pytest

from roundtable_ical.ical.lint.texts import unescaped

Judge = Callable[..., list[str]]


@pytest.mark.parametrize(
    "line",
    [
        "CATEGORIES:a,b\\,c",
        "RESOURCES:projector,room",
        'COMMENT;LANGUAGE=de:a\\, b\\; c\\\\ d\\n e\\N f: g "h"',
        "REQUEST-STATUS:2.0;Success, done",
        "X-OTHER:a;b,c\\d",
        "URL:https://example.org/a;b,c",
        "ATTACH;VALUE=URI:https://example.org/a,b",
        "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://example.org/a;b",
        "COMMENT;VALUE=X-RAW:a,b",
    ],
)
def test_what_need_not_be_escaped_is_left_alone(judge: Judge, line: str) -> None:
    assert judge("CATEGORIES:skills,mobility", line) == []


@pytest.mark.parametrize(
    "line",
    [
        "CATEGORIES:a;b",
        "COMMENT:a\\:b",
        "CONTACT:Anna, Ministry",
        "LOCATION:Room 1, New York",
        "X-OTHER;VALUE=TEXT:a\\b",
        "X-ALT-DESC;FMTTYPE=text/html:<p>a, b</p>",
    ],
)
def test_what_must_be_escaped_is_found(judge: Judge, line: str) -> None:
    assert [found[-2:] for found in judge("CATEGORIES:skills,mobility", line)] == ["O5"]


def test_a_text_copied_raw_is_told_once_of_each_kind(judge: Judge) -> None:
    assert judge("SUMMARY:Welcome", "SUMMARY:a, b, c; d; e") == ["error O5"] * 2


def test_texts_are_read_as_they_are_meant() -> None:
    assert unescaped(r"a\, b\; c\\n\nd\Ne") == "a, b; c\\n\nd\ne"
