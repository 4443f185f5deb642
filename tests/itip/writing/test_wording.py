from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable_ical import Role, SideEvent
from roundtable_ical.itip.ledger import Answer, Invitation, Proposal
from roundtable_ical.itip.participation import ParticipationStatus
from roundtable_ical.itip.requests import Letter, due
from roundtable_ical.itip.slots import SlotKey, slots
from roundtable_ical.itip.writing.wording import (
    Link,
    Links,
    Row,
    Wording,
    of_declined_counter,
    of_letter,
)
from roundtable_ical.itip.writing.words import words

MakeEvent = Callable[..., SideEvent]
Sent = Callable[..., dict[SlotKey, Invitation]]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)
KEY = SlotKey("panel", "guy")
LINKS = Links(answer="https://events.example.org/a/1", feed="https://events.example.org/my/1.ics")
DESK = "Side event secretariat"
OTHERS = "Ann Nilsson\nRepresentative of Bangladesh"
WHEN = "Thursday 24 September 2026, 08:30–09:00 (New York time)"
OWN = "Thursday 24 September 2026, 14:30–15:00 (Zurich time)"


def letter(event: SideEvent, invitations: Mapping[SlotKey, Invitation] | None = None) -> Letter:
    found = due(
        event.id, invitations or {}, slots(event), MOMENT, event.uid_domain, lambda key: key == KEY
    )
    return found[0]


def update(
    make_event: MakeEvent, sent: Sent, answered: ParticipationStatus | None = None, **changes: Any
) -> Letter:
    told = sent([letter(make_event())])
    if answered:
        answer = Answer(partstat=answered, sequence=0, dtstamp=MOMENT, source="mail")
        told[KEY] = replace(told[KEY], answer=answer)
    return letter(make_event(segments=[{"id": "panel", **changes}]), told)


def test_an_invitation_says_what_when_where_and_with_whom(make_event: MakeEvent) -> None:
    assert of_letter(letter(make_event()), LINKS) == Wording(
        words=words("en"),
        language="en",
        subject="Invitation: Panel on skills, 24 September 2026, 08:30",
        heading="Ministerial breakfast",
        greeting="Dear Mr. Guy Ryder,",
        opening="We have the honour to invite you to take part in “Ministerial breakfast”, as "
        "follows.",
        rows=(
            Row("Session", "Panel on skills"),
            Row("Date and time", WHEN),
            Row("Your time", OWN),
            Row("Place", "Dining Room, United Nations, New York"),
            Row("Your role", "Moderator"),
            Row("Also taking part", OTHERS),
        ),
        text="How skills travel.",
        asks="We should be grateful for your reply, either with the buttons in your mail "
        "program or at the address below, where you may also propose another time or name a "
        "substitute.",
        button=Link("Reply to the invitation", "https://events.example.org/a/1"),
        links=(
            Link("Page", "https://events.example.org/breakfast/segments/panel"),
            Link(
                "All your sessions in one calendar that stays up to date",
                "https://events.example.org/my/1.ics",
            ),
        ),
        closing="Yours sincerely,",
        signature="Side event secretariat",
    )


def test_without_a_page_to_answer_at_there_is_none_to_go_to(make_event: MakeEvent) -> None:
    wording = of_letter(letter(make_event()))

    assert wording.asks == (
        "We should be grateful for your reply, with the buttons in your mail program or by "
        "answering this message."
    )
    assert wording.button is None


def test_a_new_time_stands_beside_the_old_one(make_event: MakeEvent, sent: Sent) -> None:
    wording = of_letter(update(make_event, sent, start="08:40", status="tentative"))

    assert wording.subject == "New time: Panel on skills, 24 September 2026, 08:40"
    assert wording.rows[1:5] == (
        Row("Date and time", WHEN.replace("08:30", "08:40"), WHEN),
        Row("Your time", OWN.replace("14:30", "14:40"), OWN),
        Row("Place", "Dining Room, United Nations, New York"),
        Row("Status", "provisional, to be confirmed", "confirmed"),
    )


