"""Mail as files: a folder of ``.eml``, to be looked at, or sent by somebody else."""

import re
from itertools import count
from pathlib import Path

from roundtable_ical.itip.outbox import Post
from roundtable_ical.transports.folders import folder, put, told

LONGEST_NAME = 100
_APART = re.compile(r"[^\w.]+")


class EmlTransport:
    """Writes a file for each message."""

    name = "eml"
    summary = "a folder of .eml files: eml:FOLDER"

    def open(self, address: str) -> "EmlPostman":
        """Return a way to write to a folder; it is made where it is not there.

        Raises:
            InvalidSetting: *address* names no folder.
            Unavailable: it cannot be made.
        """
        where = folder(address, self.name)
        with told(where):
            where.mkdir(parents=True, exist_ok=True)
        return EmlPostman(where)


class EmlPostman:
    """A folder; files are named by speaker, segment and SEQUENCE."""

    def __init__(self, where: Path) -> None:
        self._where = where

    def deliver(self, post: Post) -> None:
        """Write one message; the same one again is the same file, another one another."""
        stem = _stem(post)
        with told(self._where):
            for number in count(1):
                path = self._where / f"{stem}{f'-{number}' if number > 1 else ''}.eml"
                beside = path.with_name(f".{path.name}.new")
                if put(post.content, path, beside) or path.read_bytes() == post.content:
                    return

    def close(self) -> None:
        """Do nothing: every file was closed."""


def _stem(post: Post) -> str:
    words = [post.kind, post.subject]
    if post.key is not None and post.told is not None:
        words = [post.key.speaker_id, post.key.segment_id, str(post.told.sequence)]
    return _APART.sub("-", "-".join(words)).strip("-.")[:LONGEST_NAME] or "mail"
