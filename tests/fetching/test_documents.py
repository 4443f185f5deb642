"""Documents from files, standard input and addresses."""

import io
import re
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from roundtable_ical.errors import InvalidField, Unavailable
from roundtable_ical.fetching import documents
from roundtable_ical.fetching.documents import Document, fetched

if TYPE_CHECKING:
    from tests.fetching.conftest import Site

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_file_keeps_its_name(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"hello")

    assert fetched(str(file)) == Document(str(file), b"hello")


def test_standard_input_is_a_hyphen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"hello")))

    assert fetched("-") == Document("-", b"hello")


@pytest.mark.parametrize(
    ("path", "media_type", "name"),
    [
        ("/files/note.docx", "application/octet-stream", "note.docx"),
        ("/files/note%20one.txt", "text/plain", "note one.txt"),
        ("/export", "text/calendar", "export.ics"),
        ("/export?as=ics", WORD, "export.docx"),
        ("/schedule.php", "application/json; charset=utf-8", "schedule.php.json"),
        ("/README", "text/plain", "README.txt"),
        ("/v1.2", "text/plain", "v1.2"),
        ("/", "text/html", "127.0.0.1.html"),
    ],
)
def test_an_address_gives_a_name_that_importers_know(
    site: "Site", path: str, media_type: str, name: str
) -> None:
    site.answers[path.partition("?")[0]] = 200, {"Content-Type": media_type}, b"hello"

    assert fetched(site.address(path), private=True) == Document(name, b"hello")


def test_redirects_are_followed_a_few_times(site: "Site") -> None:
    for number in range(9):
        site.answers[f"/{number}"] = 302, {"Location": f"{number + 1}"}, b""
    site.answers["/5"] = 200, {}, b"hello"

    assert fetched(site.address("/0"), private=True) == Document("5", b"hello")

    site.answers["/5"] = 302, {"Location": "/6"}, b""
    with pytest.raises(Unavailable, match="it leads from one address to the next, over 5 times"):
        fetched(site.address("/0"), private=True)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "https://a:b@example.org/", "gopher:x"]
)
def test_a_redirect_is_looked_at_as_the_first_address_was(site: "Site", target: str) -> None:
    site.answers["/a"] = 302, {"Location": target}, b""

    with pytest.raises(Unavailable, match="it leads to "):
        fetched(site.address("/a"), private=True)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://example.org/a", "does not begin with https://"),
        ("https://ann:secret@example.org/a", "has a name or a password inside"),
        ("https://example.org:99999/a", "cannot be read"),
        ("https:///a", "has no host"),
        ("https://[::1/a", "cannot be read"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(place: str, reason: str) -> None:
    with pytest.raises(InvalidField) as refused:
        fetched(place)

    assert refused.value.reason.startswith(reason)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_network_is_left_alone_unless_it_is_asked_for(host: str) -> None:
    with pytest.raises(Unavailable, match=re.escape("an address that only this network can see")):
        fetched(f"https://{host}/a")


def test_a_secure_site_is_believed_by_its_certificate_alone(
    secure_site: tuple["Site", Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, certificate = secure_site
    site.answers["/note.txt"] = 200, {}, b"hello"
    address = site.address("/note.txt", "https", "localhost")

    with pytest.raises(Unavailable, match="certificate verify failed"):
        fetched(address, private=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetched(address, private=True) == Document("note.txt", b"hello")


def test_a_server_that_takes_its_time_is_given_up(site: "Site") -> None:
    """It sends a line of its head now and then, so that no single step takes long."""
    over = Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not over.wait(0.05):
            handler.wfile.write(b"X-More: yes\r\n")
            handler.wfile.flush()

    site.answers["/a"] = drip
    begun = time.monotonic()

    with pytest.raises(Unavailable, match=r"no whole answer in 0\.5 seconds"):
        fetched(site.address("/a"), private=True, patience=0.5)

    over.set()
    assert time.monotonic() - begun < 2


def test_nobody_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(Unavailable, match=rf"^http://127\.0\.0\.1:{port}/: Connection refused$"):
        fetched(f"http://127.0.0.1:{port}/", private=True)


def test_too_much_is_too_much(
    site: "Site", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_FETCHED", 1000)
    site.answers["/a"] = 200, {}, b"x" * 1001
    (tmp_path / "a").write_bytes(b"x" * 1001)

    for place in (site.address("/a"), str(tmp_path / "a")):
        with pytest.raises(Unavailable, match="over 0 MB long"):
            fetched(place, private=True)
