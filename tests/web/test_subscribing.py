"""The step in which one subscribes, as it is served: every link leads to what it says."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html

from roundtable_ical.config import Settings
from roundtable_ical.reach.families import Family
from roundtable_ical.reach.rhythms import Length, Rhythm
from roundtable_ical.web.app import create_app, create_blueprint
from roundtable_ical.web.context import EXTENSION

Written = Callable[..., Path]
BASE = "https://events.example.org"

MORE: dict[str, Any] = {
    "segments": [
        {"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"},
        {
            "id": "panel",
            "title": "Panel",
            "start": "08:30",
            "end": "09:00",
            "themes": ["skills"],
            "speakers": ["guy"],
        },
        {
            "id": "closing",
            "title": "Closing",
            "start": "09:00",
            "end": "09:15",
            "speakers": ["guy"],
            "status": "cancelled",
        },
    ],
}


@pytest.fixture
def event(written: Written) -> FlaskClient:
    """Return a client of an event of three segments, at its public address."""
    return create_app([written(**MORE)], settings=Settings(base_url=BASE)).test_client()


def subscribe_of(page: bytes) -> Any:
    """Return the panel of *page*, as a tree."""
    (found,) = tree_of(page).xpath("//*[@id='subscribe']")
    return found


def tree_of(page: bytes) -> Any:
    """Return *page* as a tree."""
    return html.fromstring(page)


def panel(client: FlaskClient, query: str = "") -> Any:
    """Return the panel of the page that *query* asks for, as a tree."""
    answer = client.get(f"/breakfast/{query}")
    assert answer.status_code == 200, answer.text
    return subscribe_of(answer.data)


def links(tree: Any) -> list[str]:
    """Return where the programs' buttons lead, in order."""
    return [str(each) for each in tree.xpath(".//ul[@class='offers']/li/a/@href")]


def words(tree: Any, path: str) -> list[str]:
    """Return the text of each element that *path* finds, its white space closed up."""
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


FEED = f"{BASE}/breakfast/mix.ics?theme=skills&speaker=guy&alarm=15m"
MIX = "?what=mix&theme=skills&speaker=guy&alarm=15m"


def test_every_link_leads_to_the_feed_that_was_chosen(event: FlaskClient) -> None:
    tree = panel(event, MIX)

    google, live, office, new, *others = map(urlsplit, links(tree))
    webcal = FEED.replace("https", "webcal", 1)
    assert parse_qs(google.query) == {"cid": [webcal]}
    assert parse_qs(live.query) == parse_qs(office.query)
    assert parse_qs(live.query)["url"] == [FEED]
    assert (new.geturl(), {each.geturl() for each in others}) == ("#address", {webcal})
    assert words(tree, ".//p[@class='address']//code") == [FEED]


def test_the_count_told_is_that_of_the_feed(event: FlaskClient) -> None:
    told = words(panel(event, MIX), ".//div[@class='fresh']/p/strong")

    feed = event.get("/breakfast/mix.ics?theme=skills&speaker=guy").text
    assert (told, feed.count("BEGIN:VEVENT")) == (["2 events"], 2)


def test_the_form_shows_the_choice_as_the_state_that_was_served(event: FlaskClient) -> None:
    checked = panel(event, MIX).xpath(".//form//input[@checked]")

    assert [(each.get("name"), each.get("value")) for each in checked] == [
        ("what", "mix"),
        ("theme", "skills"),
        ("speaker", "guy"),
        ("alarm", "15m"),
    ]


def test_a_copy_to_save_is_told_apart_and_is_the_same_feed(event: FlaskClient) -> None:
    (link,) = panel(event, MIX).xpath(".//p[@class='save']/a")

    assert (link.get("href"), link.get("download")) == (FEED.removeprefix(BASE), "mix.ics")
    assert event.get(link.get("href")).mimetype == "text/calendar"


def test_a_segment_has_a_step_of_its_own(event: FlaskClient) -> None:
    answer = event.get("/breakfast/segments/panel?alarm=15m")

    tree = subscribe_of(answer.data)
    assert words(tree, ".//p[@class='address']//code") == [
        f"{BASE}/breakfast/mix.ics?segment=panel&alarm=15m"
    ]
    assert words(tree, ".//*[@class='fresh']/p/strong") == ["1 event"]
    assert event.get("/breakfast/mix.ics?segment=panel").text.count("BEGIN:VEVENT") == 1


def test_nothing_chosen_has_no_links(event: FlaskClient) -> None:
    tree = panel(event, "?what=mix")

    assert (links(tree), tree.xpath(".//*[@class='address']")) == ([], [])
    assert words(tree, ".//p[contains(@class, 'fresh')]/strong") == ["Nothing is chosen yet."]


