"""Feeds as calendar programs fetch them; H1 to H9 are rules of INTEROP.md section 5."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from roundtable_ical import Selection, every_feed, read
from roundtable_ical.ical.addresses import feed_path

AGENDA = "/hld-2013/agenda.ics"
FEEDS = (
    "event.ics",
    "agenda.ics",
    "themes/social-dialogue.ics",
    "speakers/guy-ryder.ics",
    "venues/delegates-dining-room.ics",
    "segments/welcome.ics",
    "mix.ics?theme=development&speaker=guy-ryder",
)


@pytest.mark.parametrize(
    "accept", [None, "*/*", "text/html", "application/calendar+json", "text/calendar;q=0", "junk"]
)
def test_a_feed_is_text_calendar_whatever_accept_says(
    client: FlaskClient, accept: str | None
) -> None:
    """H1; Google sends no Accept, Nextcloud would take jCal."""
    response = client.get(AGENDA, headers={"Accept": accept} if accept else {})

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize("path", FEEDS)
def test_head_has_the_headers_of_get_and_no_body(client: FlaskClient, path: str) -> None:
    """H2."""
    got = client.get(f"/hld-2013/{path}")

    head = client.head(f"/hld-2013/{path}")

    assert {**head.headers, "Date": ""} == {**got.headers, "Date": ""}
    assert head.status_code == 200
    assert head.data == b""


@pytest.mark.parametrize(
    "tags",
    [
        '"{0}"',
        'W/"{0}"',
        '"other", "{0}"',
        "*",
        '"{0}-gzip"',
        'W/"{0}-br"',
        '"{0}--gzip"',
        "{0}",
    ],
)
def test_a_reader_who_has_the_feed_gets_304(client: FlaskClient, tags: str) -> None:
    """H3; Apache hangs -gzip on the tag, Jetty --gzip, others make it weak."""
    etag = client.get(AGENDA).headers["ETag"]

    response = client.get(AGENDA, headers={"If-None-Match": tags.format(etag.strip('"'))})

    assert response.status_code == 304
    assert response.data == b""
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert "Content-Type" not in response.headers


@pytest.mark.parametrize("tags", ['"other"', '"x-gzip"', "", '"'])
def test_a_reader_who_has_another_feed_gets_this_one(client: FlaskClient, tags: str) -> None:
    """H3."""
    response = client.get(AGENDA, headers={"If-None-Match": tags})

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("Tue, 24 Sep 2013 21:09:59 GMT", 200),
        ("Tue, 24 Sep 2013 21:10:00 GMT", 304),
        ("Wed, 01 Jan 2031 00:00:00 GMT", 304),
        ("yesterday", 200),
        ("", 200),
    ],
)
def test_if_modified_since_is_compared_and_not_only_looked_for(
    client: FlaskClient, since: str, status: int
) -> None:
    """H4; a 304 to any If-Modified-Since froze Apple Calendar (netbox-notices#67)."""
    response = client.get(AGENDA, headers={"If-Modified-Since": since})

    assert response.status_code == status


def test_the_tag_decides_where_a_reader_sends_both(client: FlaskClient) -> None:
    """H3; RFC 9110 section 13.2.2."""
    headers = {"If-None-Match": '"old"', "If-Modified-Since": "Wed, 01 Jan 2031 00:00:00 GMT"}

    response = client.get(AGENDA, headers=headers)

    assert response.status_code == 200


def test_taking_a_segment_out_changes_tag_and_date(
    breakfast: FlaskClient, written: Callable[..., Path], look: Callable[[], None]
) -> None:
    """H5."""
    before = breakfast.get("/breakfast/agenda.ics").headers
    segments = [{"id": "welcome", "title": "Welcome", "start": "08:15", "end": "08:30"}]
    fewer = {"segments": segments, "speakers": None, "themes": None}
    written(revised="2026-09-02T12:00:00Z", **fewer)
    look()

    after = breakfast.get("/breakfast/agenda.ics").headers

    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] == "Wed, 02 Sep 2026 12:00:00 GMT"


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_sets_no_cookie_and_does_not_redirect(client: FlaskClient, path: str) -> None:
    """H6."""
    response = client.get(f"/hld-2013/{path}")

    assert response.status_code == 200
    assert {"Set-Cookie", "Location", "Vary"} & {*response.headers.keys()} == set()


