"""Outgoing scheduling as facts: told so far, an edit of the programme, the letters that are due.

The cases are those of sabre/vobject's Broker, Apple's itip.py and Cyrus's imip tests that are about
organizers (RFC 5546 section 2.1.4), in our terms.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pytest

from roundtable_ical import SideEvent
from roundtable_ical.itip.identity import invitation_uid
from roundtable_ical.itip.ledger import Answer, Invitation
from roundtable_ical.itip.outbox import Post
from roundtable_ical.itip.participation import Method, ParticipationStatus
from roundtable_ical.itip.requests import Letter, LetterKind, due, outstanding
from roundtable_ical.itip.slots import SlotKey, slots, unreachable

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
FIRST = datetime(2026, 9, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 9, 2, 9, 30, 15, 250_000, tzinfo=UTC)
AFTER = datetime(2026, 9, 25, tzinfo=UTC)
DOMAIN = "events.example.org"
ANN, GUY = "ann@example.net", "guy@example.org"


class Expected(NamedTuple):
    """A letter, in short."""

    segment: str
    kind: str
    recipient: str
    sequence: int
    asked: int


def letters(
    event: SideEvent, invitations: dict[SlotKey, Invitation], moment: datetime
) -> tuple[Letter, ...]:
    return due(event.id, invitations, slots(event), moment, DOMAIN, unreachable=unreachable(event))


def short(found: tuple[Letter, ...]) -> list[Expected]:
    return [
        Expected(
            each.key.segment_id,
            each.kind.value,
            each.recipient,
            each.told.sequence,
            each.told.asked,
        )
        for each in found
    ]


def panel(**changes: Any) -> dict[str, Any]:
    return {"segments": [{"id": "panel", **changes}]}


def both(kind: str, sequence: int, asked: int) -> list[Expected]:
    return [Expected("panel", kind, each, sequence, asked) for each in (ANN, GUY)]


EDITS: dict[str, tuple[dict[str, Any], list[Expected]]] = {
    "nothing": ({}, []),
    # asked again
    "another start": (panel(start="08:40"), both("moved", 1, 1)),
    "another end": (panel(end="09:10"), both("moved", 1, 1)),
    "another length": (panel(end=None, minutes=45), both("moved", 1, 1)),
    "another day": (panel(date="2026-09-25"), both("moved", 1, 1)),
    "another status": (panel(status="tentative"), both("moved", 1, 1)),
    "the clock of another zone": (panel(timezone="Europe/Paris"), both("moved", 1, 1)),
    # the answer stands
    "another title": (panel(title="Panel"), both("reworded", 0, 0)),
    "another abstract": (panel(abstract="Why skills travel."), both("reworded", 0, 0)),
    "a note": (panel(note="Lunch is served."), both("reworded", 0, 0)),
    "a join link": (panel(url="https://meet.example.org/1"), both("reworded", 0, 0)),
    "an open end": (panel(open_end=True), both("reworded", 0, 0)),
    "the same moments by another clock": (
        panel(timezone="Europe/Paris", start="14:30", end="15:00"),
        both("reworded", 0, 0),
    ),
    "another role": (
        panel(speakers=[{"speaker": "ann", "role": "chair"}, {"speaker": "guy"}, "tbc"]),
        both("reworded", 0, 0),
    ),
    "a speaker by video": (
        panel(speakers=["ann", {"speaker": "guy", "role": "moderator", "remote": True}, "tbc"]),
        both("reworded", 0, 0),
    ),
    "one co-speaker less": (
        panel(speakers=["ann", {"speaker": "guy", "role": "moderator"}]),
        both("reworded", 0, 0),
    ),
    "another name of oneself": (
        {"speakers": [{"id": "ann", "name": "Ann-Sofie Nilsson"}]},
        both("reworded", 0, 0),
    ),
    "another room": (
        {"venues": [{"id": "hall", "room": "Trusteeship Council"}]},
        [Expected("welcome", "reworded", GUY, 0, 0), *both("reworded", 0, 0)],
    ),
    "another name of the organizer": (
        {"organizer": {"name": "Protocol", "email": "desk@example.org"}},
        [Expected("welcome", "reworded", GUY, 0, 0), *both("reworded", 0, 0)],
    ),
    # nobody's business
    "other people's segment": (
        {"segments": [{"id": "lunch", "title": "Lunch", "start": "12:00", "end": "13:00"}]},
        [],
    ),
    "the order of speakers": (
        panel(speakers=["tbc", {"speaker": "guy", "role": "moderator"}, "ann"]),
        [],
    ),
    "blanks in a text": (panel(abstract="How  skills\ntravel. "), []),
    "a speaker who agreed": (
        panel(
            speakers=[
                "ann",
                {"speaker": "guy", "role": "moderator", "tbc": True},
                "tbc",
            ]
        ),
        [],
    ),
    "the case of an address": ({"speakers": [{"id": "ann", "email": "Ann@Example.net"}]}, []),
    "the address of the page": ({"url": "https://elsewhere.example.org/"}, []),
    "the speaker's own zone": ({"speakers": [{"id": "ann", "timezone": "Asia/Tokyo"}]}, []),
    # new, and lost
    "a speaker more": (
        {
            "speakers": [{"id": "ida", "name": "Ida", "email": "ida@example.org"}],
            **panel(speakers=["ann", {"speaker": "guy", "role": "moderator"}, "tbc", "ida"]),
        },
        [
            *both("reworded", 0, 0),
            Expected("panel", "invitation", "ida@example.org", 0, 0),
        ],
    ),
    "a speaker less": (
        panel(speakers=[{"speaker": "guy", "role": "moderator"}, "tbc"]),
        [
            Expected("panel", "reworded", GUY, 0, 0),
            Expected("panel", "cancelled", ANN, 1, 0),
        ],
    ),
    "another speaker in the place of one": (
        {
            "speakers": [{"id": "ida", "name": "Ida", "email": "ida@example.org"}],
            **panel(speakers=["ida", {"speaker": "guy", "role": "moderator"}, "tbc"]),
        },
        [
            Expected("panel", "invitation", "ida@example.org", 0, 0),
            Expected("panel", "reworded", GUY, 0, 0),
            Expected("panel", "cancelled", ANN, 1, 0),
        ],
    ),
    "a segment that is cancelled": (panel(status="cancelled"), both("cancelled", 1, 0)),
    "a segment that is gone": ({"segments": [{"id": "panel"}]}, both("cancelled", 1, 0)),
    "a segment without a time": (panel(status="unscheduled"), both("cancelled", 1, 0)),
    "an event that is cancelled": (
        {"status": "cancelled"},
        [Expected("welcome", "cancelled", GUY, 1, 0), *both("cancelled", 1, 0)],
    ),
    "a place kept for whoever comes instead": (
        {"speakers": [{"id": "ann", "name": None, "label": "A minister", "email": None}]},
        [
            Expected("panel", "reworded", GUY, 0, 0),
            Expected("panel", "cancelled", ANN, 1, 0),
        ],
    ),
    "somebody else under the same id, without an address": (
        {"speakers": [{"id": "ann", "name": "Ida Berg", "email": None}]},
        [
            Expected("panel", "reworded", GUY, 0, 0),
            Expected("panel", "cancelled", ANN, 1, 0),
        ],
    ),
    # they still speak: nobody may tell them that they do not
    "an address that is taken out": ({"speakers": [{"id": "ann", "email": None}]}, []),
    "an address that is now the organizer's own": (
        {"speakers": [{"id": "ann", "email": "desk@example.org"}]},
        [],
    ),
    "no organizer any more": ({"organizer": None}, []),
    "no organizer any more, and a segment that is cancelled": (
        {"organizer": None, **panel(status="cancelled")},
        both("cancelled", 1, 0),
    ),
    "another address": (
        {"speakers": [{"id": "ann", "email": "nilsson@example.org"}]},
        [
            Expected("panel", "readdressed", ANN, 1, 0),
            Expected("panel", "invitation", "nilsson@example.org", 1, 1),
        ],
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_makes_these_letters_due_and_no_others(
    edit: str, make_event: MakeEvent, sent: Sent
) -> None:
    changes, expected = EDITS[edit]
    before, after = make_event(), make_event(**changes)
    told = sent(letters(before, {}, FIRST))

    found = letters(after, told, LATER)

    assert short(found) == expected
    assert letters(after, sent(found, told), LATER) == ()


def test_a_new_slot_is_asked_for(make_event: MakeEvent) -> None:
    event = make_event()

    first, *_ = letters(event, {}, LATER)

    key = SlotKey("welcome", "guy")
    invitation = Invitation(
        event_id="breakfast", key=key, uid=invitation_uid("breakfast", key, DOMAIN)
    )
    assert first == Letter(
        key=key,
        kind=LetterKind.INVITATION,
        recipient=GUY,
        told=first.told,
        was=None,
        before=None,
        invitation=invitation,
    )
    assert (first.told.method, first.told.dtstamp) == (
        Method.REQUEST,
        datetime(2026, 9, 2, 9, 30, 15, tzinfo=UTC),
    )
    assert first.told.slot == slots(event)[key]


def test_an_update_follows_on_what_was_told(make_event: MakeEvent, sent: Sent) -> None:
    told = sent(letters(make_event(), {}, FIRST))

    found, _ = letters(make_event(**panel(start="08:40")), told, LATER)

    invitation = told[found.key]
    assert invitation.told is not None
    assert (found.before, found.was) == (invitation.told, invitation.told.slot)
    assert found.references == (invitation.told.message_id,)


def test_dtstamp_rises_when_the_clock_went_back(make_event: MakeEvent, sent: Sent) -> None:
    told = sent(letters(make_event(), {}, FIRST))

    found, _ = letters(make_event(**panel(title="Panel")), told, FIRST - timedelta(hours=1))

    assert found.told.dtstamp == FIRST + timedelta(seconds=1)


def test_an_answer_is_kept_over_words_and_asked_again_over_times(
    make_event: MakeEvent, sent: Sent
) -> None:
    key = SlotKey("panel", "ann")
    told = sent(letters(make_event(), {}, FIRST))
    answer = Answer(partstat=ParticipationStatus.ACCEPTED, sequence=0, dtstamp=FIRST, source="mail")
    told[key] = replace(told[key], answer=answer)

    reworded = sent(letters(make_event(**panel(title="Panel")), told, LATER), told)
    moved = sent(letters(make_event(**panel(start="08:40")), told, LATER), told)

    assert reworded[key].partstat is ParticipationStatus.ACCEPTED
    assert moved[key].partstat is ParticipationStatus.NEEDS_ACTION


def test_a_slot_taken_back_and_given_again_is_asked_for_again(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    gone = sent(letters(make_event(**panel(status="cancelled")), told, LATER), told)

    found = letters(make_event(), gone, LATER)

    assert short(found) == both("returned", 2, 2)


def test_who_is_found_at_another_address_after_a_farewell_is_invited_as_for_the_first_time(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    event = make_event(speakers=[{"id": "ann", "email": "nilsson@example.org"}])
    farewell, _ = letters(event, told, LATER)

    [again] = letters(event, sent([farewell], told), LATER)

    assert short((again,)) == [Expected("panel", "invitation", "nilsson@example.org", 2, 2)]
    assert (again.was, again.references) == (None, ())


def test_a_cancelled_slot_that_is_gone_as_well_needs_no_word(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    gone = sent(letters(make_event(**panel(status="cancelled")), told, LATER), told)

    assert letters(make_event(segments=[{"id": "panel"}]), gone, LATER) == ()


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_over_is_left_alone(edit: str, make_event: MakeEvent, sent: Sent) -> None:
    changes, _ = EDITS[edit]
    told = sent(letters(make_event(), {}, FIRST))

    assert letters(make_event(**changes), told, AFTER + timedelta(days=1)) == ()


def test_a_slot_moved_into_the_past_needs_no_word(make_event: MakeEvent, sent: Sent) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    moment = datetime(2026, 9, 24, 12, tzinfo=UTC)  # 08:00 in New York

    found = letters(make_event(**panel(start="07:00", end="07:30")), told, moment)

    assert found == ()


def test_a_slot_moved_out_of_the_past_is_asked_for_again(make_event: MakeEvent, sent: Sent) -> None:
    told = sent(letters(make_event(), {}, FIRST))

    found = letters(make_event(**panel(date="2026-09-30")), told, AFTER)

    assert short(found) == both("moved", 1, 1)


def test_no_farewell_goes_where_mail_does_not_arrive(make_event: MakeEvent, sent: Sent) -> None:
    key = SlotKey("panel", "ann")
    told = sent(letters(make_event(), {}, FIRST))
    told[key] = replace(told[key], trouble="no such mailbox")

    found = letters(
        make_event(speakers=[{"id": "ann", "email": "nilsson@example.org"}]), told, LATER
    )

    assert short(found) == [Expected("panel", "invitation", "nilsson@example.org", 1, 1)]
    assert found[0].before == told[key].told
    assert found[0].references == ()


def test_a_new_address_is_asked_after_the_old_one_was_let_go(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    event = make_event(speakers=[{"id": "ann", "email": "nilsson@example.org"}])

    farewell, asked = letters(event, told, LATER)

    assert asked.before == farewell.told
    assert asked.told.rank > farewell.told.rank
    assert farewell.told.slot.address == ANN
    assert asked.was is None


def test_a_new_address_of_a_slot_that_was_over_needs_no_farewell(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    event = make_event(
        speakers=[{"id": "ann", "email": "nilsson@example.org"}],
        segments=[{"id": "panel", "date": "2026-09-30"}],
    )

    assert short(letters(event, told, AFTER)) == [
        Expected("panel", "invitation", "nilsson@example.org", 1, 1),
        Expected("panel", "moved", GUY, 1, 1),
    ]


def test_a_slot_is_over_at_its_end(make_event: MakeEvent) -> None:
    end = datetime(2026, 9, 24, 13, tzinfo=UTC)

    assert short(letters(make_event(), {}, end)) == []
    assert short(letters(make_event(), {}, end - timedelta(seconds=1))) == both("invitation", 0, 0)


def test_only_the_ones_that_are_wanted_are_looked_at(make_event: MakeEvent) -> None:
    event = make_event()

    found = due(event.id, {}, slots(event), FIRST, DOMAIN, only=lambda key: key.speaker_id == "ann")

    assert [each.recipient for each in found] == [ANN]


def test_a_farewell_that_still_waits_has_to_leave(make_event: MakeEvent, sent: Sent) -> None:
    told = sent(letters(make_event(), {}, FIRST))
    event = make_event(speakers=[{"id": "ann", "email": "nilsson@example.org"}])
    farewell, asked = letters(event, told, LATER)
    posts = [_post(each) for each in (farewell, asked)]

    assert [outstanding(post, told) for post in posts] == [False, False]
    assert outstanding(posts[0], sent([asked], told))


def _post(letter: Letter) -> Post:
    return Post(
        message_id=letter.told.message_id,
        event_id="breakfast",
        kind=letter.kind.value,
        sender="desk@example.org",
        recipient=letter.recipient,
        subject="",
        content=b"",
        made=LATER,
        due=LATER,
        key=letter.key,
        told=letter.told,
        before=letter.before,
    )


def test_who_was_not_reached_is_told_all_of_it_once_more_on_demand(
    make_event: MakeEvent, sent: Sent
) -> None:
    event, key = make_event(), SlotKey("panel", "ann")
    told = sent(letters(event, {}, FIRST))
    told[key] = replace(told[key], trouble="554 5.7.1 relay access denied")
    last = told[key].told

    [again] = due(
        event.id, told, slots(event), LATER, DOMAIN, again=lambda key: key.segment_id == "panel"
    )

    assert letters(event, told, LATER) == ()
    assert short((again,)) == [Expected("panel", "invitation", ANN, 0, 0)]
    assert last is not None
    assert again.told == replace(
        last, dtstamp=LATER.replace(microsecond=0), message_id=again.told.message_id
    )
    assert (again.was, again.references, again.before) == (None, (), last)
    assert again.told.message_id != last.message_id


def test_what_is_over_is_not_told_once_more(make_event: MakeEvent, sent: Sent) -> None:
    event, key = make_event(), SlotKey("panel", "ann")
    told = sent(letters(event, {}, FIRST))
    told[key] = replace(told[key], trouble="no such mailbox")

    assert due(event.id, told, slots(event), AFTER, DOMAIN, again=lambda _: True) == ()


def test_a_cancellation_that_did_not_arrive_is_one_again(make_event: MakeEvent, sent: Sent) -> None:
    gone = make_event(**panel(status="cancelled"))
    told = sent(letters(make_event(), {}, FIRST))
    told = sent(letters(gone, told, LATER), told)
    told = {key: replace(each, trouble="mailbox full") for key, each in told.items()}

    found = due(gone.id, told, {}, LATER, DOMAIN, again=lambda key: key.segment_id == "panel")

    assert [each for each in short(found) if each.segment == "panel"] == both("cancelled", 1, 0)
