"""The first page: events to come, and events that are over."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient

from roundtable_ical.config import Settings
from roundtable_ical.services.statically import COPY
from roundtable_ical.web.app import create_app
from roundtable_ical.web.context import EXTENSION

Written = Callable[..., Path]


def house(written: Written) -> FlaskClient:
    """Return a client of a house with an event long over and one far ahead."""
    files = [
        written("old", id="old", date="2013-09-24"),
        written("new", id="new", date="2099-09-24", title={"en": "Lunch", "fr": "Déjeuner"}),
    ]
    return create_app(files, settings=Settings()).test_client()


def groups(page: str) -> list[tuple[str, list[str]]]:
    """Return the sections of the page by their ids, with the events in each."""
    sections = re.findall(r'<section .*?aria-labelledby="(\w+)">(.*?)</section>', page, re.S)
    return [(name, re.findall(r'href="/(\w+)/', inside)) for name, inside in sections]


def test_what_comes_is_apart_from_what_is_over(written: Written) -> None:
    page = house(written).get("/").text

    assert groups(page) == [("coming", ["new"]), ("past", ["old"])]


def test_titles_are_in_the_readers_language_or_marked(written: Written) -> None:
    page = house(written).get("/?lang=fr").text

    assert ">Déjeuner</a>" in page
    assert '<span lang="en" dir="ltr">Ministerial breakfast</span>' in page


def test_a_copy_has_one_list_that_stays_right(written: Written) -> None:
    page = house(written).get("/", environ_overrides={COPY: True}).text

    assert groups(page) == []
    assert re.findall(r'<h2 class="\w+"><a href="/(\w+)/">', page) == ["new", "old"]


def test_the_page_turns_over_at_midnight_after_the_last_day(written: Written) -> None:
    app = create_app([written()], settings=Settings())
    client, context = app.test_client(), app.extensions[EXTENSION]
    midnight = datetime(2026, 9, 25, 4, tzinfo=UTC)
    moments = [midnight - timedelta(days=9), midnight - timedelta(seconds=1), midnight]

    found, tag = [], ""
    for moment in moments:
        context.clock = lambda moment=moment: moment
        response = client.get("/", headers={"If-None-Match": tag})
        tag = response.headers["ETag"]
        found.append((response.status_code, groups(response.text)))

    assert found == [
        (200, [("coming", ["breakfast"])]),
        (304, []),
        (200, [("coming", []), ("past", ["breakfast"])]),
    ]
    assert response.headers["Cache-Control"] == "public, no-cache"


def test_markup_in_a_title_stays_text(written: Written) -> None:
    markup = "<script>alert(1)</script>"
    file = written(title=markup, subtitle=markup, hosts=[{"id": "host", "name": markup}])
    page = create_app([file], settings=Settings()).test_client().get("/").text

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;") == 3
