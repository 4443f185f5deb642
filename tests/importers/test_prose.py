"""HTML in texts becomes plain words."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.prose import one_line, prose


def test_paragraphs_lists_and_entities_are_kept_as_a_reader_sees_them() -> None:
    marked = "<p>Hello &amp; <b>welcome</b></p><ul><li>one</li><li>two</li></ul>A<br/>B"

    assert prose(marked) == "Hello & welcome\n\n- one\n- two\n\nA\nB"


def test_what_is_no_tag_stays() -> None:
    assert prose("<Veranstaltungsname> a < b > c") == "<Veranstaltungsname> a < b > c"


def test_scripts_and_comments_are_no_words() -> None:
    assert one_line("<script>x()</script>A<!-- note --> <i>B</i>\nC") == "A B C"


@given(st.text(alphabet="<>/abip &;\n", max_size=200))
def test_no_text_breaks_it(words: str) -> None:
    assert prose(words) == prose(words).strip()
