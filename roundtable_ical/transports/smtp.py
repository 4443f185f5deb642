"""Mail by SMTP: one connection for many messages (RFC 5321, 3207, 4954).

``smtp://USER@HOST:587`` speaks TLS where the server offers it, ``smtps://`` from the start.
Options: ``starttls=required`` or ``never``, ``rate=`` messages a second, ``timeout=`` seconds.
"""

import smtplib
import ssl
import time
from contextlib import suppress

from roundtable_ical.errors import Refused, Unavailable, Unreachable, Unsure
from roundtable_ical.itip.outbox import Post
from roundtable_ical.transports.envelope import Envelope, envelope
from roundtable_ical.transports.servers import STARTTLS, Server, password, server

PORTS = {"smtp": 25, "smtps": 465}
PASSWORD = "ROUNDTABLE_SMTP_PASSWORD"  # noqa: S105  # the name of a variable
TIMEOUT = 60.0
IDLE = 20.0
"""Seconds after which a connection is tried before it is used: servers hang up on who is silent."""
_CLOSING = 421
_TOO_BIG = 552
_GO_ON = 354


class SmtpTransport:
    """Delivers to a mail server."""

    name = "smtp"
    summary = "a mail server: smtp://USER@HOST:587 or smtps://USER@HOST"

    def open(self, address: str) -> "SmtpPostman":
        """Return a way to deliver; it connects when the first message comes.

        Raises:
            InvalidSetting: *address* cannot be used, or there is no password of its user.
        """
        where = server(address, PORTS, ("rate", "starttls", "timeout"))
        secret = password(where, PASSWORD) if where.user else ""
        return SmtpPostman(where, secret)


class _Gone(Exception):
    """The server hung up, and has certainly not taken the message."""


