"""A speaker's own feeds: for who holds the link, and nobody else."""

import pytest

from roundtable_ical.itip.outbox import Post
from roundtable_ical.itip.reading.senders import Trust
from roundtable_ical.services.answer import listen
from roundtable_ical.services.links import FEED
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import event, panel, reply
from tests.web.asked import Site


@pytest.fixture
def site() -> Site:
    """Return a site where one speaker was asked."""
    return Site(event())


def letter(store: MemoryStore) -> Post:
    """Return the invitation as it has left."""
    [post] = store.posts("breakfast")
    whole = store.post(post.message_id)
    assert whole is not None
    return whole


def test_a_speakers_own_feed_has_their_slots_as_busy(site: Site) -> None:
    response = site.client.get(site.feed)

    assert response.mimetype == "text/calendar"
    assert response.text.count("BEGIN:VEVENT") == 1
    assert "TRANSP:OPAQUE" in response.text
    assert response.headers["Cache-Control"] == "max-age=300, private"


def test_a_speakers_own_feed_leaves_out_what_they_accepted_by_mail(site: Site) -> None:
    site.post("yes")
    by_web = site.client.get(f"{site.feed}?without=invited")
    wrong = site.client.get(f"{site.feed}?without=all")

    assert by_web.text.count("BEGIN:VEVENT") == 1
    assert wrong.status_code == 400


def test_busy_times_tell_nothing_else(site: Site) -> None:
    response = site.client.get(site.feed.replace(".ics", ".ifb"))

    assert response.headers["Content-Type"] == "text/calendar; component=vfreebusy; charset=utf-8"
    assert "FREEBUSY;FBTYPE=BUSY:20260924T123000Z/20260924T130000Z" in response.text
    assert "Panel" not in response.text


def test_a_revoked_feed_is_not_found(site: Site) -> None:
    site.store.revoke("breakfast", FEED, "guy")

    assert site.client.get(site.feed).status_code == 404


def test_what_was_accepted_by_mail_is_left_out_on_demand(site: Site) -> None:
    mails = [("reply.eml", reply(letter(site.store), "ACCEPTED"))]
    [*_] = listen(event(), mails, site.store, moment=lambda: site.moment, trust=Trust())

    whole, without = (site.client.get(f"{site.feed}{end}") for end in ("", "?without=invited"))

    assert (whole.text.count("BEGIN:VEVENT"), without.text.count("BEGIN:VEVENT")) == (1, 0)
    assert "BEGIN:VCALENDAR" in without.text


def test_nothing_has_changed_while_nothing_has_changed(site: Site) -> None:
    etag = site.client.get(site.feed).headers["ETag"]

    again = site.client.get(site.feed, headers={"If-None-Match": etag})
    site.publish(panel("10:00"))
    moved = site.client.get(site.feed, headers={"If-None-Match": etag})

    assert (again.status_code, again.data) == (304, b"")
    assert moved.status_code == 200
    assert "20260924T100000" in moved.text


def test_who_is_not_in_the_programme_any_more_has_no_feed(site: Site) -> None:
    others = [{"id": "ann", "name": "Ann Nilsson", "email": "ann@example.org"}]
    site.publish(event(speakers=others, segments=[]))

    assert site.client.get(site.feed).status_code == 404
