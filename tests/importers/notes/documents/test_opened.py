"""The bounds of a document."""

import pytest

from roundtable_ical.importers.notes.documents.opened import (
    LONGEST_LINE,
    MOST_LINES,
    Unreadable,
    bounded,
    refuse,
    within,
)
from roundtable_ical.importers.notes.lines import Document, Line


def document(*texts: str) -> Document:
    return Document(lines=tuple(Line(number=n, text=text) for n, text in enumerate(texts, 1)))


def test_a_refusal_says_what_is_wrong_where_and_what_to_do() -> None:
    with pytest.raises(Unreadable) as refusal:
        refuse("damaged", "it is broken", "mend it", 3)

    assert (str(refusal.value), refusal.value.line) == ("it is broken; mend it", 3)


def test_a_file_may_have_as_many_bytes_as_it_may() -> None:
    within(2_000_000, 2_000_000)

    with pytest.raises(Unreadable, match=r"the file has 2\.1 MB, more than 2 MB"):
        within(2_100_000, 2_000_000)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (document(), "there is no text in the file"),
        (document("", " "), "there is no text in the file"),
        (document("a", "b" * (LONGEST_LINE + 1)), "a line has 10,001 characters"),
        (document(*["a"] * (MOST_LINES + 1)), "the document has 20,001 lines"),
    ],
)
def test_a_document_nobody_wrote_is_refused(wrong: Document, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        bounded(wrong)


def test_a_document_within_bounds_is_let_through() -> None:
    agenda = document("", "09:00 Opening")

    assert bounded(agenda) == agenda


def test_gaps_and_drawn_lines_are_no_longer_than_they_need_to_be() -> None:
    """Reading takes time with the square of them."""
    gap, drawn, leader = " " * 5_000, "- " * 2_000, "." * 300

    found = bounded(document(f"Room 4,{gap}New York", f"a {drawn}b", f"Welcome {leader} 9.00"))

    assert [line.text for line in found.lines] == [
        f"Room 4,{' ' * 100}New York",
        f"a {'- ' * 100}b",
        f"Welcome {'.' * 100} 9.00",
    ]
