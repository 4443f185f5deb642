"""Mail read by IMAP: each message once, none deleted, none marked unless that is asked for.

``imaps://USER@HOST/FOLDER`` or ``imap://``, which turns TLS on by STARTTLS. Options: ``seen=yes``
reads what is unseen and marks it, ``starttls=never``, ``timeout=`` seconds.

A message is named as in RFC 5092 section 4; a number counts as long as UIDVALIDITY stays. Numbers
only rise (RFC 3501 section 2.3.1.1), so what came after the last one that was read is new.
"""

import imaplib
import importlib
import ssl
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from roundtable_ical.errors import InvalidSetting, Unavailable
from roundtable_ical.ports import LONGEST
from roundtable_ical.transports.servers import STARTTLS, password, server

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

PORTS = {"imaps": 993, "imap": 143}
PASSWORD = "ROUNDTABLE_IMAP_PASSWORD"  # noqa: S105  # the name of a variable
TIMEOUT = 60.0
LOOK = 30.0
"""Seconds between looks where the server cannot tell by itself."""
LONGEST_IDLE = 25 * 60.0
"""Seconds after which IDLE is begun anew (RFC 2177 says 29 minutes at most)."""


class ImapMailbox:
    """A folder on a server (`roundtable_ical.ports.Mailbox`); it connects when it is first read.

    Args:
        address: of the folder.
        read: names of messages that were read before; only what came after the last of them in
            this folder is read, but with ``seen=yes`` whatever is unseen.

    Raises:
        InvalidSetting: *address* cannot be used, or there is no password of its user.
    """

    def __init__(self, address: str, read: Collection[str] = ()) -> None:
        where = self._where = server(address, PORTS, ("seen", "starttls", "timeout"))
        self._folder = where.path or "INBOX"
        self._mark = where.choice("seen", {"yes", "no"}, "no") == "yes"
        self._starttls = where.choice("starttls", STARTTLS, "required")
        self._timeout = where.number("timeout", TIMEOUT)
        if not where.user:
            raise InvalidSetting(f"{where.place}: names no user; write {where.scheme}://USER@HOST")
        self._secret = password(where, PASSWORD)
        folder, user = quote(self._folder), quote(where.user, safe="")
        self._name = f"{where.scheme}://{user}@{where.host}:{where.port}/{folder}"
        self._read = read
        self._box: BaseMailBox | None = None
        self._validity = ""
        self._last = 0

    def messages(self) -> Iterator[tuple[str, bytes]]:
        """Yield what was not yielded before, oldest first.

        A server that has numbered its messages anew (UIDVALIDITY) is read from the beginning.
        """
        with self._told():
            box = self._connected()
            box.client.noop()  # a server may tell of new messages only then
            wanted = "UNSEEN" if self._mark else f"UID {self._last + 1}:*"
            uids = sorted(map(int, box.uids(wanted)))
        for uid in uids:
            if uid <= self._last:
                continue
            with self._told():
                content = _content(box, uid)
            self._last = uid
            if content is None:
                continue
            yield f"{self._prefix}{uid}", content
            if self._mark:
                with self._told():
                    box.client.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")

    def wait(self, seconds: float) -> bool:
        """Let the server tell (IDLE, RFC 2177); look every half minute where it cannot."""
        with self._told():
            box = self._connected()
            if "IDLE" in box.client.capabilities:
                return bool(box.idle.wait(timeout=min(seconds, LONGEST_IDLE)))
        time.sleep(min(seconds, LOOK))
        return True

    def close(self) -> None:
        """Say goodbye."""
        box, self._box = self._box, None
        if box is not None:
            with suppress(Exception):  # gone already, whatever it says
                box.logout()

    def _connected(self) -> "BaseMailBox":
        if self._box is None:
            self._box = self._opened()
        return self._box

    def _opened(self) -> "BaseMailBox":
        tools = importlib.import_module("imap_tools")
        where, timeout = self._where, self._timeout
        context = ssl.create_default_context()
        if where.scheme == "imaps":
            box = tools.MailBox(where.host, where.port, timeout, ssl_context=context)
        elif self._starttls == "never":
            box = tools.MailBoxUnencrypted(where.host, where.port, timeout)
        else:
            box = tools.MailBoxStartTls(where.host, where.port, timeout, ssl_context=context)
        try:
            box.login(where.user, self._secret, initial_folder=None)
            box.folder.set(self._folder, readonly=not self._mark)
            [number] = box.client.response("UIDVALIDITY")[1]
        except BaseException:
            with suppress(Exception):  # gone already, whatever it says
                box.client.shutdown()
            raise
        validity = number.decode() if number else ""
        if validity != self._validity:
            self._validity, self._last = validity, 0
            if validity and not self._mark:
                self._last = max(_numbers(self._prefix, self._read), default=0)
        opened: BaseMailBox = box
        return opened

    @property
    def _prefix(self) -> str:
        """What names of messages begin with; what is read as unseen is not numbered for good."""
        lasting = f";UIDVALIDITY={self._validity}" if self._validity and not self._mark else ""
        return f"{self._name}{lasting}/;UID="

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn every failure of the server inside into `Unavailable`, and begin anew next time."""
        errors = importlib.import_module("imap_tools.errors")
        try:
            yield
        except (imaplib.IMAP4.error, OSError, errors.ImapToolsError) as error:
            box, self._box = self._box, None
            if box is not None:
                with suppress(Exception):  # gone already, whatever it says
                    box.client.shutdown()
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            place = f"{self._where.place}/{self._folder}"
            raise Unavailable(f"{place}: {' '.join(reason.split())[:300]}") from error


def _numbers(prefix: str, names: Collection[str]) -> Iterator[int]:
    for name in names:
        number = name.removeprefix(prefix)
        if name.startswith(prefix) and number.isdecimal():
            yield int(number)


def _content(box: "BaseMailBox", uid: int) -> bytes | None:
    """Return the beginning of a message; None where it is gone by now."""
    _, answer = box.client.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{LONGEST}>)")
    return next((bytes(part[1]) for part in answer if isinstance(part, tuple)), None)