def test_every_feed_has_a_short_plain_address(client: FlaskClient, samples: Path) -> None:
    """H9."""
    addresses = [
        f"/{event}/{path}"
        for event in ("hld-2013", "week-of-side-events")
        for path in every_feed(read(samples / event))
    ]

    odd = [each for each in addresses if not re.fullmatch(r"/[a-z0-9/-]{1,240}\.ics", each)]

    assert odd == []
    assert {client.get(each).status_code for each in addresses} == {200}


@pytest.mark.parametrize("method", ["PROPFIND", "PUT", "POST", "DELETE", "PATCH", "REPORT"])
def test_a_feed_can_only_be_read(client: FlaskClient, method: str) -> None:
    """Thunderbird tries GET, PROPFIND and PUT in turn."""
    response = client.open(AGENDA, method=method)

    assert response.status_code == 405
    assert {*response.headers["Allow"].split(", ")} == {"GET", "HEAD", "OPTIONS"}


def test_a_feed_says_how_it_may_be_kept_and_shown(client: FlaskClient) -> None:
    headers = client.get("/hld-2013/speakers/guy-ryder.ics").headers

    named = {
        name: headers[name]
        for name in ("Cache-Control", "Content-Disposition", "X-Robots-Tag", "Last-Modified")
    }

    assert named == {
        "Cache-Control": "public, max-age=300",
        "Content-Disposition": "inline; filename=guy-ryder.ics",
        "X-Robots-Tag": "noindex",
        "Last-Modified": "Tue, 24 Sep 2013 21:10:00 GMT",
    }


@pytest.mark.parametrize("sample", ["hld-2013", "week-of-side-events"])
def test_what_is_served_is_what_the_library_writes(
    client: FlaskClient, samples: Path, sample: str
) -> None:
    feeds = every_feed(read(samples / sample))

    served = {path: client.get(f"/{sample}/{path}").data for path in feeds}

    assert served == {path: feed.to_ical() for path, feed in feeds.items()}


def test_what_is_served_is_the_golden_file(client: FlaskClient, samples: Path) -> None:
    golden = (samples / "hld-2013/expected/theme-social-dialogue.ics").read_bytes()

    response = client.get("/hld-2013/themes/social-dialogue.ics")

    assert response.data == golden


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "hld-2013/themes/nosuch.ics",
            "There is no theme “nosuch”\nThe themes are:\n"
            "perceptions-and-rights\nsocial-dialogue\ndevelopment\n",
        ),
        (
            "hld-2013/speakers/nosuch.ics",
            "There is no speaker “nosuch”\nThe speakers are:\n"
            "guy-ryder\nann-sofie-nilsson\nrussian-federation\nbangladesh\n",
        ),
        (
            "hld-2013/venues/nosuch.ics",
            "There is no venue “nosuch”\nThe venues are:\ndelegates-dining-room\n",
        ),
        (
            "hld-2013/segments/nosuch.ics",
            "There is no segment “nosuch”\nThe segments are:\n"
            "welcome\nvideo\nperceptions\ngovernance\nmobility\nclosing\n",
        ),
        (
            "nosuch/agenda.ics",
            "There is no event “nosuch”\nThe events are:\nhld-2013\nweek-of-side-events\n",
        ),
        (
            "hld-2013/mix.ics?theme=development&venue=nosuch",
            "There is no venue “nosuch”\nThe venues are:\ndelegates-dining-room\n",
        ),
    ],
)
def test_what_is_not_there_is_said_in_plain_words_that_name_what_is(
    client: FlaskClient, path: str, said: str
) -> None:
    response = client.get(f"/{path}")

    assert (response.status_code, response.text) == (404, said)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("agenda.ics?busy=yes", "busy: “yes” is not possible\nwrite busy=busy or busy=free\n"),
        ("agenda.ics?alarm=soon", "alarm: “soon” is no time before\nwrite alarm=15m, 2h or 1d\n"),
        ("event.ics?alarm=8d", "alarm: “8d” is more than 7 days\nwrite alarm=15m, 2h or 1d\n"),
        ("themes/development.ics?lang=%0d", None),
        (
            "mix.ics",
            "mix: names nothing to follow\n"
            "write mix.ics?theme=ID&speaker=ID&venue=ID with one or more of them\n",
        ),
    ],
)
def test_an_option_that_is_not_possible_is_refused_with_the_way_out(
    client: FlaskClient, path: str, said: str | None
) -> None:
    response = client.get(f"/hld-2013/{path}")

    assert response.status_code == 400
    assert said is None or response.text == said


