"""Edits are as small as the change is; what has another shape is written anew by itself."""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode

from roundtable_ical.exporters.yaml_edits import Editor
from roundtable_ical.exporters.yaml_layout import applied


def changed(text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    root = YAML(typ="safe", pure=True).compose(text)
    assert isinstance(root, MappingNode)
    return applied(text, Editor(text).edits(root, old, new))


def test_a_value_inside_brackets_is_replaced_by_itself() -> None:
    text = "a: {b: 'one',   c: two}  # why\n"

    found = changed(text, {"a": {"b": "one", "c": "two"}}, {"a": {"b": "1, 2", "c": "two"}})

    assert found == "a: {b: '1, 2',   c: two}  # why\n"


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
