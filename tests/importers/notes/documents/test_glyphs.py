"""Letters on a page, and the rows of words that they make."""

from roundtable_ical.importers.notes.documents.glyphs import Glyph, bold_words, rows


def letters(
    text: str, x: float = 50, base: float = 100, size: float = 10, *, bold: bool = False
) -> list[Glyph]:
    """Return letters of half their size's width, one beside the other."""
    wide = size / 2
    return [
        Glyph(
            text=letter,
            x0=x + n * wide,
            x1=x + (n + 1) * wide,
            base=base,
            bottom=base + 2,
            size=size,
            bold=bold,
        )
        for n, letter in enumerate(text)
    ]


def test_blanks_part_words_and_wide_gaps_part_runs() -> None:
    (row,) = rows([*letters("9:00 am"), *letters("Opening", x=150)], page=1)

    assert [[word.text for word in run.words] for run in row.runs] == [["9:00", "am"], ["Opening"]]
    assert (row.text, row.x0, row.x1) == ("9:00 am  Opening", 50, 185)


def test_gaps_part_words_where_a_page_has_no_blanks() -> None:
    (row,) = rows([*letters("Open"), *letters("now", x=73)], page=1)

    assert row.text == "Open now"


def test_rows_are_read_from_top_to_bottom() -> None:
    found = rows([*letters("b", base=120), *letters("a", base=100)], page=3)

    assert [(row.text, row.page) for row in found] == [("a", 3), ("b", 3)]


def test_a_footnote_mark_is_raised_in_the_row_it_stands_above() -> None:
    (row,) = rows([*letters("Baier"), *letters("1", x=75, base=96, size=6)], page=1)

    assert row.text == "Baier¹"


def test_letters_printed_twice_are_there_once() -> None:
    (row,) = rows([*letters("Bold"), *letters("Bold", x=50.4)], page=1)

    assert row.text == "Bold"


def test_a_line_drawn_with_signs_is_no_word() -> None:
    assert rows(letters("______"), page=1) == []


def test_bold_words_that_follow_each_other_are_one() -> None:
    (row,) = rows([*letters("Ms. Ana ", bold=True), *letters("Chile", x=90)], page=1)

    assert list(bold_words(row.runs)) == ["Ms. Ana"]
