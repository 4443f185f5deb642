"""The agenda in somebody else's page."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from roundtable_ical.config import Settings
from roundtable_ical.web.app import create_app

WEEK = "/week-of-side-events"
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def pasted(page: str) -> tuple[str, str]:
    """Return the HTML of the frame and of the snippet, as a person copies it."""
    found = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.S)
    buttons = re.findall(r'data-copy="(.*?)"', page, re.S)
    assert [unescape(each) for each in buttons] == [unescape(each) for each in found]
    frame, snippet = map(unescape, found)
    return frame, snippet


def test_only_the_frame_may_be_framed(client: FlaskClient) -> None:
    policies = [
        client.get(f"{WEEK}/{path}").headers["Content-Security-Policy"].rpartition("; ")[2]
        for path in ("embed", "embed", "", "snippet", "changes", "themes/skills")
    ]

    assert policies == ["frame-ancestors *"] * 2 + ["frame-ancestors 'none'"] * 4


def test_a_frame_has_the_agenda_alone_and_its_links_open_outside(client: FlaskClient) -> None:
    response = client.get(f"{WEEK}/embed")

    page = response.text
    assert '<base target="_top">' in page
    assert [page.count(words) for words in ('id="subscribe"', '<header class="bar"', "<h1")] == [
        0,
        0,
        1,
    ]
    assert page.count('<li id="s-') == client.get(f"{WEEK}/").text.count('<li id="s-')
    assert "Set-Cookie" not in response.headers
    assert "X-Frame-Options" not in response.headers


def test_a_frame_may_have_a_part_of_the_agenda(client: FlaskClient) -> None:
    some = client.get(f"{WEEK}/embed?theme=skills&speaker=miriam-goldfarb").text
    theme = client.get(f"{WEEK}/themes/skills").text

    assert theme.count('<li id="s-') < some.count('<li id="s-')
    assert client.get(f"{WEEK}/embed?theme=none").status_code == 404
    assert client.get(f"{WEEK}/snippet?speaker=none").status_code == 404


def test_the_frame_to_paste_leads_to_the_frame_with_the_same_choice(client: FlaskClient) -> None:
    frame, _ = pasted(client.get(f"{WEEK}/snippet?theme=skills&lang=fr&tz=Geneva").text)

    [source] = re.findall(r'<iframe src="([^"]+)"', frame)
    address = unescape(source)
    assert address == f"http://localhost{WEEK}/embed?lang=fr&tz=Geneva&theme=skills"
    assert client.get(address).status_code == 200


def test_what_is_pasted_stands_by_itself(client: FlaskClient) -> None:
    _, snippet = pasted(client.get(f"{WEEK}/snippet").text)

    tags = set(re.findall(r"<(\w+)", snippet))
    names = set(re.findall(r'[ "](\w+)="', snippet))
    assert tags <= {"section", "h2", "h3", "p", "a", "ul", "li", "span", "b", "br", "small", "s"}
    assert names <= {"lang", "dir", "style", "href"}
    links = re.findall('href="([^"]*)"', snippet)
    assert {link.startswith("http://localhost/") for link in links} == {True}
    for tag in tags - {"br"}:
        assert snippet.count(f"<{tag}>") + snippet.count(f"<{tag} ") == snippet.count(f"</{tag}>")


def test_what_is_pasted_keeps_its_rows_whatever_the_site_does_to_lists(client: FlaskClient) -> None:
    _, snippet = pasted(client.get(f"{WEEK}/snippet").text)

    styles = re.findall(
        r'<(?:section|ul|li|span)(?: lang="\w+" dir="\w+")? style="([^"]*)"', snippet
    )
    assert {style.partition(";")[0] for style in styles} == {"all:revert"}
    assert len(styles) == len(re.findall("<(?:section|ul|li|span)", snippet))


@pytest.mark.parametrize("path", ["embed", "snippet"])
def test_markup_in_texts_stays_text_wherever_it_is_pasted(
    written: Callable[..., Path], path: str
) -> None:
    file = written(
        title=MARKUP,
        venues=[{"id": "hall", "name": MARKUP, "room": MARKUP, "city": MARKUP}],
        themes=[{"id": "skills", "title": MARKUP}],
        speakers=[{"id": "guy", "name": MARKUP, "function": MARKUP}],
        segments=[
            {"id": "panel", "title": MARKUP, "note": MARKUP, "start": "08:30", "end": "09:00",
             "themes": ["skills"], "speakers": ["guy"]},
        ],
    )  # fmt: skip
    client = create_app([file], settings=Settings()).test_client()

    page = client.get(f"/breakfast/{path}?theme=skills").text

    seen = [page, *(pasted(page) if path == "snippet" else ())]
    for text in seen:
        assert "<script>alert" not in text
        assert "<img" not in text
    assert "&lt;script&gt;" in seen[-1]


def test_a_page_speaks_the_language_that_is_asked_for(client: FlaskClient) -> None:
    page = client.get(f"{WEEK}/snippet?lang=ar").text

    _, snippet = pasted(page)
    assert snippet.startswith('<section lang="ar" dir="rtl"')
