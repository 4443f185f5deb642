"""One question to one server, at the address that was looked at."""

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from roundtable_ical.errors import Unavailable
from roundtable_ical.fetching.connections import Answer, asked

if TYPE_CHECKING:
    from tests.fetching.conftest import Site


def ask(address: str, most: int = 1000) -> Answer:
    return asked(urlsplit(address), private=True, most=most, patience=5)


def test_a_document_comes_with_its_media_type(site: "Site") -> None:
    site.answers["/a"] = 200, {"Content-Type": "text/Calendar; charset=utf-8"}, b"BEGIN"

    assert ask(site.address("/a?b=c")) == Answer(content=b"BEGIN", media_type="text/calendar")
    assert site.asked == [("/a?b=c", f"127.0.0.1:{site.server_port}")]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_told_and_not_followed(site: "Site", status: int) -> None:
    site.answers["/a"] = status, {"Location": "/b"}, b"moved"

    assert ask(site.address("/a")) == Answer(elsewhere="/b")


def test_what_is_not_there_is_told_with_the_servers_words(site: "Site") -> None:
    with pytest.raises(Unavailable, match="the server says 404 Not Found"):
        ask(site.address("/nothing"))


def test_no_more_is_read_than_shows_that_it_is_too_much(site: "Site") -> None:
    site.answers["/a"] = 200, {}, b"x" * 5000
    site.answers["/b"] = 200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 50_000_000)

    assert [len(ask(site.address(path)).content) for path in ("/a", "/b")] == [1001, 1001]


def test_what_is_packed_is_unpacked_or_refused(site: "Site") -> None:
    site.answers["/a"] = 200, {"Content-Encoding": "gzip"}, gzip.compress(b"hello")
    site.answers["/b"] = 200, {"Content-Encoding": "gzip"}, b"hello"
    site.answers["/c"] = 200, {"Content-Encoding": "br"}, b"hello"

    assert ask(site.address("/a")).content == b"hello"
    for path in ("/b", "/c"):
        with pytest.raises(Unavailable, match="the server sends it packed"):
            ask(site.address(path))


def test_the_address_that_was_looked_at_is_asked_for_the_host_by_its_name(site: "Site") -> None:
    site.answers["/a"] = 200, {}, b"hello"

    assert ask(site.address("/a", host="localhost")).content == b"hello"
    assert site.asked == [("/a", f"localhost:{site.server_port}")]
