from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from roundtable_ical import SideEvent, feed
from roundtable_ical.itip.ledger import Answer, Invitation
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import due
from roundtable_ical.itip.slots import SlotKey, slots
from roundtable_ical.itip.view import as_answered

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
ACCEPTED, DECLINED = ParticipationStatus.ACCEPTED, ParticipationStatus.DECLINED
TBC = {"id": "ann", "tbc": True}


def answered(
    event: SideEvent, sent: Sent, answers: dict[tuple[str, str], ParticipationStatus]
) -> dict[SlotKey, Invitation]:
    told = sent(due(event.id, {}, slots(event), MOMENT, event.uid_domain))
    for key, partstat in answers.items():
        answer = Answer(partstat=partstat, sequence=0, dtstamp=MOMENT, source="mail")
        told[SlotKey(*key)] = replace(told[SlotKey(*key)], answer=answer)
    return told


def tbc(event: SideEvent) -> dict[tuple[str, str], bool]:
    """Return who is shown as to be confirmed."""
    return {
        (item.id, each.speaker): each.tbc or event.people[each.speaker].tbc
        for item in event.occurrences
        for each in item.segment.speakers
    }


def test_without_answers_the_event_is_itself(make_event: MakeEvent, sent: Sent) -> None:
    event = make_event(speakers=[TBC])

    assert as_answered(event, answered(event, sent, {})) is event


def test_who_accepted_is_confirmed_in_that_slot_alone(make_event: MakeEvent, sent: Sent) -> None:
    event = make_event(
        speakers=[TBC],
        segments=[{"id": "welcome", "speakers": ["ann", {"speaker": "guy", "tbc": True}]}],
    )

    after = as_answered(event, answered(event, sent, {("panel", "ann"): ACCEPTED}))

    assert tbc(after) == {
        ("welcome", "ann"): True,
        ("welcome", "guy"): True,
        ("panel", "ann"): False,
        ("panel", "guy"): False,
        ("panel", "tbc"): True,
    }
    assert "Ann Nilsson\\n" in feed(after, segment="panel").to_ical().decode()


def test_who_declined_is_to_be_confirmed_again_where_that_is_wanted(
    make_event: MakeEvent, sent: Sent
) -> None:
    event = make_event()
    invitations = answered(event, sent, {("panel", "guy"): DECLINED})

    assert as_answered(event, invitations) is event
    assert tbc(as_answered(event, invitations, "tbc"))["panel", "guy"]
    assert not tbc(as_answered(event, invitations, "tbc"))["welcome", "guy"]


def test_an_answer_to_what_was_asked_before_does_not_count(
    make_event: MakeEvent, sent: Sent
) -> None:
    event = make_event(speakers=[TBC])
    invitations = answered(event, sent, {("panel", "ann"): ACCEPTED})
    moved = make_event(speakers=[TBC], segments=[{"id": "panel", "start": "08:40"}])
    told = sent(due(event.id, invitations, slots(moved), MOMENT, event.uid_domain), invitations)

    assert as_answered(moved, told) is moved


def test_each_day_of_a_series_has_its_own_answers(make_event: MakeEvent, sent: Sent) -> None:
    repeat = {
        "rule": "FREQ=DAILY;COUNT=3",
        "changes": {"2026-09-26": {"speakers": ["ann"], "start": "09:00", "end": "09:30"}},
    }
    event = make_event(
        speakers=[TBC],
        segments=[{"id": "welcome"}, {"id": "panel", "repeat": repeat, "speakers": ["ann"]}],
    )

    after = as_answered(event, answered(event, sent, {("panel-20260925", "ann"): ACCEPTED}))

    assert tbc(after) == {
        ("panel-20260924", "ann"): True,
        ("panel-20260925", "ann"): False,
        ("panel-20260926", "ann"): True,
    }
    assert [item.span for item in after.occurrences] == [item.span for item in event.occurrences]


def test_answers_of_what_is_not_in_the_programme_any_more_change_nothing(
    make_event: MakeEvent, sent: Sent
) -> None:
    before = make_event()
    invitations = answered(before, sent, {("panel", "ann"): ACCEPTED})
    event = make_event(segments=[{"id": "panel"}], speakers=[{"id": "ann"}])

    assert as_answered(event, invitations) is event
