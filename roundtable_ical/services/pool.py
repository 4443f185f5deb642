"""Server processes of one machine that have one of them count for all.

A reader asks now this process, now that one: counted by each, one would be several, who come
seldom. So the visits of the last seconds go to the one that was first, by a socket in a folder that
only this user may enter; where it ends, another takes its place.
"""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from roundtable_ical.services.count_visits import Visit

FOLDER = "_ROUNDTABLE_POOL"
"""Variable that names the folder to processes of one server; none of the settings."""
_AT_ONCE = 50
"""Visits in one message; of so many the longest is within what a socket takes."""
_LONGEST = 300
_LISTENING = 0.2
_SENDING = 1.0
_SIZE = 1 << 18


class Pool:
    """The processes that share a folder.

    Args:
        folder: exists; of this server alone.
    """

    def __init__(self, folder: Path) -> None:
        self._place = folder / "visits"
        self._ear: socket.socket | None = None

    def passed_on(self, visits: Sequence[Visit]) -> bool:
        """Hand *visits* to the process that counts; False where that is this one."""
        for _ in range(2):  # the second time another process may have taken the place
            if self._ear is not None:
                return False
            try:
                self._send(visits)
            except TimeoutError:  # it has more than it can take: what is left over is not counted
                return True
            except FileNotFoundError:
                self._listen()
            except ConnectionRefusedError:  # who listened has ended
                self._clear_away()
                self._listen()
            except OSError:  # this system cannot do it
                return False
            else:
                return True
        return False

    def received(self, seconds: float, going_on: Callable[[], bool]) -> Iterator[Visit]:
        """Yield what others pass on for some *seconds*, as long as it is *going_on*."""
        deadline = time.monotonic() + seconds
        while self._ear is not None and going_on() and time.monotonic() < deadline:
            with suppress(TimeoutError):
                yield from _read(self._ear.recv(_SIZE))

    @property
    def counts(self) -> bool:
        """Whether this process counts for all."""
        return self._ear is not None

    def close(self) -> None:
        """Leave the place to another process."""
        if self._ear is not None:
            self._ear.close()
            self._ear = None

    def _send(self, visits: Sequence[Visit]) -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as mouth:
            mouth.settimeout(_SENDING)
            mouth.connect(str(self._place))
            for position in range(0, len(visits), _AT_ONCE):
                mouth.send(_written(visits[position : position + _AT_ONCE]))

    def _clear_away(self) -> None:
        with suppress(OSError):  # somebody else does so at this moment
            self._place.rename(self._place.with_name(f"ended-{os.getpid()}"))

    def _listen(self) -> None:
        """Listen, unless another process was faster."""
        ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            ear.bind(str(self._place))
        except OSError:
            ear.close()
        else:
            ear.settimeout(_LISTENING)
            self._ear = ear


def _written(visits: Sequence[Visit]) -> bytes:
    rows = [[each[:_LONGEST] if isinstance(each, str) else each for each in it] for it in visits]
    return json.dumps(rows).encode()


def _read(message: bytes) -> Iterator[Visit]:
    for row in json.loads(message):
        yield Visit(*row)
