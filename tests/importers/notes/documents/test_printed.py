"""From rows on pages to lines."""

from dataclasses import replace

from roundtable_ical.importers.notes.documents.columns import Stops
from roundtable_ical.importers.notes.documents.glyphs import Row, Run, Word
from roundtable_ical.importers.notes.documents.measures import Measures
from roundtable_ical.importers.notes.documents.printed import Setter
from roundtable_ical.importers.notes.lines import Line

FULL = "a text that is as wide as the page is, and goes on from here"


def run(text: str, x: float, *, bold: bool = False) -> Run:
    words = []
    for word in text.split():
        words.append(Word(text=word, x0=x, x1=x + 4.5 * len(word), bold=bold))
        x += 4.5 * len(word) + 2.5
    return Run(words=tuple(words))


SET_AS = Measures(left=50, right=run(FULL, 50).x1 + 2, size=10, leading=12)


def row(base: float, *runs: tuple[float, str], page: int = 1) -> Row:
    return Row(runs=tuple(run(text, x) for x, text in runs), base=base, size=10, page=page)


def lines(*rows: Row, stops: tuple[float, ...] = (150.0,), set_as: Measures = SET_AS) -> list[Line]:
    return list(Setter(measures=set_as, stops=Stops(at=stops)).lines(rows))


def test_columns_are_parted_by_tabs_and_what_hangs_is_indented() -> None:
    agenda = (row(100, (50, "9:00"), (150, "Opening")), row(112, (150, "Ms. Ana, Chile")))

    assert lines(*agenda) == [
        Line(number=1, text="9:00\tOpening", page=1),
        Line(number=2, text="Ms. Ana, Chile", indent=20, page=1),
    ]


def test_what_had_no_room_goes_on_in_one_line() -> None:
    found = lines(row(100, (50, FULL)), row(112, (50, "to here.")), row(124, (50, "Next.")))

    assert found == [
        Line(number=1, text=f"{FULL} to here.", page=1),
        Line(number=3, text="Next.", page=1),
    ]


def test_what_had_room_begins_a_line() -> None:
    found = lines(row(100, (50, "Mr. Bo, Minister")), row(112, (50, "of Finance")))

    assert [line.text for line in found] == ["Mr. Bo, Minister", "of Finance"]


def test_a_name_begins_a_line_even_under_a_full_one() -> None:
    found = lines(row(100, (150, FULL[:44])), row(112, (150, "Mr. Bo")))

    assert [line.text for line in found] == [FULL[:44], "Mr. Bo"]


def test_room_between_rows_is_a_blank_line() -> None:
    assert [line.text for line in lines(row(100, (50, "a")), row(130, (50, "b")))] == ["a", "", "b"]


def test_a_line_may_go_on_over_the_page() -> None:
    found = lines(row(780, (50, FULL)), row(60, (50, "to there."), page=2))

    assert [(line.text, line.page) for line in found] == [(f"{FULL} to there.", 1)]


def test_a_bullet_is_no_column_and_its_words_go_on_under_them() -> None:
    found = lines(row(100, (60, "•"), (78, FULL[:55])), row(112, (78, "to here")))

    assert found == [Line(number=1, text=f"{FULL[:55]} to here", indent=2, bullet="•", page=1)]


def test_the_second_half_of_a_time_belongs_to_the_first() -> None:
    found = lines(row(100, (50, "9:00 –"), (150, "Opening")), row(112, (50, "9:30")))

    assert [line.text for line in found] == ["9:00 – 9:30\tOpening"]


def test_cells_of_a_table_without_lines_go_on_below() -> None:
    found = lines(
        row(100, (50, "9:00"), (150, "Opening of the"), (300, "Ms. Ana")),
        row(112, (150, "meeting"), (300, "Mr. Bo")),
        stops=(150.0, 300.0),
    )

    assert [line.text for line in found] == ["9:00\tOpening of the meeting\tMs. Ana\nMr. Bo"]


def test_a_hyphen_that_only_parts_a_word_is_left_out() -> None:
    full = "a text that is as wide as the page is and its govern-"
    known = replace(SET_AS, right=run(full, 50).x1 + 2, known=frozenset({"governance"}))

    (parted,) = lines(row(100, (50, full)), row(112, (50, "ance")), set_as=known)
    (kept,) = lines(row(100, (50, full)), row(112, (50, "led")), set_as=known)

    assert (parted.text[-10:], kept.text[-10:]) == ("governance", "govern-led")


def test_a_column_of_a_newspaper_has_edges_of_its_own() -> None:
    setter = Setter(measures=Measures(left=50, right=550, size=10, leading=12), stops=Stops())
    column = [row(100, (50, FULL)), row(112, (50, "to here"))]

    assert [line.text for line in setter.lines(column, is_column=True)] == [f"{FULL} to here"]
    assert setter.number == 2
