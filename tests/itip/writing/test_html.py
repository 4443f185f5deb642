import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_ical.itip.writing.html import html
from roundtable_ical.itip.writing.wording import Link, Row, Wording
from roundtable_ical.itip.writing.words import LANGUAGES, words

PLAIN = Wording(
    words=words("en"),
    language="en",
    subject="Updated",
    heading="Breakfast",
    greeting="Dear Ann,",
    opening="It has changed.",
    rows=(Row("Place", "Room 2", "Room 1"), Row("Join", "https://meet.example.org/", link=True)),
    text="One.\n\nTwo,\nthree.",
    asks="Please reply.",
    button=Link("Reply", "https://events.example.org/a?b=1&c=2"),
    links=(Link("Page", "https://events.example.org/p"),),
    closing="Yours sincerely,",
    signature="Desk",
)


class Page(HTMLParser):
    """What a page is made of, and whether all of it is closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in {"br", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_a_page_says_all_of_the_letter_and_fetches_nothing() -> None:
    page = Page(html(PLAIN))

    said = [words for text in page.text if (words := text.strip())]
    assert said[0] == "Updated"
    assert said[2:] == [
        *("Breakfast", "Dear Ann,", "It has changed."),
        *("Place", "was", "Room 1", "Room 2"),
        *("Join", "https://meet.example.org/"),
        *("One.", "Two,", "three.", "Please reply.", "Reply"),
        *("Page", "https://events.example.org/p", "Yours sincerely,", "Desk"),
    ]
    assert page.open == []
    assert page.links == [
        "https://meet.example.org/",
        "https://events.example.org/a?b=1&c=2",
        "https://events.example.org/p",
    ]
    assert {"img", "script", "link", "iframe"}.isdisjoint(page.tags)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_runs_the_way_its_language_is_written(language: str) -> None:
    page = html(replace(PLAIN, words=words(language), language=language))

    direction = "rtl" if language == "ar" else "ltr"
    assert re.findall(r'<(html|body|table)\b[^>]* dir="(\w+)"', page) == [
        ("html", direction),
        ("body", direction),
        ("table", direction),
    ]
    assert f'lang="{words(language).locale.replace("_", "-")}"' in page


def test_each_line_of_a_fact_runs_the_way_it_is_written() -> None:
    rows = (Row("يشارك", "Ann\nرئاسة: Guy", "Ida\nضيف"),)
    page = html(replace(PLAIN, words=words("ar"), language="ar", rows=rows))

    for line in ("Ann", "رئاسة: Guy", "Ida", "ضيف"):
        assert f'<span dir="auto">{line}</span>' in page


HOSTILE = st.text() | st.sampled_from(["<script>", '"><img src=x>', "</table>", "&lt;", "]]>"])


@given(st.lists(HOSTILE, min_size=9, max_size=9))
def test_no_words_become_a_tag(hostile: list[str]) -> None:
    subject, heading, greeting, opening, label, value, text, closing, signature = hostile
    wording = replace(
        PLAIN,
        subject=subject,
        heading=heading,
        greeting=greeting,
        opening=opening,
        rows=(Row(label, value, value),),
        text=text.replace("\n", " "),
        closing=closing,
        signature=signature,
    )

    tags = Page(html(wording)).tags

    assert [tag for tag in tags if tag != "br"].count("p") <= 7
    assert set(tags) <= set(Page(html(PLAIN)).tags)
