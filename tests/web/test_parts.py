"""Pages of themes, speakers and venues, and the lists that lead to them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app

WEEK = "/week-of-side-events"
PAGES = (
    "themes/",
    "themes/skills",
    "speakers/",
    "speakers/miriam-goldfarb",
    "speakers/garment-worker",
    "venues/",
    "venues/un-headquarters",
    "venues/conference-room-4",
)
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_part_leads_somewhere(client: FlaskClient, path: str) -> None:
    page = client.get(f"{WEEK}/{path}").text

    found = re.findall(r'href="(/[^"#]*|http://localhost[^"#]*)', page)
    paths = {urlsplit(link.replace("&amp;", "&"))._replace(scheme="", netloc="").geturl()
             for link in found}  # fmt: skip
    answers = {}
    for link in sorted(paths):
        with client.get(link) as response:
            answers[link] = response.status_code
    assert {link: status for link, status in answers.items() if status != 200} == {}
    assert len(answers) > 8


@pytest.mark.parametrize("path", PAGES)
def test_a_part_tells_machines_what_it_is(client: FlaskClient, path: str) -> None:
    page = client.get(f"{WEEK}/{path}").text

    assert f'<link rel="canonical" href="http://localhost{WEEK}/{path}">' in page
    assert f'<meta property="og:url" content="http://localhost{WEEK}/{path}">' in page
    assert page.count('rel="alternate" hreflang=') == 6
    assert page.count("<h1") == 1


def test_a_part_leads_to_its_calendar_and_its_journal(client: FlaskClient) -> None:
    page = client.get(f"{WEEK}/themes/skills").text

    alternates = re.findall(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"',
                            page)  # fmt: skip
    assert alternates == [
        (
            "text/calendar",
            "Skills and their recognition",
            f"http://localhost{WEEK}/themes/skills.ics",
        ),
        (
            "application/atom+xml",
            "Skills and their recognition: what changed",
            f"{WEEK}/themes/skills.atom",
        ),
    ]
    [told] = re.findall(r'<script type="application/ld\+json">(.+?)</script>', page)
    assert json.loads(told)["@type"] == "ItemList"


def test_a_page_is_not_the_calendar_and_the_calendar_no_page(client: FlaskClient) -> None:
    html, calendar = {"Accept": "text/html"}, {"Accept": "text/calendar"}

    kinds = [
        client.get(f"{WEEK}/themes/skills{ending}", headers=headers).mimetype
        for ending in ("", ".ics")
        for headers in (html, calendar)
    ]

    assert kinds == ["text/html", "text/html", "text/calendar", "text/calendar"]


def test_a_withheld_name_is_on_no_page_and_no_search_engine_keeps_it(client: FlaskClient) -> None:
    page = client.get(f"{WEEK}/speakers/garment-worker").text
    others = [client.get(f"{WEEK}/{path}").text for path in ("speakers/", "", "embed", "snippet")]

    assert "<h1>A garment worker from Amman</h1>" in " ".join(page.split())
    assert '<meta name="robots" content="noindex">' in page
    assert "application/ld+json" not in page
    assert "Nasrin" not in "".join([page, *others])
    assert "/speakers/garment-worker" not in "".join(others)


def test_a_speaker_page_has_no_address(client: FlaskClient) -> None:
    page = client.get(f"{WEEK}/speakers/miriam-goldfarb").text

    assert "Professor of Labour Economics, Hudson University" in page
    assert "@example.org" not in page


@pytest.mark.parametrize("path", ["themes/none", "speakers/none", "venues/none"])
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"{WEEK}/{path}").status_code == 404


def test_markup_in_names_stays_text(written: Callable[..., Path]) -> None:
    file = written(
        themes=[{"id": "skills", "title": MARKUP, "description": MARKUP}],
        speakers=[{"id": "guy", "name": MARKUP, "function": MARKUP}],
        venues=[{"id": "hall", "name": MARKUP, "city": MARKUP, "address": MARKUP,
                 "rooms": [{"id": "attic", "name": MARKUP}]}],
    )  # fmt: skip
    client = create_app([file], settings=Settings()).test_client()
    parts = ("themes/skills", "speakers/guy", "venues/hall", "venues/attic")

    for path in ("themes/", "speakers/", "venues/", *parts):
        page = client.get(f"/breakfast/{path}").text

        assert "<script>alert" not in page
        assert "<img" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_an_event_without_parts_has_empty_lists_and_no_links_to_them(
    written: Callable[..., Path],
) -> None:
    segments = [{"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"}]
    file = written(segments=segments, themes=None, speakers=None, venues=None)
    client = create_app([file], settings=Settings()).test_client()

    page = client.get("/breakfast/").text

    assert re.findall(r'href="/breakfast/(?:themes|speakers|venues)/"', page) == []
    assert client.get("/breakfast/speakers/").status_code == 200
