"""Whether the compressed parts of a PDF can be unpacked without filling the memory."""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator
from dataclasses import dataclass

from roundtable_ical.importers.notes.documents.opened import refuse

LARGEST = 24_000_000
"""Bytes of one unpacked part; the drawing of a page with maps has some 5 MB."""

LARGEST_OF_ALL = 120_000_000
LARGEST_WRITTEN = 4_000_000
"""Bytes of a part that is written in letters (ASCII85) or packed in another old way."""

_STEP = 65_536
_STREAM = re.compile(rb"stream\r?\n")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_OBJECT = re.compile(rb"\bobj\b")
_HEAD = 2_000
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)\b")
_OLD = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_AGAIN = "print it to a new PDF, or save the text as .docx"


@dataclass(frozen=True, slots=True)
class _Stream:
    """Where a part begins and ends, and what is said of it in front."""

    start: int
    end: int
    head: bytes


def checked(content: bytes) -> bytes:
    """Return a PDF whose parts unpack to what a document can have.

    Nobody looks at its pictures: large ones are made unreadable, so that a page that calls one its
    text is empty.

    Raises:
        Unreadable: something in it, other than a picture, unpacks to more.
    """
    total = 0
    blind = bytearray()
    for stream in _streams(content):
        size = _unpacked(content, stream)
        total += size
        if size <= LARGEST and total <= LARGEST_OF_ALL:
            continue
        if not _IMAGE.search(stream.head):
            message = f"a part of the file unpacks to more than {LARGEST // 1_000_000} MB"
            refuse("too-large", message, _AGAIN)
        total -= size
        blind = blind or bytearray(content)
        blind[stream.start : stream.start + 2] = b"\0\0"
    return bytes(blind) if blind else content


def _streams(content: bytes) -> Iterator[_Stream]:
    """Yield every part of a PDF that has content of its own."""
    for found in _STREAM.finditer(content):
        if content[found.start() - 3 : found.start()] == b"end":
            continue
        head = content[max(0, found.start() - _HEAD) : found.start()]
        begins = [each.end() for each in _OBJECT.finditer(head)]
        end = content.find(b"endstream", found.end())
        yield _Stream(
            start=found.end(),
            end=len(content) if end < 0 else end,
            head=head[begins[-1] :] if begins else head,
        )


def _unpacked(content: bytes, stream: _Stream) -> int:
    """Return to how many bytes a part unpacks at least, or `LARGEST` and one more."""
    length = stream.end - stream.start
    if _IMAGE.search(stream.head) and not re.search(rb"/(?:FlateDecode|Fl)\b", stream.head):
        return 0
    if _OLD.search(stream.head) and length > LARGEST_WRITTEN // 20:
        return LARGEST + 1
    if not _LETTERS.search(stream.head):
        return _inflated(content[stream.start : stream.end])
    if length > LARGEST_WRITTEN:
        return LARGEST + 1
    return _inflated(_from_letters(content[stream.start : stream.end].strip()))


def _from_letters(written: bytes) -> bytes:
    try:
        if re.fullmatch(rb"[0-9A-Fa-f\s]*>?", written[:_HEAD]):
            return bytes.fromhex(written.rstrip(b">").decode("ascii"))
        return a85decode(written.removeprefix(b"<~").removesuffix(b"~>"))
    except ValueError:
        return b""


def _inflated(packed: bytes) -> int:
    """Return to how many bytes *packed* unpacks; what is packed several times counts each time."""
    unpacker = zlib.decompressobj()
    inner = None
    size = 0
    try:
        for at in range(0, len(packed), _STEP):
            data = packed[at : at + _STEP]
            while data and size <= LARGEST and not unpacker.eof:
                out = unpacker.decompress(data, 1_000_000)
                data = unpacker.unconsumed_tail
                if size == 0 and out[:1] in {b"\x78", b"\x48", b"\x68", b"\x58"}:
                    inner = bytearray()
                size += len(out)
                if inner is not None and len(inner) < LARGEST:
                    inner += out
            if unpacker.eof or size > LARGEST:
                break
    except zlib.error:
        return size
    return (
        max(size, _inflated(bytes(inner))) if inner and len(inner) < len(packed) * 2_000 else size
    )
