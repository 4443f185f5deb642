"""What a YAML file says after edits is told from the parts that they are in."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.nodes import MappingNode

from roundtable_ical.exporters.yaml import written
from roundtable_ical.exporters.yaml_edits import Editor
from roundtable_ical.exporters.yaml_layout import Edit, applied
from roundtable_ical.exporters.yaml_tree import tree
from roundtable_ical.exporters.yaml_values import composed, plain, plain_after
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.testing.events import events

FILE = """\
# head
id: day   # the day
words: |+
  several
  lines

hosts: [a, {b: c}]
nothing:
segments:
  # morning
  - id: one
    title: "One: first"
    start: 09:00   # sharp

  - {id: two, title: Two}
  - three
last:
- plain words
  over lines
- 'quoted'
"""


def said(text: str) -> dict[str, Any]:
    root = composed(text)
    assert isinstance(root, MappingNode)
    found: dict[str, Any] = plain(root)
    return found


def after(text: str, *edits: Edit) -> dict[str, Any] | None:
    root = composed(text)
    assert isinstance(root, MappingNode)
    return plain_after(text, root, edits)


def put(old: str, new: str, text: str = FILE) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), new)


def test_values_of_items_and_of_keys_are_read_again_and_the_others_kept() -> None:
    found = after(FILE, put("09:00", "09:05"), put("title: Two", "title: 2nd"), put("day", "night"))

    assert found == said(FILE) | {
        "id": "night",
        "segments": [
            {"id": "one", "title": "One: first", "start": "09:05"},
            {"id": "two", "title": "2nd"},
            "three",
        ],
    }


def test_a_key_more_at_the_end_of_an_item_is_its_own() -> None:
    at = FILE.index("  - {id: two")

    found = after(FILE, Edit(at, at, "    fixed: true\n"))

    assert found is not None
    assert found["segments"][0]["fixed"] == "true"


@pytest.mark.parametrize(
    "edit",
    [
        put("  - three\n", "  - three\n  - four\n"),
        put("  - three\n", ""),
        put("  - three\n", "  - three"),
        put("  - three\nlast:", "  - 3\nlast:"),
        put("'quoted'", "'open"),
        put("nothing:\n", "nothing:\n...\n"),
        put("id: day", "id: day\nno: 1"),
        put("  # morning\n", ""),
        put("nothing:\n", "nothing:\r...\n"),
        put("id: day", "  id: day"),
        put("  - three", "- three"),
        put("- plain", "&name\n- plain"),
        put("id: day", "&name\nid: day"),
        put("# head\n", "# foot\n"),
        put("title: Two", "id: 2"),
        put("title: Two", "[a]: b"),
    ],
)
def test_what_makes_more_or_fewer_parts_is_not_told(edit: Edit) -> None:
    assert after(FILE, edit) is None


def test_a_value_that_is_used_twice_is_not_told() -> None:
    text = "a: &name one\nb: *name\nc: 1\n"

    assert after(text, put("c: 1", "c: 2", text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: 2\na: 3\n",
        "a: [{b: 1, b: 2}]",
        "[a]: 1",
        "a: &a {b: *a}",
        "a: " + "[" * 31 + "]" * 31,
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefgh")),
    ],
)
def test_what_no_reader_of_programmes_takes_says_nothing(text: str) -> None:
    root = composed(text)
    assert root is not None

    assert plain(root) is None


WORDS = (
    "\n",
    "- ",
    "'",
    '"',
    "&a ",
    "!t ",
    "*a",
    ": ",
    " #",
    "|",
    "> ",
    "{",
    "]",
    "?",
    "  ",
    "\r...\n",
)


@settings(max_examples=400)
@given(data=st.data())
def test_whatever_is_typed_it_says_what_the_whole_file_says(data: st.DataObject) -> None:
    places = data.draw(
        st.lists(st.integers(0, len(FILE)), min_size=2, max_size=6, unique=True).map(sorted)
    )
    pairs = zip(places[::2], places[1::2], strict=False)
    words = st.lists(st.sampled_from(WORDS), max_size=4).map("".join)
    edits = [Edit(start, min(end, start + 12), data.draw(words)) for start, end in pairs]

    found = after(FILE, *edits)

    if found is not None:
        assert found == said(applied(FILE, edits))


@given(old=events(), new=events())
def test_whatever_an_event_becomes_its_file_says_it(old: SideEvent, new: SideEvent) -> None:
    text = written(old).decode()
    root = composed(text)
    assert isinstance(root, MappingNode)
    edits = Editor(text).edits(root, tree(old), tree(new))
    assert edits is not None

    found = plain_after(text, root, edits)

    assert found in (None, said(applied(text, edits)))
