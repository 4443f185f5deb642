from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from roundtable_ical import Role, SideEvent, Status
from roundtable_ical.itip.slots import Slot, SlotKey, Uninvited, slots, uninvited, unreachable

MakeEvent = Callable[..., SideEvent]
MOMENT = datetime(2026, 9, 1, 12, tzinfo=UTC)


def test_a_slot_is_all_that_one_speaker_sees_in_their_language(make_event: MakeEvent) -> None:
    assert slots(make_event())[SlotKey("panel", "ann")] == Slot(
        address="ann@example.net",
        name="Ann Nilsson",
        language="fr",
        organizer_address="desk@example.org",
        organizer_name="Side event secretariat",
        event_title="Ministerial breakfast",
        title="Table ronde sur les compétences",
        start=datetime(2026, 9, 24, 12, 30, tzinfo=UTC),
        end=datetime(2026, 9, 24, 13, tzinfo=UTC),
        timezone="America/New_York",
        status=Status.CONFIRMED,
        role=Role.SPEAKER,
        location="Dining Room, United Nations, New York",
        description="How skills travel.",
        others="Modération : Mr. Guy Ryder, Head, ILO\nRepresentative of Bangladesh",
        page="https://events.example.org/breakfast/segments/panel",
    )


def test_everybody_with_an_address_has_a_slot_in_order_of_time(make_event: MakeEvent) -> None:
    assert list(slots(make_event())) == [("welcome", "guy"), ("panel", "ann"), ("panel", "guy")]


def test_the_page_is_below_the_public_address(make_event: MakeEvent) -> None:
    found = slots(make_event(), "https://un.example/breakfast/")

    assert found[SlotKey("panel", "ann")].page == "https://un.example/breakfast/segments/panel"


def test_what_does_not_take_place_has_no_slot(make_event: MakeEvent) -> None:
    assert slots(make_event(status="cancelled")) == {}
    assert list(slots(make_event(segments=[{"id": "panel", "status": "unscheduled"}]))) == [
        ("welcome", "guy")
    ]


def test_without_an_organizer_nobody_has_a_slot(make_event: MakeEvent) -> None:
    assert slots(make_event(organizer=None)) == {}


def test_the_mailbox_of_the_organizer_is_not_invited(make_event: MakeEvent) -> None:
    event = make_event(speakers=[{"id": "ann", "email": "Desk@example.org"}])

    assert SlotKey("panel", "ann") not in slots(event)
    assert Uninvited(
        key=SlotKey("panel", "ann"),
        reason="has the address of the organizer, and nobody invites themselves",
    ) in uninvited(event, MOMENT)


def test_addresses_are_written_as_they_come_back(make_event: MakeEvent) -> None:
    desk = {"name": "Desk", "email": "desk@ämter.example"}
    event = make_event(organizer=desk, speakers=[{"id": "ann", "email": "ann@exämple.net"}])
    slot = slots(event)[SlotKey("panel", "ann")]

    assert (slot.address, slot.organizer_address) == (
        "ann@xn--exmple-cua.net",
        "desk@xn--mter-koa.example",
    )
    told = replace(slot, address="Ann@exämple.net", organizer_address="desk@Ämter.example")
    assert told.seen == slot.seen


def test_no_text_of_a_slot_holds_a_mail_address(make_event: MakeEvent) -> None:
    event = make_event(
        segments=[{"id": "panel", "title": "Ask guy@example.org", "abstract": "ann@example.net"}],
        speakers=[{"id": "guy", "name": "Guy guy@example.org"}],
    )

    slot = slots(event)[SlotKey("panel", "ann")]

    assert (slot.title, slot.description) == ("Ask […]", "[…]")
    assert "@" not in slot.others


def test_a_name_that_may_not_be_said_is_said_to_its_bearer_alone(make_event: MakeEvent) -> None:
    found = slots(make_event(speakers=[{"id": "guy", "consent": False}]))

    assert found[SlotKey("panel", "guy")].name == "Mr. Guy Ryder"
    assert "Ryder" not in found[SlotKey("panel", "ann")].others


def test_each_day_of_a_recurring_segment_is_a_slot_of_its_own(make_event: MakeEvent) -> None:
    repeat = {"rule": "FREQ=DAILY;COUNT=2"}
    event = make_event(segments=[{"id": "panel", "repeat": repeat}, {"id": "welcome"}])

    assert list(slots(event)) == [
        ("panel-20260924", "ann"),
        ("panel-20260924", "guy"),
        ("panel-20260925", "ann"),
        ("panel-20260925", "guy"),
    ]


def test_whoever_gets_none_is_told_with_the_reason(make_event: MakeEvent) -> None:
    late = {"id": "late", "title": "Late", "status": "unscheduled", "speakers": ["guy"]}
    gone = {"id": "gone", "title": "Gone", "start": "10:00", "end": "11:00", "speakers": ["guy"]}
    event = make_event(
        speakers=[{"id": "ann", "email": None}],
        segments=[late, gone | {"status": "cancelled"}],
    )

    assert uninvited(event, datetime(2026, 9, 24, 12, 30, tzinfo=UTC)) == (
        Uninvited(key=SlotKey("welcome", "guy"), reason="the segment is over"),
        Uninvited(key=SlotKey("panel", "ann"), reason="has no address; write their `email`"),
        Uninvited(key=SlotKey("panel", "tbc"), reason="is still to be named, and has no address"),
        Uninvited(key=SlotKey("gone", "guy"), reason="the segment is cancelled"),
        Uninvited(key=SlotKey("late", "guy"), reason="the segment has no time yet"),
    )


def test_who_speaks_and_cannot_be_written_to_is_known_by_name(make_event: MakeEvent) -> None:
    event = make_event(
        organizer=None,
        segments=[
            {"id": "welcome", "status": "cancelled"},
            {"id": "late", "title": "Late", "status": "unscheduled", "speakers": ["guy"]},
        ],
    )

    assert unreachable(event) == {
        SlotKey("panel", "ann"): "Ann Nilsson",
        SlotKey("panel", "guy"): "Mr. Guy Ryder",
        SlotKey("panel", "tbc"): "Representative of Bangladesh",
    }
    assert unreachable(make_event()) == {
        SlotKey("panel", "tbc"): "Representative of Bangladesh",
    }


def test_neither_order_nor_blanks_nor_the_page_are_seen(make_event: MakeEvent) -> None:
    key = SlotKey("panel", "ann")
    one = slots(make_event())[key]
    other = slots(
        make_event(
            url="https://elsewhere.example.org/",
            segments=[
                {
                    "id": "panel",
                    "abstract": "How   skills\ntravel.",
                    "speakers": ["tbc", {"speaker": "guy", "role": "moderator"}, "ann"],
                }
            ],
        )
    )[key]

    assert one != other
    assert one.seen == other.seen


def test_an_answer_is_for_times_and_status(make_event: MakeEvent) -> None:
    slot = slots(make_event())[SlotKey("panel", "ann")]

    assert slot.asks == (slot.start, slot.start + timedelta(minutes=30), Status.CONFIRMED)
