"""Which invitation a message is about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from roundtable_ical.itip.ledger import Invitation, Invitations, SlotKey
from roundtable_ical.itip.reading.mail import opened
from roundtable_ical.itip.reading.placing import by_address, by_message, likely

Two = Callable[[], Invitations]


@pytest.fixture
def both(asked: Invitation) -> Invitations:
    """Return the panel, and a welcome of the same speaker that was told later."""
    assert asked.told
    told = replace(
        asked.told,
        slot=replace(asked.told.slot, title="Welcome"),
        message_id="<welcome@events.example.org>",
        dtstamp=asked.told.dtstamp + timedelta(hours=1),
    )
    welcome = replace(asked, key=SlotKey("welcome", "guy"), told=told, message_ids=())
    return {asked.key: asked, welcome.key: welcome}


def test_any_message_that_left_names_its_invitation(asked: Invitation, both: Invitations) -> None:
    old, new = "<panel-guy.0@events.example.org>", "<welcome@events.example.org>"

    assert by_message(("<x@example.org>", old), both) == asked
    assert by_message((new, old), both) == both[SlotKey("welcome", "guy")]
    assert by_message(("<x@example.org>",), both) is None


def test_of_an_address_the_latest_invitation_comes_first(both: Invitations) -> None:
    found = by_address("GUY@example.org", both)

    assert [each.key.segment_id for each in found] == ["welcome", "panel"]
    assert by_address("ann@example.net", both) == ()


@pytest.mark.parametrize(
    ("head", "segment"),
    [
        ("In-Reply-To: <panel-guy.1@events.example.org>", "panel"),
        ("From: guy@example.org\nSubject: about the WELCOME", "welcome"),
        ("From: guy@example.org\nSubject: about it", None),
        ("From: guy@example.org\nSubject: Welcome, and Panel on skills", None),
        ("From: ann@example.net\nSubject: Welcome", None),
    ],
)
def test_a_message_is_placed_only_where_that_is_certain(
    both: Invitations, head: str, segment: str | None
) -> None:
    key = likely(opened(f"{head}\n\nx".encode()), both)

    assert (key.segment_id if key else None) == segment


def test_who_was_asked_once_writes_about_that(asked: Invitation) -> None:
    mail = opened(b"From: guy@example.org\n\nx")

    assert likely(mail, {asked.key: asked}) == asked.key
