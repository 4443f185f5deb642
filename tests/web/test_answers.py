"""A speaker opens their link, sees the slot, and answers; whoever only looks changes nothing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from roundtable_ical.config import Settings
from roundtable_ical.itip.ledger import Invitation
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.follow_store import StoreShelf
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.services.links import ANSWER, FEED, Personal
from roundtable_ical.services.publish import publish
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, event, leave, panel
from roundtable_ical.web.app import create_app
from roundtable_ical.web.context import EXTENSION

SECRET = "a secret of some length"
BASE = "https://events.example.org"


class Site:
    """An application that serves a store, and the link of the speaker of its panel."""

    def __init__(self, programme: SideEvent) -> None:
        self.store = MemoryStore()
        self.shelf = StoreShelf(
            store=self.store, base=lambda _: f"{BASE}/breakfast/", tell=print, warn=print
        )
        self.publish(programme)
        self.personal = Personal(SECRET, "breakfast")
        mailing = Mailing(
            event=programme,
            moment=MOMENT,
            links=lambda one: self.personal.of_letter(one, f"{BASE}/breakfast/", MOMENT),
        )
        invite(mailing, self.store)
        leave(self.store)
        settings = Settings.model_validate({"secret_key": SECRET, "base_url": BASE})
        self.app = create_app(settings=settings, shelf=self.shelf)
        self.app.extensions[EXTENSION].clock = lambda: self.moment
        self.client: FlaskClient = self.app.test_client()
        self.moment: datetime = MOMENT + timedelta(hours=1)
        self.page = f"/breakfast/answer/{self.personal.answer(PANEL, MOMENT)[0]}"
        self.feed = f"/breakfast/my/{self.personal.feed('guy', MOMENT)[0]}.ics"

    def publish(self, programme: SideEvent) -> None:
        publish(programme, self.store, moment=MOMENT, tzdata="2026a")
        self.shelf.refresh()

    @property
    def invitation(self) -> Invitation:
        return self.store.book("breakfast").invitations[PANEL]

    def post(self, answer: str, start: str = "08:30", **fields: Any) -> TestResponse:
        shown = f"2026-09-24T{int(start[:2]) + 4:02}{start[2:]}:00+00:00"
        return self.client.post(self.page, data={"answer": answer, "shown": shown, **fields})


@pytest.fixture
def site() -> Site:
    """Return a site where one speaker was asked."""
    return Site(event())


def words(response: TestResponse) -> str:
    return " ".join(response.text.split())


def test_the_page_shows_the_slot_and_changes_nothing(site: Site) -> None:
    before = site.store.book("breakfast")

    response = site.client.get(site.page)

    assert response.status_code == 200
    assert "Will you speak at this session?" in response.text
    assert "Thursday 24 September 2026" in words(response)
    assert site.store.book("breakfast") == before


@pytest.mark.parametrize(
    ("answer", "partstat", "said"),
    [
        ("yes", ParticipationStatus.ACCEPTED, "Yes, I will speak"),
        ("maybe", ParticipationStatus.TENTATIVE, "Not sure yet"),
        ("no", ParticipationStatus.DECLINED, "No, I cannot"),
    ],
)
def test_an_answer_is_recorded_and_shown(
    site: Site, answer: str, partstat: ParticipationStatus, said: str
) -> None:
    response = site.post(answer, comment="From Geneva")

    assert f"Your answer is recorded: {said}." in response.text
    assert site.invitation.partstat is partstat
    assert site.invitation.answer is not None
    assert site.invitation.answer.comment == "From Geneva"
    assert 'aria-pressed="true"' in site.client.get(site.page).text


def test_an_answer_can_be_changed(site: Site) -> None:
    site.post("yes")
    site.moment += timedelta(minutes=1)

    site.post("no")

    assert site.invitation.partstat is ParticipationStatus.DECLINED


def test_another_time_is_proposed_on_the_clock_of_the_venue(site: Site) -> None:
    fields = {"day": "2026-09-24", "from": "11:00", "to": "11:30"}

    response = site.post("time", **fields)

    assert "The organisers have your proposal." in response.text
    proposal = site.invitation.proposal
    assert proposal is not None
    assert (f"{proposal.start:%H:%M %Z}", f"{proposal.end:%H:%M}") == ("15:00 UTC", "15:30")
    assert site.invitation.partstat is ParticipationStatus.NEEDS_ACTION


def test_somebody_else_is_proposed(site: Site) -> None:
    site.post("person", who="Ms. Mona Quorn, Deputy", email="mona@example.org")

    assert site.invitation.proposal is not None
    assert site.invitation.proposal.substitute == "Ms. Mona Quorn, Deputy, mona@example.org"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"answer": "perhaps"}, "Please choose one of the answers."),
        ({"answer": "time", "day": "soon"}, "Please give a day and two times"),
        (
            {"answer": "time", "day": "2026-09-24", "from": "11:00", "to": "10:00"},
            "The end has to be after the beginning.",
        ),
        ({"answer": "person", "who": " "}, "Please say who could come in your place."),
        ({"answer": "yes", "comment": "x" * 2_001}, "no more than 2,000 letters"),
        ({"answer": "yes", "comment": "a\x07b"}, "without control characters"),
    ],
)
def test_what_cannot_be_used_is_told_on_the_page_and_not_kept(
    site: Site, fields: dict[str, str], said: str
) -> None:
    response = site.post(**fields)

    assert response.status_code == 400
    assert said in response.text
    assert site.invitation.answer is None
    assert site.invitation.proposal is None


def test_after_the_slot_has_moved_the_page_asks_again(site: Site) -> None:
    site.publish(panel("10:00"))

    late = site.post("yes", start="08:30")
    again = site.post("yes", start="10:00")

    assert (late.status_code, again.status_code) == (400, 200)
    assert "The session has moved since you opened this page." in late.text


@pytest.mark.parametrize("gone", [panel(speakers=()), panel(status="cancelled"), panel(id="other")])
def test_the_page_says_clearly_when_the_slot_is_gone(site: Site, gone: SideEvent) -> None:
    site.publish(gone)

    shown, posted = site.client.get(site.page), site.post("yes")

    assert "You are not asked for this session any more" in shown.text
    assert "<form method" not in shown.text
    assert posted.status_code == 400
    assert site.invitation.answer is None


def test_nobody_answers_for_what_is_over(site: Site) -> None:
    site.moment = datetime.fromisoformat("2026-09-24T13:00:00+00:00")

    assert "This session is over" in site.client.get(site.page).text
    assert site.post("yes").status_code == 400


def test_a_link_that_was_changed_or_revoked_is_not_found(site: Site) -> None:
    changed = site.client.get(f"{site.page}x")
    other = site.client.get(site.page.replace("/breakfast/", "/lunch/"))
    site.store.revoke("breakfast", ANSWER, "panel/guy")
    revoked = site.client.get(site.page)

    assert [each.status_code for each in (changed, other, revoked)] == [404, 404, 404]


def test_the_page_is_for_one_reader_and_kept_by_nobody(site: Site) -> None:
    headers = site.client.get(site.page).headers

    assert headers["Cache-Control"] == "no-store, private"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers
    assert "example.org" not in site.client.get(site.page).text.replace(BASE, "")


def test_guessing_is_refused_after_a_while(site: Site) -> None:
    codes = [site.client.get("/breakfast/answer/guess").status_code for _ in range(61)]

    assert (codes[0], codes[-1]) == (404, 429)


def test_hostile_words_stay_words(site: Site) -> None:
    site.post("no", comment="<script>alert(1)</script>")

    shown = site.client.get(site.page).text

    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


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


def test_an_answer_of_somebody_to_be_confirmed_shows_in_the_feed(site: Site) -> None:
    tentative = panel(speakers=({"speaker": "guy", "tbc": True},))  # type: ignore[arg-type]  # a table
    site.publish(tentative)
    assert "to be confirmed" in site.client.get("/breakfast/agenda.ics").text

    site.post("yes")
    site.shelf.refresh()

    assert "to be confirmed" not in site.client.get("/breakfast/agenda.ics").text