def test_a_slot_that_kept_its_time_is_not_said_to_be_moved(
    make_event: MakeEvent, sent: Sent
) -> None:
    wording = of_letter(update(make_event, sent, status="tentative"))

    assert wording.subject == "Updated: Panel on skills, 24 September 2026, 08:30"
    assert "the time of your session" not in wording.opening


def test_words_leave_the_answer_alone(make_event: MakeEvent, sent: Sent) -> None:
    accepted = ParticipationStatus.ACCEPTED
    wording = of_letter(update(make_event, sent, accepted, title="Skills"), LINKS)

    assert wording.rows[0] == Row("Session", "Skills", "Panel on skills")
    assert wording.asks == ("Your answer stands: accepted. There is nothing that you need to do.")


def test_another_description_stands_beside_the_old_one(make_event: MakeEvent, sent: Sent) -> None:
    wording = of_letter(update(make_event, sent, abstract="Why skills travel."))

    assert wording.rows[-1] == Row("Description", "Why skills travel.", "How skills travel.")
    assert wording.text == ""


def test_neither_order_nor_blanks_are_marked_as_changes(make_event: MakeEvent, sent: Sent) -> None:
    others = ["tbc", {"speaker": "guy", "role": "moderator"}, "ann"]
    wording = of_letter(
        update(make_event, sent, title="Skills", abstract="How skills  travel.", speakers=others)
    )

    assert {row.label: row.was for row in wording.rows if row.was} == {"Session": "Panel on skills"}


def test_another_title_of_the_event_is_said(make_event: MakeEvent, sent: Sent) -> None:
    told = sent([letter(make_event())])

    wording = of_letter(letter(make_event(title="Dinner"), told))

    assert wording.rows[0] == Row("Part of", "Dinner", "Ministerial breakfast")


def test_another_language_of_the_speaker_is_no_change_of_words_that_are_ours(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent([letter(make_event())])

    wording = of_letter(letter(make_event(speakers=[{"id": "guy", "language": "fr"}]), told))

    changed = {row.label: row.was for row in wording.rows if row.was}
    assert changed == {"Séance": "Panel on skills"}


def test_what_is_not_said_any_more_is_said_to_have_been(make_event: MakeEvent, sent: Sent) -> None:
    event = make_event(segments=[{"id": "panel", "url": "https://meet.example.org/1"}])
    told = sent([letter(event)])

    wording = of_letter(letter(make_event(), told))

    assert wording.rows[-1] == Row("Join", "–", "https://meet.example.org/1")


@pytest.mark.parametrize(
    ("changed", "row"),
    [
        ({"name": "H.E. Mr. Guy Ryder"}, Row("Your name", "H.E. Mr. Guy Ryder", "Mr. Guy Ryder")),
        (
            {"organizer_name": "Protocol"},
            Row("Organizer", "Protocol <desk@example.org>", f"{DESK} <desk@example.org>"),
        ),
        (
            {"organizer_address": "protocol@example.org"},
            Row("Organizer", f"{DESK} <protocol@example.org>", f"{DESK} <desk@example.org>"),
        ),
        ({"event_title": "Breakfast"}, Row("Part of", "Breakfast", "Ministerial breakfast")),
        ({"title": "Skills"}, Row("Session", "Skills", "Panel on skills")),
        (
            {"timezone": "America/Toronto"},
            Row("Date and time", WHEN.replace("New York", "Toronto"), WHEN),
        ),
        ({"role": Role.CHAIR}, Row("Your role", "Chair", "Moderator")),
        ({"remote": True}, Row("Your role", "Moderator (by video link)", "Moderator")),
        ({"location": ""}, Row("Place", "–", "Dining Room, United Nations, New York")),
        ({"others": "Ann Nilsson"}, Row("Also taking part", "Ann Nilsson", OTHERS)),
        (
            {"join": "https://meet.example.org/1"},
            Row("Join", "https://meet.example.org/1", "–", link=True),
        ),
        ({"description": ""}, Row("Description", "–", "How skills travel.")),
    ],
)
def test_whatever_an_update_is_worth_stands_beside_what_it_was(
    changed: dict[str, Any], row: Row, make_event: MakeEvent, sent: Sent
) -> None:
    event = make_event(
        segments=[
            {"id": "panel", "speakers": ["ann", {"speaker": "guy", "role": "moderator"}, "tbc"]}
        ]
    )
    told, planned = sent([letter(event)]), slots(event)
    now = {KEY: replace(planned[KEY], **changed)}

    [found] = due(event.id, told, now, MOMENT, event.uid_domain)

    assert [each for each in of_letter(found).rows if each.was] == [row]


def test_another_zone_of_ones_own_is_not_marked_as_a_change(
    make_event: MakeEvent, sent: Sent
) -> None:
    told = sent([letter(make_event(speakers=[{"id": "guy", "timezone": None}]))])

    wording = of_letter(letter(make_event(segments=[{"id": "panel", "title": "Skills"}]), told))

    assert {row.label for row in wording.rows if row.was} == {"Session"}
    assert Row("Your time", OWN) in wording.rows


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("x" * 100, "x" * 100),
        ("x" * 101, "x" * 100 + "…"),
        ("会议" * 80, "会议" * 50 + "…"),
        ("On water, " * 20, "On water, " * 9 + "On water…"),
    ],
)
def test_a_subject_shows_the_day_behind_a_long_title(
    title: str, said: str, make_event: MakeEvent
) -> None:
    wording = of_letter(letter(make_event(segments=[{"id": "panel", "title": title}])))

    assert wording.subject == f"Invitation: {said}, 24 September 2026, 08:30"
    assert wording.rows[0] == Row("Session", title.strip())


