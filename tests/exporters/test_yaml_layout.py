"""Where values end, and what belongs to them."""

from ruamel.yaml import YAML

from roundtable_ical.exporters.yaml_layout import Edit, Layout, applied

TEXT = """\
a: b   # remark
# of c
c: |
  text

d:
  - e

# the end
"""


def test_edits_are_made_where_they_belong() -> None:
    edits = [Edit(4, 5, "E"), Edit(0, 1, "A"), Edit(2, 2, "+")]

    assert applied("abcdefg", edits) == "Ab+cdEfg"
    assert applied("abcdefg", edits, 3) == "dEfg"


def test_a_value_ends_before_what_stands_behind_it() -> None:
    layout = Layout(TEXT)
    root = YAML(typ="safe", pure=True).compose(TEXT)

    ends = [TEXT[: layout.end(value)].rpartition("\n")[2] for _, value in root.value]

    assert ends == ["a: b", "  text", "  - e"]
    assert [layout.has_remark(layout.end(value)) for _, value in root.value] == [True, False, False]


def test_an_entry_goes_with_the_comments_right_above_it() -> None:
    layout = Layout(TEXT)
    root = YAML(typ="safe", pure=True).compose(TEXT)

    key, value = root.value[1]
    edit = layout.without_entry(key, value, 0)

    assert TEXT[edit.start : edit.end] == "# of c\nc: |\n  text\n"
