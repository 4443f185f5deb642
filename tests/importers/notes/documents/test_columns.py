"""Columns on printed pages, and the order of reading."""

from roundtable_ical.importers.notes.documents.columns import (
    Part,
    Stops,
    in_order,
    starts_with_time,
    stops,
)
from roundtable_ical.importers.notes.documents.glyphs import Row, Run, Word

WIDTH = 600.0


def run(text: str, x: float) -> Run:
    words = []
    for word in text.split():
        words.append(Word(text=word, x0=x, x1=x + 5 * len(word), bold=False))
        x += 5 * len(word) + 3
    return Run(words=tuple(words))


def row(base: float, **runs: str) -> Row:
    """Return a row of runs by where they begin: ``x50="9:00"``."""
    placed = tuple(run(text, float(x[1:])) for x, text in runs.items())
    return Row(runs=placed, base=base, size=10, page=1)


def test_times_are_known_by_their_looks() -> None:
    yes = ("9:00", "09h30 - 10h00", "9 am", "14.00 Panel", "1330-1500 hrs")
    no = ("Panel 9", "2019", "9 May", "1.5 million")

    assert [starts_with_time(text) for text in yes] == [True] * 5
    assert [starts_with_time(text) for text in no] == [False] * 4


def test_edges_that_come_again_are_columns() -> None:
    agenda = [row(100 + 12 * n, x50="9:00", x150="Opening") for n in range(3)]

    assert stops([*agenda, row(200, x50="far", x300="apart")]) == Stops(at=(150.0,))


def test_a_gap_is_a_column_where_it_comes_again_or_is_very_wide() -> None:
    at = Stops(at=(150.0,))

    found = [at.apply(each) for each in (row(1, x50="a", x150="b"), row(1, x50="a", x75="b"))]

    assert [len(each.runs) for each in found] == [2, 1]


def test_a_row_whose_gaps_are_all_alike_is_justified() -> None:
    (run_,) = Stops().apply(row(1, x50="aa", x100="bb", x150="cc")).runs

    assert run_.text == "aa bb cc"


def test_a_time_is_parted_from_its_words_however_small_the_gap() -> None:
    found = Stops(at=(73.0,)).apply(row(1, x50="9:00 Opening session"))

    assert [each.text for each in found.runs] == ["9:00", "Opening session"]


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    full = "this is a line of text that fills its column here"
    page = [
        row(
            100,
            x50="A title over both of the columns, as wide as these are here and wider",
        )
    ]
    page += [row(120 + 12 * n, x50=full, x330=full) for n in range(8)]

    parts = in_order(page, WIDTH)

    assert [(part.is_column, len(part.rows), part.rows[0].x0) for part in parts] == [
        (False, 1, 50),
        (True, 8, 50),
        (True, 8, 330),
    ]


def test_a_table_is_no_newspaper() -> None:
    page = [row(100 + 12 * n, x50="9:00", x330="Opening of the day") for n in range(8)]

    assert in_order(page, WIDTH) == [Part(rows=tuple(page))]


def test_an_agenda_beside_other_words_is_read_behind_them() -> None:
    left = [row(100 + 12 * n, x50="Organizers of it") for n in range(7)]
    right = [row(105 + 12 * n, x310="9:00 Opening of the talks") for n in range(7)]
    page = sorted([*left, *right], key=lambda each: each.base)

    assert in_order(page, WIDTH) == [
        Part(rows=tuple(left), is_column=True),
        Part(rows=tuple(right), is_column=True),
    ]
