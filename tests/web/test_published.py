"""The layer in front of Flask, asked as a server asks it."""

import gzip
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Response

from roundtable_ical.web.published import Published, ready, ready_page

MODIFIED = datetime(2026, 9, 1, 12, tzinfo=UTC)
BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
FEED = ready((BODY[:9], BODY[9:]), etag="abc123", slug="agenda", modified=MODIFIED, max_age=300)


def behind(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answer for everything that the table does not know."""
    return Response("from behind", status=203)(environ, start_response)


@pytest.fixture
def client() -> Client:
    return Client(Published(behind, lambda: {"/e/agenda.ics": FEED}))


def outcome(response: TestResponse) -> tuple[int, bytes]:
    return response.status_code, response.data


def test_a_published_feed_comes_with_all_its_headers(client: Client) -> None:
    response = client.get("/e/agenda.ics")

    assert outcome(response) == (200, BODY)
    assert dict(response.headers) == {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Length": str(len(BODY)),
        "Content-Disposition": "inline; filename=agenda.ics",
        "X-Robots-Tag": "noindex",
        "ETag": '"abc123"',
        "Cache-Control": "public, max-age=300",
        "X-Content-Type-Options": "nosniff",
        "Access-Control-Allow-Origin": "*",
        "Last-Modified": "Tue, 01 Sep 2026 12:00:00 GMT",
    }


def test_a_head_has_the_headers_of_a_get_and_no_body(client: Client) -> None:
    head, get = client.head("/e/agenda.ics"), client.get("/e/agenda.ics")

    assert outcome(head) == (200, b"")
    assert head.headers == get.headers


@pytest.mark.parametrize(
    "tags", ['"abc123"', 'W/"abc123"', '"x", "abc123"', "*", '"abc123-gzip"', '"abc123--gzip"']
)
def test_a_reader_that_has_the_bytes_is_told_so(client: Client, tags: str) -> None:
    response = client.get("/e/agenda.ics", headers={"If-None-Match": tags})

    assert outcome(response) == (304, b"")
    assert response.headers["ETag"] == '"abc123"'
    assert "Content-Length" not in response.headers


@pytest.mark.parametrize("tags", ['"abc"', '"abc1234"', "nonsense", '"xabc123"'])
def test_another_tag_gets_the_bytes(client: Client, tags: str) -> None:
    since = "Tue, 01 Sep 2026 12:00:00 GMT"

    response = client.get(
        "/e/agenda.ics", headers={"If-None-Match": tags, "If-Modified-Since": since}
    )

    assert outcome(response) == (200, BODY)


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Tue, 01 Sep 2026 12:00:00 GMT", 304),
        ("Wed, 02 Sep 2026 12:00:00 GMT", 304),
        ("Tue, 01 Sep 2026 11:59:59 GMT", 200),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("yesterday", 200),
        ("", 200),
    ],
)
def test_a_date_is_compared_and_not_only_seen(client: Client, since: str, status: int) -> None:
    """A 304 to any date froze Apple Calendar elsewhere (INTEROP section 3)."""
    response = client.get("/e/agenda.ics", headers={"If-Modified-Since": since})

    assert response.status_code == status


def test_without_a_moment_only_the_tag_decides() -> None:
    feed = ready((BODY,), etag="abc123", slug="agenda", modified=None, max_age=300)
    client = Client(Published(behind, lambda: {"/e/agenda.ics": feed}))

    response = client.get(
        "/e/agenda.ics", headers={"If-Modified-Since": "Wed, 02 Sep 2026 12:00:00 GMT"}
    )

    assert response.status_code == 200
    assert "Last-Modified" not in response.headers


PAGE = ready_page(b"<!doctype html>" + b"words " * 99, {"X-Own": "1"}, language="fr")


@pytest.fixture
def pages() -> Client:
    """Return a client of a table without feeds, and one page."""
    return Client(
        Published(behind, dict, lambda environ: PAGE if environ["PATH_INFO"] == "/e/" else None)
    )


def test_a_page_comes_with_headers_of_its_own(pages: Client) -> None:
    response = pages.get("/e/")

    assert outcome(response) == (200, PAGE.body)
    assert {name: value for name, value in response.headers if name != "ETag"} == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(PAGE.body)),
        "Content-Language": "fr",
        "Cache-Control": "public, no-cache",
        "Vary": "Accept-Encoding",
        "Access-Control-Allow-Origin": "*",
        "X-Own": "1",
    }


def test_who_takes_it_gets_a_page_compressed_and_is_known_by_its_tag(pages: Client) -> None:
    packed = pages.get("/e/", headers={"Accept-Encoding": "br, gzip"})

    again = pages.get("/e/", headers={"If-None-Match": packed.headers["ETag"]})

    assert (packed.headers["Content-Encoding"], gzip.decompress(packed.data)) == (
        "gzip",
        PAGE.body,
    )
    assert len(packed.data) == int(packed.headers["Content-Length"]) < len(PAGE.body)
    assert outcome(again) == (304, b"")


def test_a_page_that_nobody_made_yet_falls_through(pages: Client) -> None:
    assert outcome(pages.get("/other/")) == (203, b"from behind")
    assert outcome(pages.get("/e/?lang=fr")) == (203, b"from behind")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/e/agenda.ics?busy=busy"),
        ("GET", "/e/"),
        ("POST", "/e/agenda.ics"),
        ("PROPFIND", "/e/agenda.ics"),
    ],
)
def test_everything_else_falls_through(client: Client, method: str, path: str) -> None:
    response = client.open(path, method=method)

    assert outcome(response) == (203, b"from behind")


def test_the_table_is_looked_up_anew_for_each_request() -> None:
    tables = iter([{"/a.ics": FEED}, {}])
    client = Client(Published(behind, lambda: next(tables)))

    assert [client.get("/a.ics").status_code for _ in range(2)] == [200, 203]
