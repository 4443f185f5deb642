"""What changed, as feed readers fetch it from a store and from files."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from roundtable_ical import SideEvent
from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import values
from roundtable_ical.web.app import create_app

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


class Shaky(MemoryStore):
    """A store that can be out of reach."""

    reachable = True

    def history(self, event_id: str, after: int = 0) -> tuple[Revision, ...]:
        """Return the history, or fail as a lost connection does."""
        if not self.reachable:
            raise Unavailable("store: cannot be read")
        return super().history(event_id, after)


class Site:
    """A site that serves a store, and publishes into it."""

    def __init__(self, settings: Settings) -> None:
        self.store = Shaky()
        self.count = 0
        self.shelf = StoreShelf(
            store=self.store, base=lambda _: None, tell=lambda _: None, warn=lambda _: None
        )
        self.client = create_app(settings=settings, shelf=self.shelf).test_client()

    def publish(self, message: str = "", **changes: Any) -> None:
        """Publish the breakfast with *changes* to its file, an hour after the last one."""
        event = SideEvent.model_validate(values(**changes))
        moment = NOON + timedelta(hours=self.count)
        publish(event, self.store, moment=moment, tzdata="2026f", message=message)
        self.count += 1
        self.shelf.refresh()

    def titles(self, path: str) -> list[str]:
        """Return the titles of the feed at *path* and of its entries."""
        root = ElementTree.fromstring(self.client.get(f"/breakfast/{path}").data)
        return [each.text or "" for each in root.iter(f"{ATOM}title")]


@pytest.fixture
def site() -> Site:
    """Return a site with two revisions: the second moves the welcome."""
    site = Site(Settings())
    site.publish("first draft")
    welcome, panel = values()["segments"]
    site.publish("earlier", segments=[welcome | {"start": "08:00"}, panel])
    return site


def test_the_whole_event_has_an_entry_for_each_revision(site: Site) -> None:
    response = site.client.get("/breakfast/changes.atom")

    assert (response.status_code, response.content_type) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    assert response.headers["Last-Modified"] == "Tue, 01 Sep 2026 13:00:00 GMT"
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert site.titles("changes.atom") == [
        "Breakfast: what changed",
        "Revision 2: earlier",
        "Revision 1: first draft",
    ]


def test_a_theme_and_a_speaker_hear_of_their_own_segments_only(site: Site) -> None:
    welcome, panel = values()["segments"]
    site.publish("renamed", segments=[welcome | {"start": "08:00"}, panel | {"title": "Debate"}])

    entries = ["Revision 3: renamed", "Revision 1: first draft"]
    assert site.titles("themes/skills.atom") == ["Breakfast, Skills: what changed", *entries]
    assert site.titles("speakers/guy.atom") == ["Breakfast, Guy Ryder: what changed", *entries]


@pytest.mark.parametrize("path", ["changes.atom", "themes/skills.atom", "speakers/guy.atom"])
def test_a_reader_that_has_it_is_told_so_until_something_changes(site: Site, path: str) -> None:
    address = f"/breakfast/{path}"
    first = site.client.get(address)
    headers = {"If-None-Match": first.headers["ETag"]}

    again = site.client.get(address, headers=headers)
    dated = site.client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    welcome, panel = values()["segments"]
    site.publish(segments=[welcome, panel | {"title": "Debate"}])
    changed = site.client.get(address, headers=headers)

    assert [(each.status_code, each.data) for each in (again, dated)] == [(304, b"")] * 2
    assert changed.status_code == 200


def test_it_names_its_address_as_the_site_is_reached(site: Site) -> None:
    public = Site(Settings(base_url="https://events.example.org"))
    public.publish()

    found = [
        re.findall(rb'rel="(\w+)"[^>]* href="([^"]+)"', each.client.get(path).data)[:2]
        for each in (site, public)
        for path in ("/breakfast/themes/skills.atom",)
    ]

    assert found == [
        [
            (b"self", b"http://localhost/breakfast/themes/skills.atom"),
            (b"alternate", b"http://localhost/breakfast/"),
        ],
        [
            (b"self", b"https://events.example.org/breakfast/themes/skills.atom"),
            (b"alternate", b"https://events.example.org/breakfast/"),
        ],
    ]


def test_a_name_that_is_withheld_is_nowhere_in_it(site: Site) -> None:
    welcome, panel = values()["segments"]
    site.publish("without him", segments=[welcome, panel | {"speakers": []}])
    site.publish("Guy Ryder is back")
    paths = ("changes.atom", "themes/skills.atom", "speakers/guy.atom")
    before = [site.client.get(f"/breakfast/{path}") for path in paths]
    assert all(b"Guy Ryder" in each.data for each in before)

    site.publish(speakers=[{"id": "guy", "name": "Guy Ryder", "consent": False}])

    after = [
        site.client.get(
            f"/breakfast/{path}", headers={"If-Modified-Since": each.headers["Last-Modified"]}
        )
        for path, each in zip(paths, before, strict=True)
    ]
    assert [each.status_code for each in after] == [200, 200, 200]
    assert [b"Ryder" in each.data for each in after] == [False, False, False]


def test_in_trouble_what_was_told_before_is_told_again(site: Site) -> None:
    first = site.client.get("/breakfast/changes.atom")
    site.store.reachable = False

    again = site.client.get("/breakfast/changes.atom")

    assert (again.status_code, again.data) == (200, first.data)


def test_in_trouble_what_is_not_known_is_no_empty_feed(site: Site) -> None:
    site.store.reachable = False

    response = site.client.get("/breakfast/changes.atom")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert response.mimetype == "text/plain"


@pytest.mark.parametrize(
    "path", ["/nosuch/changes.atom", "/breakfast/themes/none.atom", "/breakfast/speakers/eva.atom"]
)
def test_what_is_not_there_is_not_found(site: Site, path: str) -> None:
    assert site.client.get(path).status_code == 404


def test_a_file_has_one_entry(breakfast: FlaskClient, written: Callable[..., Path]) -> None:
    for path in ("changes.atom", "themes/skills.atom", "speakers/guy.atom"):
        response = breakfast.get(f"/breakfast/{path}")

        assert response.data.count(b"<entry>") == 1
        assert response.headers["Last-Modified"] == "Tue, 01 Sep 2026 12:00:00 GMT"
        assert b"@" not in response.data


def test_the_page_leads_to_it(client: FlaskClient) -> None:
    page = client.get("/hld-2013/").text

    [title] = re.findall(
        r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" '
        r'href="/hld-2013/changes.atom">',
        page,
    )
    assert title.endswith(": what changed")
    assert client.get("/hld-2013/changes.atom").status_code == 200
