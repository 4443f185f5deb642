"""Messages that are signed as Outlook does it: inside the signature."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.reading.opaque import signed_content

SIGNED = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")


def element(tag: int, *contents: bytes) -> bytes:
    inside = b"".join(contents)
    size = len(inside)
    return bytes([tag, size] if size < 128 else [tag, 0x82, *size.to_bytes(2, "big")]) + inside


def open_ended(tag: int, *contents: bytes) -> bytes:
    return bytes([tag, 0x80]) + b"".join(contents) + b"\0\0"


def signed(capsule: bytes) -> bytes:
    parts = element(2, b"\1"), element(0x31), capsule, element(0x31)
    return element(0x30, SIGNED, element(0xA0, element(0x30, *parts)))


def test_what_was_signed_is_read() -> None:
    assert (
        signed_content(signed(element(0x30, DATA, element(0xA0, element(4, b"text"))))) == b"text"
    )


def test_what_was_signed_in_pieces_of_unknown_length_is_put_together() -> None:
    pieces = element(4, b"te"), element(4, b"xt")
    capsule = open_ended(0x30, DATA, open_ended(0xA0, open_ended(0x24, *pieces)))

    assert signed_content(signed(capsule)) == b"text"


def test_nothing_is_read_where_nothing_is_inside() -> None:
    assert signed_content(signed(element(0x30, DATA))) is None
    assert signed_content(b"") is None
    assert signed_content(b"-----BEGIN PKCS7-----") is None


@given(st.binary(), st.integers(0, 60))
def test_a_broken_signature_is_no_message_and_no_error(stray: bytes, at: int) -> None:
    whole = signed(element(0x30, DATA, element(0xA0, element(4, b"text"))))

    found = signed_content(whole[:at] + stray + whole[at + len(stray) :])

    assert found is None or isinstance(found, bytes)


def test_brackets_without_end_are_given_up() -> None:
    assert signed_content(b"\x30\x80" + SIGNED + b"\xa0\x80\x30\x80" * 100_000) is None
