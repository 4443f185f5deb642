"""What changed, for people: of a store, of a file, and in trouble."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from roundtable_ical import SideEvent
from roundtable_ical.config import Settings
from roundtable_ical.errors import Unavailable
from roundtable_ical.revisions.publication import Revision
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.services.statically import COPY
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.programmes import values
from roundtable_ical.web.app import create_app
from roundtable_ical.web.models.changes_page import MOST_SECTIONS

NOON = datetime(2026, 9, 1, 16, tzinfo=UTC)
PAGE = "/breakfast/changes"


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

    def __init__(self) -> None:
        self.store = Shaky()
        self.count = 0
        self.shelf = StoreShelf(
            store=self.store, base=lambda _: None, tell=lambda _: None, warn=lambda _: None
        )
        self.client = create_app(settings=Settings(), shelf=self.shelf).test_client()

    def publish(self, message: str = "", **changes: Any) -> None:
        """Publish the breakfast with *changes* to its file, an hour after the last one."""
        event = SideEvent.model_validate(values(**changes))
        moment = NOON + timedelta(hours=self.count)
        publish(event, self.store, moment=moment, tzdata="2026f", message=message, author="Ana Lee")
        self.count += 1
        self.shelf.refresh()

    def words(self, query: str = "") -> str:
        """Return the text of the page."""
        return words_of(self.client.get(f"{PAGE}{query}").text)


def words_of(page: str) -> str:
    """Return the text between the elements of *page*."""
    body = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture
def site() -> Site:
    """Return a site with two revisions: the second moves the welcome."""
    site = Site()
    site.publish("first draft")
    welcome, panel = values()["segments"]
    site.publish("the guest is early", segments=[welcome | {"start": "08:00"}, panel])
    return site


def test_each_revision_has_its_section_newest_first(site: Site) -> None:
    words = site.words()

    assert words.endswith(
        "Rev. 2 Tue 1 Sept 2026, 13:00 New York the guest is early Change Session Was Is "
        "Moved Welcome Dining Hall, New York Thu 24 Sept, 08:15–08:30 Thu 24 Sept, 08:00–08:30 "
        "Rev. 1 Tue 1 Sept 2026, 12:00 New York first draft First publication, with 2 sessions."
    )
    assert "Ana" not in words


def test_the_journal_is_linked_and_so_is_the_segment(site: Site) -> None:
    page = site.client.get(PAGE).text

    assert 'href="/breakfast/changes.atom">Follow by Atom</a>' in page
    assert '<a href="/breakfast/segments/welcome">Welcome</a>' in page
    assert '<link rel="alternate" type="application/atom+xml"' in page


def test_a_new_revision_is_there_at_once(site: Site) -> None:
    before = site.client.get(PAGE)

    site.publish("back again")

    again = site.client.get(PAGE, headers={"If-None-Match": before.headers["ETag"]})
    assert (again.status_code, "back again" in again.text) == (200, True)
    tag = {"If-None-Match": again.headers["ETag"]}
    assert site.client.get(PAGE, headers=tag).status_code == 304


def test_a_name_that_is_withheld_later_is_in_no_older_section(site: Site) -> None:
    welcome, panel = values()["segments"]
    site.publish("without Guy Ryder", segments=[welcome, panel | {"speakers": []}])
    assert "Guy Ryder" in site.words()

    site.publish(speakers=[{"id": "guy", "name": "Guy Ryder", "consent": False}])

    assert "Ryder" not in site.client.get(PAGE).text


def test_a_long_history_has_pages_and_a_copy_has_one() -> None:
    site = Site()
    for number in range(MOST_SECTIONS + 3):
        site.publish(title=f"Breakfast {number}")

    first = site.client.get(PAGE).text
    [older] = re.findall(r'href="(/breakfast/changes\?before=\d+)"', first)
    second = site.client.get(older).text
    copy = site.client.get(PAGE, environ_overrides={COPY: True}).text

    def numbers(page: str) -> list[int]:
        return [int(number) for number in re.findall(r'id="rev-(\d+)"', page)]

    newest = MOST_SECTIONS + 3
    assert numbers(first) == list(range(newest, 3, -1))
    assert numbers(second) == [3, 2, 1]
    assert 'href="/breakfast/changes"' in second
    assert "before=4" in site.client.get(f"{older}&lang=fr").text
    assert (numbers(copy), "before=" in copy) == (list(range(newest, 0, -1)), False)


@pytest.mark.parametrize("asked", ["0", "-1", "x", "1e3", "99999999999999999999"])
def test_what_is_no_revision_is_refused(site: Site, asked: str) -> None:
    assert site.client.get(f"{PAGE}?before={asked}").status_code == 400


def test_before_the_first_there_is_nothing(site: Site) -> None:
    assert "There is no earlier revision." in site.words("?before=1")


def test_markup_in_a_reason_or_a_title_stays_text(site: Site) -> None:
    welcome, panel = values()["segments"]
    site.publish("<b>why</b>", segments=[welcome | {"title": "<script>x</script>"}, panel])

    page = site.client.get(PAGE).text

    assert "&lt;b&gt;why&lt;/b&gt;" in page
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page


def test_in_trouble_the_page_says_so_and_is_not_kept(site: Site) -> None:
    site.store.reachable = False

    response = site.client.get(f"{PAGE}?lang=fr")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    assert response.headers["Cache-Control"] == "no-store"
    assert "Ce qui a changé ne peut être affiché" in response.text
    site.store.reachable = True
    assert site.client.get(f"{PAGE}?lang=fr").status_code == 200


def test_a_file_says_that_nobody_remembers(breakfast: FlaskClient) -> None:
    words = words_of(breakfast.get(PAGE).text)

    assert words.endswith("The programme as it is now. What changed before is not kept here.")


def test_the_event_leads_to_it(breakfast: FlaskClient) -> None:
    assert 'href="/breakfast/changes">What changed</a>' in breakfast.get("/breakfast/").text
