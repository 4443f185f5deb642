"""A letter in one line, and for programs."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from roundtable_ical.cli.letters import (
    delivery_as_json,
    delivery_line,
    failed,
    post_as_json,
    post_line,
    refusals,
)
from roundtable_ical.itip.outbox import PostState
from roundtable_ical.services.outbox import Delivery
from roundtable_ical.testing.mailing_values import post, told

SENT = Delivery(
    message_id="<1@example.org>",
    event_id="breakfast",
    recipient="guy@example.org",
    subject="Panel",
    state=PostState.SENT,
)
REFUSED = replace(SENT, state=PostState.REFUSED, trouble="550 no such user")
LATER = replace(
    SENT,
    state=PostState.QUEUED,
    trouble="451 busy",
    again=datetime(2026, 9, 1, 12, 6, tzinfo=UTC),
)


def test_an_update_names_its_sequence() -> None:
    lines = [post_line(post(told(sequence))) for sequence in (0, 2)]

    assert lines == [
        "guy@example.org: invitation: Panel 0",
        "guy@example.org: invitation, SEQUENCE 2: Panel 2",
    ]


@pytest.mark.parametrize(
    ("delivery", "line", "bad"),
    [
        (SENT, "sent to guy@example.org: Panel", False),
        (REFUSED, "refused for guy@example.org: 550 no such user", True),
        (LATER, "not sent to guy@example.org, again 01 Sep 12:06 UTC: 451 busy", True),
        (
            replace(LATER, state=PostState.WITHDRAWN, trouble="it was over"),
            "not sent to guy@example.org any more: it was over",
            False,
        ),
        (replace(LATER, again=None), "not sent to guy@example.org, again later: 451 busy", True),
    ],
)
def test_a_delivery_is_told_with_what_comes_next(delivery: Delivery, line: str, bad: bool) -> None:
    assert delivery_line(delivery) == line
    assert failed([SENT, delivery]) is bad


def test_after_a_refusal_the_way_on_is_named() -> None:
    assert refusals([SENT, LATER]) == ""
    assert refusals([REFUSED, SENT]) == (
        f"refused: correct the address, or write once more with "
        f"`roundtable invite {REFUSED.event_id} --again`"
    )


def test_programs_read_deliveries_and_posts() -> None:
    assert delivery_as_json(LATER) == {
        "id": "<1@example.org>",
        "event": "breakfast",
        "to": "guy@example.org",
        "state": "queued",
        "again": "2026-09-01T12:06:00+00:00",
        "trouble": "451 busy",
    }
    notice = post_as_json(replace(post(told(0)), key=None, told=None))
    assert (notice["segment"], notice["speaker"], notice["sequence"]) == (None, None, None)
    assert "content" not in notice
