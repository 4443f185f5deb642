"""Words of others, made tidy."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.schedules.words import Scribe, readable
from roundtable_ical.programme.foreign import DEEPEST, LONGEST
from roundtable_ical.programme.texts import Line, Text
from roundtable_ical.programme.themes import Theme


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (" one\n  two ", "one two"),
        ("<b>Fees</b> &amp; rights", "Fees & rights"),
        ("a < b and b > c", "a < b and b > c"),
        ({"name": "Hall"}, "Hall"),
        ({"de": "Saal", "en": "Hall"}, "Hall"),
        (7, "7"),
        (None, ""),
        (True, ""),
        (["x"], ""),
    ],
)
def test_a_line_is_tidy(words: object, line: str) -> None:
    assert Scribe().line(words) == line


def test_markup_becomes_lines() -> None:
    words = "<p>One<br/>two</p><ul><li>a</li><li>b</li></ul><script>x</script>"

    assert Scribe().text(words) == "One\ntwo\n\n- a\n- b\n<script>x</script>"


def test_words_by_language_stay_so_where_they_differ() -> None:
    scribe = Scribe()

    assert scribe.lines({"en": "Hall", "de-formal": "Saal", "fr": ""}) == {
        "en": "Hall",
        "de-formal": "Saal",
    }
    assert scribe.lines({"en": "Hall", "de": "Hall"}) == "Hall"
    assert scribe.lines({"name": "Hall"}) == "Hall"


def test_what_nobody_can_read_is_taken_out_and_counted() -> None:
    scribe = Scribe()

    assert scribe.line("it\x92s \ud800here\x00") == "it’s here"
    assert (scribe.odd, scribe.first) == (3, "U+0092")


@given(st.text())
def test_whatever_is_tidy_can_be_a_text(words: str) -> None:
    scribe = Scribe()

    if line := scribe.line(words):
        assert Line(line).root == line
    if text := scribe.text(words):
        assert Text(text).root == text


trees: st.SearchStrategy[Any] = st.recursive(
    st.text(), lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside)
)


@given(st.dictionaries(st.text(), trees))
def test_whatever_is_readable_can_be_kept(tree: dict[str, Any]) -> None:
    kept = readable(tree)

    assert Theme.model_validate({"id": "a", "title": "A", "foreign": kept}).foreign == kept


def test_what_is_too_deep_or_long_is_cut() -> None:
    deep: Any = "x"
    for _ in range(DEEPEST + 5):
        deep = {"a": deep}

    kept = readable({"deep": deep, "long": "x" * (LONGEST + 1)})

    assert len(kept["long"]) == LONGEST
    assert Theme.model_validate({"id": "a", "title": "A", "foreign": kept}).foreign == kept
