"""Answers for what is not there or not possible."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from lxml import html

from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app


def test_a_browser_gets_a_page_that_names_what_exists(client: FlaskClient) -> None:
    response = client.get("/hld-2013/segments/nosuch")

    assert response.status_code == 404
    assert response.mimetype == "text/html"
    assert "<h1>There is no segment “nosuch”</h1>" in response.text
    assert "<p>The segments are:</p>" in response.text
    assert "<code>closing</code>" in response.text


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("hld-2013/themes/nosuch?lang=fr", 3),
        ("hld-2013/segments/nosuch", 6),
        ("hld-2013/nosuch.html", 10),
        ("no/such/page?lang=ar", 2),
    ],
)
def test_everything_that_exists_is_a_link_that_works(
    client: FlaskClient, path: str, count: int
) -> None:
    page: Any = html.fromstring(client.get(f"/{path}").data)

    links = [str(link) for link in page.xpath("//main//li/a/@href")]
    assert {client.get(link).status_code for link in links} == {200}
    assert len(links) == count


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("?lang=fr&tz=Atlantis", "«\xa0Atlantis\xa0» n’est pas un fuseau horaire connu ici"),
        ("changes?lang=es&before=soon", "«soon» no es ninguna revisión"),
        ("?lang=one,two", "“one,two” is no language"),
    ],
)
def test_what_a_page_cannot_take_is_told_in_the_readers_language(
    client: FlaskClient, path: str, told: str
) -> None:
    response = client.get(f"/hld-2013/{path}")

    assert response.status_code == 400
    assert f"<h1>{told}</h1>" in response.text


def test_a_zone_that_was_nearly_right_is_offered(client: FlaskClient) -> None:
    response = client.get("/hld-2013/?tz=Europe/Zürch&lang=fr&what=event")

    assert "/hld-2013/?lang=fr&amp;tz=Europe/Zurich&amp;what=event" in response.text


@pytest.mark.parametrize("zone", ["Mars/Base", "x" * 65])
def test_a_zone_that_is_near_no_other_gets_an_example_and_no_guess(
    client: FlaskClient, zone: str
) -> None:
    response = client.get(f"/hld-2013/?tz={zone}")

    assert "Write a city or a zone, as tz=Geneva or tz=Europe/Zurich." in response.text
    assert "Did you mean" not in response.text


def test_an_offset_is_answered_with_the_zones_that_have_it(client: FlaskClient) -> None:
    response = client.get("/hld-2013/?tz=GMT-4")

    assert "Did you mean" in response.text
    assert "/hld-2013/?tz=America/New_York" in response.text


def test_an_address_without_anything_names_the_events(client: FlaskClient) -> None:
    response = client.get("/no/such/feed.ics")

    assert (response.status_code, response.text) == (
        404,
        "There is nothing at /no/such/feed.ics\n"
        "These events are here:\nhld-2013\nweek-of-side-events\n",
    )


def test_where_nothing_of_a_kind_exists_that_is_said(written: Callable[..., Path]) -> None:
    bare = [{"id": "panel", "title": "Panel", "start": "08:30", "end": "09:00"}]
    file = written(segments=bare, themes=None, speakers=None)
    client = create_app([file], settings=Settings()).test_client()

    response = client.get("/breakfast/themes/skills.ics")

    assert response.text == "There is no theme “skills”\nThere are none yet.\n"


def test_a_house_without_events_says_so_too() -> None:
    client = create_app([], settings=Settings()).test_client()

    answers = [client.get(path).text for path in ("/breakfast/agenda.ics", "/no/such/feed.ics")]

    assert answers == [
        "There is no event “breakfast”\nThere are none yet.\n",
        "There is nothing at /no/such/feed.ics\nNo event is here yet.\n",
    ]


def test_a_long_list_is_cut_and_counted(written: Callable[..., Path]) -> None:
    themes = [{"id": f"theme-{number}", "title": f"Theme {number}"} for number in range(50)]
    segments = [
        {
            "id": "panel",
            "title": "Panel",
            "start": "08:30",
            "end": "09:00",
            "themes": [each["id"] for each in themes],
        }
    ]
    file = written(themes=themes, segments=segments, speakers=None)
    client = create_app([file], settings=Settings()).test_client()

    lines = client.get("/breakfast/themes/nosuch.ics").text.splitlines()

    assert (len(lines), lines[-2:]) == (43, ["theme-39", "… and 10 more"])


def test_the_error_of_another_site_is_left_alone(written: Callable[..., Path]) -> None:
    app = create_app([written()], settings=Settings())
    app.add_url_rule("/broken", view_func=lambda: str(1 / 0), endpoint="broken")

    response = app.test_client().get("/broken")

    assert response.status_code == 500
    assert "Internal Server Error" in response.text
