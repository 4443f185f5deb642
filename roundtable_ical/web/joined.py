"""Feeds that were sent lately, each in one piece: a server hands one piece on faster than many."""

from threading import Lock
from typing import Protocol

MOST_BYTES = 32_000_000


class _Pieces(Protocol):
    """What is sent, in pieces; the same object as long as they are the same."""

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
        most_bytes: that are kept. What is larger is sent in its pieces.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: dict[_Pieces, tuple[bytes, ...]] = {}
        self._bytes = 0
        self._lock = Lock()

    def of(self, whole: _Pieces) -> tuple[bytes, ...]:
        """Return *whole* in one piece, or in its own where that is too large to be kept."""
        return self._kept.get(whole) or self._join(whole)

    def _join(self, whole: _Pieces) -> tuple[bytes, ...]:
        length = whole.length
        if len(whole.pieces) == 1 or length > self._most_bytes:
            return whole.pieces
        with self._lock:  # several that ask for the same must not join it several times
            if whole in self._kept:
                return self._kept[whole]
            while self._bytes + length > self._most_bytes:
                oldest = next(iter(self._kept))
                del self._kept[oldest]
                self._bytes -= oldest.length
            self._kept[whole] = one = (b"".join(whole.pieces),)
            self._bytes += length
            return one
