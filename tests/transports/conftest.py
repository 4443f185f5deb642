"""Real servers for mail: SMTP by aiosmtpd, with TLS, users, and every kind of trouble."""
# ruff: noqa: ARG002, N802  # names and arguments are those of aiosmtpd

import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, SECRET = "desk@example.org", "open sesame"


class Mailer:
    """What an SMTP server does: it takes everything, or what `answers` says."""

    def __init__(self) -> None:
        self.arrived: list[Envelope] = []
        self.sessions: list[Session] = []
        self.answers: dict[str, list[str]] = {}
        """By command, in order: what is said instead; ``hang up`` says nothing."""

    async def handle_EHLO(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        self.sessions.append(session)
        hidden = self.answers.get("hide", [])
        return [line for line in responses if not any(word in line for word in hidden)]

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if said := self._said("MAIL", server):
            return said
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if said := self._said("RCPT", server):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a message; the answer may be lost all the same."""
        said = self._said("DATA", server, before=lambda: self.arrived.append(envelope))
        if said:
            return said
        self.arrived.append(envelope)
        return "250 OK"

    async def handle_NOOP(
        self, server: SMTP, session: Session, envelope: Envelope, arg: str
    ) -> str:
        return self._said("NOOP", server) or "250 OK"

    def _said(self, command: str, server: SMTP, before: Callable[[], object] = lambda: None) -> str:
        waiting = self.answers.get(command)
        if not waiting:
            return ""
        said = waiting.pop(0)
        if said == "hang up":
            before()
            assert server.transport is not None
            server.transport.abort()  # type: ignore[attr-defined]  # a socket's
            return "421 gone"
        return said


class Running(Controller):
    """The server beside the test."""

    def factory(self) -> SMTP:
        """Return the server for one connection."""
        return SMTP(self.handler, **self.SMTP_kwargs)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@pytest.fixture
def mailer() -> Mailer:
    return Mailer()


@pytest.fixture
def serve(mailer: Mailer) -> Iterator[Callable[..., int]]:
    """Return a function that starts a server with options of aiosmtpd; it returns the port."""
    started: list[Controller] = []

    def start(**options: Any) -> int:
        server = Running(
            mailer,
            hostname="127.0.0.1",
            port=_free_port(),
            server_hostname="mx",
            enable_SMTPUTF8=True,
            **options,
        )
        server.start()
        started.append(server)
        return server.port

    yield start
    for each in started:
        each.stop()


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """Return the TLS of a server at 127.0.0.1, which the test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mx.example.org")])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=3650))
        .not_valid_after(now + timedelta(days=36500))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "mx.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def knows_us(
    server: object, session: object, envelope: object, how: str, who: object
) -> AuthResult:
    """Let the desk in, and nobody else."""
    good = isinstance(who, LoginPassword) and (who.login, who.password) == (
        USER.encode(),
        SECRET.encode(),
    )
    return AuthResult(success=good, handled=False)
