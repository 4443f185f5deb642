"""What stands on every page."""

from roundtable_ical.importers.notes.documents.glyphs import Row, Run, Word
from roundtable_ical.importers.notes.documents.repeated import Kept, without_repeated

HEIGHT = 800.0


def row(base: float, text: str, page: int) -> Row:
    word = Word(text=text, x0=50, x1=90, bold=False)
    return Row(runs=(Run(words=(word,)),), base=base, size=10, page=page)


def test_heads_and_feet_are_read_once_and_page_numbers_never() -> None:
    pages = [
        [
            row(30, "Forum", n),
            row(400, f"text {n}", n),
            row(760, "Secretariat", n),
            row(780, f"{n}/3", n),
        ]
        for n in (1, 2, 3)
    ]

    assert without_repeated(pages, HEIGHT) == Kept(
        pages=(tuple(pages[0][:2]), (pages[1][1],), (pages[2][1],)),
        repeated=("Forum", "Secretariat"),
        feet=(pages[0][2],),
    )


def test_a_single_page_keeps_all_but_its_number() -> None:
    page = [row(30, "Forum", 1), row(400, "9:00", 1), row(780, "Page 1 of 1", 1)]

    assert without_repeated([page], HEIGHT) == Kept(pages=(tuple(page[:2]),))


def test_what_repeats_amid_the_page_is_text() -> None:
    pages = [[row(400, "Coffee", n)] for n in (1, 2)]

    assert without_repeated(pages, HEIGHT) == Kept(pages=tuple(map(tuple, pages)))
