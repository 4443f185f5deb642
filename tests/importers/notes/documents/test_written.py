"""What text formats have in common."""

import pytest

from roundtable_ical.importers.decoded import Decoded
from roundtable_ical.importers.notes.documents import plain
from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.importers.notes.documents.written import indent_of, opened_as, text_of
from roundtable_ical.ports import Source


def test_a_tab_stands_for_up_to_eight_columns() -> None:
    assert [indent_of(line) for line in ("a", "  a", "\ta", "  \ta", "\t a")] == [0, 2, 8, 8, 9]


def test_a_text_that_is_none_is_refused_with_the_way_out() -> None:
    with pytest.raises(
        Unreadable, match=r"binary file; save the document as \.docx, \.pdf or text"
    ):
        text_of(Source("note.txt", b"\0" * 20))


def test_a_text_that_is_too_large_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(Unreadable, match=r"the file has 3\.0 MB, more than 2 MB"):
        text_of(Source("note.txt", b"a" * 3_000_000))


def test_a_line_that_is_too_long_is_refused_with_its_number() -> None:
    text = Decoded(text="a\n" + "b" * 20_000, encoding="utf-8")

    with pytest.raises(Unreadable) as refusal:
        opened_as(text, plain.document)

    assert refusal.value.line == 2
