"""Addresses of mail servers, and the passwords for them."""

import importlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit

from roundtable_ical.errors import InvalidSetting

KEYRING = "roundtable-ical"
"""The service under which a keyring has our passwords; the name there is ``USER@HOST``."""
STARTTLS = frozenset({"offered", "required", "never"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A mail server, as ``scheme://user@host:port/path?option=value`` names it."""

    scheme: str
    host: str
    port: int
    user: str
    path: str
    options: Mapping[str, str]

    @property
    def place(self) -> str:
        """The name of the server in messages."""
        return f"{self.scheme}://{self.host}:{self.port}"

    @property
    def near(self) -> bool:
        """Whether it is this very machine, so that nobody listens on the way."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def number(self, option: str, default: float) -> float:
        """Return an option that is a number over zero.

        Raises:
            InvalidSetting: it is none.
        """
        words = self.options.get(option)
        if words is None:
            return default
        try:
            found = float(words)
        except ValueError:
            found = 0
        if not 0 < found < 100_000:  # nan is not
            raise InvalidSetting(f"{self.place}: {option}={words} is no number over 0")
        return found

    def choice(self, option: str, known: Collection[str], default: str) -> str:
        """Return an option that is one of some words.

        Raises:
            InvalidSetting: it is none of them.
        """
        words = self.options.get(option, default)
        if words not in known:
            there = ", ".join(sorted(known))
            raise InvalidSetting(f"{self.place}: {option}={words}; there is: {there}")
        return words


def server(address: str, ports: Mapping[str, int], options: Collection[str]) -> Server:
    """Return the server at *address*.

    Args:
        address: where.
        ports: the schemes that there are, and the port of each.
        options: names of the options that there are.

    Raises:
        InvalidSetting: it is no such address, or has a password in it.
    """
    scheme = address.partition(":")[0].lower()
    forms = " or ".join(f"{each}://USER@HOST:PORT" for each in ports)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InvalidSetting(f"this is no address of a mail server; write {forms}") from None
    if scheme not in ports or not host:
        raise InvalidSetting(f"this is no address of a mail server; write {forms}")
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.password is not None:
        way_out = "leave it out, and set the variable for it or keep it in a keyring"
        raise InvalidSetting(
            f"{scheme}://{host}: a password in an address is seen by all; {way_out}"
        )
    if unknown := given.keys() - {*options}:
        there = ", ".join(sorted(options))
        raise InvalidSetting(f"{scheme}://{host}: there is no {min(unknown)}; there is: {there}")
    return Server(
        scheme=scheme,
        host=host,
        port=port or ports[scheme],
        user=unquote(parts.username or ""),
        path=unquote(parts.path.strip("/")),
        options=given,
    )


def password(server: Server, variable: str) -> str:
    """Return the password of the user of *server*: from the environment, or from a keyring.

    Raises:
        InvalidSetting: there is none.
    """
    name = f"{server.user}@{server.host}"
    found = os.environ.get(variable) or _from_keyring(name)
    if not found:
        way_out = f"set {variable}, or run: keyring set {KEYRING} {name}"
        raise InvalidSetting(f"{server.place}: there is no password of {server.user}; {way_out}")
    return found


def _from_keyring(name: str) -> str | None:
    try:
        keyring = importlib.import_module("keyring")
        found: str | None = keyring.get_password(KEYRING, name)
    except Exception:  # noqa: BLE001  # none installed, locked, no desktop: each fails in its way
        return None
    return found
