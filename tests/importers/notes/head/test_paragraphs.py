"""Wrapped lines become paragraphs again."""

from roundtable_ical.importers.notes.head.paragraphs import mended, paragraphs
from roundtable_ical.importers.notes.lines import Line


def texts(*words: str) -> list[str]:
    lines = [Line(number=number, text=text) for number, text in enumerate(words, 1)]
    return [each.text for each in paragraphs(lines)]


def test_lines_that_were_wrapped_are_joined_and_blank_lines_part_them() -> None:
    wrapped = (
        "A paragraph that is broken because the page",
        "is narrow, and one more.",
        "",
        "New.",
    )

    assert texts(*wrapped) == [
        "A paragraph that is broken because the page is narrow, and one more.",
        "New.",
    ]


def test_paragraphs_of_a_text_processor_stay_apart() -> None:
    long = "A whole paragraph in one line, " * 8

    assert texts(long, "Another one.") == [long.strip(), "Another one."]


def test_a_bullet_begins_a_paragraph_that_goes_on_below_it() -> None:
    lines = [
        Line(number=1, text="one thing that is", bullet="-"),
        Line(number=2, text="important"),
        Line(number=3, text="another", bullet="-"),
    ]

    assert [(each.bullet, each.text, each.lines) for each in paragraphs(lines)] == [
        ("-", "one thing that is important", (1, 2)),
        ("-", "another", (3,)),
    ]


def test_a_word_broken_by_a_line_end_is_mended_and_a_hanging_hyphen_is_not() -> None:
    assert mended("well- structured  labour") == "well-structured labour"
    assert mended("short- and long-term") == "short- and long-term"
