"""A personal link opens what it was signed for; everything else looks as if it did not exist."""

import pytest

from roundtable_ical.services.links import ANSWER, FEED, Personal
from roundtable_ical.testing.letters import MOMENT, PANEL, event
from tests.web.asked import SECRET, Site


@pytest.fixture
def site() -> Site:
    """Return a site where one speaker was asked."""
    return Site(event())


def codes(site: Site, *addresses: str) -> list[int]:
    return [site.client.get(address).status_code for address in addresses]


def test_a_link_opens_one_thing_alone(site: Site) -> None:
    answer, feed = site.page.rpartition("/")[2], site.feed.rpartition("/")[2]

    assert codes(site, site.page, site.feed) == [200, 200]
    assert codes(
        site,
        f"/breakfast/my/{answer}.ics",
        f"/breakfast/answer/{feed.removesuffix('.ics')}",
        f"/lunch/my/{feed}",
    ) == [404, 404, 404]


def test_a_link_that_was_signed_and_never_given_out_opens_nothing(site: Site) -> None:
    other = Personal(SECRET, "breakfast").answer(PANEL._replace(speaker_id="ann"), MOMENT)[0]
    forged = Personal("another secret", "breakfast").answer(PANEL, MOMENT)[0]

    assert codes(site, f"/breakfast/answer/{other}", f"/breakfast/answer/{forged}") == [404, 404]


def test_what_is_revoked_is_followed_by_a_new_link(site: Site) -> None:
    site.store.revoke("breakfast", ANSWER, "panel/guy")
    site.store.revoke("breakfast", FEED, "guy")
    personal = Personal(SECRET, "breakfast", site.store.tokens("breakfast"))
    text, token = personal.answer(PANEL, MOMENT)
    site.store.keep_token(token)

    assert codes(site, site.page, site.feed, f"/breakfast/answer/{text}") == [404, 404, 200]


def test_tries_are_counted_over_all_links_of_one_address(site: Site) -> None:
    tries = codes(site, *(f"/breakfast/answer/{number}" for number in range(60)))

    assert {*tries} == {404}
    assert codes(site, site.page, site.feed) == [429, 429]
    other = site.client.get(site.page, environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 200
