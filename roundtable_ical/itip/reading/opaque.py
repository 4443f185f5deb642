"""What stands in an S/MIME message that is signed, and not beside the signature.

Outlook signs so by default. The signature is not verified: who sent it is asked elsewhere, as of
a mail without one.
"""

from collections.abc import Iterator

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_SEQUENCE, _SET, _OCTETS, _CONTEXT = 0x30, 0x31, 0x04, 0xA0
_BUILT = 0x20
_DEEPEST = 12
_MOST = 20_000


class _Broken(ValueError):
    """Not as ASN.1 is encoded."""


def signed_content(content: bytes) -> bytes | None:
    """Return the message in *content* (SignedData, BER or DER); None where there is none.

    Source: RFC 5652 sections 3, 5.1 and 5.2; X.690 section 8.1.
    """
    if _SIGNED_DATA not in content[:64]:
        return None
    try:
        whole = _one(content, 0, len(content), _SEQUENCE)
        signed = _one(content, *_inside(content, whole, _CONTEXT), _SEQUENCE)
        capsule = next(each for each in _elements(content, *signed) if each[0] == _SEQUENCE)
        start, end = _inside(content, capsule[1:], _CONTEXT)
        pieces = list(_octets(content, start, end, 0))
    except (_Broken, StopIteration):
        return None
    return b"".join(pieces) or None


def _inside(content: bytes, span: tuple[int, int], tag: int) -> tuple[int, int]:
    return next((start, end) for kind, start, end in _elements(content, *span) if kind == tag)


def _one(content: bytes, start: int, end: int, tag: int) -> tuple[int, int]:
    kind, first, last = next(_elements(content, start, end))
    if kind != tag:
        raise _Broken
    return first, last


def _octets(content: bytes, start: int, end: int, depth: int) -> Iterator[bytes]:
    for kind, first, last in _elements(content, start, end):
        if kind == _OCTETS:
            yield content[first:last]
        elif kind == _OCTETS | _BUILT and depth < _DEEPEST:
            yield from _octets(content, first, last, depth + 1)


def _elements(content: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield tag, and where the contents begin and end, of each element."""
    for _ in range(_MOST):
        if start >= end or content[start : start + 2] == b"\0\0":
            return
        tag, first, last, after = _element(content, start, end, 0)
        yield tag, first, last
        start = after


def _element(content: bytes, start: int, end: int, depth: int) -> tuple[int, int, int, int]:
    if start + 2 > end or depth > _DEEPEST:
        raise _Broken
    tag, size = content[start], content[start + 1]
    first = start + 2
    if size == 0x80:
        at = first
        for _ in range(_MOST):
            if content[at : at + 2] == b"\0\0":
                return tag, first, at, at + 2
            at = _element(content, at, end, depth + 1)[3]
        raise _Broken
    if size > 0x80:
        width = size - 0x80
        size = int.from_bytes(content[first : first + width], "big")
        first += width
        if width > 4:
            raise _Broken
    last = first + size
    if last > end:
        raise _Broken
    return tag, first, last, last