class SmtpPostman:
    """A connection that comes back when the server hangs up (`roundtable_ical.ports.Postman`)."""

    def __init__(self, where: Server, secret: str) -> None:
        self._where = where
        self._secret = secret
        self._timeout = where.number("timeout", TIMEOUT)
        self._starttls = where.choice("starttls", STARTTLS, "offered")
        self._pause = 1 / where.number("rate", 10_000)
        self._next = self._used = time.monotonic()
        self._smtp: smtplib.SMTP | None = None

    def deliver(self, post: Post) -> None:
        """Deliver one message; see `roundtable_ical.ports.Postman`."""
        self._keep_pace()
        if (smtp := self._open()) is not None:
            with suppress(_Gone):
                self._hand_over(post, smtp)
                return
        try:
            self._hand_over(post, self._connected())
        except _Gone as error:
            raise Unavailable(f"{self._where.place}: {error}") from error

    def _keep_pace(self) -> None:
        if (early := self._next - time.monotonic()) > 0:
            time.sleep(early)
        self._next = time.monotonic() + self._pause

    def close(self) -> None:
        """Say goodbye."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with suppress(OSError):
                smtp.quit()

    def _open(self) -> smtplib.SMTP | None:
        """Return the connection of the last message, where it still stands."""
        smtp = self._smtp
        if smtp is None or time.monotonic() - self._used < IDLE:
            return smtp
        with suppress(OSError):
            if smtp.noop()[0] == 250:
                return smtp
        self._hang_up(smtp)
        return None

    def _connected(self) -> smtplib.SMTP:
        where = self._where
        context = ssl.create_default_context()
        smtp: smtplib.SMTP | None = None
        try:
            if where.scheme == "smtps":
                smtp = smtplib.SMTP_SSL(
                    where.host, where.port, timeout=self._timeout, context=context
                )
            else:
                smtp = smtplib.SMTP(where.host, where.port, timeout=self._timeout)
            self._introduce(smtp, context)
        except OSError as error:  # smtplib's errors are some, and so are ours
            if smtp is not None:
                smtp.close()
            if isinstance(error, Unreachable):
                raise
            raise Unreachable(f"{where.place}: {_reason(error)}; {_way_out(error)}") from error
        self._smtp = smtp
        return smtp

    def _introduce(self, smtp: smtplib.SMTP, context: ssl.SSLContext) -> None:
        where = self._where
        smtp.ehlo_or_helo_if_needed()
        safe = where.scheme == "smtps" or where.near
        if where.scheme == "smtp" and self._starttls != "never":
            if smtp.has_extn("starttls"):
                smtp.starttls(context=context)
                smtp.ehlo()
                safe = True
            elif self._starttls == "required":
                way_out = "leave ?starttls=required out, or ask for smtps://"
                raise Unreachable(
                    f"{where.place}: offers no STARTTLS, and it is required; {way_out}"
                )
        if not where.user:
            return
        if not safe and self._starttls != "never":
            way_out = "write ?starttls=never where that does not matter"
            raise Unreachable(
                f"{where.place}: offers no STARTTLS, so others could read the password; {way_out}"
            )
        smtp.login(where.user, self._secret)

    def _hand_over(self, post: Post, smtp: smtplib.SMTP) -> None:
        wrapped = envelope(post, smtp.esmtp_features)
        try:
            self._begin(wrapped, smtp)
            smtp.send(wrapped.data + b".\r\n")
        except smtplib.SMTPServerDisconnected as error:
            self._hang_up(smtp)
            raise _Gone(f"hung up on {post.recipient}") from error
        try:
            code, words = smtp.getreply()
        except smtplib.SMTPServerDisconnected as error:
            self._hang_up(smtp)
            what = "hung up, or fell silent, before it said whether it took the message"
            raise Unsure(f"{self._where.place}: {what}") from error
        self._used = time.monotonic()
        if code // 100 != 2:
            self._turned_down(code, words, smtp, final=code // 100 == 5)

    def _begin(self, wrapped: Envelope, smtp: smtplib.SMTP) -> None:
        """Go as far as the server wants to see the message itself."""
        smtp.command_encoding = "utf-8" if "smtputf8" in wrapped.options else "ascii"
        options = "".join(f" {option}" for option in wrapped.options)
        code, words = smtp.docmd("mail", f"FROM:<{wrapped.sender}>{options}")
        if code // 100 != 2:  # another sender may be welcome
            self._turned_down(code, words, smtp, final=code == _TOO_BIG)
        code, words = smtp.docmd("rcpt", f"TO:<{wrapped.recipient}>")
        if code // 100 != 2:
            self._turned_down(code, words, smtp, final=code // 100 == 5)
        code, words = smtp.docmd("data")
        if code != _GO_ON:
            self._turned_down(code, words, smtp, final=code // 100 == 5)

    def _turned_down(self, code: int, words: bytes, smtp: smtplib.SMTP, *, final: bool) -> None:
        """Raise what the server said, ready for the next message."""
        said = f"{code} {' '.join(words.decode('utf-8', 'replace').split())}"
        if code == _CLOSING:
            self._hang_up(smtp)
            raise _Gone(said)
        try:
            smtp.rset()
        except smtplib.SMTPServerDisconnected:
            self._hang_up(smtp)
        self._used = time.monotonic()
        raise (Refused if final else Unavailable)(said)

    def _hang_up(self, smtp: smtplib.SMTP) -> None:
        self._smtp = None
        smtp.close()


def _reason(error: Exception) -> str:
    """Return what went wrong in one line, in the server's own words where it said some."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return f"{error.smtp_code} {' '.join(words.split())}"
    found = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(found.split())


def _way_out(error: Exception) -> str:
    """Return what helps against *error*; nothing was sent, and all of it waits."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return f"correct the user in the address, or the password ({PASSWORD} or keyring)"
        case ssl.SSLCertVerificationError():
            return "write the name that the certificate has"
        case smtplib.SMTPResponseException():
            return "ask those who run the server; the letters wait"
    return "see that it runs and that the address is right; the letters wait"
