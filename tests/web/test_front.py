import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from roundtable_ical import SideEvent, read
from roundtable_ical.config import Settings
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.web.app import create_app
from roundtable_ical.web.context import EXTENSION
from roundtable_ical.web.front import Front, table_of

NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)
SETTINGS = Settings(watch=0.05)


@pytest.fixture
def store() -> MemoryStore:
    """Return a store with the breakfast published."""
    store = MemoryStore()
    publish(read("samples/hld-2013"), store, moment=NOON, tzdata="2026f")
    return store


@pytest.fixture
def app(store: MemoryStore) -> Flask:
    """Return an application that serves the store."""
    shelf = StoreShelf(store=store, base=lambda _: None, tell=lambda _: None, warn=lambda _: None)
    shelf.refresh()
    return create_app(settings=SETTINGS, shelf=shelf)


def test_the_table_has_every_feed_under_its_address(app: Flask) -> None:
    shelf = app.extensions[EXTENSION].shelf

    table = table_of(shelf.editions, 300, {})

    assert set(table) == {f"/hld-2013/{path}" for path in shelf.editions["hld-2013"].published}


def test_a_published_feed_never_enters_flask(app: Flask) -> None:
    entered: list[str] = []
    app.before_request(lambda: entered.append("in"))
    client = app.test_client()

    feed = client.get("/hld-2013/agenda.ics")
    page = client.get("/hld-2013/")

    again = client.get("/hld-2013/")

    assert (feed.status_code, page.status_code) == (200, 200)
    assert entered == ["in"]
    assert (again.data, again.headers) == (page.data, page.headers)


def test_a_page_is_made_once_for_a_revision_and_each_way_to_reach_it(
    app: Flask, store: MemoryStore
) -> None:
    entered: list[str] = []
    app.before_request(lambda: entered.append("in"))
    client = app.test_client()
    hosts = ("http://localhost/", "https://events.example.org/")

    addresses = [
        "agenda.ics" in client.get("/hld-2013/", base_url=host).text
        and f"{host}hld-2013/agenda.ics" in client.get("/hld-2013/", base_url=host).text
        for host in hosts
    ]
    values = read("samples/hld-2013").model_dump()
    values["title"] = "Another title"
    later = NOON + timedelta(hours=1)
    publish(SideEvent.model_validate(values), store, moment=later, tzdata="2026f")
    app.extensions[EXTENSION].shelf.refresh()

    assert (addresses, entered) == ([True, True], ["in", "in"])
    assert "Another title" in client.get("/hld-2013/").text


def test_a_page_that_was_read_is_made_anew_before_anybody_asks(
    app: Flask, store: MemoryStore
) -> None:
    context = app.extensions[EXTENSION]
    front, client = Front(context), app.test_client()
    client.get("/hld-2013/")
    client.get("/hld-2013/?lang=fr")
    values = read("samples/hld-2013").model_dump()
    values["title"] = "Another title"
    publish(SideEvent.model_validate(values), store, moment=NOON, tzdata="2026f")
    context.shelf.refresh()
    asked: list[str] = []

    front.warm(lambda wanted: asked.append(f"{wanted.root}{wanted.path}"))

    assert asked == ["http://localhost/hld-2013/"]


def test_in_front_and_inside_a_feed_is_the_same(app: Flask) -> None:
    """The same feed with an option that changes nothing is answered by Flask."""
    client = app.test_client()

    front = client.get("/hld-2013/themes/social-dialogue.ics")
    inside = client.get("/hld-2013/themes/social-dialogue.ics?busy=free")

    assert front.data == inside.data
    assert dict(front.headers) == {
        name: value for name, value in inside.headers.items() if name in dict(front.headers)
    }


def test_a_publication_changes_the_feeds_that_hold_it_and_no_other(
    app: Flask, store: MemoryStore
) -> None:
    client = app.test_client()
    paths = ("agenda.ics", "speakers/guy-ryder.ics", "themes/social-dialogue.ics")
    before = {path: client.get(f"/hld-2013/{path}").headers for path in paths}
    values = read("samples/hld-2013").model_dump()
    values["segments"][0]["end"] = "08:25"
    later = NOON + timedelta(hours=1)
    publish(SideEvent.model_validate(values), store, moment=later, tzdata="2026f")
    app.extensions[EXTENSION].shelf.refresh()

    after = {path: client.get(f"/hld-2013/{path}").headers for path in paths}

    same = {path for path in paths if before[path]["ETag"] == after[path]["ETag"]}
    assert same == {"themes/social-dialogue.ics"}
    assert {path: after[path]["Last-Modified"] for path in paths} == {
        "agenda.ics": "Tue, 06 Oct 2026 13:00:00 GMT",
        "speakers/guy-ryder.ics": "Tue, 06 Oct 2026 13:00:00 GMT",
        "themes/social-dialogue.ics": "Tue, 06 Oct 2026 12:00:00 GMT",
    }


def test_files_are_in_front_too(written: Callable[..., Path]) -> None:
    client = create_app(str(written()), settings=SETTINGS).test_client()

    response = client.get("/breakfast/agenda.ics")

    assert response.status_code == 200
    assert response.headers["ETag"].strip('"') == response.get_etag()[0]


def test_while_a_thread_looks_a_request_gets_the_table_there_is(
    app: Flask, store: MemoryStore
) -> None:
    """No reader waits for a store; and once the thread has ended, requests look again."""
    context = app.extensions[EXTENSION]
    client = app.test_client()
    before = client.get("/hld-2013/agenda.ics").headers["ETag"]
    values = read("samples/hld-2013").model_dump()
    values["segments"][0]["end"] = "08:25"
    later = NOON + timedelta(hours=1)
    publish(SideEvent.model_validate(values), store, moment=later, tzdata="2026f")

    context.watched = True
    time.sleep(2 * SETTINGS.watch)
    assert client.get("/hld-2013/agenda.ics").headers["ETag"] == before

    context.watched = False
    assert client.get("/hld-2013/agenda.ics").headers["ETag"] != before


def test_what_is_the_same_is_taken_over_into_the_next_table(app: Flask, store: MemoryStore) -> None:
    shelf = app.extensions[EXTENSION].shelf
    before = table_of(shelf.editions, 300, {})
    values = read("samples/hld-2013").model_dump()
    values["segments"][0]["end"] = "08:25"
    done = publish(SideEvent.model_validate(values), store, moment=NOON, tzdata="2026f")
    shelf.refresh()

    after = table_of(shelf.editions, 300, before)

    assert after == table_of(shelf.editions, 300, {})
    same = {path for path, each in after.items() if each is before[path]}
    assert same == after.keys() - {f"/hld-2013/{path}" for path in done.feeds}
