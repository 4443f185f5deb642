"""Mail that leaves, and mail that comes in."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from roundtable_ical.itip.outbox import Post


@runtime_checkable
class Postman(Protocol):
    """An open way to deliver mail, for many messages one after the other."""

    def deliver(self, post: Post) -> None:
        """Deliver one message to its one recipient.

        Raises:
            Refused: it will never be taken; says why.
            Unreachable: no message leaves now, whoever it is for; this one did not.
            Unsure: it may have left, or not.
            Unavailable: not now; it certainly did not leave, and may be tried again.
        """
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


@runtime_checkable
class Mailbox(Protocol):
    """An open place that mail comes to; nothing is ever deleted there."""

    def messages(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the bytes of each message that was not yielded before, oldest first.

        Of a very long message only the beginning is read (`LONGEST`). Where the address says so, a
        message is marked as seen once the next one is asked for.

        Raises:
            Unavailable: the place cannot be read; what was not yielded comes at the next call.
        """
        ...

    def wait(self, seconds: float) -> bool:
        """Wait until something may have come, *seconds* at most; False when nothing did."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...


LONGEST = 10 * 1024 * 1024
"""Bytes of a message that are read at most."""


@runtime_checkable
class MailTransport(Protocol):
    """A way to deliver mail; entry-point group ``roundtable_ical.transports``."""

    name: str
    summary: str

    def open(self, address: str) -> Postman:
        """Return a way to deliver to *address*, as ``smtp://host:587`` or a folder.

        Raises:
            InvalidSetting: there is no such address.
            Unavailable: it cannot be reached.
        """
        ...
