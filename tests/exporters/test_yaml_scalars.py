"""Words in YAML: quotes only where they are needed, and every reader gets the same words back."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode

from roundtable_ical.exporters.yaml_scalars import WIDTH, block, inline, quoted
from roundtable_ical.exporters.yaml_tree import Plain

SIGNS = st.text(st.sampled_from("a1é \t\n:-#'\"\\[]{},&*!|>%@`?=~.<"), min_size=1, max_size=9)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=9)
WORDS = st.one_of(SIGNS, ANY).map(lambda words: words.strip(" \t\n\ufeff")).filter(bool)


def value(text: str) -> str:
    """Return the scalar of the one key in *text*."""
    node = YAML(typ="safe", pure=True).compose(StringIO(text))
    assert isinstance(node, MappingNode)
    return str(node.value[0][1].value)


@given(words=WORDS)
def test_words_are_read_back_from_a_line(words: str) -> None:
    assert value(f"key: {inline(words)}\n") == words


@given(words=WORDS)
def test_words_are_read_back_from_inside_brackets(words: str) -> None:
    written = inline(words, in_flow=True)

    node = YAML(typ="safe", pure=True).compose(f"[{{{written}: {written}, b: {written}}}]")

    [(key, first), (_, second)] = node.value[0].value
    assert (key.value, first.value, second.value) == (words, words, words)


@given(lines=st.lists(WORDS, min_size=1, max_size=5), gap=st.sampled_from(("\n", "\n\n", " ")))
def test_words_are_read_back_from_a_block(lines: list[str], gap: str) -> None:
    words = gap.join(lines * 8).strip(" \t\n")

    found = block(words, 2)

    assert found is None or value("key: " + "\n".join(found) + "\nother: 1\n") == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Welcome and opening", "Welcome and opening"),
        ("Workshop: a skills passport", '"Workshop: a skills passport"'),
        ("8.30 sharp", "8.30 sharp"),
        ("Rock'n'roll", "Rock'n'roll"),
        ('He said "no"', 'He said "no"'),
        ('"No", he said', "'\"No\", he said'"),
        ("2013", '"2013"'),
        ("null", '"null"'),
        ("no", '"no"'),
        ("#1", '"#1"'),
        ("a\u202eb", '"a\\u202Eb"'),
        (Plain("08:15"), "08:15"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(words: str, written: str) -> None:
    assert inline(words) == written


def test_a_long_text_is_folded_and_paragraphs_keep_their_lines() -> None:
    words = "word " * 40 + "end"

    folded, literal = block(words, 2), block("One.\n\nTwo.", 2)

    assert folded is not None
    assert folded[0] == ">-"
    assert max(map(len, folded)) <= WIDTH
    assert literal == ["|-", "  One.", "", "  Two."]
    assert block("short", 2) is None


def test_a_mark_that_cannot_say_the_words_is_not_taken() -> None:
    assert (quoted("a'b", "'"), quoted("a\tb", "'"), quoted("ab", None)) == ("'a''b'", None, None)
