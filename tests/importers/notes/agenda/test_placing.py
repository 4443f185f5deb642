"""Where lines without a time belong."""

from roundtable_ical.importers.notes.agenda.placing import block_above, has_indents, is_aside
from roundtable_ical.importers.notes.agenda.rows import Rough
from roundtable_ical.importers.notes.lines import Line


def rough(*body: Line, title: str = "Talk") -> Rough:
    return Rough(line=1, hours=None, day=None, parts=[title], body=list(body))


def test_brackets_alone_behind_a_time_are_an_aside() -> None:
    below = Line(number=2, text="Opening")

    assert is_aside(rough(title="(60 minutes)"), below)
    assert not is_aside(rough(title="Opening (60 minutes)"), below)


def test_indents_are_seen_where_most_lines_under_items_have_them() -> None:
    indented, plain = Line(number=2, text="a", indent=4), Line(number=2, text="a")

    assert has_indents([rough(indented), rough(indented), rough()])
    assert not has_indents([rough(plain), rough(indented), rough()])


def test_the_block_above_begins_behind_the_last_blank_line() -> None:
    lines = [Line(number=at, text=text) for at, text in enumerate(("a", "", "b", "c"), 1)]

    assert [line.text for line in block_above(lines)] == ["b", "c"]
