"""Markup inside a line."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.documents.inline import Words, marked, plain


def test_plain_text_loses_the_marks_that_people_put_into_it() -> None:
    assert plain("**Venue**: [Room 1](https://example.org) R&amp;D, a*b*c") == Words(
        text="Venue: Room 1 R&D, a*b*c", strong=("Venue",), links=("https://example.org",)
    )


def test_markdown_is_what_is_seen_of_it() -> None:
    found = marked("**Talk** by [Ana](https://ana.example) <span class='x'>at 9</span> &lt;b&gt;")

    assert found == (
        Words(text="Talk by Ana at 9 <b>", strong=("Talk",), links=("https://ana.example",)),
    )


def test_marks_may_reach_over_line_ends() -> None:
    assert marked("a **b\nc** d") == (
        Words(text="a b", strong=("b",)),
        Words(text="c d", strong=("c",)),
    )


def test_a_break_inside_a_cell_is_a_line_feed() -> None:
    assert marked("a<br>b") == (Words(text="a\nb"),)


def test_a_knot_of_marks_is_plain_text() -> None:
    assert marked("[" * 5_000) == (Words(text="[" * 5_000),)


@given(st.text(alphabet="ab *_[]()<>&;`\\\n", max_size=60))
def test_nothing_written_makes_it_fail(text: str) -> None:
    assert marked(text) is not None
    assert plain(text).text is not None
