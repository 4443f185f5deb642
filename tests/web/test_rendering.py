"""From a template to a page, and what of a query it looks at."""

import pytest
from flask.testing import FlaskClient

from roundtable_ical.services.statically import COPY


def test_a_page_is_the_same_whatever_else_is_in_its_query(client: FlaskClient) -> None:
    plain = client.get("/hld-2013/?lang=fr&tz=Geneva")

    tracked = client.get("/hld-2013/?tz=Geneva&utm_source=news&lang=fr&x=<script>")

    assert tracked.data == plain.data


def test_links_keep_language_and_zone(client: FlaskClient) -> None:
    page = client.get("/hld-2013/?lang=fr&tz=Geneva").text

    assert 'href="/hld-2013/segments/welcome?lang=fr&amp;tz=Geneva"' in page
    assert 'href="/hld-2013/?lang=ar&amp;tz=Geneva" lang="ar" hreflang="ar"' in page


def test_without_a_query_links_have_none(client: FlaskClient) -> None:
    page = client.get("/hld-2013/").text

    assert 'href="/hld-2013/segments/welcome"' in page
    assert '<html lang="en" dir="ltr">' in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("lang=<script>", "“&lt;script&gt;” is no language"),
        ("tz=Atlantis", "“Atlantis” is no time zone that is known here"),
        ("tz=EST&lang=fr", "«\xa0EST\xa0» n’est pas un fuseau horaire connu ici"),
        (f"tz={'x' * 3000}", "…” is no time zone"),
    ],
)
@pytest.mark.parametrize("path", ["/hld-2013/", "/hld-2013/segments/welcome", "/"])
def test_a_language_or_zone_that_there_is_not_is_said(
    client: FlaskClient, path: str, query: str, words: str
) -> None:
    response = client.get(f"{path}?{query}")

    assert response.status_code == 400
    assert words in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_a_page_with_styles_of_its_own_allows_them_and_no_other(client: FlaskClient) -> None:
    response = client.get("/week-of-side-events/")

    policy = response.headers["Content-Security-Policy"]
    assert "<style>" in response.text
    assert policy.count("'sha256-") == 1
    assert "style-src 'self' 'sha256-" in policy


def test_a_query_that_is_too_long_is_answered_all_the_same(client: FlaskClient) -> None:
    themes = "&".join(f"theme={'x' * 60}{n}" for n in range(60))

    assert client.get(f"/hld-2013/segments/welcome?{themes}").status_code == 200


def test_a_copy_for_a_server_of_files_leaves_out_what_needs_ours(client: FlaskClient) -> None:
    page = client.get("/hld-2013/", environ_overrides={COPY: True}).text

    for part in ("<form", "<select", "page.js", '<nav class="languages"', 'id="now"', "?lang="):
        assert part not in page
    assert "Welcome and opening" in page
    assert 'href="/hld-2013/agenda.ics"' in page
