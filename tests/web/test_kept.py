from wsgiref.types import WSGIEnvironment

import pytest

from roundtable_ical.services.statically import COPY
from roundtable_ical.web.kept import Asked, Kept, asked
from roundtable_ical.web.published import Ready, ready_page

PAGE = ready_page(b"page", {}, language="en")
OTHER = ready_page(b"another", {}, language="en")
HERE: WSGIEnvironment = {
    "wsgi.url_scheme": "https",
    "HTTP_HOST": "events.example.org",
    "SCRIPT_NAME": "/un",
    "PATH_INFO": "/breakfast/",
}


def test_a_page_is_good_as_long_as_what_it_is_made_of() -> None:
    pages, wanted = Kept(), Asked("", "/e/")
    pages.keep(wanted, "first", PAGE)

    found: list[Ready | None] = [pages.find(wanted, mark) for mark in ("first", "second")]

    assert found == [PAGE, None]


def test_what_was_asked_for_longest_ago_is_forgotten() -> None:
    pages = Kept(most_pages=2)
    wanted = [Asked("", f"/{n}/") for n in range(3)]
    for each in wanted[:2]:
        pages.keep(each, 1, PAGE)
    pages.find(wanted[0], 1)

    pages.keep(wanted[2], 1, PAGE)

    assert [pages.find(each, 1) for each in wanted] == [PAGE, None, PAGE]


def test_memory_is_bounded_and_a_page_made_anew_counts_once() -> None:
    pages = Kept(most_bytes=PAGE.size * 2)
    for mark in range(10):
        pages.keep(Asked("", "/a/"), mark, PAGE)
    pages.keep(Asked("", "/b/"), 1, PAGE)

    assert pages.find(Asked("", "/a/"), 9) == PAGE

    pages.keep(Asked("", "/c/"), 1, OTHER)

    assert pages.find(Asked("", "/a/"), 9) is None


def test_pages_without_a_query_are_known() -> None:
    pages = Kept()
    plain = Asked("", "/e/")
    for wanted in (plain, Asked("", "/e/", "lang=fr"), Asked("", "/e/", copy=True)):
        pages.keep(wanted, 1, PAGE)

    assert list(pages.plain()) == [plain]


@pytest.mark.parametrize(
    ("base_url", "root"),
    [(None, "https://events.example.org/un"), ("https://public.example.org/", "/un")],
)
def test_the_host_counts_where_no_public_address_is_known(base_url: str | None, root: str) -> None:
    assert asked(HERE, base_url=base_url) == Asked(root, "/breakfast/")


def test_a_copy_is_another_page() -> None:
    environ = {**HERE, COPY: True}

    assert asked(environ, base_url="x", query="tz=UTC") == Asked(
        "/un", "/breakfast/", "tz=UTC", copy=True
    )
