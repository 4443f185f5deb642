"""The sample of a Flask site: everything is there, in the site's own layout."""

import importlib.util
import re
from pathlib import Path

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from roundtable_ical.config import Settings

PAGES = (
    "",
    "hld-2013/",
    "hld-2013/segments/welcome",
    "hld-2013/changes",
    "hld-2013/snippet",
    "week-of-side-events/",
    "week-of-side-events/themes/",
    "week-of-side-events/themes/skills",
    "week-of-side-events/speakers/",
    "week-of-side-events/speakers/miriam-goldfarb",
    "week-of-side-events/venues/",
    "week-of-side-events/venues/conference-room-4",
)


def made(samples: Path) -> Flask:
    """Return the site of the sample."""
    file = samples / "flask-site" / "mission.py"
    spec = importlib.util.spec_from_file_location("mission", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    site: Flask = module.create_site(Settings())
    return site


@pytest.fixture(scope="module")
def site(samples: Path) -> FlaskClient:
    """Return a client of the sample."""
    return made(samples).test_client()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_in_the_layout_of_the_site(site: FlaskClient, path: str) -> None:
    response = site.get(f"/calendar/{path}")

    page = response.text
    told = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert response.status_code == 200
    assert told == ["/static/mission.css", "/calendar/-/static/style.css"]
    assert '<nav aria-label="Mission">' in page
    counts = [page.count(tag) for tag in ("<main ", "</main>", "<h1", "<title>", "<html ")]
    assert counts == [1, 1, 1, 1, 1]
    assert re.findall(r'(?:href|src|action)="/(?!calendar/|static/|")[^"]*"', page) == []


def test_a_page_that_is_not_there_is_in_the_layout_too(site: FlaskClient) -> None:
    response = site.get("/calendar/nosuch/")

    assert response.status_code == 404
    assert '<nav aria-label="Mission">' in response.text


def test_a_frame_is_without_the_layout(site: FlaskClient) -> None:
    page = site.get("/calendar/week-of-side-events/embed").text

    assert "Permanent Mission</a>" not in page


def test_languages_and_direction_reach_the_layout(site: FlaskClient) -> None:
    page = site.get("/calendar/week-of-side-events/?lang=ar").text

    assert '<html lang="ar" dir="rtl">' in page


def test_calendars_and_the_home_page_are_beside_each_other(site: FlaskClient) -> None:
    feed = site.get("/calendar/hld-2013/agenda.ics")

    assert (feed.status_code, feed.mimetype) == (200, "text/calendar")
    assert 'href="/calendar/"' in site.get("/").text
    assert site.get("/robots.txt").text == "User-agent: *\nAllow: /\n"


def test_a_site_may_allow_more_than_our_pages_need(samples: Path) -> None:
    """As its README tells."""
    site = made(samples)

    def allow_pictures(response: Response) -> Response:
        policy = response.headers.get("Content-Security-Policy", "")
        wider = policy.replace("img-src 'self'", "img-src 'self' https://pictures.example.org")
        response.headers["Content-Security-Policy"] = wider
        return response

    site.after_request(allow_pictures)
    client = site.test_client()

    for path in ("/calendar/", "/calendar/hld-2013/", "/calendar/hld-2013/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "img-src 'self' https://pictures.example.org;" in policy


def test_no_page_sets_a_cookie(site: FlaskClient) -> None:
    cookies = [site.get(f"/calendar/{path}").headers.get("Set-Cookie") for path in PAGES]

    assert set(cookies) == {None}
