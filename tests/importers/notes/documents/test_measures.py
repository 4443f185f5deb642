"""How a printed document is set."""

from roundtable_ical.importers.notes.documents.glyphs import Row, Run, Word
from roundtable_ical.importers.notes.documents.measures import measures


def row(base: float, text: str, size: float = 10, x0: float = 50) -> Row:
    word = Word(text=text, x0=x0, x1=x0 + 5 * len(text), bold=False)
    return Row(runs=(Run(words=(word,)),), base=base, size=size, page=1)


def test_edges_letters_and_distances_are_those_of_most_rows() -> None:
    rows = [row(60, "TITLE", 18, 200), *(row(100 + 12 * n, "some text") for n in range(9))]

    found = measures(rows)

    assert (found.left, found.right, found.size, found.leading) == (50, 95, 10, 12)
    assert not found.splits_words
    assert found.known == {"title", "some", "text"}


def test_a_document_that_parts_words_is_known_by_its_hyphens() -> None:
    rows = [row(100 + 12 * n, "govern-") for n in range(4)]

    assert measures(rows).splits_words
