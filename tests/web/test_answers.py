"""A speaker opens their link, sees the slot, and answers; whoever only looks changes nothing."""

from datetime import datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.answer import decline_proposal
from roundtable_ical.services.links import ANSWER
from roundtable_ical.testing.letters import PANEL, event, panel
from tests.web.asked import BASE, Site


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


def test_the_page_remembers_what_was_proposed_until_it_is_decided(site: Site) -> None:
    words = "The organisers have your proposal."
    before = site.client.get(site.page).text
    site.post("person", who="Mona Quorn")
    waiting = site.client.get(site.page).text
    decline_proposal("breakfast", PANEL, site.store, moment=site.moment)
    after = site.client.get(site.page).text

    assert [words in each for each in (before, waiting, after)] == [False, True, False]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_whoever_only_looks_answers_nothing(site: Site, method: str) -> None:
    response = site.client.open(f"{site.page}?answer=yes", method=method)

    assert response.status_code == 200
    assert site.invitation.answer is None


def test_the_link_itself_is_not_kept_with_a_comment(site: Site) -> None:
    token = site.page.rpartition("/")[2]
    site.post("no", comment=f"I came from {BASE}{site.page}")

    assert site.invitation.answer
    assert (
        site.invitation.answer.comment == f"I came from {BASE}/breakfast/answer/{'x' * len(token)}"
    )


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
            {"answer": "time", "day": "2026-08-24", "from": "10:00", "to": "11:00"},
            "Please give a day and two times",
        ),
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


def test_what_was_typed_is_there_again_when_something_is_amiss(site: Site) -> None:
    proposed = {"day": "2026-09-25", "from": "11:00", "to": "10:00"}
    substitute = {"who": "Mona\x07", "email": "mona@example.org"}

    late = site.post("yes", start="07:00", comment="<Call> me: guy@example.org")
    time, person = site.post("time", **proposed), site.post("person", **substitute)

    assert "&lt;Call&gt; me: guy@example.org</textarea>" in as_shown(late)
    assert [f'value="{value}" required' in time.text for value in proposed.values()] == [True] * 3
    assert 'value="mona@example.org"' in as_shown(person)


def test_an_address_in_the_speakers_own_words_stays_theirs(site: Site) -> None:
    site.post("yes", comment="At guy@example.org or a%40b.example")

    shown = as_shown(site.client.get(site.page))

    assert ">At guy@example.org or a%40b.example</textarea>" in shown


def as_shown(response: TestResponse) -> str:
    return response.text.replace("&#64;", "@").replace("&#37;", "%")


def test_the_page_leads_to_the_agenda(site: Site) -> None:
    assert 'href="/breakfast/changes"' in site.client.get(site.page).text


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


def test_an_answer_of_somebody_to_be_confirmed_shows_in_the_feed(site: Site) -> None:
    tentative = panel(speakers=({"speaker": "guy", "tbc": True},))  # type: ignore[arg-type]  # a table
    site.publish(tentative)
    assert "to be confirmed" in site.client.get("/breakfast/agenda.ics").text

    site.post("yes")
    site.shelf.refresh()

    assert "to be confirmed" not in site.client.get("/breakfast/agenda.ics").text
