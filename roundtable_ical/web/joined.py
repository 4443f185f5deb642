"""Feeds that were sent lately, each in one piece: a server hands one piece on faster than many."""

from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Protocol

MOST_BYTES = 16_000_000


class _Pieces(Protocol):
    """What is sent, in pieces."""

    @property
    def etag(self) -> str:
        """Equal tags, equal bytes."""
        ...

    @property
    def pieces(self) -> tuple[bytes, ...]:
        """The pieces."""
        ...

    @property
    def length(self) -> int:
        """Bytes of all of them."""
        ...


class Joined:
    """Keeps what was joined, within bounds; what was joined first goes first.

    Args:
        most_bytes: that are kept. What is larger is joined whenever it is sent.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: dict[str, tuple[bytes]] = {}
        self._bytes = 0
        self._lock = Lock()

    def of(self, whole: _Pieces) -> Iterable[bytes]:
        """Return *whole* in one piece, or in two where it is too large to be kept."""
        return self._kept.get(whole.etag) or self._join(whole)

    def _join(self, whole: _Pieces) -> Iterable[bytes]:
        length = whole.length
        if len(whole.pieces) == 1:
            return whole.pieces
        if length > self._most_bytes:
            return _in_two(whole.pieces, length)
        with self._lock:  # several that ask for the same must not join it several times
            if whole.etag in self._kept:
                return self._kept[whole.etag]
            while self._bytes + length > self._most_bytes:
                (oldest,) = self._kept.pop(next(iter(self._kept)))
                self._bytes -= len(oldest)
            self._kept[whole.etag] = one = (b"".join(whole.pieces),)
            self._bytes += length
            return one


def _in_two(pieces: tuple[bytes, ...], length: int) -> Iterator[bytes]:
    """Yield the larger part, then the rest, which is joined once the server has copied the first.

    So never all of it is there twice. More parts would take less memory, but granian holds two for
    a slow reader, and keeps the thread, of which there are few, until it has handed on the others.
    """
    taken = 0
    for position, piece in enumerate(pieces, start=1):
        taken += len(piece)
        if taken * 3 >= length * 2:
            yield b"".join(pieces[:position])
            yield b"".join(pieces[position:])
            return
