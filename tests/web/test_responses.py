"""Validators of pages, and what a page may load."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from roundtable_ical.web.app import create_app
from roundtable_ical.web.responses import policy


def test_a_style_in_a_page_is_allowed_by_its_hash() -> None:
    found = policy("b{}", "")

    digest = "7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans="
    assert f"; style-src 'self' 'sha256-{digest}'; " in found
    assert "unsafe" not in found


@pytest.mark.parametrize("path", ["/hld-2013/", "/hld-2013/segments/welcome"])
def test_a_page_has_a_tag_and_no_invented_date(client: FlaskClient, path: str) -> None:
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")
    assert "Last-Modified" not in first.headers
    assert first.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/hld-2013/", 200),
        ("/hld-2013/segments/welcome", 200),
        ("/hld-2013/segments/nosuch", 404),
        ("/nosuch/", 404),
        ("/no/such/place", 404),
    ],
)
def test_a_page_may_load_nothing_but_its_own_files(
    client: FlaskClient, path: str, status: int
) -> None:
    response = client.get(path)

    named = {
        name: response.headers.get(name)
        for name in ("Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options")
    }
    assert response.status_code == status
    assert named == {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def test_how_long_a_feed_may_be_kept_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, written: Callable[..., Path]
) -> None:
    monkeypatch.setenv("ROUNDTABLE_MAX_AGE", "60")

    response = create_app([written()]).test_client().get("/breakfast/agenda.ics")

    assert response.headers["Cache-Control"] == "public, max-age=60"
