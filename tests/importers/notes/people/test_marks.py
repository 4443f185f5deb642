import pytest

from roundtable_ical.importers.notes.people.marks import mark_of, part_of, replace_sign
from roundtable_ical.importers.notes.people.pieces import Piece, cut
from roundtable_ical.importers.notes.people.wording import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tbc", Kind.TBC),
        ("Moderator", Kind.ROLE),
        ("online", Kind.MODE),
        ("in French", Kind.MODE),
        ("she/her", Kind.MODE),
    ],
)
def test_words_alone_in_a_piece_are_marks(text: str, kind: Kind) -> None:
    mark = mark_of(cut(text)[0])

    assert mark is not None
    assert mark.kind is kind


def test_a_name_is_no_mark() -> None:
    assert mark_of(cut("Ana Ruiz")[0]) is None


def test_a_part_stands_where_it_stood() -> None:
    piece = cut("Talk by Ana Ruiz")[0]
    part = part_of(piece, 7)

    assert (part.text, part.start, part.end) == ("Ana Ruiz", 8, 16)
    assert replace_sign(part, "by") == Piece("by", part.shape, part.text, part.start, part.end)
