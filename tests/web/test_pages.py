"""Pages for people: texts stay texts, links lead somewhere, headings are in order."""

import gzip
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from roundtable_ical import SideEvent
from roundtable_ical.config import Settings
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.web.app import create_app

Written = Callable[..., Path]

MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
VOID = {"br", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """What a browser sees of a page: elements with their attributes, in order, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of each element of this name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def levels(self) -> Iterator[int]:
        """Yield the levels of the headings."""
        for name, _ in self.elements:
            if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                yield int(name[1])


def site(*files: Path) -> FlaskClient:
    """Return a client of an application with these programme files."""
    return create_app(files, settings=Settings()).test_client()


@pytest.fixture
def hostile(written: Written) -> FlaskClient:
    """Return a client of an event with markup in every text."""
    return site(
        written(
            title=MARKUP,
            subtitle=MARKUP,
            kind=MARKUP,
            objective=MARKUP,
            background=MARKUP,
            participants=[MARKUP],
            hosts=[{"id": "host", "name": MARKUP}],
            venues=[{"id": "hall", "name": MARKUP, "city": MARKUP, "room": MARKUP}],
            themes=[{"id": "skills", "title": MARKUP}],
            speakers=[{"id": "guy", "name": MARKUP, "function": MARKUP, "affiliation": MARKUP}],
            segments=[
                {
                    "id": "panel",
                    "title": MARKUP,
                    "abstract": MARKUP,
                    "note": MARKUP,
                    "start": "08:30",
                    "end": "09:00",
                    "url": 'https://example.org/?"><script>alert(1)</script>',
                    "themes": ["skills"],
                    "speakers": ["guy"],
                },
                {"id": "later", "title": MARKUP, "note": MARKUP},
            ],
        )
    )


@pytest.mark.parametrize(
    "path",
    ["/", "/breakfast/", "/breakfast/segments/panel", "/breakfast/segments/later", f"/{MARKUP}"],
)
def test_markup_in_a_text_stays_text(hostile: FlaskClient, path: str) -> None:
    page = Page(hostile.get(path, follow_redirects=True).text)

    handlers = [name for _, each in page.elements for name in each if name.startswith("on")]

    scripts = {each.get("src", each.get("type")) for each in page.all("script")}
    assert scripts <= {"/-/static/page.js", "application/ld+json"}
    assert [page.all("img"), page.all("style"), handlers] == [[], [], []]
    assert "style" not in {name for _, each in page.elements for name in each}
    assert "<script>alert(1)</script>" in page.text
    assert page.open == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org"])
def test_a_link_that_is_no_web_address_never_gets_onto_a_page(
    written: Written, address: str
) -> None:
    segments = [{"id": "panel", "title": "Panel", "start": "08:30", "end": "09:00", "url": address}]

    file = written(segments=segments, themes=None, speakers=None)
    client = site(file)

    problems = client.get("/readyz").get_json()["events"][0]["problems"]
    line = next(
        number for number, text in enumerate(file.read_text().split("\n"), 1) if '"url"' in text
    )
    assert [(each["field"], each["line"]) for each in problems] == [("segments[0].url", line)]
    assert client.get("/breakfast/").status_code == 404


@pytest.mark.parametrize("event", ["hld-2013", "week-of-side-events"])
def test_every_link_of_an_event_leads_somewhere(client: FlaskClient, event: str) -> None:
    page = Page(client.get(f"/{event}/").text)
    links = {each["href"] for tag in ("a", "link") for each in page.all(tag)}

    answers: dict[str, int] = {}
    for link in links:
        if urlsplit(link).netloc in {"", "localhost"} and not link.startswith("#"):
            path = urlsplit(link)._replace(scheme="", netloc="").geturl()
            with client.get(path) as response:
                answers[link] = response.status_code

    assert {link: status for link, status in answers.items() if status != 200} == {}
    ids = {f"#{attributes['id']}" for _, attributes in page.elements if "id" in attributes}
    assert {link for link in links if link.startswith("#")} - ids == set()
    assert len(answers) > 15


@pytest.mark.parametrize(
    "path",
    ["/", "/hld-2013/", "/week-of-side-events/", "/hld-2013/segments/welcome", "/no/such/place"],
)
def test_headings_are_in_order_and_elements_closed(client: FlaskClient, path: str) -> None:
    page = Page(client.get(path).text)

    levels = list(page.levels())

    jumps = [(one, two) for one, two in pairwise(levels) if two - one > 1]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert jumps == []
    assert page.open == []


def test_ids_on_a_page_are_there_once(client: FlaskClient) -> None:
    page = Page(client.get("/week-of-side-events/").text)

    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]

    assert sorted(ids) == sorted(set(ids))


def test_an_event_that_is_cancelled_says_so_in_its_title_and_at_every_item(
    written: Written,
) -> None:
    client = site(written(status="cancelled"))

    page = client.get("/breakfast/").text

    assert '<h1 class="gone">' in page
    rows = re.findall('<li id="s-.*?</li>\n', page, re.DOTALL)
    assert {'class="badge off"' in row for row in rows} == {True}
    assert "Save a copy" not in page


def test_no_two_pages_have_the_same_title(client: FlaskClient) -> None:
    """Four morning briefings, three coffees, and a theme that is called as a segment is."""
    paths = {"/", "/hld-2013/embed", "/week-of-side-events/embed"}
    for event in ("/hld-2013/", "/week-of-side-events/"):
        links = {each["href"] for each in Page(client.get(event).text).all("a")}
        here = {link.partition("#")[0] for link in links if link.startswith(event)}
        paths |= {link for link in here if "?" not in link and "." not in link}

    titles: dict[str, list[str]] = {}
    for path in sorted(paths):
        (title,) = re.findall("<title>(.*?)</title>", client.get(path).text)
        titles.setdefault(title, []).append(path)

    assert {title: found for title, found in titles.items() if len(found) > 1} == {}
    assert len(titles) > 100


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("fr", "ltr")],
)
def test_a_page_says_its_language_and_direction(
    written: Written, language: str, direction: str
) -> None:
    client = site(written(language=language))

    pages = [Page(client.get(f"/breakfast/{path}").text) for path in ("", "segments/panel")]

    assert [page.all("html")[0] for page in pages] == [{"lang": language, "dir": direction}] * 2


def test_in_a_language_without_an_interface_only_the_texts_are(written: Written) -> None:
    """Mapudungun has no interface: it is English, and the organiser's words are marked."""
    text = site(written(language="arn")).get("/breakfast/").text

    assert '<html lang="en" dir="ltr">' in text
    assert '<h1><span lang="arn" dir="ltr">Ministerial breakfast</span>' in text


def test_the_page_shows_the_agenda_as_it_is(client: FlaskClient) -> None:
    text = " ".join(Page(client.get("/hld-2013/").text).text.split())

    for words in (
        "Thursday 26 September 2013",
        "08:15–10:00",
        "Invitation: 08:30–10:00",
        "08:35–09:00",
        "Representative of the Government of Bangladesh ?To be confirmed",
        "H.E. Ms. Ann-Sofie Nilsson",
        "Rev. 2 · Tue 24 Sept 2013, 17:10 New York",
    ):
        assert words in text


def test_a_name_without_consent_and_a_mail_address_are_on_no_page(written: Written) -> None:
    speakers = [
        {"id": "guy", "name": "Guy Ryder", "email": "guy@example.org", "consent": False},
    ]
    client = site(written(speakers=speakers))

    seen = "".join(
        client.get(f"/breakfast/{path}").text
        for path in ("", "segments/panel", "event.json", "agenda.ics", "speakers/guy.ics")
    )

    assert "Ryder" not in seen
    assert "guy@" not in seen


def test_the_public_address_is_shown_where_it_is_known(written: Written) -> None:
    settings = Settings.model_validate({"base_url": "https://events.example.org/un/"})
    client = create_app([written()], settings=settings).test_client()

    html = client.get("/breakfast/").text
    page = Page(html)
    feed = client.get("/breakfast/agenda.ics").text

    links = {each["href"] for each in page.all("a")}
    assert "https://events.example.org/un/breakfast/agenda.ics" in html
    assert "webcal://events.example.org/un/breakfast/agenda.ics" in links
    assert "SOURCE;VALUE=URI:https://events.example.org/un/breakfast/agenda.ics\r\n" in feed


def test_days_stand_once_each_where_venues_lie_far_apart(written: Written) -> None:
    """At nine in the evening in New York it is the next morning in Tokyo."""
    venues = [
        {"id": "hall", "name": "Hall", "timezone": "America/New_York"},
        {"id": "tower", "name": "Tower", "timezone": "Asia/Tokyo"},
    ]
    at: list[dict[str, Any]] = [
        {"id": "one", "start": "2026-09-24 20:00", "end": "2026-09-24 20:30", "venue": "hall"},
        {"id": "two", "start": "2026-09-25 09:40", "end": "2026-09-25 10:00", "venue": "tower"},
        {"id": "three", "start": "2026-09-24 21:30", "end": "2026-09-24 22:00", "venue": "hall"},
    ]
    segments = [{"title": each["id"], **each} for each in at]
    client = site(written(date=None, segments=segments, venues=venues, themes=None, speakers=None))

    text = client.get("/breakfast/").text

    order = [text.index(words) for words in (">one<", ">three<", ">two<")]
    assert order == sorted(order)
    assert text.count('<h3 class="day" id="day-') == 2


def test_the_first_page_lists_the_events_newest_first(client: FlaskClient) -> None:
    page = Page(client.get("/").text)

    links = [each["href"] for each in page.all("a")]

    assert [link for link in links if link.count("/") == 2] == [
        "/week-of-side-events/",
        "/hld-2013/",
    ]


def test_a_house_without_events_says_so() -> None:
    page = Page(site().get("/").text)

    assert "No event is published here yet." in page.text


def test_an_address_in_a_text_is_not_on_its_page(written: Callable[..., Path]) -> None:
    segment = {
        "id": "talk", "title": "Talk", "start": "08:00", "end": "09:00",
        "abstract": "Write to jane@example.org.", "note": "or to \"j doe\"@example.org",
    }  # fmt: skip
    file = written(segments=[segment], objective="See jane@example.org.", url=None)
    client = create_app(file).test_client()

    pages = [
        client.get(path).get_data(as_text=True)
        for path in ("/breakfast/", "/breakfast/segments/talk")
    ]

    assert ["example.org" in page for page in pages] == [False, False]


def test_a_segment_without_a_time_has_no_copy_to_save(written: Callable[..., Path]) -> None:
    client = create_app(written(segments=[{"id": "open", "title": "Open"}])).test_client()

    response = client.get("/breakfast/segments/open.ics")

    assert (response.status_code, response.get_data(as_text=True)) == (
        404,
        "There is no scheduled segment “open”\nThere are none yet.\n",
    )


def test_a_page_of_a_thousand_segments_stays_light() -> None:
    """Class L: 1,100 segments, 37 rooms, 71 themes; under 250 kB compressed."""
    words = "labour migration governance development decent work social dialogue protection".split()

    def line(number: int, count: int) -> str:
        return " ".join(words[(number * 7 + k * 3) % len(words)] for k in range(count)).title()

    segments = [
        {
            "id": f"session-{n}",
            "title": f"{line(n, 7)} {n}",
            "abstract": line(n, 70),
            "start": f"2026-10-{5 + n // 37 % 5:02} {8 + n // 185:02}:00",
            "minutes": 50,
            "venue": f"room-{n % 37}",
            "themes": [f"theme-{n % 71}"],
            "speakers": [f"person-{(3 * n + k) % 1200}" for k in range(3)],
        }
        for n in range(1_100)
    ]
    event = SideEvent.model_validate(
        {
            "id": "conference",
            "title": "A conference of many sessions",
            "timezone": "Europe/Zurich",
            "revised": "2026-09-01T12:00:00Z",
            "venues": [{"id": f"room-{n}", "name": f"Room {n}"} for n in range(37)],
            "themes": [{"id": f"theme-{n}", "title": line(n, 4)} for n in range(71)],
            "speakers": [{"id": f"person-{n}", "name": f"{line(n, 2)} {n}"} for n in range(1_200)],
            "segments": segments,
        }
    )
    store = MemoryStore()
    publish(event, store, moment=datetime(2026, 9, 1, tzinfo=UTC), tzdata="2026f")
    shelf = StoreShelf(store=store, base=lambda _: None, tell=lambda _: None, warn=lambda _: None)
    shelf.refresh()
    client = create_app(settings=Settings(), shelf=shelf).test_client()

    page = client.get("/conference/", headers={"Accept-Encoding": "gzip"})

    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.data) < 250_000
    assert gzip.decompress(page.data).count(b'<li id="s-session-') == 1_100


def test_the_script_is_small() -> None:
    script = Path("roundtable_ical/web/static/page.js").read_bytes()

    assert len(gzip.compress(script)) < 2_048
