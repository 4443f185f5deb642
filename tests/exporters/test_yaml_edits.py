"""Edits are as small as the change is; what has another shape is written anew by itself."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode

from roundtable_ical.exporters.yaml_edits import Editor
from roundtable_ical.exporters.yaml_layout import applied
from roundtable_ical.exporters.yaml_lines import flowing
from roundtable_ical.exporters.yaml_scalars import block, inline, quoted
from roundtable_ical.exporters.yaml_values import composed, plain


def changed(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    root = YAML(typ="safe", pure=True).compose(text)
    assert isinstance(root, MappingNode)
    edits = Editor(text).edits(root, old, new)
    assert edits is not None
    return applied(text, edits)


def test_a_value_inside_brackets_is_replaced_by_itself() -> None:
    text = "a: {b: 'one',   c: two}  # why\n"

    found = changed(text, {"a": {"b": "one", "c": "two"}}, {"a": {"b": "1, 2", "c": "two"}})

    assert found == "a: {b: '1, 2',   c: two}  # why\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"b": "one", "z": "1", "c": "2"}, 'a: {b: \'one\', z: "1",   c: "2"}  # why\n'),
        ({"z": "x, y", "b": "one", "c": "two"}, "a: {z: \"x, y\", b: 'one',   c: two}  # why\n"),
        ({"b": "one", "c": "two", "d": ["e"]}, "a: {b: 'one',   c: two, d: [e]}  # why\n"),
        ({"b": "one", "c": "two", "d": "e" * 90}, f"a: {{b: one, c: two, d: {'e' * 90}}}  # why\n"),
    ],
)
def test_brackets_take_new_keys_while_the_line_is_not_too_long(
    new: dict[str, Any], expected: str
) -> None:
    text = "a: {b: 'one',   c: two}  # why\n"

    assert changed(text, {"a": {"b": "one", "c": "two"}}, {"a": new}) == expected


def test_brackets_with_other_keys_are_written_anew() -> None:
    text = "a: {b: one, c: two}  # why\nd: e\n"

    found = changed(text, {"a": {"b": "one", "c": "two"}, "d": "e"}, {"a": {"b": "one"}, "d": "e"})

    assert found == "a: {b: one}  # why\nd: e\n"


def test_a_default_that_is_written_out_stays_until_it_changes() -> None:
    text = "a: b\ntbc: false\n"

    assert changed(text, {"a": "b"}, {"a": "c"}) == "a: c\ntbc: false\n"
    assert changed(text, {"a": "b"}, {"a": "b", "tbc": "true"}) == 'a: b\ntbc: "true"\n'


def test_a_key_without_a_value_gets_one() -> None:
    new = {"a": "x", "b": "c"}

    assert changed("a:\nb: c\n", {"b": "c"}, new) == "a: x\nb: c\n"
    assert changed("a:   # why\n\n# b\nb: c\n", {"b": "c"}, new) == "a: x   # why\n\n# b\nb: c\n"


def test_items_are_found_by_their_ids() -> None:
    text = "p:\n- id: a\n  t: one\n# of b\n- id: b\n  t: two\n"
    old = {"p": [{"id": "a", "t": "one"}, {"id": "b", "t": "two"}]}
    new = {"p": [{"id": "b", "t": "three"}, {"id": "a", "t": "one"}]}

    assert changed(text, old, new) == "p:\n# of b\n- id: b\n  t: three\n- id: a\n  t: one\n"


def test_a_line_that_begins_like_a_comment_inside_a_text_is_none() -> None:
    text = "a: |-\n  one\n  # two\nb: c\n"

    assert changed(text, {"a": "one\n# two", "b": "c"}, {"a": "one\n# two"}) == (
        "a: |-\n  one\n  # two\n"
    )


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        (  # a new line at the end of one item is where the next one begins
            "p:\n- id: a\n- id: b\n- id: c\n",
            {"p": [{"id": "a", "t": "1"}, {"id": "b"}]},
            'p:\n- id: a\n  t: "1"\n- id: b\n',
        ),
        (
            "p:\n- id: a\n- id: b\n",
            {"p": [{"id": "b"}, {"id": "a", "t": "1"}]},
            'p:\n- id: b\n- id: a\n  t: "1"\n',
        ),
        (  # a new key that belongs before the one behind the hyphen
            "p:\n- id: a\n  t: one\n",
            {"p": [{"kind": "x", "id": "a", "t": "one"}]},
            "p:\n- id: a\n  kind: x\n  t: one\n",
        ),
        (  # a new key before one that goes with its comments
            "# of a\na: one\nb: two\n",
            {"z": "new", "b": "two"},
            "z: new\nb: two\n",
        ),
        (  # a hyphen in a comment between that of an item and what it says
            "p:\n- # - of a\n  id: a\n  t: one\n",
            {"p": [{"t": "one"}]},
            "p:\n- {t: one}\n",
        ),
    ],
)
def test_what_comes_and_goes_at_an_edge_is_where_it_belongs(
    text: str, new: dict[str, Any], expected: str
) -> None:
    root = composed(text)
    assert root is not None

    assert changed(text, plain(root), new) == expected


WORDS = st.sampled_from(
    (
        "one",
        "a: b",
        "# no",
        "it's",
        "x " * 60 + "x",
        "two\nlines",
        "- id: a",
        "08:15",
        "a #b",
        "{a}",
    )
)
KEYS = st.sampled_from(("id", "a", "b", "c d", "e:"))


def _inside(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    named = st.fixed_dictionaries(
        {"id": st.sampled_from("xyz")}, optional={"a": values, "b": values}
    )
    return st.one_of(
        st.lists(WORDS, min_size=1, max_size=3),
        st.lists(named, min_size=1, max_size=3),
        st.dictionaries(KEYS, values, min_size=1, max_size=3),
    )


VALUES = st.recursive(WORDS, _inside, max_leaves=8)
TREES = st.dictionaries(st.sampled_from(("id", "p", "q", "venues")), VALUES, min_size=1, max_size=4)


class Hand:
    """Writes a tree as people do: with comments, blanks, brackets and quotation marks anywhere."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def file(self, tree: dict[str, Any]) -> str:
        end = self._draw(st.sampled_from(("\n", "", "\n\n# end\n")))
        return "\n".join(self._mapping(tree, 0)) + end

    def _remark(self) -> str:
        return self._draw(st.sampled_from(("", "", "", "   # why", " # - id: a")))

    def _above(self, indent: int) -> list[str]:
        margin = " " * indent
        return self._draw(
            st.sampled_from(
                ([], [], [f"{margin}# above"], ["", "# far out", ""], [f"{margin}# 1", "", "# 2"])
            )
        )

    def _scalar(self, words: str, indent: int) -> list[str]:
        how = self._draw(st.sampled_from(("", "'", '"', "|")))
        lines = block(words, indent + 2) if how == "|" else None
        return lines or [quoted(words, how) or inline(words)]

    def _value(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, str):
            first, *rest = self._scalar(value, indent)
            return [f"{head} {first}{'' if rest else self._remark()}", *rest]
        if self._draw(st.integers(0, 3)) == 0:
            return [f"{head} {flowing(value)}{self._remark()}"]
        deeper = indent + self._draw(st.sampled_from((2, 4)))
        if isinstance(value, dict):
            return [head + self._remark(), *self._mapping(value, deeper)]
        column = indent if head.endswith(":") and self._draw(st.booleans()) else deeper
        return [
            head + self._remark(),
            *(line for each in value for line in self._item(each, column)),
        ]

    def _item(self, value: Any, indent: int) -> list[str]:
        margin = " " * indent
        if isinstance(value, dict) and self._draw(st.booleans()):
            first, *rest = self._mapping(value, indent + 2, behind=True)
            return [*self._above(indent), f"{margin}- {first[indent + 2 :]}", *rest]
        return [*self._above(indent), *self._value(f"{margin}-", value, indent)]

    def _mapping(self, tree: dict[str, Any], indent: int, *, behind: bool = False) -> list[str]:
        found: list[str] = []
        for key, value in tree.items():
            found += [] if behind and not found else self._above(indent)
            found += self._value(f"{' ' * indent}{inline(key, in_flow=True)}:", value, indent)
        return found


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a file that somebody has written by hand."""
    return Hand(draw).file(draw(TREES))


@st.composite
def altered(draw: st.DrawFn, value: Any) -> Any:
    """Draw what becomes of *value*: parts change, come, go, and change places."""
    if isinstance(value, str):
        return draw(st.one_of(st.just(value), WORDS))
    if isinstance(value, list):
        found = [draw(altered(each)) for each in value]
        found = list(draw(st.permutations(found))) if draw(st.booleans()) else found
        if len(found) > 1 and draw(st.booleans()):
            found.pop(draw(st.integers(0, len(found) - 1)))
        if draw(st.booleans()):
            new = {"id": "new", "a": draw(WORDS)} if isinstance(found[0], dict) else draw(WORDS)
            found.insert(draw(st.integers(0, len(found))), new)
        return found
    kept = {key: draw(altered(each)) for key, each in value.items()}
    gone = {key for key in kept if key != "id" and draw(st.integers(0, 4)) == 0}
    left = {key: each for key, each in kept.items() if key not in gone} or kept
    if draw(st.booleans()):
        return left
    new = {draw(st.sampled_from(("z", "y", "x y"))): draw(VALUES)}
    return {**left, **new} if draw(st.booleans()) else {**new, **left}


@settings(max_examples=150)
@given(data=st.data())
def test_whatever_is_changed_the_file_says_it_and_no_key_twice(data: st.DataObject) -> None:
    text = data.draw(files())
    root = composed(text)
    assert root is not None
    old = plain(root)
    new = data.draw(altered(old))

    after = composed(changed(text, old, new))

    assert after is not None
    assert plain(after) == new
