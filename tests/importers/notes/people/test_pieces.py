from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.importers.notes.people.pieces import Piece, Shape, cut


def test_an_entry_is_cut_at_its_signs() -> None:
    assert cut("Ana Ruiz, Decana – UGR (tbc) “Title, of it”") == [
        Piece("", Shape.PLAIN, "Ana Ruiz", 0, 8),
        Piece(",", Shape.PLAIN, "Decana", 10, 16),
        Piece("–", Shape.PLAIN, "UGR", 19, 22),
        Piece("", Shape.BRACKETED, "tbc", 23, 28),
        Piece("", Shape.QUOTED, "Title, of it", 29, 43),
    ]


def test_a_bracket_that_stays_open_ends_with_the_entry() -> None:
    assert [piece.text for piece in cut("Ana Ruiz (tbc")] == ["Ana Ruiz", "tbc"]


@given(st.text(alphabet='Ab ,;:()[]“”"–-/|.\n', max_size=60))
def test_pieces_stand_where_they_say(text: str) -> None:
    for piece in cut(text):
        assert piece.text in text[piece.start : piece.end]