@pytest.mark.parametrize("query", ["utm_source=mail", "fbclid=1", "theme=nosuch", "lang=&alarm="])
def test_what_others_hang_on_an_address_is_not_looked_at(client: FlaskClient, query: str) -> None:
    plain = client.get(AGENDA)

    response = client.get(f"{AGENDA}?{query}")

    assert (response.data, response.headers["ETag"]) == (plain.data, plain.headers["ETag"])


def test_a_mix_has_one_content_in_whatever_order_it_is_asked_for(client: FlaskClient) -> None:
    orders = (
        "theme=development&theme=social-dialogue&speaker=guy-ryder",
        "speaker=guy-ryder&theme=social-dialogue&theme=development",
        "theme=social-dialogue&speaker=guy-ryder&x=1&theme=development&theme=development&theme=",
    )

    answers = [client.get(f"/hld-2013/mix.ics?{order}") for order in orders]

    assert len({(answer.data, answer.headers["ETag"]) for answer in answers}) == 1
    assert answers[0].data.count(b"BEGIN:VEVENT") == 3


def test_a_mix_of_one_is_the_feed_of_that_one(client: FlaskClient) -> None:
    alone = client.get("/hld-2013/themes/development.ics")

    mix = client.get("/hld-2013/mix.ics?theme=development")

    assert mix.data == alone.data


def test_options_have_one_content_in_whatever_order_they_are_asked_for(client: FlaskClient) -> None:
    one = client.get(f"{AGENDA}?busy=busy&alarm=15m&lang=en")

    other = client.get(f"{AGENDA}?lang=en&alarm=15m&busy=busy")

    assert one.data == other.data
    assert one.data.count(b"BEGIN:VALARM") == 6
    assert one.headers["ETag"] != client.get(AGENDA).headers["ETag"]


def test_any_selection_of_the_library_has_an_address_here(client: FlaskClient) -> None:
    """SOURCE of a feed that `feed(event, segments=...)` wrote must lead back to it."""
    choice = Selection(segments=("welcome", "closing"), themes=("development",))

    response = client.get(f"/hld-2013/{feed_path(choice)}")

    assert response.status_code == 200
    assert response.data.count(b"BEGIN:VEVENT") == 3


def test_a_single_segment_is_a_file_to_keep(client: FlaskClient) -> None:
    response = client.get("/hld-2013/segments/welcome.ics")

    assert response.headers["Content-Disposition"] == "attachment; filename=welcome.ics"
    assert response.data.count(b"BEGIN:VEVENT") == 1


def test_the_programme_is_json_without_an_e_mail_address(client: FlaskClient) -> None:
    response = client.get("/hld-2013/event.json")

    assert response.headers["Content-Type"] == "application/json"
    assert response.get_json()["id"] == "hld-2013"
    assert "@" not in response.text


def test_a_hostile_address_stays_words(client: FlaskClient) -> None:
    hostile = urlencode({"theme": "<script>\r\nSet-Cookie: a=b"})

    response = client.get(f"/hld-2013/mix.ics?{hostile}")

    assert response.status_code == 404
    assert response.mimetype == "text/plain"
    assert "Set-Cookie" not in response.headers
