"""What the page of an answer shows of its slot, as it is now."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from roundtable_ical.itip.ledger import Answer, Invitation
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.programme.event import SideEvent
from roundtable_ical.services.invite import Mailing, invite
from roundtable_ical.stores.memory import MemoryStore
from roundtable_ical.testing.letters import MOMENT, PANEL, event, leave, panel
from roundtable_ical.web.models.answer_page import AnswerPage, answer_page
from roundtable_ical.web.reader import Reader

YES = Answer(
    partstat=ParticipationStatus.ACCEPTED,
    sequence=0,
    dtstamp=MOMENT,
    source="web",
    comment="Gladly",
)


@pytest.fixture
def asked() -> Invitation:
    """Return an invitation that has left."""
    store = MemoryStore()
    invite(Mailing(event=panel(), moment=MOMENT), store)
    leave(store)
    return store.book("breakfast").invitations[PANEL]


def shown(programme: SideEvent, invitation: Invitation, **more: Any) -> AnswerPage:
    moment = MOMENT + timedelta(days=more.pop("days", 0))
    return answer_page(programme, invitation, Reader(wanted="en"), moment)


def test_it_shows_who_was_asked_when_and_for_what(asked: Invitation) -> None:
    page = shown(panel(), asked)

    assert (page.name, page.role, page.word, page.comment) == (
        "Guy Ryder",
        "Speaker",
        "No answer yet",
        "",
    )
    assert (page.day, page.asked, page.date) == (
        "Thursday 24 September 2026",
        "Tue 1 Sept 2026",
        "2026-09-24",
    )
    assert page.shown == "2026-09-24T12:30:00+00:00"
    assert page.open


def test_an_answer_that_counts_is_shown_with_its_words(asked: Invitation) -> None:
    page = shown(panel(), replace(asked, answer=YES))

    assert (page.word, page.comment) == ("Yes, I will speak", "Gladly")


def test_an_answer_to_what_was_asked_before_is_none(asked: Invitation) -> None:
    assert asked.told is not None
    again = replace(asked, answer=YES, told=replace(asked.told, sequence=1, asked=1))

    page = shown(panel("10:00"), again)

    assert (page.state, page.comment) == (ParticipationStatus.NEEDS_ACTION, "")
    assert page.shown == "2026-09-24T14:00:00+00:00"


@pytest.mark.parametrize(
    "gone", [panel(speakers=()), panel(status="cancelled"), event(segments=[]), panel(id="other")]
)
def test_a_slot_that_is_gone_keeps_its_title_and_cannot_be_answered(
    asked: Invitation, gone: SideEvent
) -> None:
    page = shown(gone, asked)

    assert (page.row, page.day, page.gone_title, page.open) == (None, "", "Panel", False)


def test_a_session_that_is_over_is_closed(asked: Invitation) -> None:
    page = shown(panel(), asked, days=30)

    assert page.row is not None
    assert (page.closed, page.open) == (True, False)


def test_who_left_the_programme_is_called_as_in_the_letter(asked: Invitation) -> None:
    others = [{"id": "ann", "name": "Ann Nilsson", "email": "ann@example.org"}]

    page = shown(event(speakers=others, segments=[]), asked)

    assert page.name == "Guy Ryder"
