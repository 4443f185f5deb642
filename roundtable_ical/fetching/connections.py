"""One answer of a web server, asked at the very address that was looked at before.

A name that is resolved a second time may lead to another machine (DNS rebinding).
"""

import http.client
import socket
import ssl
import zlib
from dataclasses import dataclass
from urllib.parse import SplitResult, urlunsplit

from roundtable_ical.errors import Unavailable
from roundtable_ical.fetching.addresses import resolved

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGENT = "roundtable-ical"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: a place to go to instead, or a document."""

    content: bytes = b""
    media_type: str = ""
    elsewhere: str | None = None


class _Connection(http.client.HTTPConnection):
    """Connects to *addresses*, whatever the name of the host would lead to now."""

    def __init__(self, parts: SplitResult, addresses: tuple[str, ...], patience: float) -> None:
        super().__init__(parts.hostname or "", parts.port or _PORTS[parts.scheme], timeout=patience)
        self._addresses = addresses
        self._secure = parts.scheme == "https"

    def connect(self) -> None:
        """Connect to the first address that answers."""
        for number, address in enumerate(self._addresses, 1):
            try:
                self.sock = socket.create_connection((address, self.port), self.timeout)
                break
            except OSError:
                if number == len(self._addresses):
                    raise
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def asked(parts: SplitResult, *, private: bool, most: int, patience: float) -> Answer:
    """Return what the server at an address says.

    Args:
        parts: the address; http or https.
        private: whether a machine that only this network can see will do.
        most: bytes wanted at the most; one more shows that there are more.
        patience: seconds to wait for each step.

    Raises:
        Unavailable: it is not to be asked, does not answer, or has no such document.
    """
    port = parts.port or _PORTS[parts.scheme]
    addresses = resolved(parts.hostname or "", port, private=private)
    connection = _Connection(parts, addresses, patience)
    try:
        path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        headers = {"User-Agent": _AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        if response.status in _REDIRECTS:
            return Answer(elsewhere=response.getheader("Location") or "")
        if response.status != http.client.OK:
            raise Unavailable(f"the server says {response.status} {response.reason}".strip())
        content = response.read(most + 1)
        packed = (response.getheader("Content-Encoding") or "identity").lower()
        if packed in {"gzip", "x-gzip"}:
            content = _unpacked(content, most)
        elif packed != "identity":
            raise Unavailable(f"the server sends it packed ({packed}), which nobody asked for")
        named = response.headers.get("Content-Type")  # without one, Python would say text/plain
        media_type = response.headers.get_content_type() if named else ""
        return Answer(content=content, media_type=media_type)
    finally:
        connection.close()


def _unpacked(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, most + 1)
    except zlib.error as error:
        raise Unavailable(f"the server sends it packed, and broken ({error})") from error