def test_what_is_not_in_the_programme_is_named_and_escaped(event: FlaskClient) -> None:
    answer = event.get("/breakfast/?theme=skills&theme=<script>&busy=often&what=lunch")

    tree = subscribe_of(answer.data)
    told = words(tree, "./div[contains(@class, 'note')]//code")
    assert told == ["theme=<script>", "what=lunch", "busy=often"]
    assert words(tree, ".//p[@class='address']//code") == [f"{BASE}/breakfast/themes/skills.ics"]


def test_google_is_said_to_hide_what_others_strike_out(event: FlaskClient) -> None:
    tree = panel(event)

    found = {
        way: words(tree, f".//ul[@class='offers']/li[{position}]//ul[@class='shown']/li[3]/{way}")
        for position, way in ((1, "del"), (2, "span[2]"), (6, "s"))
    }

    title = ["CANCELLED: Closing"]
    assert found == {"del": title, "span[2]": title, "s": title}


def test_a_reminder_that_gets_lost_is_told_where_it_was_asked_for(event: FlaskClient) -> None:
    losses = ".//ul[@class='offers']/li[1]//ul[@class='losses']/li"

    told = [words(panel(event, query), losses) for query in ("", "?alarm=15m")]

    assert told == [
        [
            "A cancelled item vanishes without a word.",
            "Times are on the clock of your device.",
        ],
        [
            "A cancelled item vanishes without a word.",
            "Your reminder is ignored: set one there.",
            "Times are on the clock of your device.",
        ],
    ]


def test_what_was_seen_here_lately_is_told_on_a_new_page(event: FlaskClient) -> None:
    before = words(panel(event), ".//p[@class='seen']")
    rhythms = {Family.GOOGLE: Rhythm(Length(9, "hour"), Length(13, "hour"))}
    event.application.extensions[EXTENSION].counting.rhythms = rhythms

    after = words(panel(event), ".//p[@class='seen']")

    assert (before, after) == ([], ["Seen here lately: every 9–13 hours"])


def test_the_page_is_kept_once_for_all_ways_to_write_a_query(event: FlaskClient) -> None:
    tags = {
        event.get(f"/breakfast/{query}").headers["ETag"]
        for query in (
            "?what=mix&theme=skills&alarm=15m",
            "?alarm=15m&theme=skills&what=mix&utm_source=x&busy=",
        )
    }

    assert len(tags) == 1


def test_the_clock_is_changed_without_losing_the_choice(event: FlaskClient) -> None:
    page = tree_of(event.get(f"/breakfast/{MIX}").data)

    hidden = page.xpath("//form[@class='zone']/input[@type='hidden']")

    assert [(each.get("name"), each.get("value")) for each in hidden] == [
        ("what", "mix"),
        ("theme", "skills"),
        ("speaker", "guy"),
        ("alarm", "15m"),
    ]


def test_a_mounted_blueprint_links_below_its_prefix(written: Written) -> None:
    site = Flask("site")
    site.register_blueprint(create_blueprint([written()], url_prefix="/calendar"))

    tree = subscribe_of(site.test_client().get("/calendar/breakfast/").data)

    assert words(tree, ".//p[@class='address']//code") == [
        "http://localhost/calendar/breakfast/agenda.ics"
    ]
    assert tree.xpath(".//p[@class='save']/a/@href") == ["/calendar/breakfast/agenda.ics"]


def test_without_any_time_the_step_says_what_comes_of_it(written: Written) -> None:
    file = written(segments=[{"id": "panel", "title": "Panel", "themes": ["skills"]}])
    client = create_app([file], settings=Settings(base_url=BASE)).test_client()

    pages = [client.get(f"/breakfast/{path}") for path in ("", "themes/skills", "segments/panel")]

    assert [words(subscribe_of(page.data), ".//p[@class='adds']") for page in pages] == 3 * [
        ["No item has a time yet. The calendar is empty now, and fills by itself as times are set. "
         "A change reaches your calendar:"]
    ]  # fmt: skip
    assert [page.text.count("Save") for page in pages] == [0, 0, 0]
    assert words(tree_of(pages[1].data), "//p[@class='follow']/*[@class='count']") == [
        "Empty until a time is set."
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("", "This adds 3 events. One of them is cancelled. A change reaches your calendar:"),
        ("speakers/guy", "This adds 2 events. One of them is cancelled. A change reaches "
         "your calendar:"),
        ("segments/closing", "This adds 1 event. It is cancelled. A change reaches your calendar:"),
        ("segments/panel", "This adds 1 event. A change reaches your calendar:"),
    ],
)  # fmt: skip
def test_what_is_cancelled_is_told_before_one_decides(
    event: FlaskClient, path: str, told: str
) -> None:
    tree = subscribe_of(event.get(f"/breakfast/{path}").data)

    assert words(tree, ".//p[@class='adds']") == [told]


def test_a_cancelled_segment_is_not_offered_as_a_copy(event: FlaskClient) -> None:
    tree = tree_of(event.get("/breakfast/segments/closing").data)

    assert tree.xpath("//main//a[contains(., 'Save a copy')]") == []
    assert words(tree, "//p[contains(@class, 'follow')]/a") == ["Subscribe to this session"]
