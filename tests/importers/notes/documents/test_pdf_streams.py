"""The compressed parts of a PDF."""

import zlib
from base64 import a85encode

import pytest

from roundtable_ical.importers.notes.documents.opened import Unreadable
from roundtable_ical.importers.notes.documents.pdf_streams import checked


def pdf(head: bytes, content: bytes) -> bytes:
    return b"%%PDF-1.7\n1 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (head, content)


BOMB = zlib.compress(bytes(40_000_000), 9)
FLATE = b"/Filter/FlateDecode"


def test_an_ordinary_part_is_let_through() -> None:
    document = pdf(FLATE, zlib.compress(b"BT (9:00) Tj ET"))

    assert checked(document) is document


@pytest.mark.parametrize(
    ("head", "content"),
    [
        (FLATE, BOMB),
        (b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(BOMB)),
        (b"/Filter[/ASCII85Decode/FlateDecode]", a85encode(BOMB) + b"~>"),
        (b"/Filter/LZWDecode", b"\x80" * 300_000),
    ],
)
def test_what_unpacks_to_too_much_is_refused(head: bytes, content: bytes) -> None:
    with pytest.raises(Unreadable, match="a part of the file unpacks to more than 24 MB"):
        checked(pdf(head, content))


def test_a_large_picture_is_no_reason_to_refuse_but_is_made_unreadable() -> None:
    document = pdf(b"/Subtype/Image" + FLATE, BOMB)

    assert checked(document) == document.replace(BOMB, b"\0\0" + BOMB[2:])