def test_a_cancellation_says_which_slot_and_asks_for_nothing(
    make_event: MakeEvent, sent: Sent
) -> None:
    wording = of_letter(update(make_event, sent, status="cancelled"), LINKS)

    assert wording.subject == "Cancelled: Panel on skills, 24 September 2026, 08:30"
    assert [row.label for row in wording.rows] == [
        "Session",
        "Date and time",
        "Your time",
        "Place",
    ]
    assert (wording.text, wording.button, wording.links) == ("", None, ())


def test_arabic_keeps_a_title_of_other_letters_together(make_event: MakeEvent) -> None:
    event = make_event(speakers=[{"id": "guy", "language": "ar"}])

    assert "«\u2068Ministerial breakfast\u2069»" in of_letter(letter(event)).opening


def test_a_proposal_that_is_not_taken_up_is_named(make_event: MakeEvent) -> None:
    slot = slots(make_event())[KEY]
    proposal = Proposal(
        sequence=0,
        dtstamp=MOMENT,
        start=slot.start + timedelta(hours=1),
        end=slot.end + timedelta(hours=1),
        substitute="Ida",
    )

    wording = of_declined_counter(slot, proposal)

    assert wording.subject == "Proposal not taken up: Panel on skills, 24 September 2026, 08:30"
    assert wording.rows[-2:] == (
        Row("Proposed time", "Thursday 24 September 2026, 09:30–10:00 (New York time)"),
        Row("Named instead", "Ida"),
    )


@pytest.mark.parametrize(
    ("language", "honorific", "greeting"),
    [
        ("en", "H.E. Ms.", "Excellency,"),
        ("en", "Ms.", "Dear Ms. Guy Ryder,"),
        ("en", "", "Dear Guy Ryder,"),
        ("fr", "S.E. M.", "Excellence,"),
        ("fr", "M.", "M. Guy Ryder,"),
        ("es", "Excmo. Sr.", "Excelencia:"),
        ("ru", "Е.П. г-н", "Ваше Превосходительство!"),
        ("zh", "H.E.", "尊敬的阁下："),
        ("ar", "سعادة السيد", "سعادتكم،"),
    ],
)
def test_an_excellency_is_greeted_as_one(
    make_event: MakeEvent, language: str, honorific: str, greeting: str
) -> None:
    found = letter(make_event())
    name = f"{honorific} Guy Ryder".strip()
    slot = replace(found.told.slot, name=name, language=language)

    wording = of_letter(replace(found, told=replace(found.told, slot=slot)))

    assert wording.greeting == greeting
