"""Mail in a maildir: delivered into one, and read from one."""

import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.itip.outbox import Post
from roundtable_ical.ports import LONGEST
from roundtable_ical.transports.folders import folder, put, told

ROOMS = ("tmp", "new", "cur")
LOOK = 1.0
"""Seconds between looks for what others delivered."""
_SEEN = "?seen=yes"


class MaildirTransport:
    """Delivers into a maildir."""

    name = "maildir"
    summary = "a maildir: maildir:FOLDER"

    def open(self, address: str) -> "MaildirPostman":
        """Return a way to deliver into a maildir; it is made where it is not there.

        Raises:
            InvalidSetting: *address* names no folder.
            Unavailable: it cannot be made.
        """
        where = folder(address, self.name)
        with told(where):
            for room in ROOMS:
                (where / room).mkdir(mode=0o700, parents=True, exist_ok=True)
        return MaildirPostman(where)


class MaildirPostman:
    """A maildir; a message has its name from its Message-ID, so that it is there once."""

    def __init__(self, where: Path) -> None:
        self._where = where

    def deliver(self, post: Post) -> None:
        """Deliver one message, with the line ends that files have."""
        digest = sha256(post.message_id.encode()).hexdigest()[:32]
        name = f"{int(post.made.timestamp())}.{digest}.roundtable"
        content = post.content.replace(b"\r\n", b"\n")
        tmp, new, cur = (self._where / room for room in ROOMS)
        with told(self._where):
            if not any(path.name.split(":")[0] == name for path in cur.glob(f"{name}*")):
                put(content, new / name, tmp / name)

    def close(self) -> None:
        """Do nothing: every file was closed."""


class MaildirMailbox:
    """A maildir that is read (`roundtable_ical.ports.Mailbox`); files stay as they are.

    Args:
        address: ``maildir:FOLDER``; with ``?seen=yes`` what was read is marked so.

    Raises:
        InvalidSetting: it is no maildir.
    """

    def __init__(self, address: str) -> None:
        self._mark = address.endswith(_SEEN)
        self._where = folder(address.removesuffix(_SEEN), "maildir")
        if not (self._where / "cur").is_dir():
            raise InvalidSetting(f"{self._where}: is no maildir: there is no folder cur in it")
        self._read: set[str] = set()
        self._marks: object = None

    def messages(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was not yielded before, oldest first."""
        self._marks = self._state()
        found = {_unique(path): path for path in self._files()}
        for unique in sorted(found.keys() - self._read, key=_age):
            path: Path | None = found[unique]
            content = self._content(unique, path)
            if content is None:
                continue
            self._read.add(unique)
            yield unique, content
            if self._mark and (path := self._now(unique)) is not None:
                self._set_seen(path)

    def wait(self, seconds: float) -> bool:
        """Look every second whether the folders have changed."""
        deadline = time.monotonic() + seconds
        while self._state() == self._marks:
            if (left := deadline - time.monotonic()) <= 0:
                return False
            time.sleep(min(LOOK, left))
        return True

    def close(self) -> None:
        """Do nothing: every file was closed."""

    def _files(self) -> list[Path]:
        with told(self._where):
            rooms = (self._where / room for room in ("new", "cur"))
            return [path for room in rooms if room.is_dir() for path in _visible(room)]

    def _state(self) -> object:
        with told(self._where):
            rooms = (self._where / room for room in ("new", "cur"))
            return [room.stat().st_mtime_ns for room in rooms if room.is_dir()]

    def _content(self, unique: str, path: Path | None) -> bytes | None:
        """Return a message, wherever a mail program has moved it meanwhile; None if it is gone."""
        with told(self._where):
            for _ in range(3):
                if path is None:
                    return None
                try:
                    with path.open("rb") as file:
                        return file.read(LONGEST)
                except FileNotFoundError:
                    path = self._now(unique)
        raise Unavailable(f"{self._where}: {unique} never stays in one place")

    def _now(self, unique: str) -> Path | None:
        return next((path for path in self._files() if _unique(path) == unique), None)

    def _set_seen(self, path: Path) -> None:
        flags = path.name.partition(":2,")[2]
        name = f"{_unique(path)}:2,{''.join(sorted({*flags, 'S'}))}"
        with told(self._where):
            path.rename(self._where / "cur" / name)


def _visible(room: Path) -> Iterator[Path]:
    return (path for path in room.iterdir() if not path.name.startswith(".") and path.is_file())


def _unique(path: Path) -> str:
    return path.name.partition(":")[0]


def _age(unique: str) -> tuple[int, str]:
    first = unique.partition(".")[0]
    return (int(first) if first.isdecimal() else 0), unique
